/// Decides how much of a run of characters is a host name under a known top-level domain.
enum HostName {
  /// The end of the host name that starts a run, or nil where there is none.
  ///
  /// The longest wins. Every label starts and ends with a letter or digit; the one before the top-level domain has no
  /// underscore. A label longer than 63 characters in its ASCII form (RFC 1035, RFC 3492) makes it no host at all.
  /// - Parameter isBare: whether there is no scheme before it; then only Latin labels count.
  static func end(in text: [Unicode.Scalar], from start: Int, to end: Int, isBare: Bool) -> Int? {
    var labels: [Range<Int>] = []
    var labelStart = start
    var best: (end: Int, labels: Int)?
    for position in start...end where position == end || text[position] == "." {
      let label = labelStart..<position
      if let previous = labels.last, !text[previous].contains("_"), let domain = topLevelDomain(in: text, label, end) {
        best = (domain, labels.count)
      }
      guard isLabel(text[label]), !isBare || text[label].allSatisfy(LinkCharacters.isBareHost) else { break }
      labels.append(label)
      labelStart = position + 1
    }
    guard let best, labels.prefix(best.labels).allSatisfy({ fits(text[$0]) }) else { return nil }
    return best.end
  }

  private static func isLabel(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = label.first, let last = label.last else { return false }
    return first != "-" && first != "_" && last != "-" && last != "_"
  }

  /// The end of a top-level domain at the start of a label; other scripts may follow it without a space.
  private static func topLevelDomain(in text: [Unicode.Scalar], _ label: Range<Int>, _ end: Int) -> Int? {
    var name = ""
    var found: Int?
    for position in label.prefix(TopLevelDomains.longest) {
      name.unicodeScalars.append(contentsOf: text[position].properties.lowercaseMapping.unicodeScalars)
      let next = position + 1
      if next < text.count, LinkCharacters.continuesDomain(text[next]) { continue }
      if TopLevelDomains.contains(name) { found = next }
    }
    return found ?? punycodeDomain(in: text, label)
  }

  /// A top-level domain in its ASCII form, `xn--…`.
  private static func punycodeDomain(in text: [Unicode.Scalar], _ label: Range<Int>) -> Int? {
    let spelling = text[label]
    guard spelling.count > 4, isEncoded(spelling), spelling.allSatisfy(\.isASCII), !spelling.contains("_"),
      label.upperBound >= text.count || !LinkCharacters.continuesDomain(text[label.upperBound])
    else { return nil }
    return label.upperBound
  }

  private static func isEncoded(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    zip(label.prefix(4), "xn--".unicodeScalars).allSatisfy { $0 == $1 || $0.value | 0x20 == $1.value }
  }

  private static func fits(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    if label.allSatisfy(\.isASCII) { return label.count <= 63 }
    if label.count >= 4, isEncoded(label) { return false }
    return label.count <= 63 && 4 + Punycode.length(of: label) <= 63
  }
}

/// The ASCII form of names in other scripts, RFC 3492.
enum Punycode {
  /// How many characters the encoded form has, without the prefix `xn--`.
  static func length(of label: ArraySlice<Unicode.Scalar>) -> Int {
    let basic = label.filter(\.isASCII).count
    var length = basic + (basic > 0 ? 1 : 0)
    var (next, delta, bias, handled) = (128, 0, 72, basic)
    while handled < label.count {
      guard let least = label.lazy.map({ Int($0.value) }).filter({ $0 >= next }).min() else { return length }
      delta += (least - next) * (handled + 1)
      next = least
      for scalar in label {
        if scalar.value < next { delta += 1 }
        guard scalar.value == next else { continue }
        length += digits(delta, bias)
        bias = adapted(delta, count: handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return length
  }

  private static func digits(_ delta: Int, _ bias: Int) -> Int {
    var (rest, digits, step) = (delta, 1, 36)
    while true {
      let threshold = step <= bias ? 1 : step >= bias + 26 ? 26 : step - bias
      if rest < threshold { return digits }
      rest = (rest - threshold) / (36 - threshold)
      digits += 1
      step += 36
    }
  }

  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var steps = 0
    while delta > 455 {
      delta /= 35
      steps += 36
    }
    return steps + 36 * delta / (delta + 38)
  }
}
