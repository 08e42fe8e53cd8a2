public import Approvals

/// One signature a draft needs, and how it stands.
public struct Need: Hashable, Sendable {
  /// How a needed signature stands, by the words programs read; the later one says more against the draft.
  public enum State: String, Hashable, Sendable, CaseIterable, Comparable {
    /// There is one that counts.
    case granted
    /// There is none.
    case missing
    /// There was one, and it does not count any more.
    case stale
    /// A holder of the role objects.
    case objected

    /// Orders by how much they say against the draft.
    public static func < (left: State, right: State) -> Bool { left.weight < right.weight }

    private var weight: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Who has to sign: a role or anyone.
  public let slot: Requirement.Slot
  /// How it stands.
  public let state: State
  /// Whether every role that signs before this one has signed.
  public let isInTurn: Bool

  /// A need with every field given.
  public init(slot: Requirement.Slot, state: State, isInTurn: Bool) {
    self.slot = slot
    self.state = state
    self.isInTurn = isInTurn
  }
}
