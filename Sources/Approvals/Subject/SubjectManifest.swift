public import Drafts

/// The digest of everything a reviewer saw, and so the thing that is approved.
public struct Subject: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// SHA-256 of the manifest's bytes.
  public let digest: Digest

  /// The subject with that digest, for instance as a record names it.
  public init(_ digest: Digest) {
    self.digest = digest
  }

  /// The 64 hexadecimal digits.
  public var description: String { digest.description }

  /// Orders by the digest's bytes.
  public static func < (left: Subject, right: Subject) -> Bool { left.digest < right.digest }
}

/// What a reviewer saw of one draft, written down so that two machines write the same bytes.
///
/// ```
/// chaperone-subject v1
/// repo <uuid>
/// draft <percent-encoded id>
/// body sha256:<hex> <size>
/// asset <percent-encoded path> sha256:<hex> <size>
/// parent sha256:<hex> <size>
/// consent <reference> sha256:<hex of its entry>
/// target <channel>
/// ```
/// Every line ends with a line feed. Assets, consents and targets are sorted by the bytes of their line; two equal
/// lines are written once. A commit, a branch, an author or the folder `drafts/` or `published/` is not in it: a
/// rebase, a squash, a merge or the publishing move keeps an approval, and one changed byte of what is in it voids
/// it.
public struct SubjectManifest: Hashable, Sendable {
  /// The digest and length of a blob, raw, as git stores it.
  public struct Content: Hashable, Sendable {
    /// SHA-256 of the bytes.
    public let digest: Digest
    /// The number of bytes.
    public let size: Int

    /// Hashes the bytes.
    public init(of bytes: [UInt8]) {
      self.init(digest: Digest(of: bytes), size: bytes.count)
    }

    /// A content known by its digest and size.
    public init(digest: Digest, size: Int) {
      self.digest = digest
      self.size = size
    }

    var spelling: [UInt8] { digest.labelled + [ASCII.space] + Array(String(size).utf8) }
  }

  /// A picture or film of the draft: its path as git has it, and its content.
  public struct Asset: Hashable, Sendable {
    /// The path's bytes.
    public let path: [UInt8]
    /// What the path holds.
    public let content: Content

    /// An asset at a path.
    public init(path: [UInt8], content: Content) {
      self.path = path
      self.content = content
    }
  }

  /// A consent the draft relies on, and the digest of its entry, so that a changed entry is seen again by a reviewer.
  public struct ConsentLine: Hashable, Sendable {
    /// The reference the draft names.
    public let reference: ConsentReference
    /// The digest of the entry in `consents.yaml`.
    public let entry: Digest

    /// A consent by reference and entry digest.
    public init(reference: ConsentReference, entry: Digest) {
      self.reference = reference
      self.entry = entry
    }

    /// The line of a consent on file.
    public init(_ consent: Consent) {
      self.init(reference: ConsentReference(of: consent), entry: consent.entryDigest)
    }
  }

  /// The repository.
  public let repository: RepositoryID
  /// The draft.
  public let draft: DraftID
  /// The draft file, front matter included.
  public let body: Content
  /// Pictures and films.
  public let assets: [Asset]
  /// The thread the draft answers, if any.
  public let parent: Content?
  /// Consents the draft names.
  public let consents: [ConsentLine]
  /// Channels it goes to, by name.
  public let targets: [[UInt8]]

  /// The manifest of one draft; the order of assets, consents and targets does not matter.
  public init(
    repository: RepositoryID, draft: DraftID, body: Content, assets: [Asset] = [], parent: Content? = nil,
    consents: [ConsentLine] = [], targets: [[UInt8]] = []
  ) {
    self.repository = repository
    self.draft = draft
    self.body = body
    self.assets = assets
    self.parent = parent
    self.consents = consents
    self.targets = targets
  }

  /// The manifest, byte for byte as it is hashed and shown to a reviewer.
  public var bytes: [UInt8] {
    var lines: [[UInt8]] = [
      Array("chaperone-subject v1".utf8),
      Array("repo ".utf8) + repository.bytes,
      Array("draft ".utf8) + draft.percentEncoded,
      Array("body ".utf8) + body.spelling,
    ]
    lines += Self.sorted(
      assets.map { Array("asset ".utf8) + PercentEncoding.encode($0.path) + [ASCII.space] + $0.content.spelling })
    if let parent { lines.append(Array("parent ".utf8) + parent.spelling) }
    lines += Self.sorted(
      consents.map { Array("consent ".utf8) + $0.reference.bytes + [ASCII.space] + $0.entry.labelled })
    lines += Self.sorted(targets.map { Array("target ".utf8) + PercentEncoding.encode($0) })
    return lines.flatMap { $0 + [ASCII.newline] }
  }

  /// The subject: SHA-256 of ``bytes``.
  public var subject: Subject { Subject(Digest(of: bytes)) }

  private static func sorted(_ lines: [[UInt8]]) -> [[UInt8]] {
    Set(lines).sorted(by: ASCII.precedes)
  }
}
