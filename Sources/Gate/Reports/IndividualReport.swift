internal import Policy
internal import YAML

/// Whom a draft talks about and what is told of them, for `--individuals`.
struct IndividualReport {
  private let individuals: [LocatedIndividual]

  init(_ individuals: [LocatedIndividual]) { self.individuals = individuals }

  /// One block of lines, without indentation; one line where it talks about nobody.
  func lines(style: ReportStyle) -> [String] {
    guard !individuals.isEmpty else { return [style.paint("Talks about nobody it can tell.", .dim)] }
    var lines = [style.paint("Talks about", .bold)]
    for (index, individual) in individuals.enumerated() {
      let words = quoted(individual.introduction, style)
      var notes = [individual.kind, words, Self.place(individual.introduction)]
      if individual.isInCare { notes.append("in care") }
      if individual.isRidiculed { notes.append("ridiculed") }
      if let other = individual.relatedTo { notes.append("related to \(other + 1)") }
      lines.append("  \(index + 1)  \(notes.joined(separator: ", "))")
      for fact in Self.firsts(individual.facts) {
        let name = fact.attribute + String(repeating: " ", count: max(0, 12 - fact.attribute.utf8.count))
        lines.append("       \(name) \(quoted(fact.place, style)), \(Self.place(fact.place))")
      }
    }
    return lines
  }

  /// The objects of `"individuals"`.
  func json(revealingIdentifiers reveals: Bool) -> JSONValue {
    .array(
      individuals.map { individual in
        .object([
          ("kind", .string(individual.kind)), ("introduced", Self.json(individual.introduction, reveals)),
          ("mentions", .number(individual.mentions)), ("inCare", .bool(individual.isInCare)),
          ("ridiculed", .bool(individual.isRidiculed)),
          ("relatedTo", individual.relatedTo.map { .number($0) } ?? .null),
          ("attributes", .array(individual.attributes.map { .string($0) })),
          (
            "facts",
            .array(
              individual.facts.map {
                .object([("attribute", .string($0.attribute)), ("place", Self.json($0.place, reveals))])
              })
          ),
        ])
      })
  }

  /// The first fact of each kind: enough for a reader.
  private static func firsts(_ facts: [LocatedIndividual.Fact]) -> [LocatedIndividual.Fact] {
    var seen: Set<String> = []
    return facts.filter { seen.insert($0.attribute).inserted }
  }

  private func quoted(_ place: LocatedIndividual.Place, _ style: ReportStyle) -> String {
    "“" + PlainText.shown(place.excerpt.highlighted(revealed: style.revealsIdentifiers)) + "”"
  }

  private static func place(_ place: LocatedIndividual.Place) -> String {
    var text = place.range.map { "line \($0.start.line)" } ?? "earlier"
    if place.field != "body", place.field != "earlier" { text += " in \(PlainText.shown(place.field, columns: 60))" }
    if place.post > 1 { text += ", post \(place.post)" }
    return text
  }

  private static func json(_ place: LocatedIndividual.Place, _ reveals: Bool) -> JSONValue {
    func position(_ position: SourcePosition?) -> JSONValue {
      guard let position else { return .null }
      return .object([
        ("line", .number(position.line)), ("column", .number(position.column)), ("byte", .number(position.byte)),
      ])
    }
    return .object([
      ("field", .string(place.field)), ("post", .number(place.post)), ("start", position(place.range?.start)),
      ("end", position(place.range?.end)),
      ("excerpt", .string(String(decoding: place.excerpt.highlighted(revealed: reveals), as: UTF8.self))),
    ])
  }
}
