import Testing

@testable import Policy

/// A text with its entities marked.
///
/// `Seen on ‹date|5 March 2026› at ‹time|3pm›.`
struct EntityMarks: CustomTestStringConvertible, Sendable {
  let marked: String
  var testDescription: String { marked }

  init(_ marked: String) { self.marked = marked }

  /// The text without its marks.
  var plain: String {
    var text = ""
    var inKind = false
    for character in marked {
      switch character {
      case "‹": inKind = true
      case "|" where inKind: inKind = false
      case "›": break
      default: if !inKind { text.append(character) }
      }
    }
    return text
  }

  /// The text with what the recogniser finds marked in the same way; an age over 89 has a plus.
  func recognised(allowed: AllowedEntities = AllowedEntities(), ignoring ignored: Set<EntityKind> = []) -> String {
    var tokeniser = Tokeniser(vocabulary: Vocabulary())
    let bytes = Array(plain.utf8)
    tokeniser.read(bytes)
    let entities = EntityRecogniser(allowed: allowed).entities(in: tokeniser.document)
    var out: [UInt8] = []
    var position = 0
    for entity in entities where !ignored.contains(entity.kind) {
      out += bytes[position..<entity.bytes.lowerBound]
      out += Array("‹\(entity.kind.rawValue)\(entity.isOver89 ? "+" : "")\(entity.isAllowed ? "=" : "")|".utf8)
      out += bytes[entity.bytes]
      out += Array("›".utf8)
      position = entity.bytes.upperBound
    }
    out += bytes[position...]
    return String(decoding: out, as: UTF8.self)
  }
}

/// Fails where the entities found are not those marked.
func expectEntities(
  _ text: String, ignoring ignored: Set<EntityKind> = [], sourceLocation: SourceLocation = #_sourceLocation
) {
  let marks = EntityMarks(text)
  #expect(marks.recognised(ignoring: ignored) == text, sourceLocation: sourceLocation)
}
