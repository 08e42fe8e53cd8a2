internal import Approvals
internal import Git

/// A file below `.git/chaperone/` that saves work and nothing else.
///
/// It is disposable: where it is missing, damaged, or made under other circumstances, what it held is worked out anew, and
/// where it cannot be written, the next run does. It is replaced as a whole, so no reader sees half of it. Its digest finds
/// damage and no forger: who can write below `.git/` can take the hooks away too, so nothing that decides for others
/// looks at such a file.
struct KeptFile {
  private let folder: String
  private let name: String
  /// What has to stand first: the form of the file, and everything its content depends on.
  private let form: [UInt8]
  private let limit: Int

  /// A file of a repository.
  ///
  /// - Parameters:
  ///   - form: one line, without its end.
  ///   - limit: how many bytes are read at most, and kept.
  init(_ name: String, form: String, limit: Int, in repository: Repository) {
    folder = repository.commonDirectory + "/chaperone"
    self.name = name
    self.form = Array((form + "\n").utf8)
    self.limit = limit
  }

  private static let digestLength = 32

  /// What was kept; nil where there is nothing that can be used.
  func read() -> ArraySlice<UInt8>? {
    guard let bytes = try? Platform.readFile(folder + "/" + name, limit: limit), bytes.starts(with: form),
      bytes.count >= form.count + Self.digestLength
    else { return nil }
    let end = bytes.count - Self.digestLength
    guard Digest(of: bytes[..<end]).bytes.elementsEqual(bytes[end...]) else { return nil }
    return bytes[form.count..<end]
  }

  /// Keeps some bytes, where that is possible.
  func write(_ content: [UInt8]) {
    let whole = form + content
    guard whole.count + Self.digestLength <= limit, (try? Platform.createFolder(folder)) != nil else { return }
    try? Platform.writeFile(folder + "/" + name, whole + Digest(of: whole).bytes)
  }
}
