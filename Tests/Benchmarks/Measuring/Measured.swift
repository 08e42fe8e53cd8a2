/// What one run of a program took.
struct RunCost: Codable {
  /// Wall-clock seconds.
  var seconds: Double
  /// Processor seconds, of the program and what it started.
  var processor: Double
  /// The largest resident size, in bytes.
  var memory: Int
}

/// Several runs of the same work.
struct Measured: Codable {
  var runs: [RunCost]

  /// The median of the wall-clock seconds.
  var median: Double { Self.median(runs.map(\.seconds)) }
  /// The median of the processor seconds.
  var processor: Double { Self.median(runs.map(\.processor)) }
  /// The largest resident size of any run, in bytes.
  var memory: Int { runs.map(\.memory).max() ?? 0 }
  /// The fastest and the slowest run.
  var range: ClosedRange<Double> {
    let seconds = runs.map(\.seconds)
    return (seconds.min() ?? 0)...(seconds.max() ?? 0)
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted.count % 2 == 1
      ? sorted[sorted.count / 2] : (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
  }
}
