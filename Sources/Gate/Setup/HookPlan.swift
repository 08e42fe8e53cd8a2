/// What is to be done with one hook, decided from what is there.
public enum HookStep: Equatable, Sendable {
  /// Nothing: it is as it should be.
  case keep
  /// The hook is written.
  case write
  /// The hook that is there is kept under its other name, and Chaperone's is written.
  case moveAndWrite
  /// Chaperone's hook is removed.
  case remove
  /// Chaperone's hook is removed and the earlier one put back.
  case restore
  /// Nothing is done: there is another hook, and an earlier one is kept beside it already.
  case conflict
  /// Nothing is done: the hook there is not Chaperone's.
  case foreign
}

/// What is there for one hook.
public struct HookState: Equatable, Sendable {
  /// The name of the hook.
  public let hook: String
  /// The content of the file git would run; nil where there is none.
  public let current: [UInt8]?
  /// Whether git would run it.
  public let isExecutable: Bool
  /// Whether an earlier hook is kept beside it.
  public let hasEarlier: Bool

  /// What was found.
  public init(hook: String, current: [UInt8]?, isExecutable: Bool, hasEarlier: Bool) {
    self.hook = hook
    self.current = current
    self.isExecutable = isExecutable
    self.hasEarlier = hasEarlier
  }

  /// Whether the hook there is Chaperone's.
  public var isOurs: Bool { current.map { HookShim.isShim($0, hook: hook) } ?? false }

  /// What installing the hook with this text takes.
  public func installing(_ text: String) -> HookStep {
    guard let current else { return .write }
    if isOurs { return current.elementsEqual(text.utf8) && isExecutable ? .keep : .write }
    return hasEarlier ? .conflict : .moveAndWrite
  }

  /// What taking the hook away takes.
  public var uninstalling: HookStep {
    if isOurs { return hasEarlier ? .restore : .remove }
    if current == nil { return hasEarlier ? .restore : .keep }
    return .foreign
  }

  /// In a word or two, for `hooks status`.
  public func status(_ text: String) -> String {
    guard current != nil else { return "not installed" }
    guard isOurs else { return "another hook is there; Chaperone's is not installed" }
    guard isExecutable else { return "installed, but git skips it because it is not executable" }
    let earlier = hasEarlier ? ", runs after the one that was there before" : ""
    return installing(text) == .keep
      ? "installed" + earlier : "installed by another version or in another place" + earlier
  }
}
