extension RuleSet {
  /// How long a post is for each channel, and how long it may be, as the rules in force have it.
  ///
  /// Of two rules about one channel the shorter limit counts. Without a rule about lengths no limit is known.
  public var channelLength: ChannelLength {
    var limits: [String: Int] = [:]
    for rule in rules {
      guard case .check(let check) = rule.subject, check.name == .textLength else { continue }
      limits.merge(check.numbers) { min($0, $1) }
    }
    return ChannelLength(limits: limits)
  }
}
