internal import Changes
internal import Drafts
internal import Media
internal import YAML

extension BuiltinCheck {
  /// Posts that go out before the embargo on them is over.
  ///
  /// Without a date a draft is only measured once it is published.
  func embargo(_ input: CheckInput) -> [CheckHit] {
    guard let embargo = input.declared?.embargoUntil, input.isPublished || input.declared?.publishDate != nil,
      input.publicationTime < embargo.value
    else { return [] }
    return [CheckHit(field: "embargoUntil", range: embargo.range)]
  }

  /// Sponsored drafts whose first post, on some channel, has none of the labels.
  func sponsorUndisclosed(_ input: CheckInput) -> [CheckHit] {
    guard let sponsor = input.declared?.sponsor, sponsor.value.name?.value.isEmpty == false else { return [] }
    let labels = list("labels").map(LabelWords.init)
    var firsts = input.postsByChannel.compactMap(\.posts.first)
    if firsts.isEmpty { firsts = Array(input.draft.passages.filter { $0.field == .body }.prefix(1)) }
    let unlabelled = firsts.filter { post in
      let words = LabelWords(String(decoding: post.bytes, as: UTF8.self))
      return !labels.contains(where: words.contains)
    }
    guard let first = unlabelled.first else { return [] }
    return [
      CheckHit(
        field: "sponsor", range: sponsor.range,
        detail:
          "A sponsor is declared, and \(first.field == .body ? "the first post" : first.field.name) says nothing of it."
      )
    ]
  }

  /// Pictures, sound or films declared as made by a machine, without a word of it in the posts or text alternatives.
  func machineUnlabelled(_ input: CheckInput) -> [CheckHit] {
    guard let use = input.declared?.ai?.value else { return [] }
    let made = [use.image, use.audio, use.video].compactMap { $0 }.filter { $0.value == .generated }
    guard let first = made.first else { return [] }
    let labels = list("labels").map(LabelWords.init)
    let isLabelled = input.draft.passages.contains { passage in
      switch passage.field {
      case .body, .variant, .firstComment, .altText, .captions, .hashtag:
        let words = LabelWords(String(decoding: passage.bytes, as: UTF8.self))
        return labels.contains(where: words.contains)
      default: return false
      }
    }
    return isLabelled ? [] : [CheckHit(field: "ai", range: first.range, excerpt: Array("generated".utf8))]
  }

  /// Texts declared as made by a machine.
  func machineText(_ input: CheckInput) -> [CheckHit] {
    guard let text = input.declared?.ai?.value.text, text.value == .generated else { return [] }
    return [CheckHit(field: "ai", range: text.range, excerpt: Array("generated".utf8))]
  }

  /// Pictures and films that are marked as made by a machine, where the draft does not declare it.
  func machineUndeclared(_ input: CheckInput) -> [CheckHit] {
    let use = input.declared?.ai?.value
    return input.media.filter { media in
      guard let path = media.attachment.file?.value,
        input.inspections?[path]?.facts.contains(where: { $0.kind == .machineMade }) == true
      else { return false }
      return (media.kind == .video ? use?.video : use?.image)?.value != .generated
    }.map { input.hit($0) }
  }

  /// Claims whose evidence is over, or was last looked at too long ago, when the draft goes out.
  func staleClaims(_ input: CheckInput) -> [CheckHit] {
    (input.declared?.claims ?? []).compactMap { claim in
      guard let reason = claim.value.staleness(at: input.publicationTime, months: number("months")) else { return nil }
      return CheckHit(field: "claims", range: claim.range, detail: reason)
    }
  }
}

extension Claim {
  /// Why its evidence does not count at a time; nil where it does.
  ///
  /// A month is counted as 365/12 days.
  func staleness(at time: Timestamp, months: Int) -> String? {
    let day = time.secondsSince1970 / 86_400
    if let expires, expires.value.daysSince1970 < day { return "The claim was good until \(expires.value)." }
    guard let reviewed else { return nil }
    return day - reviewed.value.daysSince1970 > months * 365 / 12
      ? "The claim was last looked at on \(reviewed.value)." : nil
  }
}

/// The words of a text, for labels: letters and digits in lower case, a `#` before a word kept.
struct LabelWords {
  private let words: [String]

  init(_ text: String) {
    words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "#") }.map(String.init)
  }

  /// Whether the words of a label stand somewhere, one after another.
  func contains(_ label: LabelWords) -> Bool {
    guard !label.words.isEmpty else { return false }
    return words.indices.contains { words[$0...].starts(with: label.words) }
  }
}
