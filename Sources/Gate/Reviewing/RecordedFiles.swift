internal import Changes
internal import Git

/// Files of a commit, with a note of everything that was asked for: when none of it changes, the answer does not.
final class RecordedFiles: FileSource {
  private let files: TreeFiles
  /// The files that were read or looked for.
  private(set) var paths: Set<RepositoryPath> = []
  /// The folders that were looked into.
  private(set) var folders: Set<RepositoryPath> = []

  init(_ files: TreeFiles) { self.files = files }

  func read(_ path: RepositoryPath, limit: Int) throws(GateError) -> [UInt8]? {
    paths.insert(path)
    return try files.read(path, limit: limit)
  }

  func size(of path: RepositoryPath) throws(GateError) -> Int? {
    paths.insert(path)
    return try files.size(of: path)
  }

  func files(under folder: RepositoryPath, limit: Int) throws(GateError) -> [(path: RepositoryPath, bytes: [UInt8])] {
    folders.insert(folder)
    return try files.files(under: folder, limit: limit)
  }

  func folderID(_ folder: RepositoryPath) throws(GateError) -> ObjectID? {
    folders.insert(folder)
    return try files.folderID(folder)
  }
}
