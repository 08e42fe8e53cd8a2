#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The pipes between this process and one it started.
struct Pipes {
  /// Of each stream the end this process keeps.
  private var ours: [Platform.Stream: Int32] = [:]
  /// Of each stream the end the program gets.
  private var theirs: [Platform.Stream: Int32] = [:]

  /// What the program has to find at which number.
  var childEnds: [(descriptor: Int32, stream: Int32)] { theirs.map { ($0.value, $0.key.rawValue) } }

  mutating func open(_ stream: Platform.Stream) throws(PlatformError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw PlatformError("pipe", path: "") }
    for index in ends.indices {
      // Above the three standard numbers, so that none of the copies made for the program overwrites another pipe.
      let moved = fcntl(ends[index], F_DUPFD_CLOEXEC, 3)
      close(ends[index])
      ends[index] = moved
    }
    ours[stream] = stream == .input ? ends[1] : ends[0]
    theirs[stream] = stream == .input ? ends[0] : ends[1]
    guard ends.allSatisfy({ $0 >= 0 }) else { throw PlatformError("fcntl", path: "") }
  }

  mutating func closeChildEnds() {
    for descriptor in theirs.values where descriptor >= 0 { close(descriptor) }
    theirs = [:]
  }

  mutating func closeAll() {
    closeChildEnds()
    for stream in ours.keys { close(stream) }
  }

  private mutating func close(_ stream: Platform.Stream) {
    if let descriptor = ours.removeValue(forKey: stream), descriptor >= 0 { close(descriptor) }
  }

  private func close(_ descriptor: Int32) {
    #if canImport(Darwin)
    _ = Darwin.close(descriptor)
    #else
    _ = Glibc.close(descriptor)
    #endif
  }

  /// Writes the input and reads both outputs until the program has closed them.
  mutating func exchange(
    _ input: [UInt8], program: String
  ) throws(PlatformError) -> (output: [UInt8], error: [UInt8]) {
    var rest = input[...]
    var read: [Platform.Stream: [UInt8]] = [:]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    if rest.isEmpty { close(.input) }
    if let descriptor = ours[.input] {
      // A full pipe must not keep us from reading what the program writes meanwhile.
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
    while !ours.isEmpty {
      let streams = ours.sorted { $0.key.rawValue < $1.key.rawValue }
      var waiting = streams.map {
        pollfd(fd: $0.value, events: Int16($0.key == .input ? POLLOUT : POLLIN), revents: 0)
      }
      guard unsafe poll(&waiting, nfds_t(waiting.count), -1) >= 0 else {
        if errno == EINTR { continue }
        throw PlatformError("poll", path: program)
      }
      for (stream, ready) in zip(streams, waiting) where ready.revents != 0 {
        if stream.key == .input {
          let count = Platform.writeOnce(rest, stream.value)
          if count >= 0 { rest = rest.dropFirst(count) }
          let isOver = count < 0 && errno != EINTR && errno != EAGAIN
          if rest.isEmpty || isOver { close(.input) }
        } else {
          let count = Self.read(stream.value, into: &buffer)
          if count > 0 { read[stream.key, default: []].append(contentsOf: buffer[..<count]) }
          if count < 0, errno != EINTR { throw PlatformError("read", path: program) }
          if count == 0 { close(stream.key) }
        }
      }
    }
    return (read[.output] ?? [], read[.error] ?? [])
  }

  private static func read(_ descriptor: Int32, into buffer: inout [UInt8]) -> Int {
    #if canImport(Darwin)
    unsafe Darwin.read(descriptor, &buffer, buffer.count)
    #else
    unsafe Glibc.read(descriptor, &buffer, buffer.count)
    #endif
  }
}
