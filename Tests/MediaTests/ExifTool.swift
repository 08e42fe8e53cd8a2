import Foundation
import TestSupport

/// Lets `exiftool` write the metadata these tests look for.
///
/// It has to be installed.
enum ExifTool {
  /// The bytes of a file after some metadata was written into it.
  ///
  /// exiftool adds nothing to the smallest HEIF file; what it writes into a JPEG file is put there instead.
  static func write(_ arguments: [String], into bytes: [UInt8], named name: String) throws -> [UInt8] {
    if name == "a.heic" {
      let picture = try write(arguments, into: SampleFiles.jpeg, named: "a.jpg")
      return SampleFiles.heic(exif: try block("Exif", of: picture), xmp: try block("XMP", of: picture))
    }
    return try run(["-q", "-overwrite_original"] + arguments, on: bytes, named: name).bytes
  }

  /// What exiftool reads in a file, as it prints it.
  static func read(_ arguments: [String], _ bytes: [UInt8], named name: String) throws -> [UInt8] {
    try run(arguments, on: bytes, named: name).output
  }

  private static func block(_ name: String, of picture: [UInt8]) throws -> [UInt8] {
    try run(["-b", "-\(name)"], on: picture, named: "a.jpg").output
  }

  private static func run(_ arguments: [String], on bytes: [UInt8], named name: String) throws -> (
    bytes: [UInt8], output: [UInt8]
  ) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "chaperone-media-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    try Data(SampleFiles.jpeg).write(to: folder.appending(path: "preview.jpg"))
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let run = try ProgramRun.run(
      "exiftool", arguments + [name],
      environment: ["PATH": path, "LC_ALL": "C.UTF-8"], directory: folder)
    guard run.status == 0 else {
      throw ProgramFailure(
        command: "exiftool \(arguments.joined(separator: " ")) \(name)", status: run.status, error: run.error)
    }
    return (Array(try Data(contentsOf: file)), run.outputBytes)
  }
}
