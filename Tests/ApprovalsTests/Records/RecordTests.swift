import Approvals
import Drafts
import TestSupport
import Testing

@Suite("Records")
struct RecordTests {
  private static let hex = String(repeating: "a", count: 64)
  private static let fields = [
    "repo=6f1c2f1e55f14a8e9d5e3f8e3f1b1a10", "draft=2026/flu-clinic", "role=privacy-officer", "by=d.whitfield",
    "subject=sha256:\(hex)", "rules=sha256:\(hex)", "ack=sha256:\(hex)", "at=2026-11-22T10:00:00Z",
    "exp=2026-12-22T10:00:00Z", "seen=-", "note=-", "nonce=9f2c1d0e", "sig=AAAA",
  ]
  private static let good = "Chaperone-Approval: v1 approve " + fields.joined(separator: " ")

  private static func with(_ field: RecordField, _ value: String) -> String {
    let name = field.rawValue + "="
    return "Chaperone-Approval: v1 approve "
      + fields.map { $0.hasPrefix(name) ? name + value : $0 }.joined(separator: " ")
  }

  @Test("a line reads, and is written the same")
  func reads() throws {
    let record = try Record(line: utf8(Self.good))
    #expect(record.decision.kind == .approve)
    #expect(record.decision.draft == DraftID("2026/flu-clinic"))
    #expect(record.decision.seen.isEmpty && record.decision.note == nil)
    #expect(record.signature == [0, 0, 0])
    #expect(record.id.digest == Digest(of: utf8(Self.good)))
    #expect(try Record(record.decision, signature: record.signature) == record)
    #expect(record.trailerKey + utf8(": ") + record.trailerValue == record.line)
    #expect(record.signedBytes + utf8(" sig=AAAA") == record.trailerValue)
  }

  @Test("each malformation has its own error")
  func malformations() throws {
    let ids = ["b", "a"].map { String(repeating: $0, count: 64) }
    let shuffled = [Self.fields[1], Self.fields[0]] + Self.fields[2...]
    let head = "Chaperone-Approval: v1 approve "
    let longest = 4096
    let cases: [(String, RecordError)] = [
      (Self.good + "\0", .nul(column: Self.good.utf8.count + 1)),
      (Self.good + "\r", .carriageReturn(column: Self.good.utf8.count + 1)),
      ("Chaperone-Approval: v1\n approve", .lineBreak(column: 23)),
      ("Chaperone-Approval:\tv1 approve", .tab(column: 20)),
      ("Chaperone-Approval: v1 approv\u{E9}", .notPrintable(byte: 0xC3, column: 30)),
      (Self.with(.draft, String(repeating: "x", count: longest)), .tooLong(bytes: longest + Self.good.utf8.count - 15)),
      ("Approved-by: v1 approve", .unknownKey),
      ("chaperone-approval: v1 approve", .unknownKey),
      ("Chaperone-Approval:v1 approve", .unknownKey),
      ("Chaperone-Approval: v2 approve", .unknownVersion),
      ("Chaperone-Approval: v1 override", .unknownKind),
      ("Chaperone-Approval: v1", .unknownKind),
      ("Chaperone-Approval: v1 object", .keyOfOtherKind(kind: .object)),
      ("Chaperone-Objection" + Self.good.dropFirst(18), .keyOfOtherKind(kind: .approve)),
      (Self.good.replacing(" role", with: "  role"), .emptyWord(column: 92)),
      (Self.good + " ", .emptyWord(column: Self.good.utf8.count + 2)),
      (Self.good + " more", .notAField(column: Self.good.utf8.count + 2)),
      (Self.good + " more=1", .unknownField(column: Self.good.utf8.count + 2)),
      (Self.good + " sig=AAAA", .duplicate(.sig)),
      (Self.good.replacing(" role=", with: " repo=x role="), .duplicate(.repo)),
      (head + shuffled.joined(separator: " "), .outOfOrder(.draft, expected: .repo)),
      (head + Self.fields.dropLast().joined(separator: " "), .missing(.sig)),
      (head.dropLast() + "", .missing(.repo)),
      (Self.with(.repo, "6F1C2F1E55F14A8E9D5E3F8E3F1B1A10"), .malformed(.repo)),
      (Self.with(.draft, "2026/../flu"), .malformed(.draft)), (Self.with(.draft, "/flu"), .malformed(.draft)),
      (Self.with(.draft, "fl%75"), .malformed(.draft)), (Self.with(.draft, "flu%2f"), .malformed(.draft)),
      (Self.with(.draft, "caf%C3%a9"), .malformed(.draft)), (Self.with(.draft, ""), .malformed(.draft)),
      (Self.with(.role, "Legal"), .malformed(.role)), (Self.with(.role, "-legal"), .malformed(.role)),
      (Self.with(.by, String(repeating: "a", count: 65)), .malformed(.by)),
      (Self.with(.by, "d_w"), .malformed(.by)),
      (Self.with(.subject, Self.hex), .malformed(.subject)),
      (Self.with(.subject, "sha256:" + Self.hex.uppercased()), .malformed(.subject)),
      (Self.with(.rules, "sha256:" + Self.hex.dropLast()), .malformed(.rules)),
      (Self.with(.ack, "-"), .malformed(.ack)),
      (Self.with(.at, "2026-11-22T10:00:00+00:00"), .malformed(.at)),
      (Self.with(.at, "2026-02-29T10:00:00Z"), .malformed(.at)),
      (Self.with(.at, "2026-11-22t10:00:00Z"), .malformed(.at)),
      (Self.with(.exp, "2026-12-22T10:00:60Z"), .malformed(.exp)),
      (Self.with(.exp, "2026-11-22T10:00:00Z"), .expiresBeforeSigned),
      (Self.with(.seen, ids.joined(separator: ",")), .malformed(.seen)),
      (Self.with(.seen, [Self.hex, Self.hex].joined(separator: ",")), .malformed(.seen)),
      (Self.with(.seen, Self.hex + ","), .malformed(.seen)), (Self.with(.seen, ""), .malformed(.seen)),
      (Self.with(.note, Self.hex), .malformed(.note)),
      (Self.with(.nonce, "9F2C1D0E"), .malformed(.nonce)), (Self.with(.nonce, "9f2c"), .malformed(.nonce)),
      (Self.with(.sig, ""), .malformed(.sig)), (Self.with(.sig, "AAA"), .malformed(.sig)),
      (Self.with(.sig, "AB=="), .malformed(.sig)), (Self.with(.sig, "AAB="), .malformed(.sig)),
      (
        Self.good.replacing("Chaperone-Approval: v1 approve", with: "Chaperone-Withdrawal: v1 withdraw"),
        .withdrawsNothing
      ),
    ]
    for (line, expected) in cases {
      #expect(throws: expected, "\(expected)") { try Record(line: utf8(line)) }
    }
    // Padding with zero bits is the one spelling of two bytes.
    #expect(try Record(line: utf8(Self.with(.sig, "AAA="))).signature == [0, 0])
  }

