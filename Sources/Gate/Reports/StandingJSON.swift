public import Approvals
internal import Changes
internal import Drafts
public import Policy

/// A draft and its standing for programs; version 1 of the format.
public struct StandingJSON {
  private let draft: DraftStanding
  private let length: ChannelLength?
  private let revealsIdentifiers: Bool
  private let includesIndividuals: Bool

  /// The object of a draft; with `includingIndividuals` it lists whom the draft talks about.
  ///
  /// - Parameter length: How channels count; nil leaves lengths out.
  public init(
    _ draft: DraftStanding, length: ChannelLength? = nil, revealsIdentifiers: Bool, includingIndividuals: Bool = false
  ) {
    self.draft = draft
    includesIndividuals = includingIndividuals
    self.length = length
    self.revealsIdentifiers = revealsIdentifiers
  }

  /// The object.
  ///
  /// - Parameter note: the text of a note; nil where it is not at hand.
  public func object(note: (Digest) -> [UInt8]?) -> JSONValue {
    let report = JSONReport(
      revealsIdentifiers: revealsIdentifiers, includesEntities: false, includesIndividuals: includesIndividuals)
    let assets = draft.manifest?.assets ?? []
    return .object([
      ("version", .number(1)), ("id", .string(draft.id.percentEncoded)),
      ("subject", draft.subject.map { .string("sha256:\($0)") } ?? .null), ("approved", .bool(draft.isApproved)),
      ("draft", report.draft(draft.checked)),
      ("channels", .array((draft.manifest?.targets ?? []).map(Self.text))),
      ("lengths", .array(lengths)),
      (
        "attachments",
        .array(
          assets.map {
            .object([
              ("path", Self.text($0.path)), ("sha256", .string($0.content.digest.description)),
              ("size", .number($0.content.size)),
            ])
          })
      ),
      ("standing", .array((draft.standing?.entries ?? []).map(entry))),
      (
        "problems",
        .array(
          StandingReport.reasons(draft).map { reason in
            .object([
              ("code", .string(reason.code)), ("role", reason.role.map { .string($0) } ?? .null),
              ("message", .string(reason.sentence)),
            ])
          })
      ),
      ("history", .array(StandingReport.records(draft).map { record($0, note) })),
    ])
  }

  /// How long each post is for each channel that has a limit.
  private var lengths: [JSONValue] {
    guard let length, case .assessed(let content, _) = draft.checked.outcome else { return [] }
    return content.postsByChannel.flatMap { own in
      own.posts.compactMap { post in
        length.count(post.bytes, on: own.channel).map { measure in
          .object([
            ("channel", Self.text(own.channel.name)), ("post", .number(post.post)), ("count", .number(measure.count)),
            ("limit", .number(measure.limit)), ("unit", .string(measure.unit)),
          ])
        }
      }
    }
  }

  private func entry(_ entry: Standing.Entry) -> JSONValue {
    var state = "missing"
    var rest: [(key: String, value: JSONValue)] = []
    switch entry.state {
    case .granted(let grant):
      state = "granted"
      rest = [
        ("person", .string(grant.person.description)), ("at", .string(grant.signedAt.description)),
        ("expires", .string(grant.expires.description)), ("record", .string(grant.record.description)),
      ]
    case .missing: break
    case .stale(let code):
      state = "stale"
      rest = [("code", .string(code.rawValue))]
    case .objected: state = "objected"
    }
    let people = state == "granted" ? [] : draft.candidates(for: entry.slot).map { JSONValue.string($0.description) }
    return .object(
      [("role", .string(entry.slot.description)), ("state", .string(state))] + rest + [("whoseTurn", .array(people))])
  }

  private func record(_ record: Record, _ note: (Digest) -> [UInt8]?) -> JSONValue {
    let decision = record.decision
    return .object([
      ("record", .string(record.id.description)), ("kind", .string(decision.kind.rawValue)),
      ("person", .string(decision.person.description)), ("role", .string(decision.role.description)),
      ("at", .string(decision.signedAt.description)), ("expires", .string(decision.expires.description)),
      ("thisVersion", .bool(decision.subject == draft.subject)),
      ("problem", StandingReport.doubt(record, in: draft).map { .string($0.rawValue) } ?? .null),
      ("note", decision.note.flatMap(note).map(Self.text) ?? .null),
    ])
  }

  private static func text(_ bytes: [UInt8]) -> JSONValue { .string(String(decoding: bytes, as: UTF8.self)) }
}
