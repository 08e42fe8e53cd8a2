/// One human being (or what takes the part of one) that a thread talks about, and what it tells of them.
struct Individual: Sendable {
  /// Who it is to the author, as far as the words say.
  enum Kind: String, CaseIterable, Sendable {
    /// In the author's care: a patient, a bed, a slot in the list.
    case caredFor = "cared-for"
    /// A relative of somebody who is talked about.
    case relative
    /// Somebody the words do not place: a man, she, a name.
    case unknown
    case staff
    /// The author's own body.
    case author = "self"
    case ownFamily = "own-family"
    /// Whoever reads: you.
    case reader
    /// Several people, or people in general.
    case group
    case animal
    case publicFigure = "public-figure"
    /// A person of a story, a lesson or a long past time.
    case invented

    /// Those whose story is somebody else's, and private until said otherwise.
    static let others: Set<Kind> = [.caredFor, .relative, .unknown]

    /// Whether words inside a mention say that it is one: a colleague or a group in passing does not.
    var isTelling: Bool {
      switch self {
      case .caredFor, .ownFamily, .author, .animal, .publicFigure, .invented: true
      case .relative, .unknown, .staff, .reader, .group: false
      }
    }

    /// Whether it can be the same person as one of another kind.
    func fits(_ other: Kind) -> Bool {
      self == other || Self.others.contains(self) && Self.others.contains(other)
    }
  }

  enum Gender: Int, Sendable { case female, male }

  /// A place in the thread that speaks of them.
  struct Place: Sendable {
    var match: Match
    /// The place of the post in the outline.
    var post: Int
  }

  /// Something told of them.
  struct Fact: Sendable {
    /// The place of its kind in `IndividualCues.attributes`.
    var attribute: Int
    var place: Place
  }

  var kind: Kind
  var gender: Gender?
  /// Where they come in first.
  let introduction: Place
  /// The words that speak of them, in the order of the text; the first introduces them.
  var mentions: [Place]
  var facts: [Fact] = []
  /// The first fact of each kind in each field: enough to know what was told before some post.
  var firsts: [Fact] = []
  /// By field, as `Outline` numbers them: the kinds told there.
  private var toldIn: [Int: AttributeSet] = [:]
  /// Words of care: what is done, where, with what.
  var care: [Place] = []
  /// Words that mock, blame or begrudge.
  var ridicule: [Place] = []
  /// Whose relative it is, by place in the list.
  var relatedTo: Int?
  /// The last word of the mention that named what they are; nil while there are only pronouns.
  var head: Int?

  init(kind: Kind, gender: Gender?, introduction: Place, head: Int?) {
    self.kind = kind
    self.gender = gender
    self.introduction = introduction
    mentions = [introduction]
    self.head = head
  }

  /// Keeps a fact; `lane` is the field its post belongs to.
  mutating func tell(_ fact: Fact, lane: Int) {
    facts.append(fact)
    let kind = AttributeSet(fact.attribute)
    if toldIn[lane, default: []].insert(kind).inserted { firsts.append(fact) }
  }
}

/// Everybody a thread talks about.
struct Individuals: Sendable {
  /// In the order in which they come in.
  var all: [Individual] = []
  /// Every word that speaks of somebody or tells something of them, in the order of the text.
  var spoken: [(word: Int, individual: Int)] = []
  /// Where and when the thread plays: facts told of nobody, the first of each kind in each field.
  var scene: [Individual.Fact] = []
  /// People looked at and cues weighed: the measure of work.
  var steps = 0

  /// Those whom some words speak of, in the order in which they came in.
  func spoken(of words: Range<Int>) -> [Int] {
    var low = 0
    var high = spoken.count
    while low < high {
      let middle = (low + high) / 2
      if spoken[middle].word < words.lowerBound { low = middle + 1 } else { high = middle }
    }
    var found: Set<Int> = []
    while low < spoken.count, spoken[low].word < words.upperBound {
      found.insert(spoken[low].individual)
      low += 1
    }
    return found.sorted()
  }
}

extension Array where Element == Individual.Place {
  /// Those that start within some words.
  func within(_ words: Range<Int>) -> ArraySlice<Individual.Place> {
    slice(words) { Int($0.match.markStart) }
  }
}

extension Array where Element == Individual.Fact {
  /// Those that start within some words.
  func within(_ words: Range<Int>) -> ArraySlice<Individual.Fact> {
    slice(words) { Int($0.place.match.markStart) }
  }
}

extension Array {
  /// The elements, sorted by a word, whose word is within some words.
  fileprivate func slice(_ words: Range<Int>, _ start: (Element) -> Int) -> ArraySlice<Element> {
    func first(atOrAfter word: Int) -> Int {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if start(self[middle]) < word { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return self[first(atOrAfter: words.lowerBound)..<first(atOrAfter: words.upperBound)]
  }
}

/// A set of attribute kinds, one bit each.
struct AttributeSet: OptionSet, Sendable, Equatable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(_ attribute: Int) { rawValue = 1 << UInt64(attribute) }

  /// How many there can be.
  static let capacity = 64

  var count: Int { rawValue.nonzeroBitCount }
}