  private func random(_ count: Int, _ random: inout DeterministicGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 1...255, using: &random) }
  }

  @Test("reading what was written gives the same, for every decision")
  func identity() throws {
    var generator = DeterministicGenerator(seed: 20_261_122)
    for _ in 0..<300 {
      let draftBytes = random(Int.random(in: 1...60, using: &generator), &generator)
      guard let draft = DraftID(draftBytes) else { continue }
      let at = Timestamp(secondsSince1970: Int.random(in: 0...250_000_000_000, using: &generator))
      let digest = { (seed: UInt64) in Digest(of: utf8("\(seed)")) }
      let decision = Decision(
        kind: RecordKind.allCases.randomElement(using: &generator) ?? .approve,
        repository: Clinic.repo(Clinic.repository),
        draft: draft, role: .legal, person: Clinic.id("d.whitfield"), subject: Subject(digest(generator.next())),
        rules: digest(generator.next()), acknowledged: digest(generator.next()), signedAt: at,
        expires: at.adding(seconds: 86_400),
        seen: Set((0..<Int.random(in: 1...20, using: &generator)).map { _ in RecordID(digest(generator.next())) }),
        note: Bool.random(using: &generator) ? digest(generator.next()) : nil, nonce: utf8("0011223344556677"))
      let record = try Record(decision, signature: random(Int.random(in: 1...300, using: &generator), &generator))
      #expect(record.decision == decision)
      #expect(try Record(line: record.line) == record)
    }
  }

  @Test("no change of one byte of a record is granted")
  func oneByte() throws {
    let clinic = Clinic()
    let record = try clinic.record(by: "dana", as: "privacy-officer")
    let question = try clinic.question()
    #expect(Standing(lines: [record.line], question: question).isApproved)
    var generator = DeterministicGenerator(seed: 3)
    for position in record.line.indices {
      for replacement in [record.line[position] ^ 1, UInt8.random(in: 0x20...0x7E, using: &generator)] {
        var line = record.line
        line[position] = replacement
        let isSame = replacement == record.line[position]
        #expect(Standing(lines: [line], question: question).isApproved == isSame, "byte \(position)")
      }
    }
  }
}
