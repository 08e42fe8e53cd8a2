/// Whom a mention means.
extension IndividualReading {
  /// The individual a mention speaks of; `previous` is the one before it in its sentence.
  mutating func person(of mention: PersonMention, after previous: Int?) -> Int {
    if mention.isPronoun { return pronoun(mention) }
    // “He is a sailor”; with nobody before it, “it was the baker” answers who was meant.
    if mention.equals, let same = previous ?? focus.first(where: isOther), individuals[same].kind.fits(mention.kind),
      agree(individuals[same].gender, mention.gender)
    {
      return link(mention, to: same)
    }
    switch mention.kind {
    case .author, .reader:
      if let known = focus.first(where: { individuals[$0].kind == mention.kind }) { return link(mention, to: known) }
      return add(mention, mention.kind)
    case .group: return add(mention, .group)
    case .relative: return relative(mention, of: previous)
    case .caredFor, .unknown: return described(mention)
    case .staff, .ownFamily, .animal, .publicFigure, .invented: return named(mention)
    }
  }

  /// Those a pronoun means only where it can mean nobody else.
  private static let aside: Set<Individual.Kind> = [.staff, .animal, .publicFigure]

  /// The nearest person a pronoun can be: one known to be of this sex before one who may be, people of this post before
  /// those of earlier ones, and animals, colleagues and public figures only where there is nobody else.
  private mutating func pronoun(_ mention: PersonMention) -> Int {
    func nearest(here: Bool, aside: Bool, sure: Bool) -> Int? {
      focus.first { person in
        let kind = individuals[person].kind
        guard kind != .group, kind != .reader, kind != .author, Self.aside.contains(kind) == aside else {
          return false
        }
        guard !here || lastPost[person] == post else { return false }
        let gender = individuals[person].gender
        return gender == mention.gender || !sure && gender == nil
      }
    }
    let known =
      nearest(here: true, aside: false, sure: true) ?? nearest(here: true, aside: true, sure: false)
      ?? nearest(here: false, aside: false, sure: true) ?? nearest(here: true, aside: false, sure: false)
      ?? nearest(here: false, aside: false, sure: false) ?? nearest(here: false, aside: true, sure: false)
    guard let known else { return add(mention, .unknown) }
    if individuals[known].gender == nil { individuals[known].gender = mention.gender }
    individuals[known].mentions.append(Individual.Place(match: mention.match, post: post))
    return known
  }

  /// Somebody's relative: of the person before it in the sentence, else of the one talked about last.
  private mutating func relative(_ mention: PersonMention, of previous: Int?) -> Int {
    if let known = focus.first(where: {
      [.relative, .ownFamily].contains(individuals[$0].kind) && hasHead($0, of: mention)
    }) {
      return link(mention, to: known)
    }
    let nearest = previous.flatMap { isOther($0) ? $0 : nil } ?? focus.first(where: isOther)
    // A relative of the author's own family, or of somebody in a story, is one of them.
    if let first = previous ?? focus.first, nearest == nil || previous != nil && nearest != previous,
      !isOther(first), individuals[first].kind != .group, individuals[first].kind != .reader
    {
      return link(mention, to: first)
    }
    let person = add(mention, .relative)
    individuals[person].relatedTo = nearest.map { individuals[$0].relatedTo ?? $0 }
    return person
  }

  /// A described person: the same as an earlier one where the words repeat, or where they point back.
  private mutating func described(_ mention: PersonMention) -> Int {
    func known(_ holds: (Int) -> Bool) -> Int? {
      focus.first {
        individuals[$0].kind.fits(mention.kind) && agree(individuals[$0].gender, mention.gender) && holds($0)
      }
    }
    if !mention.isNew, let same = known({ hasHead($0, of: mention) }) { return link(mention, to: same) }
    if let pronoun = known({ individuals[$0].head == nil }) { return link(mention, to: pronoun) }
    let isNumbered = scan.document.tokens[mention.head].traits.contains(.number)
    if !mention.isNew, !mention.isOwn, !isNumbered, !isName(mention.head) || isFragment(mention),
      let last = known({ individuals[$0].relatedTo == nil && !(isName(mention.head) && hasName($0)) })
    {
      return link(mention, to: last)
    }
    return add(mention, mention.kind)
  }

  /// One of those whom facts are not told of: family, colleagues, animals, invented people.
  private mutating func named(_ mention: PersonMention) -> Int {
    if let known = focus.first(where: { individuals[$0].kind == mention.kind && hasHead($0, of: mention) }) {
      return link(mention, to: known)
    }
    // “She is home! My mother …”: the pronoun waited for its noun; “He fainted before the registrar came” did not.
    let mayBeAwaited =
      switch mention.kind {
      case .animal: false
      case .staff, .publicFigure: mention.equals || startsSentence(mention)
      default: true
      }
    if mayBeAwaited,
      let waiting = focus.first(where: {
        individuals[$0].kind == .unknown && individuals[$0].head == nil && lastPost[$0] >= post - 1
          && agree(individuals[$0].gender, mention.gender)
      })
    {
      return link(mention, to: waiting)
    }
    return add(mention, mention.kind)
  }

  private mutating func link(_ mention: PersonMention, to person: Int) -> Int {
    individuals[person].mentions.append(Individual.Place(match: mention.match, post: post))
    if individuals[person].gender == nil { individuals[person].gender = mention.gender }
    if individuals[person].kind == .unknown, mention.kind != .relative { individuals[person].kind = mention.kind }
    if individuals[person].head == nil { individuals[person].head = mention.head }
    return person
  }

  private func isOther(_ person: Int) -> Bool { Individual.Kind.others.contains(individuals[person].kind) }

  private func agree(_ one: Individual.Gender?, _ other: Individual.Gender?) -> Bool {
    one == nil || other == nil || one == other
  }

  private func hasHead(_ person: Int, of mention: PersonMention) -> Bool {
    guard let head = individuals[person].head else { return false }
    return scan.document.spelling(head).elementsEqual(scan.document.spelling(mention.head))
  }

  private func startsSentence(_ mention: PersonMention) -> Bool {
    let first = mention.words.lowerBound
    return Int(scan.document.sentences[scan.document.sentence(of: first)].first) == first
  }

  /// Whether the mention makes its sentence alone, up to the first mark, as an answer does.
  private func isFragment(_ mention: PersonMention) -> Bool {
    let sentence = scan.document.sentences[scan.document.sentence(of: mention.words.lowerBound)]
    guard mention.words.upperBound < Int(sentence.end) else { return true }
    return !scan.document.tokens[mention.words.upperBound].marks.isDisjoint(with: [.comma, .dash, .colon, .bracket])
  }

  private func isName(_ word: Int) -> Bool { scan.document.tokens[word].traits.contains(.capitalized) }

  private func hasName(_ person: Int) -> Bool { individuals[person].head.map(isName) ?? false }
}
