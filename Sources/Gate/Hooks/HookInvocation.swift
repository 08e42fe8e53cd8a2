public import Changes

/// One call of a git hook.
public enum HookInvocation: Sendable {
  case preCommit
  case preMergeCommit
  /// `prepare-commit-msg FILE [SOURCE [COMMIT]]`.
  case prepareCommitMessage(file: String, source: String?)
  /// `commit-msg FILE`.
  case commitMessage(file: String)
  /// `pre-push REMOTE URL`, with the refs on standard input.
  case prePush(remote: String, updates: [RefUpdate])
  /// `pre-receive` of a server, with the refs on standard input.
  case preReceive(updates: [RefUpdate])

  /// The names of the hooks of a clone; `pre-receive` is set up on a server by hand.
  public static let names = ["pre-commit", "pre-merge-commit", "prepare-commit-msg", "commit-msg", "pre-push"]

  /// Reads a call as git makes it; the error says what is wrong with it.
  public static func parse(_ arguments: [String], input: () throws(GateError) -> [UInt8]) throws(GateError)
    -> HookInvocation
  {
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "pre-commit": return .preCommit
    case "pre-merge-commit": return .preMergeCommit
    case "prepare-commit-msg":
      guard let file = rest.first else {
        throw .unreadable("prepare-commit-msg is called by git with the name of a file")
      }
      return .prepareCommitMessage(file: file, source: rest.count > 1 ? rest[1] : nil)
    case "commit-msg":
      guard let file = rest.first else { throw .unreadable("commit-msg is called by git with the name of a file") }
      return .commitMessage(file: file)
    case "pre-push":
      guard let remote = rest.first else { throw .unreadable("pre-push is called by git with the name of a remote") }
      do {
        return .prePush(remote: remote, updates: try RefUpdate.parse(prePush: try input()))
      } catch let error as RefUpdateError {
        throw .unreadable("line \(error.line) of what git handed to pre-push cannot be read")
      } catch let error as GateError {
        throw error
      } catch {
        throw .unreadable("\(error)")
      }
    case "pre-receive":
      do {
        return .preReceive(updates: try RefUpdate.parse(preReceive: try input()))
      } catch let error as RefUpdateError {
        throw .unreadable("line \(error.line) of what git handed to pre-receive cannot be read")
      } catch let error as GateError {
        throw error
      } catch {
        throw .unreadable("\(error)")
      }
    default:
      throw .unreadable("there is no hook “\(arguments.first ?? "")”; there are \(names.joined(separator: ", "))")
    }
  }
}

/// What a hook answers.
public struct HookAnswer: Sendable {
  /// 0 lets git go on, 1 stops it, 3 stops it because nothing could be decided.
  public var status: Int32
  /// For the person, on standard error.
  public var text: String

  /// Creates an answer.
  public init(status: Int32, text: String) {
    self.status = status
    self.text = text
  }

  static func allow(_ text: String = "") -> HookAnswer { HookAnswer(status: 0, text: text) }
}
