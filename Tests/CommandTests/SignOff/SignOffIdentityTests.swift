import Foundation
import TestSupport
import Testing

struct SignOffIdentityTests {
  @Test func makesAKeyAndSaysWhatToDo() throws {
    let clinic = try SignOffClinic()
    let run = try clinic.repository.chaperone("identity", "init", "--new", "--no-passphrase")
    #expect(run.status == 0, "\(run.error)")
    try Golden.check(clinic.stable(run.output), "identity-new")
    #expect(try clinic.repository.git("config", "chaperone.identity") == "ada")
    let file = clinic.repository.root.appending(path: ".ssh/chaperone_ed25519")
    #expect(try clinic.repository.git("config", "chaperone.signingkey") == file.path)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func noKeyIsEverOverwritten() throws {
    let clinic = try SignOffClinic()
    let home = clinic.repository.root
    try FileManager.default.createDirectory(at: home.appending(path: ".ssh"), withIntermediateDirectories: true)
    for name in ["chaperone_ed25519", "chaperone_ed25519.pub"] {
      let file = home.appending(path: ".ssh/\(name)")
      try Data("mine\n".utf8).write(to: file)
      let run = try clinic.repository.chaperone("identity", "init", "--new", "--no-passphrase")
      #expect(run.status == 2)
      #expect(run.error.contains("no key is ever overwritten"))
      #expect(try String(contentsOf: file, encoding: .utf8) == "mine\n")
      try FileManager.default.removeItem(at: file)
    }
  }

  @Test func takesAKeyThatIsThere() throws {
    let clinic = try SignOffClinic()
    let listed = try clinic.repository.chaperone(
      "identity", "init", "--id", "dana", "--key", clinic.keyFile("dana") + ".pub")
    #expect(listed.status == 0, "\(listed.error)")
    #expect(listed.output.contains("The key is listed in .chaperone/allowed_signers already."))
    #expect(try clinic.repository.git("config", "chaperone.signingkey") == clinic.keyFile("dana"))
    let again = try clinic.repository.chaperone("identity", "init")
    #expect(again.status == 0, "\(again.error)")
    #expect(again.output == listed.output)
    #expect(try clinic.repository.chaperone("approve", "robot", "--yes").status == 0)
  }

  /// The public half of a key an agent holds.
  @Test func takesAPublicKeyAlone() throws {
    let clinic = try SignOffClinic()
    try clinic.makeKey("agent")
    try FileManager.default.removeItem(atPath: clinic.keyFile("agent"))
    let run = try clinic.repository.chaperone("identity", "init", "--key", clinic.keyFile("agent") + ".pub")
    #expect(run.status == 0, "\(run.error)")
    #expect(try clinic.repository.git("config", "chaperone.signingkey") == clinic.keyFile("agent") + ".pub")
    #expect(run.output.contains("chaperone people add ada --key agent.pub"))
  }

  /// The private half is in the agent and nowhere else.
  @Test func anAgentSigns() throws {
    let clinic = try SignOffClinic()
    let key = clinic.keyFile("dana")
    let setUp = try clinic.repository.chaperone("identity", "init", "--id", "dana", "--key", key + ".pub")
    #expect(setUp.status == 0, "\(setUp.error)")
    try clinic.repository.git("config", "chaperone.signingkey", key + ".pub")
    let program = ProgramRun.shellQuoted(BuiltPrograms.chaperone.path)
    let script = "ssh-add -q '\(key)' && rm '\(key)' && exec \(program) approve robot --yes"
    let run = try clinic.repository.run("ssh-agent", ["sh", "-c", script])
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("dana approved version"))
    let later = try clinic.repository.chaperone("withdraw", "robot", "--yes")
    #expect(later.status == 3)
    #expect(later.error.contains("ssh-keygen did not sign"))
    #expect(try clinic.records == 1)
  }

  static let refusals: [(arguments: [String], status: Int32, words: String)] = [
    (["--new"], 2, "There is no terminal to ask for a passphrase on"),
    ([], 2, "There is no terminal to ask on"),
    (["--id", "No One", "--new", "--no-passphrase"], 2, "is no id"),
    (["--key", "nowhere"], 2, "there is no such public key file"),
    (["--key", "drafts/robot.md"], 2, "there is no such public key file"),
    (["--key", "K", "--new"], 2, "not both"),
    (["--id", "dana", "--key", "KEYS/lee"], 1, "this key is listed for lee"),
  ]

  @Test(arguments: refusals)
  func eachRefusalHasItsMessage(arguments: [String], status: Int32, words: String) throws {
    let clinic = try SignOffClinic()
    let keys = clinic.repository.root.appending(path: "keys").path
    let run = try clinic.repository.run(
      BuiltPrograms.chaperone.path, ["identity", "init"] + arguments.map { $0.replacing("KEYS", with: keys) })
    #expect(run.status == status)
    #expect(run.error.contains(words), "\(run.error)")
    #expect(try clinic.repository.run("git", ["config", "chaperone.identity"]).status == 1)
  }

  @Test(arguments: [("y\n", 0), ("n\n", 1)])
  func asksBeforeItMakesAKey(answer: String, status: Int) throws {
    let clinic = try SignOffClinic()
    let run = try clinic.repository.run(
      BuiltPrograms.chaperone.path, ["identity", "init", "--no-passphrase"], input: answer, terminal: true)
    #expect(run.status == Int32(status), "\(run.output)")
    #expect(run.output.contains("Make a new key for ada at"))
    let file = clinic.repository.root.appending(path: ".ssh/chaperone_ed25519").path
    #expect(FileManager.default.fileExists(atPath: file) == (status == 0))
  }
}
