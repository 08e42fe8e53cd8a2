/// One side of a change: what stands, or stood, at a path.
public struct FileVersion: Hashable, Sendable {
  /// What kind of entry it is.
  public let mode: FileMode
  /// The blob, or the commit of a submodule.
  public let id: ObjectID

  /// Makes a version from its mode and object.
  public init(mode: FileMode, id: ObjectID) {
    self.mode = mode
    self.id = id
  }
}

/// One path that differs between two trees, or between a tree and the index.
public struct FileChange: Hashable, Sendable {
  /// What happened.
  public enum Kind: Hashable, Sendable {
    /// The path is new.
    case added
    /// The same kind of file with other content, and perhaps another executable bit.
    case modified
    /// The path is gone.
    case deleted
    /// The same content stood at another path, which is gone.
    case renamed(from: RepositoryPath)
    /// A file became a symbolic link or a submodule, or the other way round.
    case typeChanged
    /// Only the executable bit differs.
    case modeChanged
  }

  /// What happened.
  public let kind: Kind
  /// The path now; of a deletion, the path that is gone.
  public let path: RepositoryPath
  /// What stood there before (of a rename: at the old path); `nil` for an addition.
  public let old: FileVersion?
  /// What stands there now; `nil` for a deletion.
  public let new: FileVersion?

  /// A new path.
  public static func added(_ path: RepositoryPath, _ new: FileVersion) -> FileChange {
    FileChange(kind: .added, path: path, old: nil, new: new)
  }

  /// A path that is gone.
  public static func deleted(_ path: RepositoryPath, _ old: FileVersion) -> FileChange {
    FileChange(kind: .deleted, path: path, old: old, new: nil)
  }

  /// The same path with another version; `nil` if both versions are the same.
  public static func changed(_ path: RepositoryPath, from old: FileVersion, to new: FileVersion) -> FileChange? {
    guard old != new else { return nil }
    let kind: Kind =
      if old.mode.isFile != new.mode.isFile || (!old.mode.isFile && old.mode != new.mode) {
        .typeChanged
      } else if old.id == new.id {
        .modeChanged
      } else {
        .modified
      }
    return FileChange(kind: kind, path: path, old: old, new: new)
  }

  /// The same content at another path.
  public static func renamed(
    from oldPath: RepositoryPath, to path: RepositoryPath, old: FileVersion, new: FileVersion
  ) -> FileChange {
    FileChange(kind: .renamed(from: oldPath), path: path, old: old, new: new)
  }

  private init(kind: Kind, path: RepositoryPath, old: FileVersion?, new: FileVersion?) {
    self.kind = kind
    self.path = path
    self.old = old
    self.new = new
  }
}
