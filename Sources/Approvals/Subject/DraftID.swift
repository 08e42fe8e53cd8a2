/// The name a draft keeps for life: its path under the drafts or published root, without the extension.
///
/// It is bytes, as git has them: `café` in NFC and in NFD are two drafts. A publishing move does not change it.
public struct DraftID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path's bytes, `/` between folders.
  public let bytes: [UInt8]

  /// Takes a path; `nil` where it is empty, begins or ends with `/`, has an empty, `.` or `..` component, or holds a
  /// NUL.
  public init?(_ bytes: some Collection<UInt8>) {
    guard !bytes.contains(0) else { return nil }
    let components = bytes.split(separator: ASCII.slash, omittingEmptySubsequences: false)
    for component in components {
      let component = Array(component)
      guard !component.isEmpty, component != Array(".".utf8), component != Array("..".utf8) else { return nil }
    }
    self.bytes = Array(bytes)
  }

  /// Takes a path from text, as its UTF-8 bytes.
  public init?(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// Reads the spelling in records and manifests; any other spelling of the same path is `nil`.
  public init?(percentEncoded text: some Collection<UInt8>) {
    guard let bytes = PercentEncoding.decode(text) else { return nil }
    self.init(bytes)
  }

  /// The spelling in records and manifests.
  public var percentEncoded: [UInt8] { PercentEncoding.encode(bytes) }

  /// The digest that names the draft's folder in the ledger, over the path's bytes.
  public var digest: Digest { Digest(of: bytes) }

  /// The percent-encoded spelling.
  public var description: String { ASCII.text(percentEncoded) }

  /// Orders by bytes.
  public static func < (left: DraftID, right: DraftID) -> Bool { ASCII.precedes(left.bytes, right.bytes) }
}
