import Foundation
import Git
import TestSupport
import Testing

struct ProcessRunnerTests {
  static let runner = ProcessRunner(environment: ["PATH": "/usr/bin:/bin", "NAME": "value"], directory: "/")

  @Test func passesArgumentsEnvironmentAndFolderAsTheyAre() throws {
    let result = try Self.runner.run(
      "sh", ["-c", "printf '%s|' \"$@\" \"$NAME\" \"$(pwd)\" \"${HOME-unset}\"", "-", "a b", "$X", ""])
    #expect(String(decoding: result.output, as: UTF8.self) == "a b|$X||value|/|unset|")
    #expect(result.status == 0)
  }

  @Test func passesBytesThatAreNotText() throws {
    let result = try Self.runner.run("printf", [Array("%s".utf8), [0xFF, 0xFE]])
    #expect(result.output == [0xFF, 0xFE])
  }

  @Test func keepsTheTwoOutputsApart() throws {
    let result = try Self.runner.run("sh", ["-c", "echo out; echo err >&2; exit 3"])
    #expect(result.status == 3)
    #expect(result.output == Array("out\n".utf8))
    #expect(result.error == Array("err\n".utf8))
  }

  @Test func aSignalIsAStatusAbove128() throws {
    #expect(try Self.runner.run("sh", ["-c", "kill -TERM $$"]).status == 143)
  }

  @Test func movesMoreThanAPipeHolds() throws {
    let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(try Self.runner.run("cat", [String](), input: input).output == input)
  }

  @Test func aProgramNeedNotReadItsInput() throws {
    let input = [UInt8](repeating: 0x61, count: 1_000_000)
    #expect(try Self.runner.run("true", [String](), input: input).status == 0)
    #expect(try Self.runner.run("head", ["-c", "1"], input: input).output == [0x61])
  }

  @Test func aProgramThatIsNotThereIsAnError() {
    for name in ["no-such-program", "/no/such/program"] {
      #expect { try Self.runner.run(name, [String]()) } throws: { ($0 as? PlatformError)?.isNotFound == true }
    }
    #expect(throws: PlatformError.self) {
      try ProcessRunner(environment: ["PATH": "/bin"], directory: "/no/such/folder").run("true", [String]())
    }
  }
}

struct PlatformTests {
  static func folder() throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "chaperone-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url.path
  }

  @Test func writesAWholeFileOrNothing() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/a/b/file"
    #expect(throws: PlatformError.self) { try Platform.writeFile(path, [1]) }
    try Platform.createFolder(folder + "/a/b")
    try Platform.createFolder(folder + "/a/b")
    try Platform.writeFile(path, [1, 2, 3])
    try Platform.writeFile(path, [4, 5])
    #expect(try Platform.readFile(path) == [4, 5])
    #expect(try Platform.names(in: folder + "/a/b") == ["file"])
    #expect(throws: PlatformError.self) { try Platform.readFile(path, limit: 1) }
    #expect(throws: PlatformError.self) { try Platform.createFolder(path) }
    try Platform.removeFile(path)
    try Platform.removeFile(path)
    #expect(try Platform.kind(of: path) == nil)
  }

  @Test func tellsWhatIsAtAPath() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "nowhere")
    try Platform.writeFile(folder + "/file", [], mode: 0o755)
    #expect(try Platform.kind(of: folder) == .folder)
    #expect(try Platform.kind(of: folder + "/link") == .link)
    #expect(try Platform.kind(of: folder + "/file") == .file)
    #expect(try Platform.kind(of: folder + "/file/below") == nil)
    #expect(Platform.isExecutable(folder + "/file") && !Platform.isExecutable(folder))
  }

  @Test func clocksRun() {
    let start = Platform.monotonicNanoseconds
    #expect(abs(Platform.secondsSinceEpoch - Int64(Date.now.timeIntervalSince1970)) <= 1)
    #expect(Platform.monotonicNanoseconds > start)
    #expect(Platform.environment["PATH"] == ProcessInfo.processInfo.environment["PATH"])
  }
}
