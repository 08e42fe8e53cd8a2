internal import Drafts

/// Decides the conditions of rules over what was found in a document.
struct Evaluation {
  private let scan: Scan
  let outline: Outline
  /// Who the thread talks about; empty where no rule at hand asks.
  let individuals: Individuals
  private let draft: Draft?
  private let languages: Set<String>

  /// What a condition rests on: the matches, the one to be reported first.
  typealias Evidence = [Match]

  /// Gets ready to decide conditions over a scan.
  ///
  /// - Parameters:
  ///   - draft: whose declarations `declared:` asks for; without one it never holds.
  ///   - languages: those the draft is in besides English, and those whose packs are on.
  init(
    scan: Scan, outline: Outline, draft: Draft? = nil, languages: Set<String> = [],
    individuals: Individuals = Individuals()
  ) {
    self.draft = draft
    self.languages = languages
    self.scan = scan
    self.outline = outline
    self.individuals = individuals
  }

  /// Where a condition is being looked for.
  struct Unit {
    var words: Range<Int>
    var post: Int
    /// Matches in parents count.
    var includesContext: Bool
  }

  /// The evidence of one rule wherever its condition holds.
  func findings(of rule: Engine.Compiled, level: Level) -> [Evidence] {
    let guards = Coverage(rule.guards.filter(scan.matches.contains).flatMap { scan.matches[$0].map(\.tokens) })
    switch level {
    case .word: return words(rule, guards)
    case .sentence:
      return sentences(rule).compactMap { sentence in
        let words = scan.document.sentences[sentence].tokens
        return evidence(
          rule.condition, Unit(words: words, post: outline.post(ofWord: words.lowerBound), includesContext: false),
          guards
        ).flatMap(startingAnew)
      }
    case .post, .field, .media:
      return outline.posts.indices.filter { !outline.posts[$0].isContext }.compactMap { post in
        evidence(rule.condition, Unit(words: outline.posts[post].words, post: post, includesContext: false), guards)
          .flatMap(startingAnew)
      }
    case .thread:
      guard let last = outline.posts.indices.last else { return [] }
      let whole = Unit(words: 0..<scan.document.tokens.count, post: last, includesContext: true)
      return evidence(rule.condition, whole, guards).flatMap(startingAnew).map { [$0] } ?? []
    }
  }

  /// Evidence with something new at its head, where it is reported; nil where all of it is in parents: what they say
  /// alone is not this draft's doing.
  private func startingAnew(_ evidence: Evidence) -> Evidence? {
    guard let index = evidence.firstIndex(where: { !outline.isContext(word: Int($0.start)) }) else { return nil }
    var reordered = evidence
    reordered.swapAt(0, index)
    return reordered
  }

  /// Sentences of new text of which the rule's condition may hold.
  private func sentences(_ rule: Engine.Compiled) -> [Int] {
    var found: [Int] = []
    func note(_ pattern: Int32) {
      guard scan.matches.contains(pattern) else { return }
      for match in scan.matches[pattern] where !outline.isContext(word: Int(match.start)) {
        found.append(scan.document.sentence(of: Int(match.start)))
      }
    }
    if rule.condition.anchorCount > 0 { rule.condition.forEachAnchor(note) } else { rule.leaves.forEach(note) }
    found.sort()
    var sentences: [Int] = []
    for sentence in found where sentences.last != sentence { sentences.append(sentence) }
    return sentences
  }

  /// Every place where a leaf matches, without overlaps.
  private func words(_ rule: Engine.Compiled, _ guards: Coverage) -> [Evidence] {
    var found: [Evidence] = []
    var all: [Match] = []
    for pattern in rule.leaves where scan.matches.contains(pattern) {
      all += scan.matches[pattern].filter { !outline.isContext(word: Int($0.start)) && !guards.touches($0.marked) }
    }
    all.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    var covered = -1
    for match in all where Int(match.start) >= covered {
      covered = Int(match.end)
      found.append([match])
    }
    return found
  }

  private func evidence(_ condition: Condition<Int32>, _ unit: Unit, _ guards: Coverage) -> Evidence? {
    switch condition {
    case .leaf(let pattern):
      return best(pattern, unit, guards).map { [$0] }
    case .any(let parts):
      var earliest: Evidence?
      for part in parts {
        guard let found = evidence(part, unit, guards) else { continue }
        guard let first = found.first else {
          // It holds without a word of its own, as a declaration does.
          earliest = earliest ?? []
          continue
        }
        if let known = earliest?.first, (known.start, -known.end) <= (first.start, -first.end) { continue }
        earliest = found
      }
      return earliest
    case .all(let parts):
      var gathered: Evidence = []
      for part in parts {
        guard let found = evidence(part, unit, guards) else { return nil }
        gathered += found
      }
      return gathered
    case .none(let parts):
      return parts.contains { evidence($0, unit, guards) != nil } ? nil : []
    case .count(let atLeast, let parts):
      let found = parts.compactMap { evidence($0, unit, guards) }
      guard found.count >= atLeast else { return nil }
      return found.joined().sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
    case .within(let scope, let inner):
      return within(scope, inner, unit, guards)
    case .declared(let circumstances):
      return draft.map { circumstances.hold(for: $0, languages: languages) } == true ? [] : nil
    case .individual(let question):
      return evidence(question, unit, guards)
    }
  }

