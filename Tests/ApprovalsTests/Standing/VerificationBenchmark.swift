import Approvals
import Foundation
import Testing

/// How many records a second can be judged; run by hand, in release mode, with `CHAPERONE_BENCH=1`.
@Suite("Throughput", .enabled(if: ProcessInfo.processInfo.environment["CHAPERONE_BENCH"] == "1"))
struct VerificationBenchmark {
  @Test("1,000 records, each read, verified and judged")
  func records() throws {
    let clinic = Clinic()
    let question = try clinic.question()
    let lines = try (0..<1000).map { index in
      try clinic.record(by: "dana", as: "privacy-officer") { $0.nonce = utf8(String(0x1000_0000 + index, radix: 16)) }
        .line
    }
    let clock = ContinuousClock()
    var isApproved = false
    let whole = clock.measure { isApproved = Standing(lines: lines, question: question).isApproved }
    #expect(isApproved)
    let evidence = lines.map { Evidence(line: $0, signers: question.signers, revoked: question.revoked) }
    let judging = clock.measure { _ = Standing(evidence: evidence, question: question) }
    print("Standing of 1,000 records: \(whole), of it judging \(judging)")
    try others()
  }

  private func others() throws {
    let keygen = try SSHKeygen()
    let clock = ContinuousClock()
    for (name, type, bits) in [("ed", "ed25519", nil), ("ec", "ecdsa", 256), ("r2", "rsa", 2048), ("r3", "rsa", 3072)] {
      let line = try keygen.generate(name, type, bits: bits)
      let messages = (0..<50).map { utf8("v1 approve \($0)") }
      let blobs = try keygen.sign(messages, key: name)
      let own = try clock.measure {
        for _ in 0..<4 {
          for (message, blob) in zip(messages, blobs) { try SSHSignature(blob: blob).verify(message) }
        }
      }
      let allowed = utf8("\(name) namespaces=\"chaperone.approval.v1\" ") + line
      let questions = zip(messages, blobs).map { SSHKeygen.Question(message: $0, blob: $1, principal: name) }
      let theirs = try clock.measure { _ = try keygen.verify(questions, allowedSigners: allowed) }
      print("\(type) \(bits ?? 0): \(own / 200) here, \(theirs / 50) in ssh-keygen, each")
    }
  }
}
