internal import YAML

/// What is ours: `directory.yaml`.
///
/// Recognised all the same, but no rule fires on it.
public struct Directory: Sendable {
  /// The phone lines, domains, handles, addresses and people of the organisation.
  public var allowed: AllowedEntities

  /// An organisation that has named nothing.
  public init() { allowed = AllowedEntities() }

  private static let keys = ["phones", "domains", "handles", "people", "places"]

  /// Reads `directory.yaml`.
  public init(_ text: [UInt8], path: String) throws(PolicyError) {
    self.init()
    do {
      let node = try YAMLNode.parse(text)
      guard !node.isNull else { return }
      let mapping = try node.mapping(keys: Self.keys)
      allowed = AllowedEntities(
        names: try mapping["people"]?.strings() ?? [], phones: try mapping["phones"]?.strings() ?? [],
        domains: try mapping["domains"]?.strings() ?? [], handles: try mapping["handles"]?.strings() ?? [],
        places: try mapping["places"]?.strings() ?? [])
    } catch {
      throw PolicyError(path: path, error)
    }
  }
}
