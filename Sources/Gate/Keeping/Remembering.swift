internal import Changes
internal import Drafts
internal import Git
internal import Policy
internal import YAML

/// A check of everything that takes over the answers of the one before, and keeps its own for the next.
final class Remembering {
  private let file: CheckMemoryFile
  private let files: IndexFiles
  private let repository: Repository
  private let checker: DraftChecker
  private let now: Timestamp
  private let rules: [String: Rule]
  private let known: [CheckMemory.Answer]
  private var next = 0
  /// Drafts that were handed on and wait for their answer, in order.
  private var waiting: [Waiting] = []
  private var answered = 0
  private var memory = CheckMemory()
  private var isSame = true

  private enum Waiting {
    case known(CheckMemory.Answer)
    case judged(ObjectID, WatchedFiles)
  }

  /// nil where the answers of a policy are not kept.
  init?(_ checker: DraftChecker, files: IndexFiles, in repository: Repository, now: Timestamp) throws(GateError) {
    guard !checker.policy.namesIndividuals, let file = try CheckMemoryFile(checker.policy, in: repository) else {
      return nil
    }
    self.file = file
    self.files = files
    self.repository = repository
    self.checker = checker
    self.now = now
    rules = Dictionary(checker.policy.checker.ruleSet.rules.map { ($0.id, $0) }) { first, _ in first }
    known = file.read()?.answers ?? []
  }

  /// The answer about a draft, where the one from before still holds; otherwise where its files are to be read.
  ///
  /// Drafts have to come in byte order of their paths.
  func answer(_ version: FileVersion, at path: RepositoryPath) throws(GateError) -> (CheckedDraft?, WatchedFiles) {
    let watched = WatchedFiles(files)
    while next < known.count, known[next].path < path { next += 1 }
    if version.mode.isFile, next < known.count, known[next].path == path, holds(known[next], version.id),
      let checked = try checked(known[next])
    {
      waiting.append(.known(known[next]))
      return (checked, watched)
    }
    waiting.append(.judged(version.id, watched))
    return (nil, watched)
  }

  private func holds(_ answer: CheckMemory.Answer, _ id: ObjectID) -> Bool {
    answer.id == id && answer.time <= now && now < answer.until
      && answer.others.allSatisfy { files.fileID(at: $0.path) == $0.id }
  }

  private func checked(_ answer: CheckMemory.Answer) throws(GateError) -> CheckedDraft? {
    guard !answer.findings.isEmpty else { return checker.remembered(answer.path, [], size: answer.size) }
    let bytes = try reading { () throws(GitError) in try repository.blob(answer.id, limit: Draft.sizeLimit) }
    var findings: [Finding] = []
    for kept in answer.findings {
      guard let finding = rules[kept.rule].flatMap({ kept.finding($0, in: bytes) }) else { return nil }
      findings.append(finding)
    }
    return checker.remembered(answer.path, findings, size: answer.size)
  }

  /// Takes note of the answer about the draft that has waited longest.
  func keep(_ draft: CheckedDraft) {
    let kept: CheckMemory.Answer?
    switch waiting[answered] {
    case .known(let answer): kept = answer
    case .judged(let id, let watched):
      kept = self.kept(draft, id, watched)
      if kept != nil { isSame = false }
    }
    answered += 1
    if let kept { memory.answers.append(kept) }
  }

  /// Writes the answers down, where there are other ones than before.
  func finish() {
    if !isSame || memory.answers.count != known.count { file.write(memory) }
  }

  private func kept(_ draft: CheckedDraft, _ id: ObjectID, _ watched: WatchedFiles) -> CheckMemory.Answer? {
    guard case .assessed(let content, let assessment) = draft.outcome, let others = watched.others,
      let until = content.answerHolds(from: now)
    else { return nil }
    let bytes = content.source.original
    var identifiers = assessment.findings.flatMap { finding in
      finding.excerpt.identifiers.map { Array(finding.excerpt.bytes[$0]) }
    }
    for entity in assessment.entities where !entity.isAllowed {
      let start = min(entity.range.start.byte, bytes.count)
      identifiers.append(Array(bytes[start..<min(max(start, entity.range.end.byte), bytes.count)]))
    }
    var findings: [KeptFinding] = []
    for finding in assessment.findings {
      guard let rule = rules[finding.rule],
        let kept = KeptFinding(finding, rule: rule, in: bytes, identifiers: identifiers)
      else { return nil }
      findings.append(kept)
    }
    return CheckMemory.Answer(
      path: draft.path, id: id, size: bytes.count, time: now, until: until, others: others, findings: findings)
  }
}

extension DraftChecker {
  /// A draft with findings that were kept; its verdict and roles follow from them.
  fileprivate func remembered(_ path: RepositoryPath, _ findings: [Finding], size: Int) -> CheckedDraft {
    checked(path, .remembered(Assessment(findings: findings), size: size))
  }
}

extension Draft {
  /// Until when an answer about it stays what it is at a time, as far as time alone can change it; nil where that is not
  /// looked into.
  ///
  /// What depends on the time of day are the dates a draft declares. Those that are compared with other dates or with
  /// registers (consents, claims, embargoes) are left to be judged each time.
  fileprivate func answerHolds(from now: Timestamp) -> Timestamp? {
    let never = Timestamp(secondsSince1970: .max)
    guard let declared = frontMatter else { return never }
    guard declared.consent == nil, declared.claims == nil, declared.embargoUntil == nil else { return nil }
    // A date of publication is over the second after.
    let publication = declared.publishDate.map { Timestamp(secondsSince1970: $0.value.secondsSince1970 + 1) }
    return [publication, declared.expiryDate?.value].compactMap { $0 }.filter { $0 > now }.min() ?? never
  }
}
