/// The links X makes of a text, by the rules of twitter-text 3: with `https://` or `http://`, or a bare host name under a
/// known top-level domain.
///
/// Reads a text once from left to right; its only look back is over one host name.
struct WebLinks {
  private let text: [Unicode.Scalar]
  /// Whether bare host names count.
  private let withoutScheme: Bool

  /// The links of a text in composed form (NFC), as ranges of its scalars.
  static func ranges(in text: [Unicode.Scalar], withoutScheme: Bool) -> [Range<Int>] {
    WebLinks(text: text, withoutScheme: withoutScheme).ranges
  }

  private var ranges: [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while position < text.count {
      guard LinkCharacters.isBareHost(text[position]), position == 0 || !LinkCharacters.isBareHost(text[position - 1])
      else {
        position += 1
        continue
      }
      if let host = hostAfterScheme(at: position) {
        if let end = link(host: host) {
          found.append(position..<end)
          position = end
        } else {
          position = host
        }
        continue
      }
      var runEnd = position
      while runEnd < text.count, LinkCharacters.isBareHost(text[runEnd]) { runEnd += 1 }
      if withoutScheme, let end = bareLink(position) {
        found.append(position..<end)
        runEnd = max(runEnd, end)
      }
      position = max(runEnd, position + 1)
    }
    return found
  }

  /// The start of the host behind `http://` or `https://`, if that stands here and may.
  private func hostAfterScheme(at start: Int) -> Int? {
    guard start == 0 || !LinkCharacters.bindsToNext(text[start - 1]) else { return nil }
    for scheme in ["http://", "https://"] {
      let end = start + scheme.unicodeScalars.count
      if end < text.count, zip(text[start..<end], scheme.unicodeScalars).allSatisfy({ lowered($0) == $1 }) {
        return end
      }
    }
    return nil
  }

  /// The end of a link with a scheme whose host starts here.
  private func link(host start: Int) -> Int? {
    var end = start
    while end < text.count, LinkCharacters.isHost(text[end]) { end += 1 }
    guard let host = HostName.end(in: text, from: start, to: end, isBare: false) else { return nil }
    if spells(start..<host, "t.co"), host < text.count, text[host] == "/" { return shortLink(host + 1) }
    return tail(from: host)
  }

  /// The end of a link without a scheme that starts here.
  private func bareLink(_ start: Int) -> Int? {
    if start > 0 {
      let before = text[start - 1]
      guard !LinkCharacters.bindsToNext(before), !["-", "_", ".", "/"].contains(before) else { return nil }
    }
    // A host name has at most 253 characters (RFC 1035); without a bound a long run would be read anew at every letter.
    let bound = min(text.count, start + 300)
    var end = start
    while end < bound, LinkCharacters.isHost(text[end]), text[end] != "_" { end += 1 }
    guard let host = HostName.end(in: text, from: start, to: end, isBare: true) else { return nil }
    let afterPort = port(from: host)
    guard afterPort < text.count, text[afterPort] == "/" else { return host }
    return tail(from: host)
  }

  /// The end of `t.co/abc`, whose path is letters and digits, 40 at most; what follows is not part of it.
  private func shortLink(_ start: Int) -> Int? {
    var end = start
    while end < text.count, text[end].isASCII, LinkCharacters.isLetterOrDigit(text[end]) { end += 1 }
    guard end > start else { return start }
    return end - start > 40 ? nil : query(from: end)
  }

  private func tail(from host: Int) -> Int { query(from: path(from: port(from: host))) }

  private func port(from start: Int) -> Int {
    guard start < text.count, text[start] == ":" else { return start }
    var end = start + 1
    while end < text.count, ("0"..."9").contains(text[end]) { end += 1 }
    return end > start + 1 ? end : start
  }

  private func path(from start: Int) -> Int {
    guard start < text.count, text[start] == "/" else { return start }
    var (position, end) = (start + 1, start + 1)
    while position < text.count {
      if LinkCharacters.isPath(text[position]) {
        position += 1
        if LinkCharacters.endsPath(text[position - 1]) { end = position }
      } else if let closed = bracket(from: position, depth: 2) {
        (position, end) = (closed, closed)
      } else {
        break
      }
    }
    return end
  }

  /// The end of a pair of brackets with path characters between them; another pair may stand inside.
  private func bracket(from start: Int, depth: Int) -> Int? {
    guard depth > 0, text[start] == "(" else { return nil }
    var position = start + 1
    while position < text.count {
      if text[position] == ")" { return position > start + 1 ? position + 1 : nil }
      if LinkCharacters.isPath(text[position]) {
        position += 1
      } else if let inner = bracket(from: position, depth: depth - 1) {
        position = inner
      } else {
        return nil
      }
    }
    return nil
  }

  private func query(from start: Int) -> Int {
    guard start < text.count, text[start] == "?" else { return start }
    var (position, end) = (start + 1, start)
    while position < text.count, LinkCharacters.isQuery(text[position]) {
      position += 1
      if LinkCharacters.endsQuery(text[position - 1]) { end = position }
    }
    return end
  }

  private func spells(_ range: Range<Int>, _ word: String) -> Bool {
    range.count == word.unicodeScalars.count && zip(text[range], word.unicodeScalars).allSatisfy { lowered($0) == $1 }
  }

  private func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
  }
}
