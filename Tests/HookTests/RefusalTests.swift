import Foundation
import TestSupport
import Testing

/// What a hook cannot decide is no, with a message of its own, and nothing is lost.
@Suite struct RefusalTests {
  @Test(
    "A draft that cannot be read stops the commit and says why",
    arguments: [
      ("---\nauthor: [\n---\nText\n", "drafts/a.md:"),
      ("---\nautor: ada\n---\nText\n", "did you mean \"author\""),
      ("---\nchannels: 3\n---\nText\n", "drafts/a.md:2:"),
      ("---\nauthor: ada\nText\n", "drafts/a.md:1:1"),
      ("Text with a NUL \0 in it\n", "NUL"),
    ])
  func unreadableDraft(text: String, words: String) throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write("drafts/a.md", text)
    try drafts.repository.stage()
    let run = try drafts.commit()
    #expect(run.status == 1)
    #expect(run.error.contains(words), "\(run.error)")
    #expect(run.error.contains("cannot be read"))
  }

  @Test("UTF-16 is read by its mark and refused without one")
  func utf16() throws {
    let drafts = try DraftsRepository()
    let bytes = Array(DraftsRepository.founding.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    try drafts.repository.write("drafts/a.md", [0xFF, 0xFE] + bytes)
    try drafts.repository.stage()
    #expect(try drafts.commit().error.contains("privacy/patient-anecdote"))
    try drafts.repository.write("drafts/a.md", bytes)
    try drafts.repository.stage()
    let run = try drafts.commit()
    #expect(run.status == 1)
    #expect(run.error.contains("UTF-16"))
  }

  @Test("A draft of 2 MiB is refused without reading it")
  func tooLarge() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write("drafts/a.md", String(repeating: "word ", count: 2 * 1_048_576 / 5))
    try drafts.repository.stage()
    let run = try drafts.commit()
    #expect(run.status == 1)
    #expect(run.error.contains("too long for a post"))
  }

  @Test("A symbolic link is refused and not followed")
  func symbolicLink() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write("elsewhere.md", DraftsRepository.harmless)
    try drafts.repository.write("drafts/.keep", "")
    try FileManager.default.createSymbolicLink(
      atPath: drafts.repository.path("drafts/a.md"), withDestinationPath: "../elsewhere.md")
    try drafts.repository.stage()
    let run = try drafts.commit()
    #expect(run.status == 1)
    #expect(run.error.contains("a symbolic link cannot be checked"))
  }

  @Test("A policy that cannot be read lets nothing through")
  func unreadablePolicy() throws {
    let drafts = try DraftsRepository()
    let policy = try drafts.repository.read(".chaperone/policy.yaml")
    try drafts.repository.write(".chaperone/policy.yaml", policy + "\nnonsense: true\n")
    try drafts.repository.stage()
    try drafts.repository.commit("broken policy")
    try drafts.repository.write("drafts/a.md", DraftsRepository.harmless)
    try drafts.repository.stage()
    let run = try drafts.commit()
    #expect(run.status == 1)
    #expect(run.error.contains("unknown key \"nonsense\""))
    #expect(run.error.contains("nothing goes through"))
  }

  @Test("A broken rule file is named with its place")
  func brokenRule() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write(".chaperone/rules/local/a/b.yaml", "id: a/b\nseverity: harsh\n")
    try drafts.repository.stage()
    try drafts.repository.commit("broken rule")
    try drafts.repository.write("drafts/a.md", DraftsRepository.harmless)
    try drafts.repository.stage()
    let run = try drafts.commit()
    #expect(run.status == 1)
    #expect(run.error.contains("local/a/b.yaml:2:11: "))
  }

  @Test("A repository's copy of a built-in rule cannot be made less strict")
  func loweredRule() throws {
    let drafts = try DraftsRepository()
    let path = ".chaperone/rules/core/dignity/retaliation-sarcasm.yaml"
    let rule = try drafts.repository.read(path)
    try drafts.repository.write(path, rule.replacing("severity: block", with: "severity: advise"))
    try drafts.repository.stage()
    try drafts.repository.commit("lowered rule")
    try drafts.repository.write("drafts/a.md", DraftsRepository.harmless)
    try drafts.repository.stage()
    let run = try drafts.commit()
    #expect(run.status == 1)
    #expect(run.error.contains("can only be raised"))
  }

  @Test("A missing program refuses in one sentence")
  func missingProgram() throws {
    let drafts = try DraftsRepository()
    let hook = drafts.repository.path(".git/hooks/pre-commit")
    let shim = try String(contentsOfFile: hook, encoding: .utf8)
    try shim.replacing(BuiltPrograms.hook.path, with: "/nowhere/chaperone-hook")
      .write(toFile: hook, atomically: false, encoding: .utf8)
    try drafts.repository.write("drafts/a.md", DraftsRepository.harmless)
    try drafts.repository.stage()
    let run = try drafts.commit()
    #expect(run.status == 1)
    #expect(run.error.split(separator: "\n").count <= 2)
    #expect(run.error.contains("chaperone hooks install"))
  }

  @Test("A caught identifier is masked where nobody watches")
  func masked() throws {
    let drafts = try DraftsRepository()
    try drafts.repository.write("drafts/a.md", DraftsRepository.draft("Our patient, SSN 536-22-8714, was discharged."))
    try drafts.repository.stage()
    let run = try drafts.commit()
    #expect(run.status == 1)
    #expect(run.error.contains("privacy/ssn-or-national-id"))
    #expect(!run.error.contains("8714"))
  }
}
