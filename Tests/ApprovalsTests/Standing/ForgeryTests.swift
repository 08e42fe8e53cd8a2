import Approvals
import Drafts
import TestSupport
import Testing

/// Forgeries and accidents, each of which must fail for its own reason.
@Suite("Forgeries")
struct ForgeryTests {
  private func codes(_ standing: Standing) -> Set<Problem.Code> { Set(standing.problems.map(\.code)) }

  /// Expects a standing that is not approved and names the code.
  private func refused(
    _ standing: Standing, _ code: Problem.Code, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(!standing.isApproved, sourceLocation: sourceLocation)
    #expect(codes(standing) == [code], "\(standing.problems.map(\.sentence))", sourceLocation: sourceLocation)
  }

  @Test("an honest approval is granted")
  func honest() throws {
    let clinic = Clinic()
    let record = try clinic.record(by: "dana", as: "privacy-officer")
    let standing = try clinic.standing([record, record])
    #expect(standing.isApproved && standing.problems.isEmpty)
    let grant = try #require(standing.grants.first)
    #expect(grant.person == PersonID("dana") && grant.record == record.id)
    #expect(grant.expires == Clinic.moment("2026-12-20T10:00:00Z"))
  }

  @Test("a trailer written by hand")
  func handWritten() throws {
    let clinic = Clinic()
    let name = utf8("Approved-by: Dana Field <dana@clinic.example> (privacy-officer)")
    #expect(codes(try clinic.standing(lines: [name])) == [.malformed, .noRecord])
    let decision = try clinic.decision(by: "dana", as: "privacy-officer")
    let unsigned = try Record(decision, signature: utf8("trust me"))
    #expect(codes(try clinic.standing([unsigned])) == [.badSignature, .noRecord])
  }

  @Test("one byte edited after the approval")
  func editedByte() throws {
    var clinic = Clinic()
    let record = try clinic.record(by: "dana", as: "privacy-officer")
    clinic.manifest = Self.changed(clinic.manifest, body: utf8("Flu shots from Tuesday.\n"))
    let standing = try clinic.standing([record])
    refused(standing, .staleContent)
    #expect(standing.entries.map(\.state) == [.stale(.staleContent)])
  }

  @Test("the file moved to another draft id")
  func moved() throws {
    var clinic = Clinic()
    let record = try clinic.record(by: "dana", as: "privacy-officer")
    clinic.manifest = Self.changed(clinic.manifest, draft: Clinic.draft("2026/flu-clinic-2"))
    #expect(codes(try clinic.standing([record])) == [.wrongDraft, .noRecord])
  }

  @Test("the draft's id used again for another text")
  func reusedID() throws {
    var clinic = Clinic()
    let record = try clinic.record(by: "dana", as: "privacy-officer")
    clinic.manifest = Self.changed(clinic.manifest, body: utf8("Something else entirely.\n"))
    refused(try clinic.standing([record]), .staleContent)
  }

  @Test("another channel, another picture under the same name")
  func otherTargetAndAsset() throws {
    var clinic = Clinic()
    let asset = SubjectManifest.Asset(path: utf8("media/a.jpg"), content: SubjectManifest.Content(of: [1]))
    clinic.manifest = Self.changed(clinic.manifest, assets: [asset])
    let record = try clinic.record(by: "dana", as: "privacy-officer")
    #expect(try clinic.standing([record]).isApproved)
    var channel = clinic
    channel.manifest = Self.changed(clinic.manifest, targets: [utf8("x")])
    refused(try channel.standing([record]), .staleContent)
    let swapped = SubjectManifest.Asset(path: asset.path, content: SubjectManifest.Content(of: [2]))
    clinic.manifest = Self.changed(clinic.manifest, assets: [swapped])
    refused(try clinic.standing([record]), .staleContent)
  }

  @Test("another repository's record")
  func otherRepository() throws {
    let clinic = Clinic()
    let record = try clinic.record(by: "dana", as: "privacy-officer") {
      $0.repository = Clinic.repo("00000000000000000000000000000000")
    }
    #expect(codes(try clinic.standing([record])) == [.wrongRepository, .noRecord])
  }

