internal import Drafts
internal import YAML

/// The checks there are; `check:` in a rule file names one.
enum CheckName: String, Sendable, CaseIterable {
  case textLength = "text-length"
  case unknownChannel = "unknown-channel"
  case altTextMissing = "alt-text-missing"
  case undeclaredAttachment = "undeclared-attachment"
  case requiredField = "required-field"
}

/// What a check takes under `with:`.
struct CheckParameters {
  /// Numbers it must be given.
  var numbers: [String] = []
  /// Lists it must be given.
  var lists: [String] = []
  /// Numbers by channel; the name of a channel may be followed by one of these endings.
  var channelEndings: [String]?
  /// What the entries of its lists may be; nil for anything.
  var entries: [String]?

  /// What must be given.
  var required: [String] { numbers + lists }

  /// What is wrong with a key, or nil.
  func problem(with key: String, isList: Bool) -> String? {
    if isList ? lists.contains(key) : numbers.contains(key) { return nil }
    var known = required
    if let channelEndings {
      let channels = Channel.builtIn.map(\.description)
      if !isList,
        channels.contains(key)
          || channels.contains(where: { channel in
            channelEndings.contains { key == channel + $0 }
          })
      {
        return nil
      }
      known += channels
    }
    let hint = nearestName(to: key, among: known).map { ", did you mean “\($0)”?" } ?? ""
    return "does not take “\(key)”\(isList ? " as a list" : "")\(hint)"
  }
}

extension CheckName {
  /// What the check takes.
  var parameters: CheckParameters {
    switch self {
    case .textLength: CheckParameters(channelEndings: ["-bytes", "-title"])
    case .unknownChannel, .altTextMissing: CheckParameters()
    case .undeclaredAttachment: CheckParameters(lists: ["extensions"])
    case .requiredField: CheckParameters(lists: ["always", "published"], entries: FrontMatter.checkableKeys)
    }
  }
}

extension BuiltinCheck {
  /// Where the check finds something.
  func hits(in input: CheckInput) -> [CheckHit] {
    switch name {
    case .textLength: textLength(input)
    case .unknownChannel: unknownChannel(input)
    case .altTextMissing: altTextMissing(input)
    case .undeclaredAttachment: undeclaredAttachment(input)
    case .requiredField: requiredField(input)
    }
  }
}
