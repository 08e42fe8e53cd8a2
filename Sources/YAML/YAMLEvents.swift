internal import Clibyaml

/// One step of the parser through the text.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd
    case documentStart(hasDirectives: Bool)
    case documentEnd
    case scalar(text: String, style: YAMLScalarStyle)
    case sequenceStart, sequenceEnd
    case mappingStart, mappingEnd
    case alias(String)
  }

  var kind: Kind
  var anchor: String?
  var tag: String?
  var range: SourceRange
  /// The two ends as scalar numbers within the text.
  var startScalar: Int
  var endScalar: Int
}

/// The events of one text, read by the system's libyaml; the only code that touches it.
///
/// The parser keeps pointers into a copy of the text, which lives and ends with this object.
@safe final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let positions: TextPositions
  private let isReady: Bool

  init(text: [UInt8], positions: TextPositions) {
    self.positions = positions
    unsafe input = .allocate(capacity: max(text.count, 1))
    _ = unsafe input.initialize(from: text)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    isReady = unsafe yaml_parser_initialize(parser) == 1
    if isReady {
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(parser, input.baseAddress, text.count)
    }
  }

  deinit {
    if isReady { unsafe yaml_parser_delete(parser) }
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event; after the end of the stream it keeps returning that end.
  func next() throws(YAMLError) -> YAMLEvent {
    guard isReady else { throw YAMLError(.syntax("out of memory"), at: SourceRange(at: .start)) }
    var raw = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &raw) == 1 else { throw failure() }
    defer { unsafe yaml_event_delete(&raw) }
    let (start, end) = unsafe (Int(raw.start_mark.index), Int(raw.end_mark.index))
    let range = SourceRange(start: positions.position(ofScalar: start), end: positions.position(ofScalar: end))
    let (kind, anchor, tag) = unsafe Self.describe(raw)
    return YAMLEvent(kind: kind, anchor: anchor, tag: tag, range: range, startScalar: start, endScalar: end)
  }

  private static func describe(_ raw: yaml_event_t) -> (YAMLEvent.Kind, anchor: String?, tag: String?) {
    switch unsafe raw.type {
    case YAML_STREAM_START_EVENT: return (.streamStart, nil, nil)
    case YAML_DOCUMENT_START_EVENT:
      let document = unsafe raw.data.document_start
      let hasDirectives =
        unsafe document.version_directive != nil || document.tag_directives.start != document.tag_directives.end
      return (.documentStart(hasDirectives: hasDirectives), nil, nil)
    case YAML_DOCUMENT_END_EVENT: return (.documentEnd, nil, nil)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe raw.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let text = unsafe String(decoding: bytes, as: UTF8.self)
      let style = unsafe Self.style(scalar.style)
      return unsafe (.scalar(text: text, style: style), name(scalar.anchor), name(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe raw.data.sequence_start
      return unsafe (.sequenceStart, name(sequence.anchor), name(sequence.tag))
    case YAML_SEQUENCE_END_EVENT: return (.sequenceEnd, nil, nil)
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe raw.data.mapping_start
      return unsafe (.mappingStart, name(mapping.anchor), name(mapping.tag))
    case YAML_MAPPING_END_EVENT: return (.mappingEnd, nil, nil)
    case YAML_ALIAS_EVENT: return unsafe (.alias(name(raw.data.alias.anchor) ?? ""), nil, nil)
    default: return (.streamEnd, nil, nil)
    }
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLScalarStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private static func name(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(decodingCString: pointer, as: UTF8.self)
  }

  /// The parser's complaint; a reader error counts in bytes, every other in scalars.
  private func failure() -> YAMLError {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "unknown problem"
    if unsafe parser.pointee.error == YAML_READER_ERROR {
      let offset = unsafe parser.pointee.problem_offset
      return YAMLError(.syntax(problem), at: SourceRange(at: positions.position(ofByte: offset)))
    }
    let scalar = unsafe Int(parser.pointee.problem_mark.index)
    return YAMLError(.syntax(problem), at: SourceRange(at: positions.position(ofScalar: scalar)))
  }
}
