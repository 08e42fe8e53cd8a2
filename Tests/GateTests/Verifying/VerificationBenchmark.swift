import Approvals
import Changes
import Foundation
import Gate
import Git
import TestSupport
import Testing

/// Makes a large push and prints how long its verification takes; run by hand, with `CHAPERONE_BENCH=DRAFTS`.
///
/// The repository stays in the folder it prints, so that `chaperone-hook pre-receive` of a release build can be timed on
/// it as well.
@Suite struct VerificationBenchmark {
  private static let count = ProcessInfo.processInfo.environment["CHAPERONE_BENCH"].flatMap { Int($0) }

  @Test("A push of many published drafts, two records each", .enabled(if: count != nil))
  func largePush() throws {
    let count = known(Self.count)
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    var paths: [RepositoryPath] = []
    for number in 0..<count {
      let path = "drafts/2026/\(number / 50)/post-\(number).md"
      try ada.repository.write(path, Clinic.draft("My patient number \(number) is doing well.\n"))
      paths.append(known(RepositoryPath(path)))
    }
    try ada.commit("Many drafts")
    try ada.git("push", "--quiet", "origin", "main")
    for (name, role) in [("dana", Role.privacyOfficer), ("cleo", Role.clinicalLead)] {
      let desk = try clinic.desk(name)
      try desk.git("pull", "--quiet")
      let signOff = try desk.signOff()
      try signOff.approve(try signOff.standings(of: paths), by: signOff.signer(), as: role, note: nil)
      try desk.sync()
    }
    try ada.sync()
    let clock = ContinuousClock()
    for start in stride(from: 0, to: count, by: 100) {
      let batch = Array(paths[start..<min(start + 100, count)])
      let time = try clock.measure { _ = try ada.signOff().publish(batch) }
      print("publish \(batch.count) drafts: \(time)")
    }
    let time = try clock.measure {
      let report = try ada.verify()
      #expect(report.codes == [])
      print("\(report.commits) commits, \(report.records) records")
    }
    print("verify: \(time)")
    let folder = "/tmp/chaperone-bench-\(count)"
    _ = try ProgramRun.run(
      "sh", ["-c", "rm -rf \(folder) && cp -a '\(clinic.server.root.path)' \(folder)"],
      environment: ["PATH": "/usr/bin:/bin"])
    print("kept in \(folder)")
  }
}
