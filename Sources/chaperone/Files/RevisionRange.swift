import Changes
import Gate
import Git

/// The commits that a revision on a command line stands for: one, or every one of `A..B`, oldest first.
struct RevisionRange {
  let commits: [ObjectID]
  let isRange: Bool

  init(_ text: String, in repository: Repository) throws(GateError) {
    guard !text.contains("...") else { throw .unreadable("\(text): a range is written A..B") }
    do {
      guard let dots = text.firstRange(of: "..") else {
        commits = [try repository.resolve(text)]
        isRange = false
        return
      }
      let (old, new) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
      commits = try repository.newCommits(
        from: [try repository.resolve(new.isEmpty ? "HEAD" : new)],
        excluding: [try repository.resolve(old.isEmpty ? "HEAD" : old)], excludingReferences: [])
      isRange = true
    } catch {
      throw .git(error)
    }
  }
}
