import Foundation

/// Base64 by Foundation, as a check on the code under test.
func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

/// Bytes of a text.
func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }
