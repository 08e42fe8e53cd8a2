internal import Approvals
internal import Changes
internal import Drafts
internal import Git
internal import Review

extension QueueMemory {
  func write(to writer: inout MemoryWriter) {
    writer.put(key.head.bytes)
    writer.put(key.policy) { $1.put($0.bytes) }
    writer.put(key.published) { $1.put($0.bytes) }
    writer.put(list: key.ledger) { $1.put($0.bytes) }
    writer.put(time.secondsSince1970)
    writer.put(list: entries) { $0.write(to: &$1) }
    writer.put(list: posts) { post, writer in
      writer.put(post.entry.path.bytes)
      writer.put(post.entry.version)
      writer.put(post.end.secondsSince1970)
    }
  }

  init?(from reader: inout MemoryReader) {
    guard let head = reader.objectID(), let policy = reader.optional({ $0.objectID() }),
      let published = reader.optional({ $0.objectID() }), let ledger = reader.list({ $0.objectID() }),
      let time = reader.time(), let entries = reader.list({ Entry(from: &$0) }),
      let posts = reader.list({ reader -> EndingPost? in
        guard let path = reader.path(), let version = reader.version(), let end = reader.time() else { return nil }
        return EndingPost(entry: TreeEntry(path: path, version: version), end: end)
      })
    else { return nil }
    self.init(
      key: Key(head: head, policy: policy, published: published, ledger: ledger), time: time, entries: entries,
      posts: posts)
  }
}

extension QueueMemory.Entry {
  func write(to writer: inout MemoryWriter) {
    writer.put(version)
    writer.put(until.secondsSince1970)
    writer.put(list: reads) { $1.put($0.bytes) }
    writer.put(list: folders) { $1.put($0.bytes) }
    writer.put(item.path.bytes)
    writer.put(item.id.bytes)
    writer.put(item.subject) { $1.put($0.digest.bytes) }
    writer.put(item.author) { $1.put($0) }
    writer.put(ReviewState.allCases.firstIndex(of: item.condition) ?? 0)
    writer.put(list: item.needs) { need, writer in
      writer.put(need.slot)
      writer.put(Need.State.allCases.firstIndex(of: need.state) ?? 0)
      writer.put(need.isInTurn ? 1 : 0)
    }
    writer.put(list: item.turns) { turn, writer in
      writer.put(turn.task)
      writer.put(list: turn.people) { $1.put($0.bytes) }
      writer.put(turn.due) { $1.put($0.secondsSince1970) }
    }
    writer.put(item.since.secondsSince1970)
    writer.put(item.due) { $1.put($0.secondsSince1970) }
    for count in [item.findings.block, item.findings.approve, item.findings.advise] { writer.put(count) }
    writer.put(list: item.notices) { $1.put($0) }
  }

  init?(from reader: inout MemoryReader) {
    guard let version = reader.version(), let until = reader.time(), let reads = reader.list({ $0.path() }),
      let folders = reader.list({ $0.path() }), let path = reader.path(), let id = reader.path(),
      let subject = reader.optional({ $0.digest().map(Subject.init) }), let author = reader.optional({ $0.bytes() }),
      let condition: ReviewState = reader.oneOf(), let needs = reader.list({ $0.need() }),
      let turns = reader.list({ $0.turn() }), let since = reader.time(), let due = reader.optional({ $0.time() }),
      let block = reader.number(), let approve = reader.number(), let advise = reader.number(),
      let notices = reader.list({ $0.notice() })
    else { return nil }
    self.init(
      version: version,
      item: ReviewItem(
        path: path, id: id, subject: subject, author: author, condition: condition, needs: needs, turns: turns,
        since: since, due: due, findings: FindingCounts(block: block, approve: approve, advise: advise),
        notices: notices), until: until, reads: reads, folders: folders)
  }
}

extension MemoryWriter {
  fileprivate mutating func put(_ version: FileVersion) {
    put(Int(version.mode.rawValue))
    put(version.id.bytes)
  }

  fileprivate mutating func put(_ slot: Requirement.Slot) {
    if case .role(let role) = slot { put(role.bytes) } else { put([]) }
  }

  fileprivate mutating func put(_ task: Turn.Task) {
    switch task {
    case .repair: put(0)
    case .edit: put(1)
    case .reschedule: put(2)
    case .settle: put(3)
    case .publish: put(4)
    case .takeDown: put(5)
    case .mendPolicy: put(6)
    case .sign(let slot):
      put(7)
      put(slot)
    case .signAgain(let slot):
      put(8)
      put(slot)
    }
  }

