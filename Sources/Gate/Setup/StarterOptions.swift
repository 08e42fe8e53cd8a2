/// Who sets a repository up, and how strictly.
public struct StarterOptions: Sendable {
  /// For whom the repository is.
  public enum Profile: String, Sendable, CaseIterable {
    /// Several people: every draft needs a second one, and what is published passes a gate.
    case team
    /// One professional alone: checks and hooks, no gate and no second person.
    case solo
  }

  /// For whom it is.
  public var profile: Profile
  /// The packs that are switched on, besides `core`.
  public var packs: Set<String>
  /// Whether every story of one individual is blocked.
  public var isStrict: Bool
  /// The id approvals are bound to: a UUID in lower case.
  public var repositoryID: String
  /// Who sets it up; nil where git does not know.
  public var owner: (name: String, email: String)?

  /// Options with every field given.
  public init(
    profile: Profile, packs: Set<String>, isStrict: Bool, repositoryID: String, owner: (name: String, email: String)?
  ) {
    self.profile = profile
    self.packs = packs
    self.isStrict = isStrict
    self.repositoryID = repositoryID
    self.owner = owner
  }

  /// A UUID of version 4 (RFC 9562, section 5.4) from 16 random bytes.
  public static func uuid(_ random: [UInt8]) -> String {
    var bytes = Array(random.prefix(16)) + [UInt8](repeating: 0, count: max(0, 16 - random.count))
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }
}
