public import Policy

/// The rule and word-class files this build was made with.
public enum BuiltinRules {
  /// Every file under `Rules/`: its path below that folder and its text, in byte order of the paths.
  public static var files: [(path: String, text: String)] { EmbeddedFiles.all }

  /// The id git gives to a folder that holds exactly these files (hexadecimal, SHA-1).
  ///
  /// A repository whose rules folder has this id holds the built-in rules unchanged.
  public static var tree: String { CompiledRules.tree }

  /// The built-in rules of some packs, from their compiled form.
  public static func ruleSet(packs: Set<String>) throws(PolicyErrors) -> RuleSet {
    if let compiled = RuleSet(compact: CompiledRules.text.utf8, packs: packs) { return compiled }
    return try RuleSet(files: files, packs: packs)
  }
}
