import Gate
import Git

/// One line on standard error about work that takes longer than a second; nothing where that is no terminal.
final class Progress {
  private let session: Session
  private let isShown = Platform.isTerminal(.error)
  private let started = Platform.monotonicNanoseconds
  private var last: UInt64 = 0
  private var isOnScreen = false

  init(_ session: Session) { self.session = session }

  /// Says how far the work is, at most ten times a second.
  func update(_ done: Int, of total: Int?, _ what: String) throws(GateError) {
    guard isShown else { return }
    let now = Platform.monotonicNanoseconds
    guard now - started > 1_000_000_000, now - last > 100_000_000 else { return }
    last = now
    isOnScreen = true
    let count = total.map { "\(done) of \($0)" } ?? "\(done)"
    try session.write("\r\u{1B}[K\(count) \(what)", to: .error)
  }

  /// Clears the line, before something else is printed.
  func clear() throws(GateError) {
    guard isOnScreen else { return }
    isOnScreen = false
    try session.write("\r\u{1B}[K", to: .error)
  }

  /// Milliseconds since the start, with one digit after the point.
  var milliseconds: String { Self.milliseconds(from: started) }

  /// Milliseconds between two moments, or until now, with one digit after the point.
  static func milliseconds(from start: UInt64, to end: UInt64 = Platform.monotonicNanoseconds) -> String {
    let tenths = (end - start) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
