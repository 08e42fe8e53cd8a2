/// Answers what rules ask about individuals.
extension Evaluation {
  /// The evidence that somebody is as a rule asks: first the words here that decide it, then what it adds to.
  ///
  /// Of several individuals the one whose deciding words stand first.
  func evidence(_ question: IndividualQuestion, _ unit: Unit, _ guards: Coverage) -> Evidence? {
    var earliest: Evidence?
    let scene = individuals.scene.filter {
      $0.place.post == unit.post || outline.isEarlier($0.place.post, than: unit.post)
    }
    for index in individuals.spoken(of: unit.words) {
      let individual = individuals.all[index]
      guard question.kinds.contains(individual.kind) else { continue }
      let story = Story(individual, unit: unit, scene: scene, outline: outline, guards: guards)
      guard let found = story.evidence(for: question), let first = found.first else { continue }
      if let known = earliest?.first, (known.markStart, -known.markEnd) <= (first.markStart, -first.markEnd) {
        continue
      }
      earliest = found
    }
    return earliest
  }
}

/// What is told of one individual, split into here and before.
private struct Story {
  private let individual: Individual
  private let outline: Outline
  private let post: Int
  private let here: [Individual.Fact]
  /// The first of each kind and field.
  private let before: [Individual.Fact]
  private let scene: [Individual.Fact]
  private let spokenHere: [Individual.Place]
  private let isKnown: Bool

  init(_ individual: Individual, unit: Evaluation.Unit, scene: [Individual.Fact], outline: Outline, guards: Coverage) {
    self.individual = individual
    self.outline = outline
    post = unit.post
    self.scene = scene
    func isHere(_ place: Individual.Place) -> Bool {
      (unit.includesContext || !outline.posts[place.post].isContext) && !guards.touches(place.match.marked)
    }
    here = individual.facts.within(unit.words).filter { isHere($0.place) }
    before = individual.firsts.filter { outline.isEarlier($0.place.post, than: unit.post) }
    spokenHere = [individual.mentions, individual.ridicule, individual.care].compactMap {
      $0.within(unit.words).first(where: isHere)
    }
    isKnown = outline.isEarlier(individual.introduction.post, than: unit.post)
  }

  func evidence(for question: IndividualQuestion) -> Evaluation.Evidence? {
    guard question.isKnown.map({ $0 == isKnown }) ?? true,
      question.isRidiculed.map({ $0 == !individual.ridicule.isEmpty }) ?? true,
      question.isInCare.map({ $0 == (individual.kind == .caredFor || !individual.care.isEmpty) }) ?? true
    else { return nil }
    let told = Self.kinds(before)
    let setting = Self.kinds(scene.filter { outline.isEarlier($0.place.post, than: post) })
    guard question.earlier?.holds(for: told.union(setting)) ?? true,
      question.told?.holds(for: told.union(Self.kinds(here)).union(Self.kinds(scene))) ?? true,
      let first = deciding(question, told)
    else { return nil }
    var evidence = [first]
    for match in [individual.introduction.match] + counted(question) where !evidence.contains(match) {
      evidence.append(match)
    }
    return evidence
  }

  /// The words here that decide it: a fact that is new, else any fact, else where they are spoken of.
  private func deciding(_ question: IndividualQuestion, _ told: AttributeSet) -> Match? {
    let wanted = question.added?.set ?? AttributeSet(rawValue: .max)
    let added = here.filter { wanted.contains(AttributeSet($0.attribute)) }
    if question.added != nil, added.isEmpty { return nil }
    let counted = question.told?.of.set ?? AttributeSet(rawValue: .max)
    let news = added.first {
      counted.contains(AttributeSet($0.attribute)) && !told.contains(AttributeSet($0.attribute))
    }
    return (news ?? added.first)?.place.match
      ?? spokenHere.min { $0.match.markStart < $1.match.markStart }?.match
  }

  /// The first fact of each kind that counts.
  private func counted(_ question: IndividualQuestion) -> [Match] {
    var seen: AttributeSet = []
    var matches: [Match] = []
    let wanted = (question.told ?? question.earlier)?.of.set ?? []
    for fact in before + scene + here {
      let kind = AttributeSet(fact.attribute)
      guard wanted.contains(kind), !seen.contains(kind) else { continue }
      seen.insert(kind)
      matches.append(fact.place.match)
    }
    return matches
  }

  private static func kinds(_ facts: [Individual.Fact]) -> AttributeSet {
    facts.reduce(into: []) { $0.insert(AttributeSet($1.attribute)) }
  }
}
