extension RuleSet {
  /// The version of the compiled form; another one is refused.
  static let compactVersion = 6

  /// The rules in compiled form: everything a check needs, without examples and patterns as written.
  ///
  /// Printable text, so that a build tool can put it into a source file.
  public func compact() -> [UInt8] {
    var writer = CompactWriter()
    writer.write(Self.compactVersion)
    writer.write(all) { $1.write(to: &$0) }
    engine.write(to: &writer)
    return writer.bytes
  }

  /// Reads the compiled form; of the packs that are off, the rules stay silent.
  ///
  /// nil where the bytes are not what this build writes. Linear, and two orders of magnitude faster than loading files.
  public init?(compact bytes: some Collection<UInt8>, packs: Set<String>) {
    guard let (all, engine) = View.of(bytes, Self.read) else { return nil }
    self.init(all, engine, packs: packs)
  }

  private static func read(_ bytes: View<UInt8>) -> ([Rule], Engine)? {
    var reader = CompactReader(bytes)
    do {
      guard try reader.number() == Self.compactVersion else { return nil }
      let all = try reader.list { reader throws(CompactReader.Malformed) in try Rule(from: &reader) }
      return (all, try Engine(from: &reader))
    } catch {
      return nil
    }
  }
}

extension Rule {
  func write(to writer: inout CompactWriter) {
    writer.write([
      id, pack, severity.rawValue, level.rawValue, summary, message, remedy, rationale ?? "", since, reviewBy, path,
    ])
    writer.write(roles)
    writer.write(authority)
    writer.write(isAnsweredByClaims)
    circumstances.write(to: &writer)
    guard case .check(let check) = subject else { return writer.write(false) }
    writer.write(true)
    check.write(to: &writer)
  }

  init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    let texts = try reader.texts()
    guard texts.count == 11, let severity = Severity(rawValue: texts[2]), let level = Level(rawValue: texts[3]) else {
      throw CompactReader.Malformed()
    }
    let roles = try reader.texts()
    let authority = try reader.texts()
    let isAnsweredByClaims = try reader.flag()
    let circumstances = try Circumstances(from: &reader)
    let subject: Subject = try reader.flag() ? .check(try BuiltinCheck(from: &reader)) : .words(.any([]))
    self.init(
      id: texts[0], pack: texts[1], severity: severity, roles: roles, level: level, summary: texts[4],
      authority: authority, message: texts[5], remedy: texts[6], rationale: texts[7].isEmpty ? nil : texts[7],
      since: texts[8], reviewBy: texts[9], examples: Examples(flag: [], pass: []), path: texts[10],
      isAnsweredByClaims: isAnsweredByClaims, circumstances: circumstances, subject: subject, guards: [])
  }
}

extension Circumstances {
  func write(to writer: inout CompactWriter) {
    for list in [accounts, kinds, about, audiences, channels, languages] { writer.write(list) }
    writer.write(isReply.map { $0 ? 1 : 0 })
  }

  init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    self.init()
    accounts = try reader.texts()
    kinds = try reader.texts()
    about = try reader.texts()
    audiences = try reader.texts()
    channels = try reader.texts()
    languages = try reader.texts()
    isReply = try reader.optional().map { $0 == 1 }
  }
}

extension BuiltinCheck {
  private init(named name: CheckName) { self.name = name }

  func write(to writer: inout CompactWriter) {
    writer.write(name.rawValue)
    writer.write(numbers.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value)
    }
    writer.write(lists.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value)
    }
  }

  init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    guard let name = CheckName(rawValue: try reader.text()) else { throw CompactReader.Malformed() }
    self.init(named: name)
    for (key, value) in try reader.list({ reader throws(CompactReader.Malformed) in
      (try reader.text(), try reader.number())
    }) {
      numbers[key] = value
    }
    for (key, value) in try reader.list({ reader throws(CompactReader.Malformed) in
      (try reader.text(), try reader.texts())
    }) {
      lists[key] = value
    }
  }
}
