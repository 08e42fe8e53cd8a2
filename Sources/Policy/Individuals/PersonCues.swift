/// The cues about people that were found in a document, in the order of the text.
struct PersonCues {
  /// A cue and the words it marks.
  struct Found {
    var match: Match
    var part: IndividualCues.Part
    /// The place of the cue in the table: the smaller wins.
    var rank: Int

    var words: Range<Int> { match.marked }
  }

  /// By where they start, and of those that start together the longest first.
  let all: [Found]
  /// By word, where the cues that start there begin in `all`; one more entry than there are words.
  private let offsets: [Int32]

  /// A counting sort by the first word: linear in the text and the matches.
  init(_ cues: IndividualCues, in scan: Scan) {
    let words = scan.document.tokens.count
    var offsets = [Int32](repeating: 0, count: words + 1)
    for cue in cues.cues {
      for match in scan.matches[cue.pattern] { offsets[Int(match.markStart) + 1] += 1 }
    }
    for word in 0..<words { offsets[word + 1] += offsets[word] }
    var found = [Found?](repeating: nil, count: Int(offsets[words]))
    var next = offsets
    for (rank, cue) in cues.cues.enumerated() {
      for match in scan.matches[cue.pattern] {
        found[Int(next[Int(match.markStart)])] = Found(match: match, part: cue.part, rank: rank)
        next[Int(match.markStart)] += 1
      }
    }
    var sorted = found.compactMap { $0 }
    // What starts at one word is bounded by the patterns, not by the text.
    for word in 0..<words where offsets[word + 1] - offsets[word] > 1 {
      sorted[Int(offsets[word])..<Int(offsets[word + 1])].sort {
        ($1.match.markEnd, $0.rank) < ($0.match.markEnd, $1.rank)
      }
    }
    all = sorted
    self.offsets = offsets
  }

  /// The cues that start within some words.
  func starting(in words: Range<Int>) -> ArraySlice<Found> {
    all[Int(offsets[words.lowerBound])..<Int(offsets[words.upperBound])]
  }
}

/// Words of one sentence that speak of one person or group.
struct PersonMention {
  var match: Match
  var kind: Individual.Kind
  var rank: Int
  var gender: Individual.Gender?
  var isPronoun: Bool
  /// It brings in somebody new: “another lady”.
  var isNew = false
  /// It is the author's: “my ten o'clock”.
  var isOwn = false
  /// The words before it say that it is the mention before it: “he is a sailor”.
  var equals = false

  var words: Range<Int> { match.marked }
  /// The word that says what they are.
  var head: Int { words.upperBound - 1 }

  /// The mentions of a sentence, without overlaps: the leftmost first, and of those the longest.
  static func mentions(_ cues: ArraySlice<PersonCues.Found>, in document: Document) -> [PersonMention] {
    var mentions: [PersonMention] = []
    // “His daughter” is two mentions, even where the words stand for one.
    let pronouns = Set(
      cues.lazy.compactMap { cue in
        if case .pronoun = cue.part { cue.words.lowerBound } else { nil }
      })
    for found in cues {
      let last = mentions.count - 1
      let isInside = last >= 0 && found.words.lowerBound < mentions[last].words.upperBound
      switch found.part {
      case .person(.unknown) where pronouns.contains(found.words.lowerBound): continue
      case .person(let kind) where isInside:
        // Longer words may hold what says more: “a man from my ward”, “the lady, my mother”.
        guard mentions[last].kind == .unknown, !mentions[last].isPronoun, kind.isTelling else { continue }
        mentions[last].kind = kind
        mentions[last].rank = found.rank
      case .person(let kind):
        mentions.append(
          PersonMention(match: found.match, kind: kind, rank: found.rank, gender: nil, isPronoun: false))
      case .pronoun(let gender) where !isInside:
        mentions.append(
          PersonMention(match: found.match, kind: .unknown, rank: found.rank, gender: gender, isPronoun: true))
      default: continue
      }
    }
    describe(&mentions, cues, document)
    return mentions
  }

  /// Adds what shorter cues inside and right before the mentions say.
  private static func describe(
    _ mentions: inout [PersonMention], _ cues: ArraySlice<PersonCues.Found>, _ document: Document
  ) {
    var index = 0
    for found in cues {
      while index < mentions.count, mentions[index].words.upperBound <= found.words.lowerBound { index += 1 }
      guard index < mentions.count else { return }
      let isInside = mentions[index].words.contains(found.words.lowerBound)
      let isStart = mentions[index].words.lowerBound == found.words.lowerBound
      switch found.part {
      case .gender(let gender) where isInside:
        if mentions[index].gender == nil { mentions[index].gender = gender }
      case .startsNew where isStart: mentions[index].isNew = true
      case .startsOwn where isStart: mentions[index].isOwn = true
      case .equates where mentions[index].words.lowerBound == found.words.upperBound: mentions[index].equals = true
      default: continue
      }
    }
    // “My ten o'clock, a retired sailor”: only a mark stands between them.
    for index in mentions.indices.dropFirst()
    where mentions[index].words.lowerBound == mentions[index - 1].words.upperBound && !mentions[index].isPronoun {
      let marks = document.tokens[mentions[index].words.lowerBound].marks
      if !marks.isDisjoint(with: [.comma, .dash, .colon, .bracket]) { mentions[index].equals = true }
    }
  }
}
