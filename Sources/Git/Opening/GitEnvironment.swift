/// The variables and the folder a process was started with, as values: a test needs no `setenv`.
public struct GitEnvironment: Hashable, Sendable {
  /// The environment.
  public let variables: [String: String]
  /// The absolute path of the folder the process started in; relative variables are relative to it.
  public let directory: String

  /// Makes an environment.
  public init(variables: [String: String], directory: String) {
    self.variables = variables
    self.directory = directory
  }

  /// The environment of this process; take it before changing the folder.
  public static func current() throws(GitError) -> GitEnvironment {
    do throws(PlatformError) {
      return GitEnvironment(variables: Platform.environment, directory: try Platform.currentDirectory())
    } catch {
      throw .platform(error)
    }
  }

  /// The path a variable holds, made absolute; `nil` if the variable is missing or empty.
  func path(_ name: String) -> String? {
    guard let value = variables[name], !value.isEmpty else { return nil }
    return absolute(value)
  }

  func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    return directory + (directory.hasSuffix("/") ? "" : "/") + path
  }

  /// What `git rev-parse --local-env-vars` lists (git 2.39 and 2.55): they tie git to one repository.
  public static let localVariables: Set<String> = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT",
    "GIT_OBJECT_DIRECTORY", "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE", "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_PREFIX", "GIT_SHALLOW_FILE",
    "GIT_COMMON_DIR", "GIT_INTERNAL_SUPER_PREFIX",
  ]

  /// The variables for a program that shall not know which repository this is about.
  public var variablesWithoutRepository: [String: String] {
    // The configuration given by `git -c` goes with its count, or git would stop at what is left of it.
    variables.filter { name, _ in
      !Self.localVariables.contains(name) && !name.hasPrefix("GIT_CONFIG_KEY_") && !name.hasPrefix("GIT_CONFIG_VALUE_")
        && name != "GIT_QUARANTINE_PATH"
    }
  }
}
