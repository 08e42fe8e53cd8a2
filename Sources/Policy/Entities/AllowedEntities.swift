/// Folded names, numbers, domains and addresses that belong to the organisation or are named in the draft.
///
/// Built from `directory.yaml` and from a draft's `people:`.
public struct AllowedEntities: Sendable {
  /// People who may be named, as they are written.
  public var names: [String]
  /// Phone and fax numbers, as digits; with or without the country code.
  public var phones: [String]
  /// Mail and web domains (`hospital.example`); subdomains count.
  public var domains: [String]
  /// Handles without the sign.
  public var handles: [String]
  /// Addresses, places and facilities, as they are written.
  public var places: [String]

  /// Makes the lists; each is empty where nothing is given.
  public init(
    names: [String] = [], phones: [String] = [], domains: [String] = [], handles: [String] = [], places: [String] = []
  ) {
    self.names = names
    self.phones = phones
    self.domains = domains
    self.handles = handles
    self.places = places
  }
}
