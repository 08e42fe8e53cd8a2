public import Approvals
internal import Changes
public import Drafts

/// What a draft has against what it needs, in words: who signed, who is missing, why something does not count, and
/// what was decided so far.
public struct StandingReport {
  private let draft: DraftStanding
  private let style: ReportStyle

  /// The report on a draft.
  public init(_ draft: DraftStanding, style: ReportStyle) {
    self.draft = draft
    self.style = style
  }

  /// What is needed, what is in the way, and the history.
  ///
  /// - Parameter note: the text of a note; nil where it is not at hand.
  public func text(note: (Digest) -> [UInt8]?) -> String {
    var blocks: [[String]] = []
    if let needs { blocks.append(needs) }
    let reasons = Self.reasons(draft)
    if !reasons.isEmpty {
      blocks.append(
        [style.paint("Not approved yet", .bold)]
          + reasons.flatMap { reason in
            let role = reason.role.map { " (\($0))" } ?? ""
            return PlainText.wrapped("\(reason.code)\(role): \(reason.sentence)", width: style.width - 2).map {
              "  " + $0
            }
          })
    }
    let history = history(note)
    if !history.isEmpty { blocks.append([style.paint("History", .bold)] + history) }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + (blocks.isEmpty ? "" : "\n")
  }

  /// For whom a draft waits, one phrase for each signature that is missing: the role and who could sign.
  public var waitsFor: [String] {
    entries.compactMap { entry, words in
      switch entry.state {
      case .granted: nil
      case .objected: "\(words), who objects"
      case .missing, .stale: "\(words) (\(candidates(entry.slot)))"
      }
    }
  }

  /// Every signature that is needed, and what it is called.
  private var entries: [(entry: Standing.Entry, words: String)] {
    let entries = draft.standing?.entries ?? []
    // The one that an unknown contributor costs comes last of those anybody may give.
    let extra = isUnattributed ? entries.lastIndex { $0.slot == .anyone } : nil
    return entries.enumerated().map { index, entry in
      if case .role(let role) = entry.slot { return (entry, role.description) }
      return (entry, index == extra ? "one more person" : "a second person")
    }
  }

  private var isUnattributed: Bool { draft.question?.contributors.hasUnattributed ?? false }

  private func candidates(_ slot: Requirement.Slot) -> String {
    let people = draft.candidates(for: slot).map(\.description)
    guard !people.isEmpty else { return "nobody: everyone who holds the role wrote it or signs for something else" }
    guard people.count > 5 else { return people.joined(separator: ", ") }
    return people.prefix(5).joined(separator: ", ") + " or \(people.count - 5) others"
  }

  private var needs: [String]? {
    guard let standing = draft.standing, !standing.entries.isEmpty else { return nil }
    let lines = entries.map { entry, words in
      let state: String
      switch entry.state {
      case .granted(let grant):
        let role = entry.slot == .anyone ? " as \(grant.role)" : ""
        state =
          style.paint("granted", .green)
          + " by \(grant.person)\(role) on \(Self.day(grant.signedAt)), counts until \(Self.day(grant.expires))"
      case .missing: state = style.paint("missing", .yellow) + ", can be signed by \(candidates(entry.slot))"
      case .stale(let code):
        state = style.paint("stale", .yellow) + " (\(code.rawValue)), can be signed again by \(candidates(entry.slot))"
      case .objected: state = style.paint("objected", .red) + objections(in: entry.slot, of: standing)
      }
      return "  \(words): \(state)"
    }
    let why = unknownContributor.map { PlainText.wrapped($0, width: style.width - 2).map { "  " + $0 } } ?? []
    return [style.paint("Signatures", .bold)] + lines + why
  }

  /// Why one signature more is needed than the rules ask for; nil where none is.
  public var unknownContributor: String? {
    guard isUnattributed, draft.standing?.entries.contains(where: { $0.slot == .anyone }) ?? false else { return nil }
    var author: [UInt8]?
    if case .assessed(let content, _) = draft.checked.outcome { author = content.frontMatter?.author?.value }
    let people = draft.question?.people
    let isKnown = author.flatMap { PersonID($0) }.map { people?[$0] != nil } ?? false
    let who =
      switch author {
      case _ where isKnown: "it was committed with an address that people.yaml gives nobody"
      case let author?: "its author “\(DraftPage.name(author))” is not in people.yaml"
      case nil: "it names no author"
      }
    return "One more person has to sign because \(who), and a stranger may be one of the reviewers. "
      + "Correct `author`, or enter people with `chaperone people add`."
  }

  private func objections(in slot: Requirement.Slot, of standing: Standing) -> String {
    let all = standing.objections.filter { .role($0.role) == slot }
    guard !all.isEmpty else { return "" }
    let people = Set(all.map(\.person)).sorted().map(\.description).joined(separator: ", ")
    let day = all.map(\.since).min().map { " on \(Self.day($0))" } ?? ""
    return " by \(people)\(day), who can withdraw it, as can somebody else who holds the role"
  }

  /// Why a draft is not approved, one reason for each need that is not met; empty where it is.
  static func reasons(_ draft: DraftStanding) -> [(code: String, sentence: String, role: String?)] {
    if let obstacle = draft.obstacle { return [(obstacle.code, obstacle.sentence, nil)] }
    guard let standing = draft.standing, !standing.isApproved else { return [] }
    return StandingProblems.unmet(standing).map { ($0.code.rawValue, $0.sentence, $0.role) }
  }

  /// Every record, oldest first, and those that count for nothing marked.
  private func history(_ note: (Digest) -> [UInt8]?) -> [String] {
    let verbs: [RecordKind: String] = [.approve: "approved", .object: "objected", .withdraw: "took back"]
    return Self.records(draft).flatMap { record in
      let decision = record.decision
      var line = "  \(decision.signedAt)  \(decision.person) \(verbs[decision.kind] ?? "decided") as \(decision.role)"
      if decision.kind == .withdraw {
        line += " " + decision.seen.sorted().map { String($0.description.prefix(12)) }.joined(separator: ", ")
      } else if decision.subject != draft.subject {
        line += ", another version"
      }
      line += "  \(record.id.description.prefix(12))"
      if let doubt = Self.doubt(record, in: draft) { line += "  does not count: \(doubt.rawValue)" }
      guard let text = decision.note.flatMap(note) else { return [line] }
      return [line]
        + PlainText.wrapped("“\(String(decoding: text, as: UTF8.self))”", width: style.width - 4).map { "    " + $0 }
    }
  }

  /// Why a record counts for nothing; nil where it may count.
  static func doubt(_ record: Record, in draft: DraftStanding) -> Problem.Code? {
    draft.standing?.problems.first { $0.record == record.id && $0.code != .objected }?.code
  }

  static func records(_ draft: DraftStanding) -> [Record] {
    // Of the same second, what has seen more came later; a withdrawal lists only what it takes back.
    let key = { (record: Record) in
      (
        record.decision.signedAt, record.decision.kind == .withdraw ? 1 : 0, record.decision.seen.count, record.id
      )
    }
    return draft.records.values.sorted { key($0) < key($1) }
  }

  /// The day of a moment, in UTC.
  public static func day(_ moment: Timestamp) -> String { moment.dateInUTC?.description ?? moment.description }
}
