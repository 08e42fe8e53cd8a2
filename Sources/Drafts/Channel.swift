/// A place where posts appear, by name; names are compared as bytes.
///
/// An organisation may use names of its own; which are allowed is the policy's matter.
public struct Channel: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name.
  public let name: [UInt8]

  /// Creates a channel from the bytes of its name.
  public init(name: [UInt8]) {
    self.name = name
  }

  /// Creates a channel from its name.
  public init(_ name: String) {
    self.name = Array(name.utf8)
  }

  /// The channels Chaperone has facts about, such as how long a post may be.
  public static let builtIn: [Channel] = [
    "x", "bluesky", "threads", "mastodon", "facebook", "instagram", "linkedin", "youtube", "tiktok", "pinterest",
    "google-business", "website", "reddit", "newsletter", "whatsapp", "snapchat",
  ].map { Channel($0) }

  /// Whether the channel is one of `builtIn`.
  public var isBuiltIn: Bool { Self.builtIn.contains(self) }

  /// The name as text, for display.
  public var description: String { String(decoding: name, as: UTF8.self) }

  /// Orders channels by the bytes of their names.
  public static func < (left: Channel, right: Channel) -> Bool {
    left.name.lexicographicallyPrecedes(right.name)
  }
}
