internal import Approvals
internal import Changes
internal import Drafts

/// Why there is nothing that could be approved.
public enum SubjectObstacle: Error, Hashable, Sendable {
  /// The file declares nothing; it can be checked but not published.
  case noFrontMatter
  /// What the draft shows or answers is not a regular file; the text names it and says what it is for.
  case notAFile(String)
  /// The consent the draft names is not on file.
  case unknownConsent(String)
  /// The path is no draft's.
  case notADraft

  /// The code for programs.
  public var code: String {
    switch self {
    case .noFrontMatter: "NO_FRONT_MATTER"
    case .notAFile: "MISSING_ASSET"
    case .unknownConsent: "UNKNOWN_CONSENT"
    case .notADraft: "NOT_A_DRAFT"
    }
  }

  /// What was seen and what to do, in one sentence.
  public var sentence: String {
    switch self {
    case .noFrontMatter: "The file has no front matter, so nobody can sign for it; add one."
    case .notAFile(let words): "\(words) is not a regular file here; add the file itself, not a link."
    case .unknownConsent(let reference): "The consent \(reference) is not in .chaperone/consents.yaml."
    case .notADraft: "Only drafts with a name ending in .md can be published."
    }
  }
}

/// Writes down what a reviewer sees of a draft, from the files of one commit or of the index.
struct SubjectReader {
  let trust: TrustInForce
  /// The longest picture or film that is hashed.
  static let assetLimit = 1 << 30

  /// What was seen, and the consents it relies on.
  struct Reading {
    var manifest: SubjectManifest
    var consents: [Consent]
  }

  /// Reads the subject of a draft.
  ///
  /// - Returns: The subject, or why there is none.
  /// - Throws: ``GateError`` where a file cannot be read.
  func read(
    _ draft: Draft, id: RepositoryPath, in files: any FileSource
  ) throws(GateError) -> Result<Reading, SubjectObstacle> {
    guard let name = DraftID(id.bytes) else { return .failure(.notADraft) }
    guard let declared = draft.frontMatter else { return .failure(.noFrontMatter) }
    var assets: [SubjectManifest.Asset] = []
    for path in Self.assets(of: declared) {
      guard let bytes = try files.read(path, limit: Self.assetLimit) else {
        return .failure(.notAFile(path.display))
      }
      assets.append(SubjectManifest.Asset(path: path.bytes, content: SubjectManifest.Content(of: bytes)))
    }
    var consents: [Consent] = []
    if let reference = declared.consent?.value.reference {
      guard let consent = trust.consents[reference.value] else {
        return .failure(.unknownConsent(RepositoryPath(bytes: reference.value)?.display ?? "without a name"))
      }
      consents.append(consent)
    }
    for person in declared.people ?? [] {
      // A release may be filed elsewhere; one that is on file here binds like a consent.
      guard let release = person.value.release, let consent = trust.consents[release.value],
        !consents.contains(consent)
      else { continue }
      consents.append(consent)
    }
    let thread: [UInt8]?
    switch try self.thread(above: draft, in: files) {
    case .success(let bytes): thread = bytes
    case .failure(let obstacle): return .failure(obstacle)
    }
    let targets = draft.channels.map(\.name) + (declared.variants ?? []).map(\.channel.value.name)
    let manifest = SubjectManifest(
      repository: trust.policy.repository, draft: name, body: SubjectManifest.Content(of: draft.source.original),
      assets: assets, parent: thread.map { SubjectManifest.Content(of: $0) },
      consents: consents.map(SubjectManifest.ConsentLine.init),
      targets: targets)
    return .success(Reading(manifest: manifest, consents: consents))
  }

  /// Every file that is shown with a draft.
  static func assets(of declared: FrontMatter) -> [RepositoryPath] {
    var paths: [RepositoryPath] = []
    for attachment in declared.attachments ?? [] {
      if let file = attachment.value.file?.value { paths.append(file) }
      for text in [attachment.value.captions, attachment.value.transcript] {
        if case .file(let file) = text?.value { paths.append(file) }
      }
    }
    return paths
  }

  /// How many posts up a thread is followed.
  private static let depthLimit = 50

  /// The files a draft answers, oldest first, one after the other; nil where it answers none.
  private func thread(above draft: Draft, in files: any FileSource) throws(GateError) -> Result<
    [UInt8]?, SubjectObstacle
  > {
    var thread: [UInt8] = []
    var seen: Set<RepositoryPath> = [draft.path]
    var current = draft
    while case .file(let target) = current.inReplyTo {
      guard seen.insert(target.value).inserted, seen.count <= Self.depthLimit,
        let bytes = try files.read(target.value, limit: Draft.sizeLimit),
        let parent = try? Draft.parse(bytes: bytes, path: target.value)
      else { return .failure(.notAFile("The answered post \(target.value.display)")) }
      thread = bytes + thread
      current = parent
    }
    return .success(seen.count > 1 ? thread : nil)
  }
}
