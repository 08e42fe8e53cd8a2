import Drafts
import Foundation
import Gate
import Git
import TestSupport
import Testing

/// A check of everything says the same with the answers of the one before as without them.
struct CheckMemoryTests {
  private static let identifier = "312-456-7891"
  private static let person = "Hortensia Quibblewick"
  private static let texts = [
    "The car park barrier is working again.\n",
    "My patient told me today that she will dance again.\n\n---\n\nShe is 94 and lives by the mill.\n",
    "Bed 4 is in agony, ten out of ten, while scrolling through holiday photos. Sure, Jan.\n",
    "Our patient \(person) rang from \(identifier) about her hip on 3 May 2026.\n",
    String(repeating: "Nobody needs to book, and children are welcome. ", count: 12) + "\n",
    "Línea nueva: la clínica abre el lunes para todas las familias del barrio y sus vecinos.\n",
    "Visiting hours change\r\nfrom Sunday.\r\n",
  ]
  private static let keys = [
    "publishDate: 2026-12-01T09:00:00Z\n", "publishDate: 2026-12-03T09:00:00Z\nexpiryDate: 2026-12-05T00:00:00Z\n",
    "consent: AUTH-7\n", "embargoUntil: 2026-12-04T00:00:00Z\n",
    "claims: [{text: the hip, source: a study, reviewed: 2024-12-02}]\n",
    "attachments: [{file: media/a.png, alt: The gate, people: none}]\n", "inReplyTo: {file: drafts/a.md}\n",
    "unheardOf: 1\n", "expiryDate: 2026-12-02T12:00:00Z\n", "",
  ]
  private static let consent =
    "AUTH-7: {subject: adult, scope: {channels: [x], purposes: [awareness], media: [text]}, signed: 2026-01-02, expires: 2026-12-06}\n"
  private static let head = "version: 1\nrepo: 6f1c2f1e-55f1-4a8e-9d5e-3f8e3f1b1a10\n"
  private static let policies: [(path: String, texts: [String])] = [
    (".chaperone/policy.yaml", [head, head + "raise: {privacy/patient-anecdote: block}\n", head + "packs: [us]\n"]),
    (".chaperone/directory.yaml", ["phones: [\(identifier)]\n", "people: [\(person)]\n", ""]),
    (
      ".chaperone/consents.yaml",
      [consent, consent.replacing("expires: 2026-12-06}", with: "expires: 2026-12-06, revoked: 2026-05-01}"), ""]
    ),
  ]

  private func lines(_ repository: TemporaryRepository, _ now: Timestamp, remembers: Bool) throws -> (
    lines: [String], remembered: Int
  ) {
    let opened = try Repository.open(
      GitEnvironment(variables: repository.environment, directory: repository.directory.path), mode: .commandLine)
    let json = JSONReport(revealsIdentifiers: true, includesEntities: false)
    let text = TextReport(style: .plain)
    var lines: [String] = []
    var remembered = 0
    try RepositoryCheck(opened, now: now).visitAllStaged(remembers: remembers) { draft, count throws(GateError) in
      if case .remembered = draft.outcome { remembered += 1 }
      lines.append("\(count) \(draft.size) " + json.draft(draft).line + (text.section(draft) ?? ""))
    }
    return (lines, remembered)
  }

  private func write(_ repository: TemporaryRepository, _ random: inout DeterministicGenerator) throws {
    let name =
      ["drafts/a.md", "drafts/b.md", "drafts/c/d.md", "drafts/e.md", "published/f.md"]
      .randomElement(using: &random) ?? ""
    let keys = Set((0..<2).compactMap { _ in Self.keys.randomElement(using: &random) })
    let about = Bool.random(using: &random) ? "none" : "patient"
    try repository.write(
      name,
      "---\nauthor: ada\nchannels: [x]\nabout: \(about)\n\(keys.sorted().joined())---\n"
        + (Self.texts.randomElement(using: &random) ?? ""))
  }

