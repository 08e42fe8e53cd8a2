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
  /// In byte order of the paths, as git keeps them.
  private let entries: [(path: RepositoryPath, version: FileVersion)]

  /// Reads the list of the index; contents are read when they are asked for.
  public init(_ repository: Repository) throws(GateError) {
    self.repository = repository
    let listed = try reading { () throws(GitError) in try repository.indexEntries() }
    entries = listed.lazy.filter { $0.stage == 0 && !$0.isIntentToAdd }.map { ($0.path, $0.version) }
  }

  private func version(at path: RepositoryPath) -> FileVersion? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].path < path { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].path == path ? entries[low].version : nil
  }

  /// The id of a regular file's content; nil where there is none at the path.
  func fileID(at path: RepositoryPath) -> ObjectID? {
    guard let version = version(at: path), version.mode.isFile else { return nil }
    return version.id
  }

  /// The content of a regular file; nil where there is none at the path.
  public func read(_ path: RepositoryPath, limit: Int) throws(GateError) -> [UInt8]? {
    guard let id = fileID(at: path) else { return nil }
    return try reading { () throws(GitError) in try repository.blob(id, limit: limit) }
  }

  /// How long a regular file is, in bytes; nil where there is none at the path.
  public func size(of path: RepositoryPath) throws(GateError) -> Int? {
    guard let id = fileID(at: path) else { return nil }
    return try reading { () throws(GitError) in Int(clamping: try repository.blobSize(id)) }
  }

  /// The regular files below a folder, in byte order.
  public func files(under folder: RepositoryPath, limit: Int) throws(GateError) -> [(
    path: RepositoryPath, bytes: [UInt8]
  )] {
    var files: [(path: RepositoryPath, bytes: [UInt8])] = []
    for (path, version) in versions(where: { $0.isUnder(folder) }) where version.mode.isFile {
      files.append((path, try reading { () throws(GitError) in try repository.blob(version.id, limit: limit) }))
    }
    return files
  }

  /// What the index holds at some paths, in byte order.
  func versions(where isWanted: (RepositoryPath) -> Bool) -> [(path: RepositoryPath, version: FileVersion)] {
    entries.filter { isWanted($0.path) }
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