  @Test("a role the person does not hold, or does not hold any more")
  func otherRole() throws {
    let clinic = Clinic()
    refused(try clinic.standing([try clinic.record(by: "cleo", as: "privacy-officer")]), .wrongRole)
    refused(try clinic.standing([try clinic.record(by: "former", as: "privacy-officer")]), .wrongRole)
    // A record in a role of the person's own does not fill another.
    let standing = try clinic.standing([try clinic.record(by: "cleo", as: "clinical-lead")])
    refused(standing, .noRecord)
  }

  @Test("two keys or two roles of one person")
  func oneTwice() throws {
    var clinic = Clinic()
    clinic.findings = [Clinic.finding("privacy/a", roles: "privacy-officer", "clinical-lead")]
    let second = TestSigner()
    clinic.keys["second"] = second
    clinic.signersText += second.allowed("both") + "\n"
    let privacy = try clinic.record(by: "both", as: "privacy-officer")
    let clinical = try clinic.sign(try clinic.decision(by: "both", as: "clinical-lead"), with: "second")
    refused(try clinic.standing([privacy, clinical]), .samePerson)
    // With somebody else for one of the two it is solvable, whichever role the greedy would take first.
    let cleo = try clinic.record(by: "cleo", as: "clinical-lead")
    #expect(try clinic.standing([privacy, clinical, cleo]).isApproved)
    let dana = try clinic.record(by: "dana", as: "privacy-officer")
    #expect(try clinic.standing([privacy, clinical, dana]).isApproved)
    // Only a policy that says so lets one person fill both.
    clinic.policyYAML += "\napprovals: {samePerson: true}"
    #expect(try clinic.standing([privacy, clinical]).isApproved)
  }

  @Test("author, committer or co-author approves", arguments: ["author@clinic.example", "DANA@Clinic.example"])
  func ownWork(email: String) throws {
    var clinic = Clinic()
    clinic.contributors = Contributors(author: utf8("author"), emails: [EmailAddress(email)], in: try clinic.people())
    let person = email.hasPrefix("author") ? "author" : "dana"
    refused(try clinic.standing([try clinic.record(by: person, as: "privacy-officer")]), .ownWork)
  }

  @Test("an address nobody owns asks for one more approver")
  func unattributed() throws {
    var clinic = Clinic()
    clinic.contributors = Contributors(
      author: utf8("author"), emails: [EmailAddress("dana@home.example")], in: try clinic.people())
    let dana = try clinic.record(by: "dana", as: "privacy-officer")
    let standing = try clinic.standing([dana])
    refused(standing, .samePerson)
    #expect(standing.entries.map(\.slot) == [.role(.privacyOfficer), .anyone])
    #expect(try clinic.standing([dana, try clinic.record(by: "lena", as: "legal")]).isApproved)
  }

  @Test("a key past its time, the record backdated")
  func expiredKey() throws {
    var clinic = Clinic()
    let key = TestSigner()
    clinic.keys["old"] = key
    let options = "namespaces=\"chaperone.approval.v1\",valid-before=\"20261130Z\""
    clinic.signersText += key.allowed("dana", options: options) + "\n"
    let record = try clinic.sign(try clinic.decision(by: "dana", as: "privacy-officer"), with: "old")
    refused(try clinic.standing([record]), .expired)
    clinic.now = Clinic.moment("2026-11-29T09:00:00Z")
    #expect(try clinic.standing([record]).isApproved)
    clinic.signersText = clinic.signersText.replacing("valid-before=\"20261130Z\"", with: "valid-after=\"20261128Z\"")
    refused(try clinic.standing([record]), .notYetValid)
  }

  @Test("dated in the future", arguments: [(600, true), (601, false)])
  func future(seconds: Int, isGranted: Bool) throws {
    let clinic = Clinic()
    let record = try clinic.record(by: "dana", as: "privacy-officer") {
      $0.signedAt = clinic.now.adding(seconds: seconds)
    }
    let standing = try clinic.standing([record])
    #expect(standing.isApproved == isGranted)
    if !isGranted { refused(standing, .notYetValid) }
  }

  @Test("a revoked key, and a list of revoked keys that is missing")
  func revoked() throws {
    var clinic = Clinic()
    let record = try clinic.record(by: "dana", as: "privacy-officer")
    clinic.revokedText = "# lost\n" + (clinic.keys["dana"]?.publicLine ?? "") + " dana's old key\n"
    refused(try clinic.standing([record]), .revoked)
    clinic.revokedText = nil
    let standing = try clinic.standing([record])
    refused(standing, .noRevocationList)
    #expect(!standing.isDecidable)
  }

