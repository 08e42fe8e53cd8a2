import Foundation
import TestSupport
import Testing

/// What `git commit` does in a repository with the hooks: exactly what will be committed is checked.
@Suite struct CommitTests {
  @Test("The founding post is refused, with the rules that fired and what to do")
  func foundingPost() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write("drafts/late.md", DraftsRepository.founding)
    try drafts.repository.stage()
    let run = try drafts.commit()
    #expect(run.status == 1)
    #expect(run.error.contains("privacy/patient-anecdote"))
    #expect(run.error.contains("dignity/"))
    #expect(run.error.contains("privacy/contemporaneous-care") || run.error.contains("privacy/care-date"))
    #expect(run.error.contains("What to do:"))
    #expect(run.error.contains("Not committed."))
    #expect(try drafts.message().hasPrefix("Set up Chaperone"))
  }

  @Test("What is staged counts, not what lies in the work tree")
  func stagedNotWorkTree() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write("drafts/late.md", DraftsRepository.founding)
    try drafts.repository.stage()
    try drafts.repository.write("drafts/late.md", DraftsRepository.harmless)
    #expect(try drafts.commit().status == 1)
    try drafts.repository.stage()
    try drafts.repository.write("drafts/late.md", DraftsRepository.founding)
    #expect(try drafts.commit().status == 0)
    #expect(try drafts.repository.read("drafts/late.md") == DraftsRepository.founding)
  }

  @Test("commit -a checks what it adds")
  func commitAll() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write("drafts/late.md", DraftsRepository.harmless)
    try drafts.repository.stage()
    #expect(try drafts.commit().status == 0)
    try drafts.repository.write("drafts/late.md", DraftsRepository.founding)
    #expect(try drafts.commit("-a").status == 1)
    #expect(try drafts.repository.git("diff", "--cached", "--name-only") == "")
  }

  @Test("commit -- file checks that file and not what else is staged")
  func commitOneFile() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write("drafts/good.md", DraftsRepository.harmless)
    try drafts.repository.write("drafts/bad.md", DraftsRepository.founding)
    try drafts.repository.stage()
    #expect(try drafts.commit("--", "drafts/good.md").status == 0)
    let staged = try drafts.repository.git("diff", "--cached", "--name-only")
    #expect(staged.split(separator: "\n").contains("drafts/bad.md"))
    #expect(try drafts.commit("--", "drafts/bad.md").status == 1)
    #expect(try drafts.repository.git("diff", "--cached", "--name-only") == staged)
  }

  @Test("Amend checks what is new and keeps what the message says of the rest")
  func amend() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write("drafts/good.md", DraftsRepository.harmless)
    try drafts.repository.stage()
    #expect(try drafts.commit().status == 0)
    #expect(try drafts.message() == "change\n\nNeeds-Approval: good second-person\n")
    #expect(try drafts.repository.run("git", ["commit", "--amend", "--no-edit"]).status == 0)
    #expect(try drafts.message() == "change\n\nNeeds-Approval: good second-person\n")
    try drafts.repository.write("drafts/good.md", DraftsRepository.founding)
    try drafts.repository.stage()
    #expect(try drafts.repository.run("git", ["commit", "--amend", "--no-edit"]).status == 1)
  }

  @Test("A merge that brings a blocked draft is refused")
  func merge() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.git("switch", "--quiet", "-c", "side")
    try drafts.repository.write("drafts/late.md", DraftsRepository.founding)
    try drafts.repository.stage()
    try drafts.repository.commit("unchecked")
    try drafts.repository.git("switch", "--quiet", "main")
    try drafts.repository.write("drafts/good.md", DraftsRepository.harmless)
    try drafts.repository.stage()
    #expect(try drafts.commit().status == 0)
    let run = try drafts.repository.run("git", ["merge", "--no-edit", "side"])
    #expect(run.status != 0)
    #expect(run.error.contains("drafts/late.md"))
    #expect(try drafts.message().hasPrefix("change"))
  }

  @Test("A linked worktree has the same hooks and its own index")
  func worktree() throws {
    let drafts = try DraftsRepository()
    let folder = drafts.repository.root.appending(path: "linked")
    try drafts.repository.git("worktree", "add", "--quiet", folder.path, "-b", "linked")
    let linked = TemporaryRepository(existing: folder, of: drafts.repository)
    try linked.write("drafts/late.md", DraftsRepository.founding)
    try linked.stage()
    #expect(try linked.run("git", ["commit", "-m", "x"]).status == 1)
    try linked.write("drafts/late.md", DraftsRepository.harmless)
    try linked.stage()
    #expect(try linked.run("git", ["commit", "-m", "x"]).status == 0)
  }

  @Test("The reply alone passes the privacy rules; with the post it answers it is blocked")
  func foundingReply() throws {
    let drafts = try DraftsRepository()
    let reply = "Here is the explanation why I have put up with it/not cancelled induction: prior stillbirth."
    try drafts.repository.write("drafts/alone.md", DraftsRepository.draft(reply))
    let alone = try drafts.repository.run(BuiltPrograms.chaperone.path, ["check", "drafts/alone.md"])
    #expect(!alone.output.contains("privacy/"))
    #expect(!alone.output.contains("thread/"))
    let body = DraftsRepository.founding.split(separator: "---\n")[1].split(separator: "\n").joined(separator: " ")
    let quoted = "inReplyTo: { text: [\"\(body)\", \"Why don't you just cancel?\"] }"
    try drafts.repository.write("drafts/reply.md", DraftsRepository.draft(reply, quoted))
    try drafts.repository.stage("drafts/reply.md")
    let run = try drafts.commit()
    #expect(run.status == 1)
    #expect(run.error.contains("thread/cumulative-disclosure"))
  }

  @Test("A reply to a file is checked with that file as it will be committed")
  func replyToFile() throws {
    let drafts = try DraftsRepository()
    let question = "So I have a patient who is late for every visit, bless her. May I show up late to her delivery?"
    try drafts.repository.write("drafts/root.md", DraftsRepository.draft(question))
    try drafts.repository.stage()
    try drafts.repository.commit("unchecked")
    try drafts.repository.write(
      "drafts/reply.md", DraftsRepository.draft("Prior stillbirth.", "inReplyTo: { file: drafts/root.md }"))
    try drafts.repository.stage()
    let run = try drafts.commit()
    #expect(run.status == 1)
    #expect(run.error.contains("thread/cumulative-disclosure"))
  }

  @Test("--no-verify is not stopped, but the commit says what went unchecked, until it is checked")
  func noVerify() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write("drafts/late.md", DraftsRepository.founding)
    try drafts.repository.stage()
    #expect(try drafts.commit("--no-verify").status == 0)
    #expect(try drafts.message() == "change\n\nChaperone-Unchecked: late\n")
    try drafts.repository.write("drafts/late.md", DraftsRepository.harmless)
    try drafts.repository.stage()
    #expect(try drafts.repository.run("git", ["commit", "--amend", "--no-edit"]).status == 0)
    #expect(try drafts.message() == "change\n\nNeeds-Approval: late second-person\n")
  }

  @Test("A cherry-pick of a blocked draft, which git does not show to pre-commit, is refused")
  func cherryPick() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.git("switch", "--quiet", "-c", "side")
    try drafts.repository.write("drafts/late.md", DraftsRepository.founding)
    try drafts.repository.stage()
    try drafts.repository.commit("unchecked")
    try drafts.repository.git("switch", "--quiet", "main")
    let run = try drafts.repository.run("git", ["cherry-pick", "side"])
    #expect(run.status != 0)
    #expect(run.error.contains("drafts/late.md"))
  }

  @Test("Evidence typed by hand is refused")
  func handWrittenEvidence() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write("drafts/good.md", DraftsRepository.harmless)
    try drafts.repository.stage()
    let run = try drafts.repository.run("git", ["commit", "-m", "x\n\nChaperone-Approval: v1 approve by=me"])
    #expect(run.status == 1)
    #expect(run.error.contains("Only Chaperone writes"))
  }

  @Test("A draft that needs named roles goes through and names them")
  func needsRoles() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write(
      "drafts/story.md", DraftsRepository.draft("I had a patient last week who taught me to listen."))
    try drafts.repository.stage()
    #expect(try drafts.commit().status == 0)
    #expect(try drafts.message() == "change\n\nNeeds-Approval: story clinical-lead, privacy-officer\n")
  }

  @Test("The policy that counts is the committed one: a change cannot loosen its own check")
  func policyOfTheBase() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.git("rm", "--quiet", "-r", ".chaperone/rules/core")
    try drafts.repository.write("drafts/late.md", DraftsRepository.founding)
    try drafts.repository.stage()
    #expect(try drafts.commit().status == 1)
  }

  @Test("Before the first commit the policy of the index counts")
  func unbornBranch() throws {
    let drafts = try DraftsRepository(commitPolicy: false)
    try drafts.repository.write("drafts/late.md", DraftsRepository.founding)
    try drafts.repository.stage()
    #expect(try drafts.commit().status == 1)
    try drafts.repository.write("drafts/late.md", DraftsRepository.harmless)
    try drafts.repository.stage()
    #expect(try drafts.commit().status == 0)
  }

  @Test("A hook writes nothing but the message: the index and the work tree stay as they were")
  func readOnly() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write("drafts/late.md", DraftsRepository.founding)
    try drafts.repository.stage()
    try drafts.repository.write("drafts/late.md", DraftsRepository.harmless)
    let before = try drafts.repository.git("status", "--porcelain=v2")
    #expect(try drafts.commit().status == 1)
    #expect(try drafts.repository.git("status", "--porcelain=v2") == before)
    // Git itself writes trees before it runs a hook; the hook alone writes no object.
    let objects = try drafts.repository.git("count-objects")
    #expect(try drafts.repository.run(drafts.repository.path(".git/hooks/pre-commit")).status == 1)
    #expect(try drafts.repository.git("count-objects") == objects)
  }
}
