/// Finds links and mail addresses where a word starts.
enum LinkReader {
  /// The end of a link that starts here: `https://…`, `www.…` or a bare `name.tld/…`.
  static func linkEnd(in bytes: [UInt8], at start: Int) -> Int? {
    guard start + 4 < bytes.count else { return nil }
    if matches(bytes, start, "http") {
      if matches(bytes, start + 4, "://") { return runEnd(bytes, start) }
      if matches(bytes, start + 4, "s://") { return runEnd(bytes, start) }
    }
    if matches(bytes, start, "www.") { return runEnd(bytes, start) }
    // A bare domain: letters, a dot, a top-level domain in use for such links, and then a path or the end of it.
    var position = start
    var lastDot: Int?
    // A host name has at most 253 characters (RFC 1035); without the bound a long dotted run would be read anew at every word.
    while position < bytes.count, position - start <= 253, isDomainByte(bytes[position]) {
      if bytes[position] == UInt8(ascii: ".") { lastDot = position }
      position += 1
    }
    guard let dot = lastDot, dot > start, dot + 2 < position else { return nil }
    guard position >= bytes.count || bytes[position] != UInt8(ascii: "@") else { return nil }
    let domain = bytes[(dot + 1)..<position].map { $0 | 0x20 }
    guard topLevelDomains.contains(domain) else { return nil }
    if position < bytes.count, bytes[position] == UInt8(ascii: "/") { return runEnd(bytes, start) }
    return position
  }

  /// The end of a mail address that starts here.
  static func mailEnd(in bytes: [UInt8], at start: Int) -> Int? {
    var position = start
    // At most 64 characters before the sign and 253 after it (RFC 5321, 4.5.3.1).
    while position < bytes.count, position - start <= 64, isLocalByte(bytes[position]) { position += 1 }
    guard position > start, position < bytes.count, bytes[position] == UInt8(ascii: "@") else { return nil }
    let domain = position + 1
    position = domain
    var dot: Int?
    while position < bytes.count, position - domain <= 253, isDomainByte(bytes[position]) {
      if bytes[position] == UInt8(ascii: ".") { dot = position }
      position += 1
    }
    while position > domain, bytes[position - 1] == UInt8(ascii: ".") || bytes[position - 1] == UInt8(ascii: "-") {
      position -= 1
      dot = bytes[domain..<position].lastIndex(of: UInt8(ascii: "."))
    }
    guard let dot, dot > domain, position - dot > 2 else { return nil }
    return position
  }

  private static func runEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ")"), bytes[end] != UInt8(ascii: "\""),
      bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "]")
    {
      end += 1
    }
    while end > start,
      [
        UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
        UInt8(ascii: ";"), UInt8(ascii: "'"), UInt8(ascii: "*"),
      ].contains(bytes[end - 1])
    {
      end -= 1
    }
    return end
  }

  /// Whether a text of ASCII, in lower case, stands at a position in any case.
  private static func matches(_ bytes: [UInt8], _ position: Int, _ text: String) -> Bool {
    var place = position
    for byte in text.utf8 {
      guard place < bytes.count else { return false }
      let found = bytes[place]
      if (found >= 0x41 && found <= 0x5A ? found | 0x20 : found) != byte { return false }
      place += 1
    }
    return true
  }

  private static func isDomainByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  private static func isLocalByte(_ byte: UInt8) -> Bool {
    isDomainByte(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
  }

  private static let topLevelDomains: Set<[UInt8]> = Set(
    [
      "com", "org", "net", "edu", "gov", "mil", "int", "io", "co", "uk", "ie", "ca", "au", "nz", "us", "eu", "de", "fr",
      "es", "info", "health", "care", "nhs", "ly", "me", "app", "dev", "tv", "gl", "be", "hospital", "clinic", "link",
    ].map { Array($0.utf8) })
}
