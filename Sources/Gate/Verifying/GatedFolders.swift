internal import Changes
internal import Git

/// Finds ways around the gated folders: what would make a checkout show something else below them.
struct GatedFolders {
  /// The published root and `.chaperone`.
  let folders: [RepositoryPath]

  /// The problems of what a commit adds or changes.
  func problems(_ changes: [FileChange], commit: ObjectID) -> [VerificationProblem] {
    changes.compactMap { change in
      guard change.new != nil else { return nil }
      for folder in folders {
        if change.path == folder || folder.isUnder(change.path) {
          return VerificationProblem(
            "NOT_A_FOLDER", "A file, link or submodule stands in the place of \(folder.display).", commit: commit,
            path: change.path)
        }
        if isLookAlike(change.path, of: folder) {
          return VerificationProblem(
            "LOOK_ALIKE", "On a disk that does not tell capitals apart this is in \(folder.display).", commit: commit,
            path: change.path)
        }
      }
      return nil
    }
  }

  private func isLookAlike(_ path: RepositoryPath, of folder: RepositoryPath) -> Bool {
    let (names, wanted) = (path.components, folder.components)
    guard names.count >= wanted.count else { return false }
    let start = names.prefix(wanted.count)
    let isSame = zip(start, wanted).allSatisfy { $0.elementsEqual($1) }
    return !isSame && zip(start, wanted).allSatisfy { $0.map(Self.lowered).elementsEqual($1.map(Self.lowered)) }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
  }
}
