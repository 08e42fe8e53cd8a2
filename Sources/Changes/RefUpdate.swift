/// What a push wants to do to one reference.
public struct RefUpdate: Hashable, Sendable {
  /// What happens to the reference; the null id never appears here.
  public enum Action: Hashable, Sendable {
    /// The reference does not exist yet.
    case create(ObjectID)
    /// The reference moves.
    case update(from: ObjectID, to: ObjectID)
    /// The reference goes away.
    case delete(ObjectID)
  }

  /// The reference on the receiving side.
  public let name: ReferenceName
  /// What happens to it.
  public let action: Action

  /// Makes an update.
  public init(name: ReferenceName, action: Action) {
    self.name = name
    self.action = action
  }

  /// Where the reference points before; `nil` if it is created.
  public var old: ObjectID? {
    switch action {
    case .create: nil
    case .update(let old, _), .delete(let old): old
    }
  }

  /// Where the reference points afterwards; `nil` if it is deleted.
  public var new: ObjectID? {
    switch action {
    case .create(let new), .update(_, let new): new
    case .delete: nil
    }
  }
}

/// A line a hook got on standard input that is not what git writes there.
public struct RefUpdateError: Error, Hashable, Sendable {
  /// The line, counted from one.
  public let line: Int

  /// Makes an error for a line.
  public init(line: Int) { self.line = line }
}

extension RefUpdate {
  /// Reads the standard input of `pre-receive` and `post-receive`: `<old> SP <new> SP <ref> LF`.
  ///
  /// Source: githooks(5). An empty input is an empty list.
  /// - Throws: ``RefUpdateError`` for any other line; also for one whose ids are both null, or differ in length.
  public static func parse(preReceive input: [UInt8]) throws(RefUpdateError) -> [RefUpdate] {
    var updates: [RefUpdate] = []
    for (index, line) in try lines(of: input).enumerated() {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3,
        let update = RefUpdate(name: fields[2], old: fields[0], new: fields[1])
      else { throw RefUpdateError(line: index + 1) }
      updates.append(update)
    }
    return updates
  }

  /// Reads the standard input of `pre-push`: `<local ref> SP <local id> SP <remote ref> SP <remote id> LF`.
  ///
  /// Source: githooks(5). The local side is read from the end of the line, because what the user typed stands there and
  /// may contain spaces, as in `HEAD@{2 days ago}`; it is not kept. Nothing to push is an empty list.
  /// - Throws: ``RefUpdateError`` for any other line; also for one whose ids are both null, or differ in length.
  public static func parse(prePush input: [UInt8]) throws(RefUpdateError) -> [RefUpdate] {
    var updates: [RefUpdate] = []
    for (index, line) in try lines(of: input).enumerated() {
      let fields = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      guard fields.count >= 4,
        let update = RefUpdate(
          name: fields[fields.count - 2], old: fields[fields.count - 1], new: fields[fields.count - 3])
      else { throw RefUpdateError(line: index + 1) }
      updates.append(update)
    }
    return updates
  }

  private init?(name: ArraySlice<UInt8>, old: ArraySlice<UInt8>, new: ArraySlice<UInt8>) {
    guard let name = ReferenceName(bytes: name), let old = ObjectID(hex: old), let new = ObjectID(hex: new),
      old.algorithm == new.algorithm
    else { return nil }
    switch (old.isNull, new.isNull) {
    case (true, true): return nil
    case (true, false): self.init(name: name, action: .create(new))
    case (false, true): self.init(name: name, action: .delete(old))
    case (false, false): self.init(name: name, action: .update(from: old, to: new))
    }
  }

  private static func lines(of input: [UInt8]) throws(RefUpdateError) -> [ArraySlice<UInt8>] {
    guard !input.isEmpty else { return [] }
    var lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // A last line without its line feed was cut off: the rest of it could have named anything.
    guard lines.last?.isEmpty == true else { throw RefUpdateError(line: lines.count) }
    lines.removeLast()
    return lines
  }
}
