import ArgumentParser
import BuiltinRules
import Foundation
import Policy

/// Where a command takes its rules from.
enum RuleSource {
  /// Every pack there is.
  static let allPacks: Set<String> = ["core", "us", "uk", "au", "eu", "ca", "local"]

  /// The rules in a folder, or those built in.
  static func load(folder: String?, packs: Set<String> = allPacks) throws -> RuleSet {
    try reporting { () throws(PolicyErrors) in
      try RuleSet(files: folder.map(files(in:)) ?? BuiltinRules.files.map { ($0.path, $0.text) }, packs: packs)
    }
  }

  /// Prints policy errors one a line and ends with 3.
  static func reporting<Value>(_ body: () throws(PolicyErrors) -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      for error in error.errors { FileHandle.standardError.write(Data((error.description + "\n").utf8)) }
      throw ExitCode(3)
    }
  }

  private static func files(in folder: String) -> [RuleSet.File] {
    let paths = ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".yaml") }
    return paths.sorted().compactMap { path in
      (try? String(contentsOfFile: folder + "/" + path, encoding: .utf8)).map { (path, $0) }
    }
  }
}
