internal import Changes
internal import Drafts
internal import Review

/// What one run of the queue knew, for the next one.
///
/// It saves reading what has not changed, and nothing else: each entry is taken over only while everything it was made
/// from is the same, and no gate looks at it.
struct QueueMemory {
  /// What the whole was read from.
  struct Key: Equatable {
    /// The commit.
    let head: ObjectID
    /// Its `.chaperone/`.
    let policy: ObjectID?
    /// Its published tree.
    let published: ObjectID?
    /// The trees of the ledger.
    let ledger: [ObjectID]
  }

  /// One item, and what it was made from.
  struct Entry {
    /// The file it is about.
    let version: FileVersion
    /// What it says.
    let item: ReviewItem
    /// Until when it says so.
    let until: Timestamp
    /// The other files that were read for it, or looked for.
    let reads: [RepositoryPath]
    /// The folders that were looked into for it.
    let folders: [RepositoryPath]
  }

  /// What it was read from.
  let key: Key
  /// The time it was of.
  let time: Timestamp
  /// The items, those of drafts first.
  let entries: [Entry]
  /// The published posts that end at some time.
  let posts: [EndingPost]

  /// Whether anything in it can be true still: policy, people and keys are the same and the clock has not gone back.
  func isUsable(for key: Key, at now: Timestamp) -> Bool { self.key.policy == key.policy && time <= now }
}
