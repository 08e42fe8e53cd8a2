import YAML

extension FrontMatterReader {
  /// Reads what a draft answers: a file or, word for word, earlier posts.
  mutating func replyTarget(_ node: YAMLNode) -> Located<ReplyTarget>? {
    let example = "{file: published/2026/flu-clinic.md} or {text: the earlier post}"
    guard let entry = mapping(node, keys: ["file", "text"], like: example) else { return nil }
    switch (entry["file"], entry["text"]) {
    case (let file?, nil):
      return path(file, like: "published/2026/flu-clinic.md").map { Located(.file($0), at: locate(node.range)) }
    case (nil, let text?):
      return posts(text, field: { .parent($0) }).map { Located(.text($0), at: locate(node.range)) }
    default:
      report(YAMLError(.badValue("expected either file or text, like \(example)"), at: node.range))
      return nil
    }
  }

  /// Reads the posts written for single channels.
  mutating func variants(_ node: YAMLNode) -> [Variant]? {
    let example = "{x: the short text}"
    let mapping = read(node) { node throws(YAMLError) in try node.mapping(expected: "a mapping, like \(example)") }
    return mapping?.value.entries.compactMap { entry in
      let channel = Channel(entry.key)
      guard let posts = posts(entry.value, field: { _ in .variant(channel) }) else { return nil }
      return Variant(channel: Located(channel, at: locate(entry.keyRange)), posts: posts)
    }
  }

  /// Reads the attachments and adds their texts to what is scanned.
  mutating func attachments(_ node: YAMLNode?) -> [Located<Attachment>]? {
    var number = 0
    return list(node, like: "[{file: media/clinic.jpg, alt: The clinic's door, people: none}]") { reader, item in
      defer { number += 1 }
      return reader.attachment(item, number: number)
    }
  }

  private mutating func attachment(_ node: YAMLNode, number: Int) -> Located<Attachment>? {
    let keys = [
      "file", "alt", "decorative", "people", "obscured", "contains", "captions", "transcript", "licence", "location",
      "sha256",
    ]
    guard let entry = mapping(node, keys: keys, like: "{file: media/clinic.jpg, alt: The clinic's door}")
    else { return nil }
    var attachment = Attachment()
    attachment.file = path(entry["file"], like: "media/clinic.jpg")
    addPassage(.fileName(attachment: number), entry["file"])
    attachment.alt = text(entry["alt"], like: "Nurse at the clinic's door")
    addPassage(.altText(attachment: number), entry["alt"])
    attachment.decorative = flag(entry["decorative"])
    attachment.people = word(entry["people"])
    attachment.obscured = flag(entry["obscured"])
    attachment.contains = list(entry["contains"], like: "[screen, badge]") { $0.word($1) }
    attachment.captions = attachedText(entry["captions"], field: .captions(attachment: number))
    attachment.transcript = attachedText(entry["transcript"], field: .transcript(attachment: number))
    attachment.licence = text(entry["licence"], like: "own")
    attachment.location = text(entry["location"], like: "main lobby")
    attachment.sha256 = digest(entry["sha256"])
    return Located(attachment, at: locate(node.range))
  }

  /// Reads a text given here or in a file: one word that ends like a captions or text file is a path.
  private mutating func attachedText(_ node: YAMLNode?, field: Passage.Field) -> Located<AttachedText>? {
    guard let node, !node.isNull else { return nil }
    if case .mapping = node.content {
      guard let entry = mapping(node, keys: ["file", "text"], like: "{file: media/talk.vtt}") else { return nil }
      if let file = entry["file"], entry["text"] == nil {
        return path(file, like: "media/talk.vtt").map { Located(.file($0.value), at: $0.range) }
      }
      guard let words = entry["text"], entry["file"] == nil else {
        report(YAMLError(.badValue("expected either file or text, like {file: media/talk.vtt}"), at: node.range))
        return nil
      }
      return spokenText(words, field: field)
    }
    if case .scalar(let value, .plain) = node.content, Self.namesTextFile(value) {
      return path(node, like: "media/talk.vtt").map { Located(.file($0.value), at: $0.range) }
    }
    return spokenText(node, field: field)
  }

  private mutating func spokenText(_ node: YAMLNode, field: Passage.Field) -> Located<AttachedText>? {
    let words = text(node, like: "media/talk.vtt, or the words themselves")
    addPassage(field, node)
    return words.map { Located(.text($0.value), at: $0.range) }
  }

  /// One text, or a list of texts in order.
  private mutating func posts(_ node: YAMLNode, field: (Int) -> Passage.Field) -> [Located<String>]? {
    if case .mapping = node.content {
      report(node.wrongType("text, or a list of texts in order"))
      return nil
    }
    var posts: [Located<String>] = []
    for item in node.isNull ? [node] : node.oneOrMany {
      guard !reportNothing(item), let post = text(item, like: "the words of one post") else { continue }
      addPassage(field(posts.count), post: posts.count + 1, item)
      posts.append(post)
    }
    return posts
  }

  private static func namesTextFile(_ value: String) -> Bool {
    let endings = [".vtt", ".srt", ".sbv", ".ttml", ".txt", ".md"]
    return !value.utf8.contains(0x20) && !value.utf8.contains(0x0A) && endings.contains { value.hasSuffix($0) }
  }
}
