import Foundation

/// How many instructions a check takes: a number that is the same on a busy machine and on a quiet one.
///
/// Counted by valgrind's callgrind over two folders of drafts; what the larger one takes more is what its drafts take, and
/// the rest is the start of the program.
enum InstructionWork {
  /// What was counted, in one sentence; nil where valgrind is not installed.
  static func sentence(_ scratch: URL, programs: Programs) throws -> String? {
    guard Program.locate("valgrind") != nil, Program.locate("strip") != nil else { return nil }
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    // Valgrind gives up where it cannot read what a new compiler wrote for debuggers.
    let stripped = scratch.appending(path: "chaperone").path
    _ = try Program("strip", ["--strip-debug", "-o", stripped, programs.chaperone], in: scratch).run()
    let few = try count(100, in: scratch.appending(path: "few"), stripped)
    let many = try count(400, in: scratch.appending(path: "many"), stripped)
    let each = Double(many.instructions - few.instructions) / Double(many.bytes - few.bytes)
    let start = Double(few.instructions) - each * Double(few.bytes)
    return String(
      format: "A check takes %.0f instructions a byte of draft, and %.1f million to start.", each, start / 1_000_000)
  }

  private static func count(
    _ drafts: Int, in folder: URL, _ chaperone: String
  ) throws -> (instructions: Int, bytes: Int) {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var generator = PostGenerator(seed: 4)
    var bytes = 0
    for number in 0..<drafts {
      let draft = Data(generator.draft(number).utf8)
      bytes += draft.count
      try draft.write(to: folder.appending(path: "post-\(number).md"))
    }
    let counts = folder.appendingPathExtension("callgrind")
    _ = try Program(
      "valgrind",
      [
        "--tool=callgrind", "--callgrind-out-file=\(counts.path)", chaperone, "check", "--format", "jsonl", ".",
      ], in: folder
    ).run(allowing: [0, 1])
    // The line that adds everything up is `totals: 123`.
    let text = try String(contentsOf: counts, encoding: .utf8)
    guard let line = text.split(separator: "\n").last(where: { $0.hasPrefix("totals:") }),
      let instructions = line.split(separator: " ").last.flatMap({ Int($0) })
    else { throw BenchFailure("callgrind counted nothing") }
    return (instructions, bytes)
  }
}
