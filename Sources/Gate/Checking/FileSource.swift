public import Changes
public import Git

/// Where files are read from: a commit's tree or the index, never the work tree of a hook.
public protocol FileSource {
  /// The content of a regular file; nil where there is none at the path.
  func read(_ path: RepositoryPath, limit: Int) throws(GateError) -> [UInt8]?
  /// How long a regular file is, in bytes; nil where there is none at the path.
  func size(of path: RepositoryPath) throws(GateError) -> Int?
  /// The regular files below a folder, in byte order.
  func files(under folder: RepositoryPath, limit: Int) throws(GateError) -> [(path: RepositoryPath, bytes: [UInt8])]
  /// The id git gives to the content of a folder; nil where there is no such folder or it is not known.
  func folderID(_ folder: RepositoryPath) throws(GateError) -> ObjectID?
}

extension FileSource {
  /// Not known.
  public func folderID(_ folder: RepositoryPath) throws(GateError) -> ObjectID? { nil }
}

/// The files of a commit's tree.
public struct TreeFiles: FileSource {
  private let repository: Repository
  private let tree: ObjectID

  /// The files of a tree of a repository.
  public init(_ repository: Repository, tree: ObjectID) {
    self.repository = repository
    self.tree = tree
  }

  /// The id of the folder's tree.
  public func folderID(_ folder: RepositoryPath) throws(GateError) -> ObjectID? {
    try reading { () throws(GitError) in
      guard let version = try repository.entry(at: folder, in: tree), version.mode == .tree else { return nil }
      return version.id
    }
  }

  /// The content of a regular file; nil where there is none at the path.
  public func read(_ path: RepositoryPath, limit: Int) throws(GateError) -> [UInt8]? {
    try reading { () throws(GitError) in
      guard let version = try repository.entry(at: path, in: tree), version.mode.isFile else { return nil }
      return try repository.blob(version.id, limit: limit)
    }
  }

  /// How long a regular file is, in bytes; nil where there is none at the path.
  public func size(of path: RepositoryPath) throws(GateError) -> Int? {
    try reading { () throws(GitError) in
      guard let version = try repository.entry(at: path, in: tree), version.mode.isFile else { return nil }
      return Int(clamping: try repository.blobSize(version.id))
    }
  }

  /// The regular files below a folder, in byte order.
  public func files(under folder: RepositoryPath, limit: Int) throws(GateError) -> [(
    path: RepositoryPath, bytes: [UInt8]
  )] {
    try reading { () throws(GitError) in
      guard let version = try repository.entry(at: folder, in: tree), !version.mode.isFile else { return [] }
      var files: [(path: RepositoryPath, bytes: [UInt8])] = []
      for entry in try repository.entries(under: folder, in: tree) where entry.version.mode.isFile {
        files.append((entry.path, try repository.blob(entry.version.id, limit: limit)))
      }
      return files
    }
  }
}

/// The files of the index: what the next commit will hold.
public struct IndexFiles: FileSource {
  private let repository: Repository
  private let entries: [RepositoryPath: FileVersion]

  /// Reads the list of the index; contents are read when they are asked for.
  public init(_ repository: Repository) throws(GateError) {
    self.repository = repository
    entries = try reading { () throws(GitError) in
      var entries: [RepositoryPath: FileVersion] = [:]
      for entry in try repository.indexEntries() where entry.stage == 0 && !entry.isIntentToAdd {
        entries[entry.path] = entry.version
      }
      return entries
    }
  }

  /// The content of a regular file; nil where there is none at the path.
  public func read(_ path: RepositoryPath, limit: Int) throws(GateError) -> [UInt8]? {
    guard let version = entries[path], version.mode.isFile else { return nil }
    return try reading { () throws(GitError) in try repository.blob(version.id, limit: limit) }
  }

  /// How long a regular file is, in bytes; nil where there is none at the path.
  public func size(of path: RepositoryPath) throws(GateError) -> Int? {
    guard let version = entries[path], version.mode.isFile else { return nil }
    return try reading { () throws(GitError) in Int(clamping: try repository.blobSize(version.id)) }
  }

  /// The regular files below a folder, in byte order.
  public func files(under folder: RepositoryPath, limit: Int) throws(GateError) -> [(
    path: RepositoryPath, bytes: [UInt8]
  )] {
    var files: [(path: RepositoryPath, bytes: [UInt8])] = []
    for (path, version) in versions(under: folder) where version.mode.isFile {
      files.append((path, try reading { () throws(GitError) in try repository.blob(version.id, limit: limit) }))
    }
    return files
  }

  /// What the index holds below a folder, in byte order.
  func versions(under folder: RepositoryPath) -> [(path: RepositoryPath, version: FileVersion)] {
    entries.filter { $0.key.isUnder(folder) }.map { ($0.key, $0.value) }.sorted { $0.path < $1.path }
  }
}

/// Turns what goes wrong in reading a repository into a reason why nothing can be decided.
func reading<Value>(_ body: () throws(GitError) -> Value) throws(GateError) -> Value {
  do {
    return try body()
  } catch {
    throw .git(error)
  }
}
