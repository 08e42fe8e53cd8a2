import Drafts

/// Reads a record line strictly, word by word.
enum RecordReader {
  static func read(_ line: [UInt8]) throws(RecordError) -> Record {
    try requirePrintable(line)
    let (key, valueStart) = try splitKey(line)
    let words = try splitWords(line, from: valueStart)
    guard let version = words.first, version.bytes == Array("v1".utf8) else { throw .unknownVersion }
    guard words.count > 1, let kind = RecordKind(bytes: words[1].bytes) else { throw .unknownKind }
    guard key == kind.trailerKey else { throw .keyOfOtherKind(kind: kind) }
    let values = try fields(words.dropFirst(2))
    let decision = try decision(kind, values)
    let signature = try value(.sig, values) { Base64.decode($0) }
    guard !signature.isEmpty else { throw .malformed(.sig) }
    return Record(decision: decision, signature: signature, line: line)
  }

  private struct Word {
    let bytes: [UInt8]
    let column: Int
  }

  private static func requirePrintable(_ line: [UInt8]) throws(RecordError) {
    guard line.count <= Record.maximumLength else { throw .tooLong(bytes: line.count) }
    for (index, byte) in line.enumerated() where !ASCII.isPrintable(byte) {
      switch byte {
      case 0: throw .nul(column: index + 1)
      case UInt8(ascii: "\r"): throw .carriageReturn(column: index + 1)
      case UInt8(ascii: "\n"): throw .lineBreak(column: index + 1)
      case UInt8(ascii: "\t"): throw .tab(column: index + 1)
      default: throw .notPrintable(byte: byte, column: index + 1)
      }
    }
  }

  private static func splitKey(_ line: [UInt8]) throws(RecordError) -> (key: [UInt8], valueStart: Int) {
    for kind in RecordKind.allCases {
      let start = kind.trailerKey + Array(": ".utf8)
      if line.starts(with: start) { return (kind.trailerKey, start.count) }
    }
    throw .unknownKey
  }

  private static func splitWords(_ line: [UInt8], from start: Int) throws(RecordError) -> [Word] {
    var words: [Word] = []
    for word in line[start...].split(separator: ASCII.space, omittingEmptySubsequences: false) {
      guard !word.isEmpty else { throw .emptyWord(column: word.startIndex + 1) }
      words.append(Word(bytes: Array(word), column: word.startIndex + 1))
    }
    return words
  }

  private static func fields(_ words: ArraySlice<Word>) throws(RecordError) -> [RecordField: [UInt8]] {
    var values: [RecordField: [UInt8]] = [:]
    var expected = RecordField.allCases[...]
    for word in words {
      guard let equals = word.bytes.firstIndex(of: UInt8(ascii: "=")) else { throw .notAField(column: word.column) }
      let name = word.bytes[..<equals]
      let isNamed = { (field: RecordField) in field.rawValue.utf8.elementsEqual(name) }
      guard let field = expected.first.flatMap({ isNamed($0) ? $0 : nil }) ?? RecordField.allCases.first(where: isNamed)
      else {
        throw .unknownField(column: word.column)
      }
      guard values[field] == nil else { throw .duplicate(field) }
      guard let next = expected.popFirst() else { throw .duplicate(field) }
      guard field == next else { throw .outOfOrder(field, expected: next) }
      values[field] = Array(word.bytes[(equals + 1)...])
    }
    if let absent = expected.first { throw .missing(absent) }
    return values
  }

  private static func decision(
    _ kind: RecordKind, _ values: [RecordField: [UInt8]]
  ) throws(RecordError) -> Decision {
    let decision = Decision(
      kind: kind,
      repository: try value(.repo, values) { RepositoryID($0) },
      draft: try value(.draft, values) { DraftID(percentEncoded: $0) },
      role: try value(.role, values) { Role($0) },
      person: try value(.by, values) { PersonID($0) },
      subject: Subject(try value(.subject, values) { Digest(labelled: $0) }),
      rules: try value(.rules, values) { Digest(labelled: $0) },
      acknowledged: try value(.ack, values) { Digest(labelled: $0) },
      signedAt: try value(.at, values) { Timestamp(utc: $0) },
      expires: try value(.exp, values) { Timestamp(utc: $0) },
      seen: try value(.seen, values, seen),
      note: try value(.note, values) { $0 == [Record.none] ? .some(nil) : Digest(labelled: $0).map { .some($0) } },
      nonce: try value(.nonce, values, nonce))
    guard decision.expires > decision.signedAt else { throw .expiresBeforeSigned }
    guard kind != .withdraw || !decision.seen.isEmpty else { throw .withdrawsNothing }
    return decision
  }

  private static func value<Value>(
    _ field: RecordField, _ values: [RecordField: [UInt8]], _ read: ([UInt8]) -> Value?
  ) throws(RecordError) -> Value {
    guard let bytes = values[field] else { throw .missing(field) }
    guard let value = read(bytes) else { throw .malformed(field) }
    return value
  }

  private static func seen(_ bytes: [UInt8]) -> Set<RecordID>? {
    if bytes == [Record.none] { return [] }
    var ids: [RecordID] = []
    for part in bytes.split(separator: Record.comma, omittingEmptySubsequences: false) {
      guard let digest = Digest(hex: part) else { return nil }
      let id = RecordID(digest)
      if let last = ids.last, last >= id { return nil }
      ids.append(id)
    }
    return Set(ids)
  }

  private static func nonce(_ bytes: [UInt8]) -> [UInt8]? {
    guard (8...64).contains(bytes.count), bytes.allSatisfy({ ASCII.lowerHexValue($0) != nil }) else { return nil }
    return bytes
  }
}
