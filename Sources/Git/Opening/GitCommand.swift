import Changes

/// Runs the git program on one repository, for what libgit2 cannot read.
///
/// The variables that tie git to a repository are cleared and set anew, so that a hook's own environment neither leaks
/// into the command nor is lost where it matters: the index and the quarantine stay. Replacement objects are ignored,
/// as libgit2 ignores them.
public struct GitCommand: Sendable {
  private let runner: ProcessRunner

  /// A command on the repository of a git directory.
  init(
    environment: GitEnvironment, gitDirectory: String, workDirectory: String?, indexFile: String? = nil
  ) {
    var variables = environment.variablesWithoutRepository
    variables["GIT_DIR"] = gitDirectory
    variables["GIT_WORK_TREE"] = workDirectory
    variables["GIT_INDEX_FILE"] = indexFile
    variables["GIT_NO_REPLACE_OBJECTS"] = "1"
    variables["GIT_OPTIONAL_LOCKS"] = "0"
    variables["LC_ALL"] = "C"
    for name in ["GIT_OBJECT_DIRECTORY", "GIT_SHALLOW_FILE"] {
      variables[name] = environment.path(name)
    }
    variables["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = environment.variables["GIT_ALTERNATE_OBJECT_DIRECTORIES"]
    runner = ProcessRunner(environment: variables, directory: workDirectory ?? gitDirectory)
  }

  /// A command that looks for its repository itself, as the user's own would.
  init(discoveringIn environment: GitEnvironment) {
    var variables = environment.variables
    variables["GIT_NO_REPLACE_OBJECTS"] = "1"
    variables["LC_ALL"] = "C"
    runner = ProcessRunner(environment: variables, directory: environment.directory)
  }

  /// Runs git and gives its standard output.
  /// - Throws: ``GitError/command(arguments:status:message:)`` for a status other than 0.
  public func output(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> [UInt8] {
    let result = try run(arguments, input: input)
    guard result.status == 0 else {
      let message = String(decoding: result.error, as: UTF8.self)
      throw .command(
        arguments: arguments, status: result.status,
        message: String(message.split(separator: "\n").first ?? "no message"))
    }
    return result.output
  }

  /// Runs git; its status is for the caller to judge.
  /// - Throws: ``GitError/platform(_:)`` when git cannot be started.
  public func run(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> ProcessResult {
    do throws(PlatformError) {
      return try runner.run("git", arguments, input: input)
    } catch {
      throw .platform(error)
    }
  }

  /// Runs git and gives the lines of its standard output.
  func lines(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> [ArraySlice<UInt8>] {
    try output(arguments, input: input).split(separator: UInt8(ascii: "\n"))
  }
}
