public import YAML

/// One of those a draft talks about, and what is told of them where.
public struct LocatedIndividual: Sendable {
  /// Some words about them.
  public struct Place: Sendable {
    /// Which part of the draft, as reports name it; `earlier` for posts that are not in the file.
    public var field: String
    /// The number of the post, from 1.
    public var post: Int
    /// Where in the file; nil for posts that are not in it.
    public var range: SourceRange?
    /// The words, with the sentence around them.
    public var excerpt: Excerpt
  }

  /// Something told of them.
  public struct Fact: Sendable {
    /// Its kind, as the table of individuals names it.
    public var attribute: String
    /// Where it is told.
    public var place: Place
  }

  /// Who it is to the author: `cared-for`, `relative`, `unknown`, `staff`, `self`, `own-family`, `reader`, `group`,
  /// `animal`, `public-figure` or `invented`.
  public var kind: String
  /// Where they come in.
  public var introduction: Place
  /// How many words of the thread speak of them.
  public var mentions: Int
  /// What is told, in the order of the thread.
  public var facts: [Fact]
  /// Whether words about them mock, blame or begrudge.
  public var isRidiculed: Bool
  /// Whether words about them speak of care.
  public var isInCare: Bool
  /// Whose relative it is, by place in the list.
  public var relatedTo: Int?

  /// The kinds told, each once, in the order in which they come.
  public var attributes: [String] {
    facts.reduce(into: []) { if !$0.contains($1.attribute) { $0.append($1.attribute) } }
  }
}

extension Page {
  /// Everybody with their places; groups and readers of whom nothing is told are left out.
  func locate(_ individuals: Individuals, attributes: [String]) -> [LocatedIndividual] {
    let isWorth = individuals.all.map { individual in
      switch individual.kind {
      case .group, .reader: !individual.facts.isEmpty
      default: true
      }
    }
    var place: [Int] = []
    for worth in isWorth { place.append((place.last ?? -1) + (worth ? 1 : 0)) }
    return individuals.all.indices.filter { isWorth[$0] }.map { index in
      let individual = individuals.all[index]
      return LocatedIndividual(
        kind: individual.kind.rawValue, introduction: locate(individual.introduction),
        mentions: individual.mentions.count,
        facts: individual.facts.map {
          LocatedIndividual.Fact(attribute: attributes[$0.attribute], place: locate($0.place))
        },
        isRidiculed: !individual.ridicule.isEmpty,
        isInCare: individual.kind == .caredFor || !individual.care.isEmpty,
        relatedTo: individual.relatedTo.flatMap { isWorth[$0] ? place[$0] : nil })
    }
  }

  private func locate(_ place: Individual.Place) -> LocatedIndividual.Place {
    if let found = self.place(of: place.match.marked) {
      return LocatedIndividual.Place(
        field: found.field, post: found.post, range: found.range, excerpt: found.excerpt)
    }
    return LocatedIndividual.Place(
      field: "earlier", post: place.post + 1, range: nil, excerpt: earlierExcerpt(of: place.match.marked))
  }
}
