import Foundation

/// How the time grows with the repository.
enum Growth {
  /// A line for each size: drafts, one in ten of them open, twice as many records, and what each work took.
  static func table(_ sizes: [Int], scratch: URL, programs: Programs) throws -> String {
    var lines = ["| drafts | records | check --all | queue, nothing kept | queue again |", "|---|---|---|---|---|"]
    var before: [Double] = []
    for size in sizes {
      let place = try Workplace(scratch.appending(path: "growth"), drafts: size, open: size / 10, programs: programs)
      try place.fillLedger(records: size * 2)
      let rows =
        try RepositoryWork.checking(place, runs: 1).prefix(1)
        + RepositoryWork.queueing(place, records: size * 2, runs: 1)
      let times = rows.map(\.cost.median)
      let cells = times.enumerated().map { place, time in
        let ratio = place < before.count ? String(format: " (%.1f ×)", time / before[place]) : ""
        return String(format: "%.3f s", time) + ratio
      }
      lines.append("| \(size) | \(size * 2) | " + cells.joined(separator: " | ") + " |")
      before = times
    }
    return lines.joined(separator: "\n")
  }
}
