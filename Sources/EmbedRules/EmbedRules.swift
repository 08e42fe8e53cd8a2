import Foundation
import PackagePlugin

/// Packs every file under `Rules/` into the target that uses the plugin, so that the
/// binaries carry their rules and need no files beside them.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules")
    let outputs = ["EmbeddedFiles.swift", "CompiledRules.swift"].map {
      context.pluginWorkDirectoryURL.appending(path: $0)
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: rules.path)
      .filter { $0.hasSuffix(".yaml") }
      .sorted()
      .map { rules.appending(path: $0) }
    return [
      .buildCommand(
        displayName: "Compiling \(files.count) rule files",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [rules.path] + outputs.map(\.path),
        inputFiles: files,
        outputFiles: outputs)
    ]
  }
}
