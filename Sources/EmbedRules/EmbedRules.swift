import Foundation
import PackagePlugin

/// Packs the rules into the target that carries them, and the hooks into the one that installs them, so that the
/// binaries need no files beside them.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let isRules = target.name == "BuiltinRules"
    let folder = context.package.directoryURL.appending(path: isRules ? "Rules" : "Hooks")
    let names = isRules ? ["EmbeddedFiles.swift", "CompiledRules.swift"] : ["EmbeddedFiles.swift"]
    let outputs = names.map { context.pluginWorkDirectoryURL.appending(path: $0) }
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { isRules ? $0.hasSuffix(".yaml") : !$0.contains(".") }
      .sorted()
      .map { folder.appending(path: $0) }
    return [
      .buildCommand(
        displayName: isRules ? "Compiling \(files.count) rule files" : "Embedding \(files.count) hooks",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [folder.path] + outputs.map(\.path),
        inputFiles: files,
        outputFiles: outputs)
    ]
  }
}
