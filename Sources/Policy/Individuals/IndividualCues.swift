/// What the patterns of `lexicon/individuals.yaml` say about people when they match.
struct IndividualCues: Sendable {
  /// The part a match plays.
  enum Part: Sendable, Equatable {
    /// It speaks of somebody of this kind.
    case person(Individual.Kind)
    /// It is a pronoun for one person.
    case pronoun(Individual.Gender)
    /// A mention that holds it is of this sex.
    case gender(Individual.Gender)
    /// It tells a fact of this kind.
    case fact(Int)
    case care
    case ridicule
    /// It says what the person nearest by is after all.
    case turns(Individual.Kind)
    /// It says what everybody in the post is.
    case frame(Individual.Kind)
    /// The post gives notice of something; facts without a person in the sentence are about that.
    case notice
    /// The mention right after it is the one before it.
    case equates
    /// A mention that starts with it brings in somebody new.
    case startsNew
    /// A mention that starts with it is the author's: known only by its own words.
    case startsOwn
  }

  struct Cue: Sendable {
    /// Its number among the patterns of the engine.
    var pattern: Int32
    var part: Part
  }

  /// The names of the kinds of fact.
  var attributes: [String] = []
  /// The kinds that hold for everybody in the thread where they are told of nobody.
  var scene: AttributeSet = []
  /// In the order of the file: where two kinds of person match the same words, the earlier one counts.
  var cues: [Cue] = []

  var isEmpty: Bool { cues.isEmpty }

  /// The patterns without which nobody is talked about.
  var introducing: [Int32] {
    cues.compactMap { cue in
      switch cue.part {
      case .person(let kind) where Individual.Kind.others.contains(kind): cue.pattern
      case .pronoun: cue.pattern
      default: nil
      }
    }
  }
}

extension IndividualCues {
  func write(to writer: inout CompactWriter) {
    writer.write(attributes)
    writer.write(Int(bitPattern: UInt(scene.rawValue)))
    writer.write(cues) { writer, cue in
      writer.write(cue.pattern)
      let (part, detail) = cue.part.code
      writer.write(part)
      writer.write(detail)
    }
  }

  init(from reader: inout CompactReader) throws(CompactReader.Malformed) {
    attributes = try reader.texts()
    scene = AttributeSet(rawValue: UInt64(UInt(bitPattern: try reader.number())))
    cues = try reader.list { reader throws(CompactReader.Malformed) in
      let pattern = try reader.small()
      guard let part = Part(code: try reader.number(), detail: try reader.number()) else {
        throw CompactReader.Malformed()
      }
      return Cue(pattern: pattern, part: part)
    }
  }
}

extension IndividualCues.Part {
  fileprivate var code: (Int, Int) {
    func number(_ kind: Individual.Kind) -> Int { Individual.Kind.allCases.firstIndex(of: kind) ?? 0 }
    return switch self {
    case .person(let kind): (0, number(kind))
    case .pronoun(let gender): (1, gender.rawValue)
    case .gender(let gender): (2, gender.rawValue)
    case .fact(let attribute): (3, attribute)
    case .care: (4, 0)
    case .ridicule: (5, 0)
    case .turns(let kind): (6, number(kind))
    case .frame(let kind): (7, number(kind))
    case .notice: (8, 0)
    case .equates: (9, 0)
    case .startsNew: (10, 0)
    case .startsOwn: (11, 0)
    }
  }

  fileprivate init?(code: Int, detail: Int) {
    let kinds = Individual.Kind.allCases
    let gender = Individual.Gender(rawValue: detail)
    switch code {
    case 0 where kinds.indices.contains(detail): self = .person(kinds[detail])
    case 1: if let gender { self = .pronoun(gender) } else { return nil }
    case 2: if let gender { self = .gender(gender) } else { return nil }
    case 3 where (0..<AttributeSet.capacity).contains(detail): self = .fact(detail)
    case 4: self = .care
    case 5: self = .ridicule
    case 6 where kinds.indices.contains(detail): self = .turns(kinds[detail])
    case 7 where kinds.indices.contains(detail): self = .frame(kinds[detail])
    case 8: self = .notice
    case 9: self = .equates
    case 10: self = .startsNew
    case 11: self = .startsOwn
    default: return nil
    }
  }
}
