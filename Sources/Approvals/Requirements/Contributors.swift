/// Who made a draft: they never approve it.
public struct Contributors: Hashable, Sendable {
  /// Everyone known to have contributed.
  public let people: Set<PersonID>
  /// Whether somebody contributed who cannot be named: one more approver is needed then, since a stranger's address
  /// may be a reviewer's second one.
  public let hasUnattributed: Bool

  /// Contributors given by id.
  public init(people: Set<PersonID>, hasUnattributed: Bool = false) {
    self.people = people
    self.hasUnattributed = hasUnattributed
  }

  /// Contributors from what a draft and its commits say.
  ///
  /// - Parameters:
  ///   - author: The author the front matter names, as written; `nil` when it names none.
  ///   - emails: The addresses of the authors, committers and co-authors of every commit that touched the draft.
  ///   - registry: The people of the base commit.
  public init(author: [UInt8]?, emails: some Sequence<EmailAddress>, in registry: People) {
    var people: Set<PersonID> = []
    var hasUnattributed = false
    if let id = author.flatMap({ PersonID($0) }), registry[id] != nil {
      people.insert(id)
    } else {
      hasUnattributed = true
    }
    for email in emails {
      if let id = registry.person(withEmail: email) {
        people.insert(id)
      } else {
        hasUnattributed = true
      }
    }
    self.init(people: people, hasUnattributed: hasUnattributed)
  }
}