  private func within(_ scope: Condition<Int32>.Scope, _ inner: Condition<Int32>, _ unit: Unit, _ guards: Coverage)
    -> Evidence?
  {
    switch scope {
    case .sentence:
      let isAnchored = inner.anchorCount > 0
      var candidates: [Int] = []
      func note(_ pattern: Int32) {
        guard scan.matches.contains(pattern) else { return }
        for match in scan.matches.matches(of: pattern, in: unit.words) {
          candidates.append(scan.document.sentence(of: Int(match.start)))
        }
      }
      if isAnchored { inner.forEachAnchor(note) } else { inner.leaves.forEach(note) }
      if candidates.count > 1 { candidates.sort() }
      var last = -1
      for sentence in candidates where sentence != last {
        last = sentence
        let words = scan.document.sentences[sentence].tokens.clamped(to: unit.words)
        if let found = evidence(
          inner, Unit(words: words, post: unit.post, includesContext: unit.includesContext), guards)
        {
          return found
        }
      }
      return !isAnchored && candidates.isEmpty ? evidence(inner, unit, guards) : nil
    case .near:
      return evidence(
        inner, Unit(words: neighbourhood(unit), post: unit.post, includesContext: unit.includesContext), guards)
    case .post:
      return evidence(
        inner, Unit(words: outline.posts[unit.post].words, post: unit.post, includesContext: true), guards)
    case .thread:
      return evidence(
        inner, Unit(words: 0..<scan.document.tokens.count, post: unit.post, includesContext: true), guards)
    case .earlier:
      for words in outline.earlier(than: unit.post) {
        if let found = evidence(inner, Unit(words: words, post: unit.post, includesContext: true), guards) {
          return found
        }
      }
      return nil
    }
  }

  /// The words of a unit's sentences and of those before and after, within the post.
  private func neighbourhood(_ unit: Unit) -> Range<Int> {
    guard !unit.words.isEmpty else { return unit.words }
    let sentences = scan.document.sentences
    let first = max(0, scan.document.sentence(of: unit.words.lowerBound) - 1)
    let last = min(sentences.count - 1, scan.document.sentence(of: unit.words.upperBound - 1) + 1)
    let words = Int(sentences[first].first)..<Int(sentences[last].end)
    return words.clamped(to: outline.posts[outline.post(ofWord: unit.words.lowerBound)].words)
  }

  /// The leftmost match of a pattern in a unit, and of those the longest.
  private func best(_ pattern: Int32, _ unit: Unit, _ guards: Coverage) -> Match? {
    guard scan.matches.contains(pattern) else { return nil }
    var best: Match?
    for match in scan.matches.matches(of: pattern, in: unit.words) {
      if !unit.includesContext && outline.isContext(word: Int(match.start)) { continue }
      if guards.touches(match.marked) { continue }
      if let known = best, (known.start, -known.end) <= (match.start, -match.end) { continue }
      best = match
    }
    return best
  }
}

/// Which words belong to which post, and which are only context.
struct Outline {
  struct Post {
    var words: Range<Int>
    /// The place in the thread, counted over posts of one field; 0 for parents.
    var order: Int
    /// Posts of other fields are not earlier or later.
    var lane: Int
    var isContext: Bool
  }

  /// In the order of the document.
  var posts: [Post]

  /// Whether a word is in a parent.
  func isContext(word: Int) -> Bool { posts.isEmpty ? false : posts[post(ofWord: word)].isContext }

  /// The post a word is in.
  func post(ofWord word: Int) -> Int {
    var low = 0
    var high = posts.count
    while low < high {
      let middle = (low + high) / 2
      if posts[middle].words.upperBound <= word { low = middle + 1 } else { high = middle }
    }
    return min(low, max(posts.count - 1, 0))
  }

  /// The words of parents and of earlier posts of the same field.
  func earlier(than post: Int) -> [Range<Int>] {
    posts.indices.filter { isEarlier($0, than: post) }.map { posts[$0].words }
  }

  /// Whether a post is a parent, or an earlier one of the same field.
  func isEarlier(_ other: Int, than post: Int) -> Bool {
    posts[other].isContext || posts[other].lane == posts[post].lane && posts[other].order < posts[post].order
  }
}
