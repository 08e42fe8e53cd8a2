public import Approvals
internal import Changes
internal import Drafts
public import Review

/// What waits for one person, as a letter: for mail or chat, sent by a clock.
///
/// It names drafts by their ids and holds nothing of what they say.
public struct QueueDigest {
  /// Whom it is for.
  public let person: PersonID
  private let items: [(item: ReviewItem, turns: [Turn])]
  private let words: QueueWords
  private let emails: [EmailAddress]

  /// The digests of everybody something waits for, by id; one person's alone where that is asked.
  public static func all(of queue: ReviewQueue, people: People) -> [QueueDigest] {
    queue.people.map { QueueDigest($0, queue, people) }
  }

  private init(_ person: PersonID, _ queue: ReviewQueue, _ people: People) {
    self.person = person
    words = QueueWords(people: people, now: queue.now)
    emails = people[person]?.emails ?? []
    items = queue.items.compactMap { item in
      let turns = QueueWords.turns(item).map(\.turn).filter { $0.people.contains(person) }
      return turns.isEmpty ? nil : (item, turns)
    }
  }

  /// The line a mail would have as its subject.
  public var subject: String {
    let late = items.count { $0.item.isOverdue(at: words.now) }
    let verb = items.count == 1 ? "waits" : "wait"
    return "\(PlainText.count(items.count, "draft")) \(verb) for you" + (late > 0 ? ", \(late) late" : "")
  }

  /// The letter: the subject, a greeting, and what is to be done, what is due first coming first.
  public var text: String {
    var lines = ["To: \(person)", "Subject: \(subject)", "", "Hello \(words.name(person)),", ""]
    for (item, turns) in items {
      lines.append("* \(QueueWords.name(item))")
      for turn in turns {
        // Somebody else may do it too, and then nobody should wait for the other.
        let others = turn.people.filter { $0 != person }.map(words.name)
        let also =
          others.isEmpty ? "" : " (or \(others.prefix(3).joined(separator: ", "))\(others.count > 3 ? ", …" : ""))"
        lines.append("  \(QueueWords.task(turn.task))\(also)")
      }
      if let due = item.due, let left = words.due(item) {
        lines.append("  due \(QueueWords.moment(due)), \(left)")
      }
      lines += item.notices.map { "  \(QueueWords.notice($0))" }
    }
    lines += ["", "See one with: chaperone show ID"]
    return lines.map { $0 + "\n" }.joined()
  }

  /// The letter for a program that sends it: one line of `jsonl`.
  public var json: JSONValue {
    .object([
      ("person", .string(person.description)), ("name", .string(words.name(person))),
      ("emails", .array(emails.map { .string(String(decoding: $0.folded, as: UTF8.self)) })),
      ("subject", .string(subject)), ("text", .string(text)),
    ])
  }
}
