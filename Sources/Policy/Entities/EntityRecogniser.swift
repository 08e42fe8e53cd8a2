/// Finds the entities of a document.
///
/// Every reader looks at a bounded number of words around the one it starts at, so the work grows with the text and
/// not faster. A word that cannot start an entity costs one look at its traits and cues.
struct EntityRecogniser: Sendable {
  /// What the organisation and the draft name as theirs.
  private let allowed: AllowedMatcher

  /// A recogniser for what is named as it is written.
  init(allowed: AllowedEntities) { self.allowed = AllowedMatcher(allowed) }

  /// A recogniser with what was folded before.
  init(allowed: AllowedMatcher) { self.allowed = allowed }

  /// Every entity, in the order of the text; where two overlap, the longer stays.
  func entities(in document: Document) -> [Entity] {
    var scan = EntityScan(document)
    for passage in document.parts.indices { scan.read(passage) }
    var entities = scan.resolved()
    guard !allowed.isEmpty else { return entities }
    for index in entities.indices {
      entities[index].isAllowed = allowed.allows(entities[index], in: document)
    }
    return entities
  }
}
