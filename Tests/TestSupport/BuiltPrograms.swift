public import Foundation

/// The programs of this package, as the test run built them.
///
/// ```swift
/// let run = try repository.run(BuiltPrograms.chaperone.path, ["check", "--staged"])
/// ```
/// The test target has to depend on the executable target, so that it is built before the tests run.
public enum BuiltPrograms {
  /// The command line program.
  public static var chaperone: URL { folder.appending(path: "chaperone") }
  /// The program behind the git hooks.
  public static var hook: URL { folder.appending(path: "chaperone-hook") }

  /// The build folder: the one the test bundle lies in.
  public static var folder: URL {
    // On macOS the tests run inside another program and the bundle is among the loaded ones.
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      return bundle.bundleURL.deletingLastPathComponent()
    }
    return URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
  }
}
