internal import Changes
internal import Drafts
internal import Policy
internal import YAML

extension CheckMemory {
  /// The bytes of a memory: the words its findings share, once each, and then the answers.
  var bytes: [UInt8] {
    var words = Words()
    var writer = MemoryWriter()
    writer.put(list: answers) { $0.write(to: &$1, &words) }
    var whole = MemoryWriter()
    whole.put(list: words.all) { $1.put($0.utf8) }
    return whole.bytes + writer.bytes
  }

  /// Reads a memory; nil at whatever was not written so.
  init?(_ bytes: ArraySlice<UInt8>) {
    var reader = MemoryReader(bytes)
    guard let words = reader.list({ $0.bytes().map { String(decoding: $0, as: UTF8.self) } }),
      let answers = reader.list({ Answer(from: &$0, words) }), reader.isAtEnd
    else { return nil }
    self.answers = answers
  }
}

/// Numbers for words that come again and again.
private struct Words {
  private(set) var all: [String] = []
  private var numbers: [String: Int] = [:]

  subscript(word: String) -> Int {
    mutating get {
      if let number = numbers[word] { return number }
      numbers[word] = all.count
      all.append(word)
      return all.count - 1
    }
  }
}

extension CheckMemory.Answer {
  fileprivate func write(to writer: inout MemoryWriter, _ words: inout Words) {
    writer.put(path.bytes)
    writer.put(id.bytes)
    writer.put(size)
    writer.put(time.secondsSince1970)
    writer.put(until.secondsSince1970)
    writer.put(list: others) { other, writer in
      writer.put(other.path.bytes)
      writer.put(other.id?.bytes ?? [])
    }
    writer.put(findings.count)
    for finding in findings { finding.write(to: &writer, &words) }
  }

  fileprivate init?(from reader: inout MemoryReader, _ words: [String]) {
    guard let path = reader.bytes().flatMap({ RepositoryPath(bytes: $0) }),
      let id = reader.bytes().flatMap({ ObjectID(bytes: $0) }), let size = reader.number(),
      let time = reader.number(), let until = reader.number(),
      let others = reader.list({ reader -> CheckMemory.Other? in
        guard let path = reader.bytes().flatMap({ RepositoryPath(bytes: $0) }), let id = reader.bytes() else {
          return nil
        }
        return CheckMemory.Other(path: path, id: ObjectID(bytes: id))
      }), let findings = reader.list({ KeptFinding(from: &$0, words) })
    else { return nil }
    self.init(
      path: path, id: id, size: size, time: Timestamp(secondsSince1970: time),
      until: Timestamp(secondsSince1970: until), others: others, findings: findings)
  }
}

extension KeptFinding {
  fileprivate func write(to writer: inout MemoryWriter, _ words: inout Words) {
    writer.put(words[rule])
    writer.put(words[severity.rawValue])
    writer.put(roles.count)
    for role in roles { writer.put(words[role]) }
    writer.put(words[field])
    writer.put(post)
    writer.put(range)
    writer.put(quote.bytes)
    writer.put(quote.highlight)
    writer.put(list: quote.identifiers) { $1.put($0) }
    writer.put(words[detail.before])
    writer.put(words[detail.after])
    writer.put(because.count)
    for step in because {
      writer.put(words[step.wordClass])
      writer.put(step.range)
    }
  }

  fileprivate init?(from reader: inout MemoryReader, _ words: [String]) {
    func word(_ reader: inout MemoryReader) -> String? {
      reader.number().flatMap { words.indices.contains($0) ? words[$0] : nil }
    }
    guard let rule = word(&reader), let severity = word(&reader).flatMap({ Severity(rawValue: $0) }),
      let roles = reader.list({ word(&$0) }), let field = word(&reader), let post = reader.number(),
      let range = reader.sourceRange(), let bytes = reader.range(), let highlight = reader.range(),
      highlight.upperBound <= bytes.count, let identifiers = reader.list({ $0.range() }),
      identifiers.allSatisfy({ $0.upperBound <= bytes.count }), let before = word(&reader), let after = word(&reader),
      let because = reader.list({ reader -> (String, SourceRange)? in
        guard let name = word(&reader), let range = reader.sourceRange() else { return nil }
        return (name, range)
      })
    else { return nil }
    self.init(
      rule: rule, severity: severity, roles: roles, field: field, post: post, range: range,
      quote: Quote(bytes: bytes, highlight: highlight, identifiers: identifiers), detail: (before, after),
      because: because)
  }
}

extension MemoryWriter {
  fileprivate mutating func put(_ range: Range<Int>) {
    put(range.lowerBound)
    put(range.count)
  }

  fileprivate mutating func put(_ range: SourceRange) {
    for position in [range.start, range.end] {
      put(position.line)
      put(position.column)
      put(position.byte)
    }
  }
}

extension MemoryReader {
  fileprivate mutating func range() -> Range<Int>? {
    guard let start = number(), let count = number(), start >= 0, count >= 0, start <= Int.max - count else {
      return nil
    }
    return start..<start + count
  }

  fileprivate mutating func sourceRange() -> SourceRange? {
    guard let start = position(), let end = position() else { return nil }
    return SourceRange(start: start, end: end)
  }

  private mutating func position() -> SourcePosition? {
    guard let line = number(), let column = number(), let byte = number() else { return nil }
    return SourcePosition(line: line, column: column, byte: byte)
  }
}
