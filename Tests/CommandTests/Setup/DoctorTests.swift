import Foundation
import TestSupport
import Testing

struct DoctorTests {
  private func lines(_ run: ProgramRun, _ state: String) -> [String] {
    run.output.split(separator: "\n").map(String.init).filter { $0.hasPrefix(state) }
  }

  @Test func aSoundSetUpIsProved() throws {
    let repository = try TemporaryRepository.setUp()
    let run = try repository.chaperone("doctor")
    #expect(run.status == 0)
    #expect(lines(run, "fail").isEmpty && lines(run, "?").isEmpty)
    #expect(lines(run, "warn") == ["warn  policy owners: there is one, who changes the policy alone"])
    #expect(run.output.contains("ok    proof: a planted draft was refused"))
    #expect(try repository.git("status", "--porcelain") == "")
  }

  @Test func aHookThatDoesNothingIsFoundOut() throws {
    let repository = try TemporaryRepository.setUp()
    let shim = try repository.read(".git/hooks/pre-commit")
    try repository.write(".git/hooks/pre-commit", shim.replacing("exec ", with: "exit 0 # "))
    let run = try repository.chaperone("doctor")
    #expect(run.status == 1)
    #expect(lines(run, "fail").contains("fail  proof: a planted draft was not refused"), "\(run.output)")
  }

  @Test func nothingSetUpFails() throws {
    let run = try TemporaryRepository().chaperone("doctor")
    #expect(run.status == 1)
    #expect(lines(run, "fail").count == 6)
    #expect(run.output.contains("run `chaperone init`"))
  }

  @Test func aPolicyThatIsOnlyWrittenIsNotInForce() throws {
    let repository = try TemporaryRepository()
    try repository.chaperone("init")
    let run = try repository.chaperone("doctor")
    #expect(run.status == 1)
    #expect(lines(run, "fail") == ["fail  policy: .chaperone/policy.yaml is not in force, because it is not staged"])
  }

  @Test(arguments: [
    ("people.yaml", "ada: {nme: Ada}\n", 1, "fail  .chaperone/people.yaml: line 1, column 7"),
    ("allowed_signers", "* ssh-ed25519 AAAA\n", 1, "fail  .chaperone/allowed_signers: line 1"),
    ("revoked_keys", "ssh-ed25519\n", 1, "fail  .chaperone/revoked_keys: line 1"),
    ("consents.yaml", "A-1: {}\n", 3, "?     policy: .chaperone/consents.yaml:1:6"),
    ("directory.yaml", "phone: []\n", 3, "?     policy: .chaperone/directory.yaml:1:1"),
    ("policy.yaml", "repo: none\n", 3, "?     policy: .chaperone/policy.yaml:1:7"),
  ])
  func aFileThatCannotBeReadIsNamed(name: String, text: String, status: Int32, line: String) throws {
    let repository = try TemporaryRepository.setUp()
    try repository.write(".chaperone/\(name)", text)
    try repository.stage(".")
    try repository.commit("Broken")
    let run = try repository.chaperone("doctor")
    #expect(run.status == status)
    #expect(run.output.contains(line), "\(run.output)")
  }

  @Test func aMissingListOfRevokedKeysFails() throws {
    let repository = try TemporaryRepository.setUp()
    try FileManager.default.removeItem(atPath: repository.path(".chaperone/revoked_keys"))
    try repository.stage(".")
    try repository.commit("Lost")
    let run = try repository.chaperone("doctor")
    #expect(run.status == 1)
    #expect(run.output.contains("fail  .chaperone/revoked_keys: the file is missing"))
  }

  @Test func someoneUnknownIsWarned() throws {
    let repository = try TemporaryRepository.setUp()
    try repository.git("config", "user.email", "other@example.org")
    let run = try repository.chaperone("doctor")
    #expect(run.status == 0)
    #expect(run.output.contains("warn  you: your user.email stands for nobody"))
  }

  @Test("Whoever is set where only git looks, as by GIT_CONFIG_GLOBAL, is known")
  func someoneKnownToGitAlone() throws {
    let repository = try TemporaryRepository.setUp()
    let address = try repository.git("config", "user.email")
    try repository.git("config", "--unset", "user.email")
    #expect(try repository.chaperone("doctor").output.contains("warn  you: have no user.email"))
    try repository.git("config", "--global", "user.email", address)
    #expect(try repository.chaperone("doctor").output.contains("ok    you: are "))
  }

  @Test func anIndexThatCannotBeReadIsUndecided() throws {
    let repository = try TemporaryRepository.setUp()
    try repository.write(".git/index", [UInt8](repeating: 7, count: 100))
    #expect(try repository.chaperone("doctor").status == 3)
  }
}
