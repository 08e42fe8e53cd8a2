import ArgumentParser
import Changes
import Gate
import Git

/// `chaperone rules update`: writes the built-in rules into the repository.
struct RulesUpdate: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Bring .chaperone/rules to the rules of this build.",
    discussion: """
      The rules of your own in .chaperone/rules/local are not touched. A built-in rule that was edited by hand is \
      named and left as it is; the status is 1 then.

      Examples:
        chaperone rules update
        chaperone rules update --force       overwrite what was edited
      """)

  @Flag(help: "Overwrite built-in rules that were edited by hand.")
  var force = false

  func run(in session: Session) throws -> Int32 {
    let repository = try session.repository(for: "updating rules")
    let tree = try WorkTree(of: repository, for: "updating rules")
    return try Self.update(tree, force: force, verbose: true, session)
  }

  /// Writes what has changed and says what; 1 where an edited file was left.
  static func update(_ tree: WorkTree, force: Bool, verbose: Bool, _ session: Session) throws -> Int32 {
    let folder: RepositoryPath = ".chaperone/rules"
    var present: [String: [UInt8]] = [:]
    for (path, bytes) in try WorkTreeFiles(top: tree.top).files(under: folder, limit: 4 * 1_048_576)
    where path.hasExtension("yaml") {
      if let name = path.relative(to: folder) { present[name.display] = bytes }
    }
    let plan = RuleVendoring(present: present, list: try tree.read(RuleVendoring.listPath), force: force)
    var counts: [RuleVendoring.Change: Int] = [:]
    for (path, change) in plan.changes {
      counts[change, default: 0] += 1
      let file = "\(folder)/\(path)"
      switch change {
      case .add, .update: try tree.write(file, plan.text(of: path) ?? "")
      case .remove: try tree.remove(file)
      case .keepEdited:
        try session.note("chaperone: \(file) was edited by hand and is left as it is; --force overwrites it.")
      }
      if verbose, change == .update || change == .remove {
        try session.print("\(change == .update ? "updated" : "removed") \(file)")
      }
    }
    if !plan.changes.isEmpty { try tree.write(RuleVendoring.listPath, plan.list) }
    let (added, updated, removed) = (counts[.add] ?? 0, counts[.update] ?? 0, counts[.remove] ?? 0)
    if !verbose {
      try session.print("\(plan.changes.isEmpty ? "kept " : "wrote") \(folder)")
    } else {
      try session.print(
        "\(added) added, \(updated) updated, \(removed) removed, \(counts[.keepEdited] ?? 0) left as edited.")
      if added + updated + removed > 0 { try session.print("Next: git add .chaperone && git commit") }
    }
    return counts[.keepEdited] == nil ? 0 : 1
  }
}
