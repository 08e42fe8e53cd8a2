internal import Changes
internal import Git

/// The files of the index, with a note of each that was looked at for one draft.
final class WatchedFiles: FileSource {
  private let files: IndexFiles
  /// The files that were looked at; nil where more was than can be noted.
  private(set) var others: [CheckMemory.Other]? = []

  init(_ files: IndexFiles) { self.files = files }

  private func note(_ path: RepositoryPath) {
    others?.append(CheckMemory.Other(path: path, id: files.fileID(at: path)))
  }

  func read(_ path: RepositoryPath, limit: Int) throws(GateError) -> [UInt8]? {
    note(path)
    return try files.read(path, limit: limit)
  }

  func size(of path: RepositoryPath) throws(GateError) -> Int? {
    note(path)
    return try files.size(of: path)
  }

  func files(under folder: RepositoryPath, limit: Int) throws(GateError) -> [(path: RepositoryPath, bytes: [UInt8])] {
    others = nil
    return try files.files(under: folder, limit: limit)
  }
}
