/// What one run of a program took.
struct RunCost: Codable {
  /// Wall-clock seconds.
  var seconds: Double
  /// Processor seconds, of the program and what it started.
  var processor: Double
  /// The largest resident size, in bytes; of a program no larger than the one that measures, the size of that one: the
  /// system counts what was there before the program took its place.
  var memory: Int
  /// The largest resident size of the measuring program, in bytes.
  var floor: Int
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
  /// Whether the size is known, and not only that it is no more than this.
  var isMemoryKnown: Bool { runs.contains { $0.memory > $0.floor } }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted.count % 2 == 1
      ? sorted[sorted.count / 2] : (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
  }
}
