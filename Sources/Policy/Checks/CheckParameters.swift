internal import Drafts
internal import YAML

/// What a check takes under `with:`.
struct CheckParameters {
  /// Numbers it must be given.
  var numbers: [String] = []
  /// Lists it must be given.
  var lists: [String] = []
  /// Lists it must be given whose entries may be anything.
  var freeLists: [String] = []
  /// Numbers by channel; the name of a channel may be followed by one of these endings.
  var channelEndings: [String]?
  /// What the entries of its other lists may be; nil for anything.
  var entries: [String]?

  /// What must be given.
  var required: [String] { numbers + lists + freeLists }

  /// What is wrong with a key, or nil.
  func problem(with key: String, isList: Bool) -> String? {
    if isList ? lists.contains(key) || freeLists.contains(key) : numbers.contains(key) { return nil }
    var known = required
    if let channelEndings {
      let channels = Channel.builtIn.map(\.description)
      let keys = channels + channels.flatMap { channel in channelEndings.map { channel + $0 } }
      if !isList, keys.contains(key) { return nil }
      known += channels
    }
    let hint = nearestName(to: key, among: known).map { ", did you mean “\($0)”?" } ?? ""
    return "does not take “\(key)”\(isList ? " as a list" : "")\(hint)"
  }
}
