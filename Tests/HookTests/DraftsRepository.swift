import Foundation
import TestSupport

/// A repository set up by `chaperone init`, with the real hooks in it.
struct DraftsRepository {
  let repository: TemporaryRepository

  /// The ob-gyn's post of the founding case.
  static let founding = draft(
    """
    So I have a patient who has chosen to either no-show or be late (sometimes hours) for all of her prenatal visits,
    ultrasounds and NSTs. She is now 3 hours late for her induction. May I show up late to her delivery?
    """)
  /// A post on which no rule fires.
  static let harmless = draft("Flu shots for ages 6 months and older, every weekday from 8 to 4.")

  init(commitPolicy: Bool = true) throws {
    repository = try TemporaryRepository()
    let run = try repository.run(BuiltPrograms.chaperone.path, ["init"])
    guard run.status == 0 else { throw ProgramFailure(command: "chaperone init", status: run.status, error: run.error) }
    if commitPolicy {
      try repository.stage(".chaperone")
      try repository.git("commit", "--quiet", "-m", "Set up Chaperone")
    }
  }

  /// A draft with the declarations every draft needs.
  static func draft(_ body: String, _ more: String = "") -> String {
    """
    ---
    author: ada
    channels: [facebook]
    about: none
    account: organization
    publishDate: 2099-01-01T09:00:00Z
    \(more.isEmpty ? "" : more + "\n")---
    \(body)

    """
  }

  /// Runs `git commit` with the hooks and gives what came of it.
  func commit(_ arguments: String..., changes: [String: String] = [:]) throws -> ProgramRun {
    try repository.run("git", ["commit", "-m", "change"] + arguments, changes: changes)
  }

  /// The message of the newest commit.
  func message() throws -> String { try repository.git("log", "-1", "--format=%B") }
}
