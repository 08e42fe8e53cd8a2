import Approvals
import TestSupport
import Testing

/// The verdicts of the reader beside those of the real `ssh-keygen -Y verify`.
@Suite("Signatures against ssh-keygen")
struct KeygenOracleTests {
  private static let keys: [(name: String, type: String, bits: Int?, goodCount: Int)] = [
    ("ed", "ed25519", nil, 60), ("ec", "ecdsa", 256, 60), ("r2", "rsa", 2048, 15), ("r3", "rsa", 3072, 10),
  ]

  private func accepts(_ blob: [UInt8], _ message: [UInt8], by key: PublicKey) -> Bool {
    do {
      let signature = try SSHSignature(blob: blob)
      guard signature.key == key else { return false }
      try signature.verify(message)
      return true
    } catch {
      return false
    }
  }

  private func allowed(_ name: String, _ line: [UInt8]) -> [UInt8] {
    utf8("\(name) namespaces=\"chaperone.approval.v1\" ") + line
  }

  private func messages(_ count: Int, seed: UInt64) -> [[UInt8]] {
    var random = DeterministicGenerator(seed: seed)
    return (0..<count).map { index in (0..<(index * 7)).map { _ in UInt8.random(in: 0...255, using: &random) } }
  }

  @Test("good signatures are good to both", arguments: keys.indices)
  func good(index: Int) throws {
    let (name, type, bits, count) = Self.keys[index]
    let keygen = try SSHKeygen()
    let line = try keygen.generate(name, type, bits: bits)
    let key = try PublicKey(line: line)
    #expect(try keygen.run(["ssh-keygen", "-l", "-f", "\(name).pub"]).contains(" \(key.fingerprint) "))
    let messages = messages(count, seed: 1)
    let blobs = try keygen.sign(messages, key: name)
    for (message, blob) in zip(messages, blobs) { #expect(accepts(blob, message, by: key)) }
    let questions = zip(messages, blobs).prefix(5).map {
      SSHKeygen.Question(message: $0, blob: $1, principal: name)
    }
    #expect(try keygen.verify(questions, allowedSigners: allowed(name, line)) == Array(repeating: true, count: 5))
    // A signature of one message is none of another.
    for (message, blob) in zip(messages.dropFirst(), blobs) { #expect(!accepts(blob, message, by: key)) }
  }

  @Test("no altered signature is accepted that ssh-keygen refuses, or refused that it accepts", arguments: keys.indices)
  func altered(index: Int) throws {
    let (name, type, bits, _) = Self.keys[index]
    let keygen = try SSHKeygen()
    let line = try keygen.generate(name, type, bits: bits)
    let key = try PublicKey(line: line)
    let message = utf8("v1 approve draft=2026/flu-clinic")
    let blob = try #require(try keygen.sign([message], key: name).first)
    var random = DeterministicGenerator(seed: UInt64(index))
    var altered: [[UInt8]] = []
    let isSlow = type == "rsa"
    for position in stride(from: 0, to: blob.count, by: isSlow ? 4 : 1) {
      for bit in isSlow ? [Int.random(in: 0..<8, using: &random)] : Array(0..<8) {
        var copy = blob
        copy[position] ^= 1 << UInt8(bit)
        altered.append(copy)
      }
    }
    altered += (0..<blob.count).map { Array(blob[..<$0]) }
    altered += (1...40).map { blob + Array(repeating: 0, count: $0) }
    altered += (0..<60).map { _ in
      var copy = blob
      copy.insert(UInt8.random(in: 0...255, using: &random), at: Int.random(in: 0...blob.count, using: &random))
      return copy
    }
    let verdicts = altered.map { accepts($0, message, by: key) }
    var sample = Set((0..<90).map { _ in altered.indices.randomElement(using: &random) ?? 0 })
    sample.formUnion(verdicts.indices.filter { verdicts[$0] })
    let asked = sample.sorted()
    let answers = try keygen.verify(
      asked.map { SSHKeygen.Question(message: message, blob: altered[$0], principal: name) },
      allowedSigners: allowed(name, line))
    for (position, answer) in zip(asked, answers) {
      // OpenSSH takes the versions 0 and 1; a record has one spelling, so this reader takes 1 only.
      let isVersionZero = altered[position].count == blob.count && altered[position][9] == 0
      #expect(verdicts[position] == (answer && !isVersionZero), "alteration \(position)")
    }
    #expect(verdicts.allSatisfy { !$0 }, "an alteration is accepted")
  }

  @Test("swapped keys and foreign namespaces are refused by both")
  func swapped() throws {
    let keygen = try SSHKeygen()
    let first = try keygen.generate("first", "ed25519")
    let second = try keygen.generate("second", "ed25519")
    let message = utf8("v1 approve")
    let foreign = try keygen.sign([message], key: "first", namespace: "git")
    let own = try keygen.sign([message], key: "first")
    let cases = [
      (own[0], first, "first", true), (own[0], second, "second", false), (foreign[0], first, "first", false),
    ]
    let file = allowed("first", first) + utf8("\n") + allowed("second", second) + utf8("\n")
    let answers = try keygen.verify(
      cases.map { SSHKeygen.Question(message: message, blob: $0.0, principal: $0.2) }, allowedSigners: file)
    for ((blob, line, _, expected), answer) in zip(cases, answers) {
      #expect(accepts(blob, message, by: try PublicKey(line: line)) == expected)
      #expect(answer == expected)
    }
    #expect(throws: SSHSignatureError.foreignNamespace) { try SSHSignature(blob: foreign[0]).verify(message) }
  }

  @Test("an RSA key of 1024 bits is refused")
  func smallRSA() throws {
    let keygen = try SSHKeygen()
    let line = try keygen.generate("small", "rsa", bits: 1024)
    #expect(throws: PublicKeyError.rsaSize(bits: 1024)) { try PublicKey(line: line) }
  }

  @Test("a hardware key made in software verifies with ssh-keygen too")
  func securityKey() throws {
    let keygen = try SSHKeygen()
    let signer = TestSigner(.securityKey)
    let message = utf8("v1 approve draft=late")
    let blob = try signer.sign(message)
    let key = try PublicKey(line: utf8(signer.publicLine))
    #expect(accepts(blob, message, by: key))
    var altered = blob.indices.map { position in
      var copy = blob
      copy[position] ^= 0x10
      return copy
    }
    altered.append(blob + [0])
    for copy in altered { #expect(!accepts(copy, message, by: key)) }
    let asked = [blob] + stride(from: 5, to: altered.count, by: 12).map { altered[$0] }
    let answers = try keygen.verify(
      asked.map { SSHKeygen.Question(message: message, blob: $0, principal: "sk") },
      allowedSigners: utf8(signer.allowed("sk") + "\n"))
    #expect(answers == asked.map { accepts($0, message, by: key) })
    // A key that signed without being touched proves no decision of a person; OpenSSH leaves this to its caller.
    let untouched = try signer.sign(message, flags: 0)
    #expect(throws: SSHSignatureError.userNotPresent) { try SSHSignature(blob: untouched).verify(message) }
  }
}
