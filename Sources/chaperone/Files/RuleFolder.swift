import BuiltinRules
import Gate
import Git
import Policy

/// A folder of rule files that was named on the command line.
enum RuleFolder {
  /// Its `.yaml` files, in byte order; with the built-in word classes where it has none.
  static func files(in folder: String, session: Session) throws -> [RuleSet.File] {
    var files: [RuleSet.File] = []
    do {
      try collect(session.absolute(folder), "", into: &files)
    } catch {
      throw GateError.unreadable("the rules cannot be read: \(error.description)")
    }
    guard !files.isEmpty else {
      throw UsageError("\(folder) holds no rule file; rules are in <pack>/<group>/<name>.yaml below it.")
    }
    if !files.contains(where: { $0.path.hasPrefix("lexicon/") }) {
      files += BuiltinRules.files.filter { $0.path.hasPrefix("lexicon/") }.map { ($0.path, $0.text) }
    }
    return files
  }

  private static func collect(_ folder: String, _ prefix: String, into files: inout [RuleSet.File])
    throws(PlatformError)
  {
    for name in try Platform.names(in: folder) where !name.hasPrefix(".") {
      let path = folder + "/" + name
      switch try Platform.kind(of: path) {
      case .folder: try collect(path, prefix + name + "/", into: &files)
      case .file, .link:
        guard name.hasSuffix(".yaml") else { continue }
        files.append((prefix + name, String(decoding: try Platform.readFile(path), as: UTF8.self)))
      default: continue
      }
    }
  }
}
