import ArgumentParser
import Gate
import Git

/// `chaperone doctor`: looks at the set-up and proves that it works.
struct Doctor: SessionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the set-up and prove that the hooks fire.",
    discussion: """
      Ends with 0 if everything works (warnings included), 1 if something does not, 3 if something could not be found out.

      Examples:
        chaperone doctor
      """)

  func run(in session: Session) throws -> Int32 {
    let repository = try session.repository(for: "looking at the set-up")
    let diagnoses =
      [gitVersion(session)] + PolicyDiagnosis(repository, now: session.now).diagnoses()
      + history(repository) + hooks(repository, session)
    for diagnosis in diagnoses { try session.print(diagnosis.text(style: session.style())) }
    return Diagnosis.exitStatus(diagnoses)
  }

  private func gitVersion(_ session: Session) -> Diagnosis {
    do {
      let result = try ProcessRunner(environment: session.environment.variables).run("git", ["--version"])
      let text = String(decoding: result.output, as: UTF8.self)
      let version = text.split(whereSeparator: \.isWhitespace).dropFirst(2).first.map(String.init) ?? "?"
      let numbers = version.split(separator: ".").prefix(2).compactMap { Int($0) }
      // The hook pre-merge-commit is called since git 2.24.
      guard numbers.count == 2, (numbers[0], numbers[1]) >= (2, 24) else {
        return .fail("git", "version \(version) does not check merges", remedy: "install git 2.24 or newer")
      }
      return .ok("git", version)
    } catch {
      return .fail("git", error.description, remedy: "install git, and see that it is in PATH")
    }
  }

  private func history(_ repository: Repository) -> [Diagnosis] {
    do {
      _ = try repository.head()
      let entries = try repository.indexEntries().count
      let ok = Diagnosis.ok("repository", "can be read, \(entries) files in the index")
      guard try repository.isShallow() else { return [ok] }
      return [
        ok,
        .warn("history", "the clone is shallow: what is pushed cannot be proved here", remedy: "git fetch --unshallow"),
      ]
    } catch {
      return [.unknown("repository", .git(error), remedy: "run `git fsck`; until it can be read nothing goes through")]
    }
  }

  private func hooks(_ repository: Repository, _ session: Session) -> [Diagnosis] {
    let remedy = "run `chaperone hooks install`"
    do {
      let folder = try HookFolder(of: repository)
      let program = try HookProgram.path(session)
      let states = try folder.states()
      var found = states.compactMap { state -> Diagnosis? in
        guard let text = HookShim.text(of: state.hook, program: program) else { return nil }
        guard state.installing(text) != .keep else { return .ok(state.hook, state.status(text)) }
        let called = state.isOurs ? state.current.flatMap { HookShim.program(in: $0) } : nil
        if let called, !Platform.isExecutable(called) {
          return .fail(state.hook, "it calls \(called), which is not there", remedy: remedy)
        }
        // An older shim that calls a program which is there still works.
        if called != nil, state.isExecutable { return .warn(state.hook, state.status(text), remedy: remedy) }
        return .fail(state.hook, state.status(text), remedy: remedy)
      }
      if !folder.isInside {
        found.insert(
          .warn("core.hooksPath", "\(folder.path) is outside this repository", remedy: "give this repository its own"),
          at: 0)
      }
      if let state = states.first(where: { $0.hook == "pre-commit" && $0.isOurs && $0.isExecutable }),
        let text = state.current
      {
        found.append(try trial(text, session, remedy: remedy))
      }
      return found
    } catch {
      return [.unknown("hooks", error, remedy: remedy)]
    }
  }

  private func trial(_ hook: [UInt8], _ session: Session, remedy: String) throws(GateError) -> Diagnosis {
    let subject = "proof"
    do {
      switch try HookTrial(session.environment).run(hook) {
      case .fired: return .ok(subject, "a planted draft was refused by the installed hook, in a repository of its own")
      case .silent: return .fail(subject, "a planted draft was not refused", remedy: remedy)
      case .other(let line): return .fail(subject, "the hook stopped for another reason: \(line)", remedy: remedy)
      }
    } catch {
      throw .unreadable("the hook cannot be tried: \(error.description)")
    }
  }
}
