import ArgumentParser
import Gate
import YAML

/// Packs as they are written on the command line, such as `us,uk`.
///
/// `core` is always among them.
struct PackList: ExpressibleByArgument {
  let names: Set<String>

  init?(argument: String) {
    let names = argument.split(separator: ",").map(String.init)
    guard !names.isEmpty else { return nil }
    self.names = Set(names).union(["core"])
  }

  /// The names, each that of a pack there is.
  func checked() throws -> Set<String> {
    let known = PolicyInForce.packs.sorted()
    for name in names.sorted() where !known.contains(name) {
      let hint = nearestName(to: name, among: known).map { " Did you mean \($0)?" } ?? ""
      throw UsageError("There is no pack “\(name)”; there are \(known.joined(separator: ", ")).\(hint)")
    }
    return names
  }
}
