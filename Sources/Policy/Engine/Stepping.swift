/// Working memory of stepping one pattern over the words of a sentence.
///
/// At each word a state is held by at most one thread, the one that started first: the work for a word is bounded by the
/// number of states, whatever the text.
struct Stepping {
  /// One way to read the words from a start on.
  struct Thread {
    var state: Int32
    var start: Int32
    var markStart: Int32
    var markEnd: Int32
    /// The thread after it that waits at the same word.
    var next: Int32
  }

  /// Who holds a state.
  struct Holder {
    /// The step it was last held in.
    var tick: Int
    var thread: Int32
  }

  /// A symbol that starts at a word, and how many words it covers there.
  struct Here {
    var symbol: Int32
    var length: Int32
  }

  var threads = List<Thread>(capacity: 64)
  /// The first thread that is not in use, or -1.
  private var free: Int32 = -1
  /// By word, modulo the longest span: the first and the last thread that waits there.
  private let heads = Memory<Int32>(repeating: -1, count: SpanTable.longest)
  private let tails = Memory<Int32>(repeating: -1, count: SpanTable.longest)
  /// A bit for each of these where a thread waits.
  private(set) var occupied: UInt64 = 0
  /// By state: its holder.
  private let held: Memory<Holder>
  private var tick = 0

  /// The first moves of a pattern that ask for a symbol of the sentence, and those that ask for something else.
  var symbolStarts = List<Int32>(capacity: 64)
  var otherStarts = List<Int32>(capacity: 16)
  /// Everything that starts at the word `here` is about.
  var here = List<Here>(capacity: 64)
  var hereAt = -1

  /// What was found.
  var matches = List<Match>(capacity: 256)

  init(states: Int) { held = Memory(repeating: Holder(tick: 0, thread: 0), count: states) }

  /// Gives the memory back; it is not used after that.
  func deallocate() {
    threads.deallocate()
    heads.deallocate()
    tails.deallocate()
    held.deallocate()
    symbolStarts.deallocate()
    otherStarts.deallocate()
    here.deallocate()
    matches.deallocate()
  }

  /// The first word after a position where a thread waits.
  @inline(__always)
  func next(after position: Int) -> Int {
    let shift = UInt64((position + 1) & (SpanTable.longest - 1))
    let ahead = occupied >> shift | occupied << (UInt64(SpanTable.longest) - shift)
    return position + 1 + ahead.trailingZeroBitCount
  }

  /// Lets a thread wait at a word, behind those that wait there.
  mutating func wait(_ thread: Thread, at position: Int) {
    var place = free
    if place >= 0 {
      free = threads[Int(place)].next
      threads[Int(place)] = thread
    } else {
      place = Int32(threads.count)
      threads.append(thread)
    }
    threads[Int(place)].next = -1
    let slot = position & (SpanTable.longest - 1)
    if occupied & 1 << UInt64(slot) == 0 {
      occupied |= 1 << UInt64(slot)
      heads[slot] = place
    } else {
      threads[Int(tails[slot])].next = place
    }
    tails[slot] = place
  }

  /// The first thread that waits at a word, after noting who holds which state; -1 where nobody waits.
  mutating func waiting(at position: Int) -> Int32 {
    let slot = position & (SpanTable.longest - 1)
    guard occupied & 1 << UInt64(slot) != 0 else { return -1 }
    tick += 1
    var thread = heads[slot]
    while thread >= 0 {
      let state = Int(threads[Int(thread)].state)
      let holder = held[state]
      if holder.tick != tick || threads[Int(thread)].start < threads[Int(holder.thread)].start {
        held[state] = Holder(tick: tick, thread: thread)
      }
      thread = threads[Int(thread)].next
    }
    return heads[slot]
  }

  /// Whether a thread holds its state at the word whose threads were asked for last.
  @inline(__always)
  func holds(_ thread: Int32) -> Bool { held[Int(threads[Int(thread)].state)].thread == thread }

  /// Ends the threads that wait at a word.
  mutating func leave(_ position: Int) {
    let slot = position & (SpanTable.longest - 1)
    guard occupied & 1 << UInt64(slot) != 0 else { return }
    occupied &= ~(1 << UInt64(slot))
    threads[Int(tails[slot])].next = free
    free = heads[slot]
  }
}
