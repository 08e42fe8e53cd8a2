internal import Changes
internal import Drafts

extension BuiltinCheck {
  /// Pictures and files that the text links and `attachments` does not list.
  func undeclaredAttachment(_ input: CheckInput) -> [CheckHit] {
    let declared = input.media.compactMap { $0.attachment.file?.value.bytes }
    let extensions = list("extensions")
    return input.draft.passages.flatMap { passage -> [CheckHit] in
      guard passage.field.isPost else { return [] }
      return LinkedFiles.find(in: passage.bytes, extensions: extensions).compactMap { link in
        let path = Array(passage.bytes[link.bytes])
        return declared.contains { names(path, $0) } ? nil : input.hit(passage, link.bytes)
      }
    }
  }

  /// Whether a path in a text means a file: the path from the root of the repository, from the draft, or its end.
  private func names(_ path: [UInt8], _ file: [UInt8]) -> Bool {
    var rest = path[...]
    while let first = rest.first, first == UInt8(ascii: ".") || first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    guard !rest.isEmpty, file.count >= rest.count, file.suffix(rest.count).elementsEqual(rest) else { return false }
    return file.count == rest.count || file[file.count - rest.count - 1] == UInt8(ascii: "/")
  }
}

extension Passage.Field {
  /// Whether it is the text of a post: in the body, in a variant or in the first comment.
  var isPost: Bool {
    switch self {
    case .body, .variant, .firstComment: true
    default: false
    }
  }
}
