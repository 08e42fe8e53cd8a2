import Changes
import Foundation
import Git
import Policy

/// Packs the rule files into two Swift files, as they are and compiled, or the hooks into one.
///
/// A build tool run by the `EmbedRules` plugin: `embed-rules RULES-FOLDER FILES-OUTPUT COMPILED-OUTPUT`, or without the
/// last one for a folder of hooks. A rule file that does not load fails the build, with its place.

/// Prints a message and ends the build.
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(1)
}

/// A Swift string literal for any text.
func literal(_ text: String) -> String {
  var escaped = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": escaped += "\\\\"
    case "\"": escaped += "\\\""
    case "\n": escaped += "\\n"
    case "\t": escaped += "\\t"
    case "\r": escaped += "\\r"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F:
      escaped += "\\u{\(String(scalar.value, radix: 16))}"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped + "\""
}

guard (3...4).contains(CommandLine.arguments.count) else {
  fail("usage: embed-rules FOLDER FILES-OUTPUT [COMPILED-OUTPUT]")
}
let isRules = CommandLine.arguments.count == 4
let folder = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  .filter { isRules ? $0.hasSuffix(".yaml") : !$0.contains(".") }
  .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
let files = try paths.map { path in
  (path: path, text: try String(contentsOf: folder.appending(path: path), encoding: .utf8))
}

var source = "enum EmbeddedFiles {\n  static let all: [(path: String, text: String)] = [\n"
for file in files { source += "    (\(literal(file.path)), \(literal(file.text))),\n" }
source += "  ]\n}\n"
try source.write(toFile: CommandLine.arguments[2], atomically: true, encoding: .utf8)
guard isRules else { exit(0) }

do {
  let packs = Set(paths.compactMap { $0.split(separator: "/").first.map(String.init) }).subtracting(["lexicon"])
  let ruleSet = try RuleSet(files: files, packs: packs)
  let tree = try ObjectHash.tree(
    files.compactMap { file in
      try RepositoryPath(file.path).map { ($0, try ObjectHash.blob(Array(file.text.utf8))) }
    })
  let compiled = String(decoding: ruleSet.compact(), as: UTF8.self)
  try """
  enum CompiledRules {
    static let tree = \(literal(tree.hex))
    static let text = \(literal(compiled))
  }

  """.write(toFile: CommandLine.arguments[3], atomically: true, encoding: .utf8)
} catch let errors as PolicyErrors {
  fail(errors.errors.map { "Rules/\($0.description)" }.joined(separator: "\n"))
}
