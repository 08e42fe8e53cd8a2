internal import Drafts
internal import YAML

/// Where the words of a scan stand in the draft's file.
struct Page {
  private let draft: Draft
  private let passages: [Passage]
  private let contextCount: Int
  private let scan: Scan
  let outline: Outline

  /// `passages` are those of the draft; the document starts with `contextCount` posts that are not in its file.
  init(draft: Draft, passages: [Passage], contextCount: Int, scan: Scan) {
    self.draft = draft
    self.passages = passages
    self.contextCount = contextCount
    self.scan = scan
    var lanes: [String: Int] = [:]
    outline = Outline(
      posts: scan.document.parts.enumerated().map { index, part in
        guard index >= contextCount, !passages[index - contextCount].isContext else {
          return Outline.Post(words: part.tokens, order: 0, lane: -1, isContext: true)
        }
        let passage = passages[index - contextCount]
        // Posts of the body follow each other, and so do the posts of one variant; anything else stands alone.
        let key: String
        switch passage.field {
        case .body, .variant: key = passage.field.name
        default: key = "\(passage.field.name) \(index)"
        }
        let lane = lanes[key] ?? lanes.count
        lanes[key] = lane
        return Outline.Post(words: part.tokens, order: passage.post, lane: lane, isContext: false)
      })
  }

  /// A place in the file, with the sentence around it.
  struct Place {
    var field: String
    var post: Int
    var range: SourceRange
    var excerpt: Excerpt
  }

  /// The place of some words; nil where they stand outside the file.
  func place(of words: Range<Int>) -> Place? {
    guard !words.isEmpty else { return nil }
    let sentence = scan.document.sentences[scan.document.sentence(of: words.lowerBound)]
    let index = Int(sentence.passage) - contextCount
    guard index >= 0 else { return nil }
    let passage = passages[index]
    let bytes = scan.document.bytes(of: words)
    return Place(
      field: passage.field.name, post: passage.post, range: passage.range(bytes, in: draft.source),
      excerpt: excerpt(bytes, sentence, passage.bytes))
  }

  /// Words of a post that is not in the file, with the sentence around them.
  func earlierExcerpt(of words: Range<Int>) -> Excerpt {
    let sentence = scan.document.sentences[scan.document.sentence(of: words.lowerBound)]
    return excerpt(scan.document.bytes(of: words), sentence, scan.document.parts[Int(sentence.passage)].bytes)
  }

  /// The place of an entity; nil where it stands outside what is judged.
  func locate(_ entity: Entity) -> Assessment.LocatedEntity? {
    let index = entity.passage - contextCount
    guard index >= 0, !passages[index].isContext else { return nil }
    return Assessment.LocatedEntity(
      kind: entity.kind, range: passages[index].range(entity.bytes, in: draft.source), isAllowed: entity.isAllowed)
  }

  private func excerpt(_ bytes: Range<Int>, _ sentence: Document.Sentence, _ text: [UInt8]) -> Excerpt {
    var whole = scan.document.bytes(of: sentence.tokens)
    whole = min(whole.lowerBound, bytes.lowerBound)..<max(whole.upperBound, bytes.upperBound)
    // Closing punctuation belongs to the sentence as it is shown.
    while whole.upperBound < text.count, ".!?\")".utf8.contains(text[whole.upperBound]) {
      whole = whole.lowerBound..<(whole.upperBound + 1)
    }
    let shift = whole.lowerBound
    let identifiers = scan.entities.lazy
      .filter { $0.passage == Int(sentence.passage) && !$0.isAllowed && $0.bytes.overlaps(whole) }
      .map { $0.bytes.clamped(to: whole) }
      .map { ($0.lowerBound - shift)..<($0.upperBound - shift) }
    return Excerpt(
      bytes: Array(text[whole]), highlight: (bytes.lowerBound - shift)..<(bytes.upperBound - shift),
      identifiers: Array(identifiers))
  }
}