  @Test("a signature made for git, and one of a key that is not listed")
  func namespaceAndKey() throws {
    var clinic = Clinic()
    let decision = try clinic.decision(by: "dana", as: "privacy-officer")
    let git = try clinic.sign(decision, namespace: "git")
    #expect(codes(try clinic.standing([git])) == [.badSignature, .noRecord])
    let cleo = try clinic.sign(decision, with: "cleo")
    #expect(codes(try clinic.standing([cleo])) == [.unknownKey, .noRecord])
    clinic.keys["mallory"] = TestSigner()
    let mallory = try clinic.sign(decision, with: "mallory")
    #expect(codes(try clinic.standing([mallory])) == [.unknownKey, .noRecord])
    clinic.keys["stranger"] = clinic.keys["dana"]
    let stranger = try clinic.record(by: "stranger", as: "privacy-officer")
    #expect(codes(try clinic.standing([stranger])) == [.unknownPerson, .noRecord])
  }

  @Test("NUL, CR, tab, fold, a second field, an over-long line")
  func malformed() throws {
    let clinic = Clinic()
    let line = try clinic.record(by: "dana", as: "privacy-officer").line
    let altered = [
      line + [0], line + utf8("\r"), line + utf8("\n more"), utf8("Chaperone-Approval:\t") + line.dropFirst(20),
      line + utf8(" sig=AAAA"), line + Array(repeating: 0x41, count: 4096),
    ]
    for copy in altered { #expect(codes(try clinic.standing(lines: [copy])) == [.malformed, .noRecord]) }
  }

  @Test("look-alike ids and addresses", arguments: ["d\u{E5}na", "dan\u{430}", "da\u{200B}na", "\u{202E}anad", "DANA"])
  func lookAlikes(id: String) throws {
    #expect(PersonID(id) == nil)
    let clinic = Clinic()
    let people = try clinic.people()
    #expect(people.person(withEmail: EmailAddress("\u{212A}@clinic.example")) == nil)
    #expect(EmailAddress("\u{212A}") != EmailAddress("k") && EmailAddress("D\u{131}") != EmailAddress("di"))
    let contributors = Contributors(author: utf8(id), emails: [], in: people)
    #expect(contributors.hasUnattributed)
  }

  @Test("a service account never signs")
  func serviceAccount() throws {
    let clinic = Clinic()
    let standing = try clinic.standing([try clinic.record(by: "bot", as: "privacy-officer")])
    #expect(codes(standing) == [.serviceAccount, .noRecord])
  }

  @Test("the consent is over or revoked")
  func consentEnded() throws {
    var clinic = Clinic()
    let scope = Consent.Scope(channels: [utf8("facebook")], purposes: [utf8("awareness")], media: [utf8("text")])
    let consent = { (expires: String, revoked: String?) in
      Consent(
        reference: utf8("AUTH-2026-0417"), subject: .adult, scope: scope, signed: Clinic.moment("2026-10-02T00:00:00Z"),
        expires: Clinic.moment(expires), revoked: revoked.map(Clinic.moment))
    }
    let record = try clinic.record(by: "dana", as: "privacy-officer")
    clinic.consents = [consent("2026-12-05T00:00:00Z", nil)]
    #expect(try clinic.standing([record]).expires == Clinic.moment("2026-12-05T00:00:00Z"))
    for ended in [consent("2026-12-01T09:00:00Z", nil), consent("2027-10-02T00:00:00Z", "2026-11-30T00:00:00Z")] {
      clinic.consents = [ended]
      let standing = try clinic.standing([record])
      #expect(!standing.isApproved)
      #expect(codes(standing) == [.consentEnded, .expired])
    }
  }

  private static func changed(
    _ manifest: SubjectManifest, draft: DraftID? = nil, body: [UInt8]? = nil,
    assets: [SubjectManifest.Asset]? = nil, targets: [[UInt8]]? = nil
  ) -> SubjectManifest {
    SubjectManifest(
      repository: manifest.repository, draft: draft ?? manifest.draft,
      body: body.map { SubjectManifest.Content(of: $0) } ?? manifest.body, assets: assets ?? manifest.assets,
      targets: targets ?? manifest.targets)
  }
}
