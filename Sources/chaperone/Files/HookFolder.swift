import Gate
import Git

/// The folder git looks for hooks in, and what Chaperone does there.
struct HookFolder {
  /// An absolute path.
  let path: String
  /// Whether it lies in the repository or its work tree.
  let isInside: Bool
  /// Whether its files are part of the work tree and so may be committed.
  let isInWorkTree: Bool

  init(of repository: Repository) throws(GateError) {
    do {
      path = try repository.hooksDirectory()
    } catch {
      throw .git(error)
    }
    let place = Self.resolved(path)
    func isBelow(_ folder: String) -> Bool { place.hasPrefix(Self.resolved(folder) + "/") }
    let isInRepository = isBelow(repository.commonDirectory) || isBelow(repository.gitDirectory)
    isInWorkTree = !isInRepository && (repository.workDirectory.map(isBelow) ?? false)
    isInside = isInRepository || isInWorkTree
  }

  /// The path with links resolved as far as it exists.
  private static func resolved(_ path: String) -> String {
    if let whole = try? Platform.canonicalPath(path) { return whole }
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return path }
    return resolved(String(path[..<slash])) + path[slash...]
  }

  /// What is there for each hook.
  func states() throws(GateError) -> [HookState] {
    try attempting { () throws(PlatformError) in
      var states: [HookState] = []
      for hook in HookInvocation.names {
        let file = path + "/" + hook
        let isThere = try Platform.kind(of: file) != nil
        let hasEarlier = try Platform.kind(of: path + "/" + HookShim.earlierName(of: hook)) != nil
        states.append(
          HookState(
            hook: hook, current: isThere ? try content(of: file) : nil, isExecutable: Platform.isExecutable(file),
            hasEarlier: hasEarlier))
      }
      return states
    }
  }

  /// A link that leads nowhere is a hook that git skips, but it is there.
  private func content(of file: String) throws(PlatformError) -> [UInt8] {
    do {
      return try Platform.readFile(file, limit: 1_048_576)
    } catch {
      if error.isNotFound { return [] }
      throw error
    }
  }

  /// Does one step.
  func perform(_ step: HookStep, hook: String, text: String) throws(GateError) {
    let file = path + "/" + hook
    let earlier = path + "/" + HookShim.earlierName(of: hook)
    try attempting { () throws(PlatformError) in
      switch step {
      case .keep, .conflict, .foreign: return
      case .write, .moveAndWrite:
        try Platform.createFolder(path)
        if step == .moveAndWrite { try Platform.renameFile(file, to: earlier) }
        try Platform.writeFile(file, Array(text.utf8), mode: 0o755)
      case .remove: try Platform.removeFile(file)
      case .restore: try Platform.renameFile(earlier, to: file)
      }
    }
  }

  private func attempting<Value>(_ body: () throws(PlatformError) -> Value) throws(GateError) -> Value {
    do {
      return try body()
    } catch {
      throw .unreadable("the hooks cannot be set up: \(error.description)")
    }
  }
}
