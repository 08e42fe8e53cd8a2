import Foundation

/// Writes one Swift file that holds the text of every rule and lexicon file.
///
/// A build tool run by the `EmbedRules` plugin: `embed-rules RULES-FOLDER OUTPUT`.

/// A Swift string literal for any text.
func literal(_ text: String) -> String {
  var escaped = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": escaped += "\\\\"
    case "\"": escaped += "\\\""
    case "\n": escaped += "\\n"
    case "\t": escaped += "\\t"
    case "\r": escaped += "\\r"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F:
      escaped += "\\u{\(String(scalar.value, radix: 16))}"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped + "\""
}

guard CommandLine.arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: embed-rules RULES-FOLDER OUTPUT\n".utf8))
  exit(2)
}
let folder = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  .filter { $0.hasSuffix(".yaml") }
  .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }

var source = "enum EmbeddedFiles {\n  static let all: [(path: String, text: String)] = [\n"
for path in paths {
  let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  source += "    (\(literal(path)), \(literal(text))),\n"
}
source += "  ]\n}\n"
try source.write(toFile: CommandLine.arguments[2], atomically: true, encoding: .utf8)
