/// What became of a text, line by line, and within changed lines word by word.
struct LineDifference {
  /// A piece of a line: a word, or the blanks between words.
  struct Piece: Hashable {
    /// Its bytes, which decide whether it changed.
    let bytes: ArraySlice<UInt8>
    /// Where it stands in its text.
    var range: Range<Int> { bytes.startIndex..<bytes.endIndex }
  }

  /// A line of the result, with the pieces that are not in its counterpart.
  enum Line: Hashable {
    case same(old: Int, new: Int)
    case removed(Int, pieces: Set<Int>?)
    case added(Int, pieces: Set<Int>?)
  }

  /// The lines of the two texts.
  let old: [ArraySlice<UInt8>]
  let new: [ArraySlice<UInt8>]
  /// Both texts as one list: what stayed, and where something changed first what went and then what came.
  let lines: [Line]

  /// How many steps a comparison may take before everything between what is equal counts as changed.
  static let effort = 4_000_000

  init(from old: [UInt8], to new: [UInt8]) {
    self.old = Self.lines(of: old)
    self.new = Self.lines(of: new)
    lines = Self.compare(self.old, self.new)
  }

  /// Whether nothing differs.
  var isEmpty: Bool { lines.allSatisfy { if case .same = $0 { true } else { false } } }

  /// The words of a line and the blanks between them.
  static func pieces(of line: ArraySlice<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var start = line.startIndex
    for index in line.indices where index > start && isBlank(line[index]) != isBlank(line[start]) {
      pieces.append(Piece(bytes: line[start..<index]))
      start = index
    }
    if start < line.endIndex { pieces.append(Piece(bytes: line[start...])) }
    return pieces
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = text[...].split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { $0.last == 0x0D ? $0.dropLast() : $0 }
  }

  private static func compare(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
    var lines: [Line] = []
    for part in Matching(old, new, effort: effort).parts {
      switch part {
      case .same(let pairs): lines += pairs.map { .same(old: $0, new: $1) }
      case .changed(let gone, let come):
        // Where as many lines came as went, the first became the first.
        let isPaired = gone.count == come.count
        let words = isPaired ? zip(gone, come).map { changed(old[$0], new[$1]) } : []
        lines += gone.enumerated().map { .removed($0.element, pieces: isPaired ? words[$0.offset].old : nil) }
        lines += come.enumerated().map { .added($0.element, pieces: isPaired ? words[$0.offset].new : nil) }
      }
    }
    return lines
  }

  /// The pieces of two lines that the other one has not got; nil where the lines have too little in common.
  private static func changed(_ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>) -> (old: Set<Int>?, new: Set<Int>?) {
    let (before, after) = (pieces(of: old), pieces(of: new))
    var (gone, come): (Set<Int>, Set<Int>) = ([], [])
    for part in Matching(before.map(\.bytes), after.map(\.bytes), effort: effort).parts {
      guard case .changed(let old, let new) = part else { continue }
      gone.formUnion(old)
      come.formUnion(new)
    }
    let words = { (pieces: [Piece], changed: Set<Int>) in
      pieces.enumerated().count { !changed.contains($0.offset) && !isBlank($0.element.bytes.first ?? 0x20) }
    }
    guard words(before, gone) > 0 else { return (nil, nil) }
    return (gone, come)
  }
}

/// Which elements of two lists correspond.
private struct Matching {
  enum Part {
    case same([(old: Int, new: Int)])
    case changed(old: [Int], new: [Int])
  }

  private(set) var parts: [Part] = []

  init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], effort: Int) {
    let shared = min(old.count, new.count)
    var head = 0
    while head < shared, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < shared - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    let (gone, come) = (head..<(old.count - tail), head..<(new.count - tail))
    if head > 0 { parts.append(.same((0..<head).map { ($0, $0) })) }
    if gone.count * come.count <= effort {
      match(old, gone, new, come)
    } else {
      parts.append(.changed(old: Array(gone), new: Array(come)))
    }
    if tail > 0 { parts.append(.same((0..<tail).map { (gone.upperBound + $0, come.upperBound + $0) })) }
  }

  private mutating func match(
    _ old: [ArraySlice<UInt8>], _ gone: Range<Int>, _ new: [ArraySlice<UInt8>], _ come: Range<Int>
  ) {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in Array(new[come]).difference(from: Array(old[gone])) {
      switch change {
      case .remove(let offset, _, _): removed.insert(gone.lowerBound + offset)
      case .insert(let offset, _, _): inserted.insert(come.lowerBound + offset)
      }
    }
    var (left, right) = (gone.lowerBound, come.lowerBound)
    while left < gone.upperBound || right < come.upperBound {
      var part = (old: [Int](), new: [Int]())
      while removed.contains(left) {
        part.old.append(left)
        left += 1
      }
      while inserted.contains(right) {
        part.new.append(right)
        right += 1
      }
      if !part.old.isEmpty || !part.new.isEmpty { parts.append(.changed(old: part.old, new: part.new)) }
      var pairs: [(old: Int, new: Int)] = []
      while left < gone.upperBound, right < come.upperBound, !removed.contains(left), !inserted.contains(right) {
        pairs.append((left, right))
        left += 1
        right += 1
      }
      if !pairs.isEmpty { parts.append(.same(pairs)) }
    }
  }
}
