internal import Approvals
internal import Changes
internal import Drafts

/// A draft with everything its standing follows from, so that any core can work it out.
struct PreparedStanding: Sendable {
  /// The draft and what its findings follow from.
  let draft: PreparedDraft
  /// Where the draft was read.
  let origin: DraftOrigin
  /// What a signature would bind, or why there is nothing to sign; nil for a file that cannot be read.
  let reading: Result<SubjectReader.Reading, SubjectObstacle>?
  /// The addresses of those who made it.
  let contributors: [EmailAddress]
  /// The record lines that may concern it.
  let lines: [[UInt8]]
  /// What other lines proved that may concern it.
  let beside: [Evidence]
}

extension DraftJudge {
  /// Reads what the standing of one file follows from.
  ///
  /// - Parameters:
  ///   - bytes: Its content.
  ///   - files: The files it stands among.
  ///   - contributors: The addresses of those who made it.
  ///   - beside: What other lines proved that may concern it.
  ///   - lines: The records that may concern it, once its subject is known.
  func prepare(
    _ bytes: [UInt8], path: RepositoryPath, in files: any FileSource, origin: DraftOrigin,
    contributors: [EmailAddress], beside: [Evidence] = [],
    lines: (Subject, DraftID) throws(GateError) -> [[UInt8]]
  ) throws(GateError) -> PreparedStanding {
    let prepared = try checker.prepare(bytes, path: path, in: files)
    var reading: Result<SubjectReader.Reading, SubjectObstacle>?
    var found: [[UInt8]] = []
    if case .draft(let draft, _, _) = prepared.content {
      let read = try SubjectReader(trust: trust).read(draft, id: checker.id(of: path), in: files)
      if case .success(let subject) = read { found = try lines(subject.manifest.subject, subject.manifest.draft) }
      reading = read
    }
    return PreparedStanding(
      draft: prepared, origin: origin, reading: reading, contributors: contributors, lines: found, beside: beside)
  }

  /// How some files stand, worked out on all cores.
  func judge(_ prepared: [PreparedStanding]) throws(GateError) -> [DraftStanding] {
    let judged = AllCores.map(prepared) { item -> Result<DraftStanding, GateError> in
      do throws(GateError) {
        return .success(try judge(item))
      } catch {
        return .failure(error)
      }
    }
    var standings: [DraftStanding] = []
    for result in judged { standings.append(try result.get()) }
    return standings
  }
}
