import Foundation

/// The table of one run: what it was measured on, and every work.
struct BenchReport: Codable {
  /// The day, RFC 3339.
  var date: String
  /// The processor and how many of them.
  var machine: String
  /// Programs and their versions.
  var versions: [String: String]
  var rows: [Row]

  /// An empty one, about this machine.
  init(programs: Programs) {
    date = Date().formatted(.iso8601)
    machine = "\(Self.processor()), \(ProcessInfo.processInfo.activeProcessorCount) cores"
    versions = [:]
    rows = []
    for (name, arguments) in [
      ("git", ["--version"]), ("rg", ["--version"]), ("typos", ["--version"]),
      ("detect-secrets", ["--version"]), ("codespell", ["--version"]), ("pre-commit", ["--version"]),
      (programs.chaperone, ["--version"]),
    ] {
      let file = URL(filePath: NSTemporaryDirectory()).appending(path: "chaperone-bench-version")
      let folder = URL(filePath: NSTemporaryDirectory())
      guard (try? Program(name, arguments, in: folder).run(output: file)) != nil,
        let text = try? String(contentsOf: file, encoding: .utf8), let line = text.split(separator: "\n").first
      else { continue }
      versions[URL(filePath: name).lastPathComponent] = String(line)
    }
  }

  /// A table in Markdown, as the README has it.
  var table: String {
    var lines = [
      "| work | on | median | peak memory | yardstick | median | ratio | bar |", "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows {
      let cells = [
        row.work, row.size, Self.time(row.cost.median) + (row.rate.map { " (\($0))" } ?? ""),
        Self.memory(row.cost), row.yardstick ?? "",
        row.yardstickCost.map { Self.time($0.median) } ?? "", row.ratio.map { String(format: "%.1f ×", $0) } ?? "",
        row.bar.map { bar in "\(bar)\(row.isMet.map { $0 ? ", met" : ", not met" } ?? "")" } ?? "",
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  /// Date, machine and versions, a line each.
  var heading: String {
    (["\(date), \(machine)"] + versions.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })
      .joined(separator: "\n")
  }

  private static func memory(_ cost: Measured) -> String {
    guard cost.memory > 0 else { return "" }
    return "\(cost.isMemoryKnown ? "" : "≤ ")\(cost.memory / 1_000_000) MB"
  }

  private static func time(_ seconds: Double) -> String {
    seconds < 0.1 ? String(format: "%.1f ms", seconds * 1_000) : String(format: "%.2f s", seconds)
  }

  private static func processor() -> String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
  }
}
