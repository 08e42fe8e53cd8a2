internal import YAML

/// The declarations under which a rule applies: its `when:`.
struct Circumstances: Sendable {
  var accounts: [String] = []
  var kinds: [String] = []
  var about: [String] = []
  var audiences: [String] = []
  var channels: [String] = []
  /// Languages: a post is written in one of them, or the draft is declared so.
  var languages: [String] = []
  /// Only to drafts that answer something, or only to those that do not.
  var isReply: Bool?

  static let keys = ["account", "kind", "about", "audience", "channel", "lang", "reply"]

  init() {}

  /// Whether they hold for every draft.
  var isAlways: Bool {
    accounts.isEmpty && kinds.isEmpty && about.isEmpty && audiences.isEmpty && channels.isEmpty && languages.isEmpty
      && isReply == nil
  }

  init(_ node: YAMLNode) throws(YAMLError) {
    let mapping = try node.mapping(keys: Self.keys, expected: "a mapping such as { account: organization }")
    accounts = try mapping["account"]?.oneOrManyStrings() ?? []
    kinds = try mapping["kind"]?.oneOrManyStrings() ?? []
    about = try mapping["about"]?.oneOrManyStrings() ?? []
    audiences = try mapping["audience"]?.oneOrManyStrings() ?? []
    channels = try mapping["channel"]?.oneOrManyStrings() ?? []
    languages = try mapping["lang"]?.oneOrManyStrings() ?? []
    isReply = try mapping["reply"]?.bool()
  }
}
