/// How many findings a draft has, by what they stop.
public struct FindingCounts: Hashable, Sendable {
  /// Those that only editing clears.
  public let block: Int
  /// Those that named roles must sign for.
  public let approve: Int
  /// Those that stop nothing.
  public let advise: Int

  /// Counts; none where not given.
  public init(block: Int = 0, approve: Int = 0, advise: Int = 0) {
    self.block = block
    self.approve = approve
    self.advise = advise
  }

  /// All of them.
  public var total: Int { block + approve + advise }
}
