import Approvals
import Changes
import Foundation
import Gate
import TestSupport
import Testing

/// The hook on a server, as git calls it, and the same check before a push leaves.
@Suite struct ServerTests {
  @Test("Objects still in quarantine are read, packed or loose", arguments: ["1", "1000"])
  func quarantine(_ unpackLimit: String) throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    try clinic.server.git("config", "receive.unpackLimit", unpackLimit)
    let before = try clinic.server.git("rev-parse", "main")
    try ada.git("mv", "drafts/plain.md", "published/plain.md")
    try ada.commit("Publish")
    let push = try ada.push("main")
    #expect(push.status != 0)
    #expect(push.error.contains("NO_RECORD (second-person)"), "\(push.error)")
    #expect(push.error.contains("published/plain.md"))
    #expect(try clinic.server.git("rev-parse", "main") == before)
  }

  @Test("Both branches in one push: the ledger that comes along is the one that is read")
  func together() throws {
    let clinic = try Clinic()
    let (ada, dana) = (try clinic.desk("ada"), try clinic.desk("dana"))
    try dana.approve("drafts/plain.md", as: "privacy-officer")
    try ada.git("fetch", "--quiet", dana.repository.directory.path, "chaperone/ledger:chaperone/ledger")
    try ada.publish("drafts/plain.md")
    let alone = try ada.push("main")
    #expect(alone.status != 0)
    #expect(alone.error.contains("LEDGER_MISSING"))
    let push = try ada.push("main", "chaperone/ledger")
    #expect(push.status == 0, "\(push.error)")
  }

  @Test("The first push of a repository brings its policy, and is judged by it")
  func firstPush() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    let empty = clinic.server.root.appending(path: "empty.git").path
    try ada.git("init", "--quiet", "--bare", "--initial-branch=main", empty)
    let hook = clinic.server.directory.appending(path: "hooks/pre-receive").path
    let copied = try clinic.server.run("cp", [hook, empty + "/hooks/pre-receive"])
    #expect(copied.status == 0)
    try ada.git("mv", "drafts/plain.md", "published/plain.md")
    try ada.commit("Publish")
    let refused = try ada.run("push", "--no-verify", empty, "main")
    #expect(refused.status != 0)
    #expect(refused.error.contains("NO_RECORD"))
    #expect(try ada.run("push", "--no-verify", empty, "main~1:refs/heads/main").status == 0)
    #expect(try ada.run("push", "--no-verify", empty, "main").status != 0)
    #expect(try ada.run("push", "--no-verify", empty, "main:refs/heads/elsewhere").status == 0, "not gated")
  }

  @Test("pre-push says the same before anything leaves")
  func prePush() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    try ada.hook("pre-push", "exec '\(BuiltPrograms.hook.path)' pre-push \"$@\"")
    try ada.git("mv", "drafts/plain.md", "published/plain.md")
    try ada.commit("Publish")
    let run = try ada.run("push", "origin", "main")
    #expect(run.status != 0)
    #expect(run.error.contains("NO_RECORD (second-person)"))
    #expect(run.error.contains("Not pushed"))
    #expect(try ada.run("push", "origin", "main:refs/heads/draft").status == 0)
  }

  @Test("The report for programs")
  func json() throws {
    let clinic = try Clinic()
    let ada = try clinic.desk("ada")
    try ada.git("mv", "drafts/plain.md", "published/plain.md")
    let commit = try ada.commit("Publish")
    let base = try ada.git("rev-parse", "--short=12", "HEAD~1")
    #expect(
      try ada.verify().json.line == """
        {"version":1,"range":"\(base)..\(commit.prefix(12))","commits":1,"records":0,"problems":[{"commit":"\(commit)",\
        "draft":"plain","path":"published/plain.md","code":"NO_RECORD","role":"second-person",\
        "message":"Nobody has signed as second-person."}],"result":"refused"}
        """)
  }
}
