public import YAML

/// A value with the place in the file where it is declared.
public struct Located<Value> {
  /// The value.
  public var value: Value
  /// Where it is declared.
  public var range: SourceRange

  /// Creates a located value.
  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
