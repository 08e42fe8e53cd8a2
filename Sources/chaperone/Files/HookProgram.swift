import Gate
import Git

/// Where `chaperone-hook` is.
enum HookProgram {
  /// The program beside this one, by the path this one was started with.
  ///
  /// A link is not followed where the program lies beside it: what a package manager installs is reached through links
  /// that stay when the version changes.
  static func path(_ session: Session) throws(GateError) -> String {
    for folder in folders(session) {
      let candidate = folder + "/chaperone-hook"
      if Platform.isExecutable(candidate) { return candidate }
    }
    throw .unreadable("chaperone-hook is not beside this program; install both in the same folder")
  }

  private static func folders(_ session: Session) -> [String] {
    var folders: [String] = []
    let name = CommandLine.arguments.first ?? "chaperone"
    if name.contains("/") {
      folders.append(folder(of: session.absolute(name)))
    } else {
      folders += (session.environment.variables["PATH"] ?? "").split(separator: ":").map(String.init)
        .filter { Platform.isExecutable($0 + "/" + name) }.map { session.absolute($0) }
    }
    // On Linux the last one is this program itself, whatever name it was started by.
    for path in [name.contains("/") ? session.absolute(name) : nil, "/proc/self/exe"] {
      if let path, let whole = try? Platform.canonicalPath(path) { folders.append(folder(of: whole)) }
    }
    return folders.map(tidy)
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path
  }

  /// The path without `.`; one with `..` has its links resolved, because they decide where that leads.
  private static func tidy(_ path: String) -> String {
    let components = path.split(separator: "/").map(String.init)
    if components.contains(".."), let whole = try? Platform.canonicalPath(path) { return whole }
    return "/" + components.filter { $0 != "." }.joined(separator: "/")
  }
}
