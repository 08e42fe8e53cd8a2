import ArgumentParser
import Foundation

/// Measures what people wait for, side by side with git and with peers.
///
/// It makes its own inputs under a scratch folder, the same in every run, and says what it is doing on standard error.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure Chaperone beside git and other programs.")

  @Option(help: "The folder with the programs to measure.") var programs: String
  @Option(help: "Where inputs are made.") var scratch: String = NSTemporaryDirectory() + "chaperone-bench"
  @Option(help: "Drafts in the repository.") var drafts = 10_000
  @Option(help: "Records in the ledger.") var records = 20_000
  @Option(help: "Runs of each work.") var runs = 7
  @Option(help: "Sizes for the growth of check and queue, smallest first.") var growth: [Int] = [1_000, 10_000]
  @Option(help: "Where the result goes, as JSON.") var json: String?

  func run() throws {
    let programs = Programs(folder: URL(filePath: programs).path)
    let scratch = URL(filePath: scratch)
    var report = BenchReport(programs: programs)
    do {
      try measure(programs, scratch, into: &report)
    } catch {
      // What was measured before is not lost.
      print(report.table)
      throw error
    }
    print(report.heading + "\n\n" + report.table)
    print("\nGrowth, with the ratio to the size before:\n")
    print(try Growth.table(growth, scratch: scratch, programs: programs))
    if let sentence = try InstructionWork.sentence(scratch.appending(path: "instructions"), programs: programs) {
      print("\n" + sentence)
    }
    if let json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try encoder.encode(report).write(to: URL(filePath: json))
      say("the result is in \(json)")
    }
  }

  private func measure(_ programs: Programs, _ scratch: URL, into report: inout BenchReport) throws {
    say("a repository of \(drafts) drafts and \(records) records")
    let place = try Workplace(scratch.appending(path: "place"), drafts: drafts, programs: programs)
    try place.fillLedger(records: records)
    say("the hook")
    report.rows += try HookWork.rows(place, drafts: drafts, runs: max(runs, 15))
    report.rows += try HookWork.ownRules(place, drafts: drafts, runs: max(runs, 15))
    say("the rules")
    report.rows += try EngineWork.rows(posts: 2_000, runs: 3)
    say("check --all and the queue")
    report.rows += try RepositoryWork.checking(place, runs: min(runs, 3))
    report.rows += try RepositoryWork.queueing(place, records: records, runs: min(runs, 3))
    let usual = try Workplace(
      scratch.appending(path: "usual"), drafts: drafts, open: drafts / 10, programs: programs)
    try usual.fillLedger(records: records)
    report.rows += try RepositoryWork.queueing(usual, records: records, runs: min(runs, 3))
    say("a push")
    report.rows += try VerifyWork.rows(
      scratch.appending(path: "push"), published: 500, records: 5_000, programs: programs, runs: min(runs, 3))
    say("other programs")
    report.rows += try PeerWork.rows(
      scratch.appending(path: "peers/drafts"), drafts: 1_000, programs: programs, runs: 3)
  }

  private func say(_ text: String) { FileHandle.standardError.write(Data("bench: \(text)\n".utf8)) }
}
