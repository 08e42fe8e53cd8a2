import Approvals
import Drafts
import Testing

@Suite("Allowed signers and revoked keys")
struct TrustLineTests {
  private static let namespaces = "namespaces=\"chaperone.approval.v1\""
  private static let key = TestSigner().publicLine
  private static let other = TestSigner().publicLine

  @Test("the strict form reads")
  func reads() throws {
    let text = """
      # reviewers

      dana \(Self.namespaces) \(Self.key) dana's token
      dana \(Self.namespaces),valid-after="20260101Z",valid-before="202612312359Z" \(Self.other)
      """
    let signers = try AllowedSigners(parsing: utf8(text))
    #expect(signers.signers.map(\.line) == [3, 4])
    let dana = Clinic.id("dana")
    let line = try #require(signers.lines(of: dana, with: try PublicKey(line: utf8(Self.other))).first)
    #expect(line.validAfter == Clinic.moment("2026-01-01T00:00:00Z"))
    #expect(line.validBefore == Clinic.moment("2026-12-31T23:59:00Z"))
    #expect(signers.lines(of: dana).count == 2 && signers.lines(of: Clinic.id("cleo")).isEmpty)
    #expect(try AllowedSigners(parsing: []).signers.isEmpty)
  }

  @Test(
    "what OpenSSH would take and this reader does not",
    arguments: [
      ("* N K", .notOnePerson), ("*@clinic.example N K", .notOnePerson), ("dana,cleo N K", .notOnePerson),
      ("!dana N K", .notOnePerson), ("dan? N K", .notOnePerson), ("\"dana\" N K", .notOnePerson),
      ("dana@clinic.example N K", .notOnePerson), ("Dana N K", .notOnePerson), (" dana N K", .notOnePerson),
      ("dana K", .namespaces), ("dana namespaces=\"git\" K", .namespaces),
      ("dana namespaces=\"chaperone.approval.v1,git\" K", .namespaces),
      ("dana namespaces=\"chaperone.*\" K", .namespaces), ("dana namespaces=chaperone.approval.v1 K", .namespaces),
      ("dana NAMESPACES=\"chaperone.approval.v1\" K", .namespaces), ("dana N,N K", .namespaces),
      ("dana cert-authority,N K", .certificateAuthority), ("dana N,cert-authority K", .certificateAuthority),
      ("dana cert-authority K", .certificateAuthority),
      ("dana N,verify-required K", .option), ("dana N,valid-after=20260101Z K", .option),
      ("dana N,valid-after=\"20260101\" K", .date), ("dana N,valid-before=\"20260230Z\" K", .date),
      ("dana N,valid-before=\"2026010124Z\" K", .date), ("dana N,valid-before=\"202601012460Z\" K", .date),
      ("dana N", .incomplete), ("dana", .incomplete), ("dana N ssh-ed25519", .key(.malformedLine)),
      ("dana N ssh-dss AAAA", .key(.unsupportedType)), ("dana N ssh-ed25519 AAAA", .key(.malformedBlob)),
      ("dana N ssh-ed25519 A", .key(.malformedBase64)), ("dana\tN K", .notPrintable(column: 5)),
      ("dana N K\r", .notPrintable(column: 9)), ("dana N K \u{E9}", .notPrintable(column: 10)),
    ] as [(String, TrustLineError.Reason)])
  func refuses(template: String, reason: TrustLineError.Reason) throws {
    let line = template.replacing("K", with: Self.key).replacing("N", with: Self.namespaces)
    let isAboutColumns = if case .notPrintable = reason { true } else { false }
    let text = utf8("# one line before\n" + (isAboutColumns ? template : line) + "\n")
    #expect(throws: TrustLineError(line: 2, reason: reason)) { try AllowedSigners(parsing: text) }
  }

  @Test("a key of two people")
  func sharedKey() throws {
    let text = utf8("dana \(Self.namespaces) \(Self.key)\ncleo \(Self.namespaces) \(Self.key)\n")
    #expect(throws: TrustLineError(line: 2, reason: .keyOfAnother(line: 1))) { try AllowedSigners(parsing: text) }
  }

  @Test("revoked keys")
  func revoked() throws {
    let revoked = try RevokedKeys(parsing: utf8("# lost in the taxi\n\(Self.key) dana\n\n"))
    #expect(revoked.contains(try PublicKey(line: utf8(Self.key))))
    #expect(!revoked.contains(try PublicKey(line: utf8(Self.other))))
    #expect(throws: TrustLineError(line: 2, reason: .key(.malformedBase64))) {
      try RevokedKeys(parsing: utf8("\(Self.key)\nssh-ed25519 AAAA=\n"))
    }
  }

  @Test("a public key line and its blob must agree")
  func publicKey() throws {
    let key = try PublicKey(line: utf8(Self.key + " a comment"))
    #expect(key.line == utf8(Self.key))
    let mixed = Self.key.replacing("ssh-ed25519", with: "sk-ssh-ed25519@openssh.com")
    #expect(throws: PublicKeyError.typeMismatch) { try PublicKey(line: utf8(mixed)) }
    #expect(throws: PublicKeyError.trailingBytes) { try PublicKey(blob: key.blob + [0]) }
    #expect(throws: PublicKeyError.malformedBlob) { try PublicKey(blob: Array(key.blob.dropLast())) }
  }
}