  @Test(arguments: 0..<2)
  func aHistoryIsCheckedTheSame(seed: UInt64) throws {
    var random = DeterministicGenerator(seed: seed)
    let repository = try TemporaryRepository()
    for (path, texts) in Self.policies { try repository.write(path, texts[0]) }
    try repository.write("media/a.png", "no picture\n")
    for _ in 0..<6 { try write(repository, &random) }
    try repository.stage()
    try repository.commit("first")
    var now = 1_795_860_000
    var remembered = 0
    for step in 0..<16 {
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1, 2: try write(repository, &random)
      case 3: try repository.write("media/a.png", "no picture either \(step)\n")
      case 4:
        guard let (path, texts) = Self.policies.randomElement(using: &random) else { continue }
        try repository.write(path, texts.randomElement(using: &random) ?? "")
        try repository.git("commit", "-q", "--allow-empty", "-m", "policy", "--", ".chaperone")
      case 5: now += Int.random(in: -40_000...90_000, using: &random)
      case 6: now += 43_200
      default: try repository.git("rm", "-q", "-f", "--ignore-unmatch", "--", "drafts/e.md", "drafts/a.md")
      }
      try repository.stage()
      let time = Timestamp(secondsSince1970: now)
      let fresh = try lines(repository, time, remembers: false).lines
      let first = try lines(repository, time, remembers: true)
      #expect(first.lines == fresh, "step \(step)")
      let again = try lines(repository, time, remembers: true)
      #expect(again.lines == fresh, "step \(step), again")
      remembered += first.remembered
    }
    #expect(remembered > 5)
  }

  @Test func anAnswerHoldsUntilADateIsOver() throws {
    let repository = try TemporaryRepository()
    for (path, texts) in Self.policies { try repository.write(path, texts[0]) }
    let draft = "---\nauthor: ada\nchannels: [x]\nabout: none\npublishDate: 2026-12-01T09:00:00Z\n---\nOpen.\n"
    try repository.write("drafts/a.md", draft)
    try repository.stage()
    try repository.commit("first")
    let end = try #require(Timestamp("2026-12-01T09:00:00Z")).secondsSince1970
    for (time, isRemembered) in [(-9_000, false), (-9_001, false), (-8_000, true), (0, true), (1, false), (5, true)] {
      let now = Timestamp(secondsSince1970: end + time)
      let answer = try lines(repository, now, remembers: true)
      #expect((answer.remembered == 1) == isRemembered, "\(time)")
      #expect(answer.lines == (try lines(repository, now, remembers: false).lines), "\(time)")
    }
  }

  @Test func nothingOfADraftIsWrittenDown() throws {
    let repository = try TemporaryRepository()
    for (path, texts) in Self.policies { try repository.write(path, path.contains("directory") ? "" : texts[0]) }
    for (number, text) in Self.texts.enumerated() {
      try repository.write("drafts/\(number).md", "---\nauthor: ada\nchannels: [x]\nabout: none\n---\n\(text)")
    }
    try repository.stage()
    try repository.commit("first")
    let now = Timestamp(secondsSince1970: 1_795_860_000)
    _ = try lines(repository, now, remembers: true)
    let again = try lines(repository, now, remembers: true)
    #expect(again.remembered == Self.texts.count)
    #expect(again.lines.contains { $0.contains(Self.identifier) })
    let file = repository.directory.appending(path: ".git/chaperone/verdicts")
    let kept = try Data(contentsOf: file)
    for words in [Self.identifier, "Quibblewick", "agony", "barrier", "dance"] {
      #expect(kept.firstRange(of: Data(words.utf8)) == nil, "\(words)")
    }
    // Damage is not used, and does no harm.
    let whole = try lines(repository, now, remembers: false).lines
    var random = DeterministicGenerator(seed: 5)
    for round in 0..<8 {
      var damaged = kept
      if round == 0 {
        damaged = kept.dropLast(9)
      } else {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      try damaged.write(to: file)
      let answer = try lines(repository, now, remembers: true)
      #expect(answer.remembered == 0 && answer.lines == whole, "round \(round)")
    }
  }
}
