/// Builds nodes from parser events and refuses what the strict reader does not allow.
struct YAMLComposer {
  private let text: [UInt8]
  private let positions: TextPositions

  init(text: [UInt8], positions: TextPositions) {
    self.text = text
    self.positions = positions
  }

  /// Reads the whole stream: at most one document.
  mutating func compose(_ events: YAMLEvents) throws(YAMLError) -> YAMLNode {
    var root: YAMLNode?
    while true {
      let event = try events.next()
      switch event.kind {
      case .streamEnd:
        return root ?? YAMLNode(.scalar(text: "", style: .plain), range: SourceRange(at: event.range.start))
      case .streamStart, .documentEnd:
        continue
      case .documentStart(let hasDirectives):
        if hasDirectives { throw YAMLError(.directive, at: event.range) }
        if root != nil { throw YAMLError(.secondDocument, at: event.range) }
        root = try node(from: events.next(), events: events, depth: 0)
      default:
        throw YAMLError(.syntax("unexpected content"), at: event.range)
      }
    }
  }

  private func node(from event: YAMLEvent, events: YAMLEvents, depth: Int) throws(YAMLError) -> YAMLNode {
    try refuseProperties(event)
    switch event.kind {
    case .scalar(let text, let style):
      let range = style == .literal || style == .folded ? trimmed(event) : event.range
      return YAMLNode(.scalar(text: text, style: style), range: range)
    case .sequenceStart:
      return try sequence(from: event, events: events, depth: depth + 1)
    case .mappingStart:
      return try mapping(from: event, events: events, depth: depth + 1)
    default:
      throw YAMLError(.syntax("unexpected content"), at: event.range)
    }
  }

  private func sequence(from start: YAMLEvent, events: YAMLEvents, depth: Int) throws(YAMLError) -> YAMLNode {
    try refuseDepth(depth, at: start)
    var items: [YAMLNode] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.kind {
        let range = span(start, last: items.last?.range, end: event)
        return YAMLNode(.sequence(items), range: range)
      }
      items.append(try node(from: event, events: events, depth: depth))
    }
  }

  private func mapping(from start: YAMLEvent, events: YAMLEvents, depth: Int) throws(YAMLError) -> YAMLNode {
    try refuseDepth(depth, at: start)
    var entries: [YAMLEntry] = []
    var seen = SeenKeys()
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind {
        let range = span(start, last: entries.last?.value.range, end: event)
        return YAMLNode(.mapping(YAMLMapping(entries: entries, range: range)), range: range)
      }
      try refuseProperties(event)
      guard case .scalar(let key, let style) = event.kind else { throw YAMLError(.compoundKey, at: event.range) }
      if key == "<<", style == .plain { throw YAMLError(.mergeKey, at: event.range) }
      if let line = seen.firstLine(of: key, among: entries) {
        throw YAMLError(.duplicateKey(key, firstLine: line), at: event.range)
      }
      let value = try node(from: events.next(), events: events, depth: depth)
      entries.append(YAMLEntry(key: key, keyRange: event.range, value: value))
    }
  }

  /// A block collection ends with its last item; libyaml reports the start of whatever follows it.
  private func span(_ start: YAMLEvent, last: SourceRange?, end: YAMLEvent) -> SourceRange {
    let isFlow = end.range.start != end.range.end
    let last = isFlow ? end.range.end : (last?.end ?? start.range.end)
    return SourceRange(start: start.range.start, end: max(start.range.start, last))
  }

  /// A block scalar's range without the line breaks after its last line.
  private func trimmed(_ event: YAMLEvent) -> SourceRange {
    var scalar = event.endScalar
    while scalar > event.startScalar {
      let byte = text[positions.byte(ofScalar: scalar - 1)]
      guard byte == 0x0A || byte == 0x0D || byte == 0x20 else { break }
      scalar -= 1
    }
    return SourceRange(start: event.range.start, end: positions.position(ofScalar: scalar))
  }

  private func refuseProperties(_ event: YAMLEvent) throws(YAMLError) {
    if case .alias(let name) = event.kind { throw YAMLError(.alias(name), at: event.range) }
    if let anchor = event.anchor { throw YAMLError(.anchor(anchor), at: event.range) }
    if let tag = event.tag { throw YAMLError(.tag(tag), at: event.range) }
  }

  private func refuseDepth(_ depth: Int, at event: YAMLEvent) throws(YAMLError) {
    if depth > YAMLNode.depthLimit { throw YAMLError(.tooDeep(limit: YAMLNode.depthLimit), at: event.range) }
  }
}

/// Finds keys that occurred before: by looking through the first few, with a table once there are many.
private struct SeenKeys {
  private static let fewKeys = 32
  private var lines: [String: Int] = [:]
  private var tabled = 0

  /// The line on which a key occurred before, if it did.
  mutating func firstLine(of key: String, among entries: [YAMLEntry]) -> Int? {
    guard entries.count > Self.fewKeys else {
      return entries.indices.first { entries[$0].key == key }.map { entries[$0].keyRange.start.line }
    }
    for number in tabled..<entries.count { lines[entries[number].key] = entries[number].keyRange.start.line }
    tabled = entries.count
    return lines[key]
  }
}
