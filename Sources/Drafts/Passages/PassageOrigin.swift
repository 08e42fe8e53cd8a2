/// Which stretch of a file's text each byte of a passage comes from.
public struct PassageOrigin: Sendable, Equatable {
  /// A stretch of the passage and the stretch of the text it comes from.
  public struct Run: Sendable, Equatable {
    /// Byte offsets within the passage.
    public var passage: Range<Int>
    /// Text offsets within the file (see `SourceText`).
    public var text: Range<Int>
    /// Whether both hold the same bytes; if not, the stretch belongs together as a whole.
    public var isVerbatim: Bool
  }

  /// The runs in the order of the passage; together they cover it.
  public private(set) var runs: [Run] = []

  /// Creates an origin without any run, for an empty passage to which runs are added.
  init() {}

  /// The origin of a passage that is a slice of the text.
  public init(verbatim text: Range<Int>) {
    runs = [Run(passage: 0..<text.count, text: text, isVerbatim: true)]
  }

  /// The origin of a passage that comes from a stretch of the text as a whole.
  public init(whole text: Range<Int>, length: Int) {
    runs = [Run(passage: 0..<length, text: text, isVerbatim: false)]
  }

  /// Adds a run after the last; verbatim runs that touch become one.
  mutating func append(length: Int, text: Range<Int>, isVerbatim: Bool) {
    guard length > 0 else { return }
    if isVerbatim, let last = runs.last, last.isVerbatim, last.text.upperBound == text.lowerBound {
      runs[runs.count - 1].passage = last.passage.lowerBound..<(last.passage.upperBound + length)
      runs[runs.count - 1].text = last.text.lowerBound..<text.upperBound
      return
    }
    let start = runs.last?.passage.upperBound ?? 0
    runs.append(Run(passage: start..<(start + length), text: text, isVerbatim: isVerbatim))
  }

  /// The text offsets a range of passage bytes comes from; an empty range gives the place before its byte.
  public func textOffsets(of bytes: Range<Int>) -> Range<Int> {
    guard let first = run(holding: bytes.lowerBound),
      let last = run(holding: max(bytes.lowerBound, bytes.upperBound - 1))
    else { return 0..<0 }
    let start = offset(of: bytes.lowerBound, in: first, isEnd: false)
    if bytes.isEmpty { return start..<start }
    return start..<max(start, offset(of: bytes.upperBound, in: last, isEnd: true))
  }

  private func offset(of byte: Int, in run: Run, isEnd: Bool) -> Int {
    if run.isVerbatim {
      return run.text.lowerBound + min(max(0, byte - run.passage.lowerBound), run.text.count)
    }
    let isPastRun = byte >= run.passage.upperBound
    return isEnd || isPastRun ? run.text.upperBound : run.text.lowerBound
  }

  /// The run that holds a passage byte; past the end the last one.
  private func run(holding byte: Int) -> Run? {
    guard !runs.isEmpty else { return nil }
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].passage.lowerBound <= byte { low = middle } else { high = middle }
    }
    return runs[low]
  }
}