  fileprivate mutating func put(_ notice: ReviewItem.Notice) {
    switch notice {
    case .consentEnded(let reference, let end):
      put(0)
      put(reference.bytes)
      put(end.secondsSince1970)
    case .consentEnding(let reference, let end):
      put(1)
      put(reference.bytes)
      put(end.secondsSince1970)
    case .pastExpiry(let end):
      put(2)
      put(end.secondsSince1970)
    case .signatureEnding(let end):
      put(3)
      put(end.secondsSince1970)
    case .unknownAuthor: put(4)
    case .unknownContributor: put(5)
    case .blockedBy(let rules):
      put(6)
      put(list: rules) { $1.put($0.utf8) }
    case .lacking(let sentence):
      put(7)
      put(sentence.utf8)
    case .objection(let person, let role):
      put(8)
      put(person.bytes)
      put(role.bytes)
    }
  }
}

extension MemoryReader {
  fileprivate mutating func objectID() -> ObjectID? { bytes().flatMap { ObjectID(bytes: $0) } }
  fileprivate mutating func path() -> RepositoryPath? { bytes().flatMap { RepositoryPath(bytes: $0) } }
  fileprivate mutating func time() -> Timestamp? { number().map { Timestamp(secondsSince1970: $0) } }
  fileprivate mutating func text() -> String? { bytes().map { String(decoding: $0, as: UTF8.self) } }
  fileprivate mutating func person() -> PersonID? { bytes().flatMap { PersonID($0) } }
  fileprivate mutating func role() -> Role? { bytes().flatMap { Role($0) } }
  fileprivate mutating func reference() -> Approvals.ConsentReference? {
    bytes().flatMap { Approvals.ConsentReference($0) }
  }

  fileprivate mutating func digest() -> Digest? { bytes().flatMap { Digest(bytes: $0) } }

  fileprivate mutating func version() -> FileVersion? {
    guard let number = number().flatMap({ UInt32(exactly: $0) }), let mode = FileMode(gitMode: number),
      let id = objectID()
    else { return nil }
    return FileVersion(mode: mode, id: id)
  }

  fileprivate mutating func oneOf<Value: CaseIterable>() -> Value? {
    let cases = Array(Value.allCases)
    return number().flatMap { cases.indices.contains($0) ? cases[$0] : nil }
  }

  fileprivate mutating func slot() -> Requirement.Slot? {
    guard let name = bytes() else { return nil }
    return name.isEmpty ? .anyone : Role(name).map { .role($0) }
  }

  fileprivate mutating func need() -> Need? {
    guard let slot = slot(), let state: Need.State = oneOf(), let turn = number() else { return nil }
    return Need(slot: slot, state: state, isInTurn: turn == 1)
  }

  fileprivate mutating func turn() -> Turn? {
    guard let task = task(), let people = list({ $0.person() }), let due = optional({ $0.time() }) else { return nil }
    return Turn(task, of: people, due: due)
  }

  private mutating func task() -> Turn.Task? {
    let plain: [Turn.Task] = [.repair, .edit, .reschedule, .settle, .publish, .takeDown, .mendPolicy]
    guard let number = number() else { return nil }
    switch number {
    case plain.indices: return plain[number]
    case 7: return slot().map { .sign($0) }
    case 8: return slot().map { .signAgain($0) }
    default: return nil
    }
  }

  fileprivate mutating func notice() -> ReviewItem.Notice? {
    switch number() {
    case 0: ending().map { .consentEnded($0, $1) }
    case 1: ending().map { .consentEnding($0, $1) }
    case 2: time().map { .pastExpiry($0) }
    case 3: time().map { .signatureEnding($0) }
    case 4: .unknownAuthor
    case 5: .unknownContributor
    case 6: list { $0.text() }.map { .blockedBy($0) }
    case 7: text().map { .lacking($0) }
    case 8: objector().map { .objection($0, $1) }
    default: nil
    }
  }

  private mutating func ending() -> (Approvals.ConsentReference, Timestamp)? {
    guard let reference = reference(), let end = time() else { return nil }
    return (reference, end)
  }

  private mutating func objector() -> (PersonID, Role)? {
    guard let person = person(), let role = role() else { return nil }
    return (person, role)
  }
}
