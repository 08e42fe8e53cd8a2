/// The word classes by name, and the order in which they can be found in a text.
struct Lexicon {
  let classes: [String: WordClass]
  private(set) var errors: [PolicyError] = []
  private var needed: Set<String> = []

  init(_ all: [WordClass]) {
    var classes: [String: WordClass] = [:]
    for wordClass in all { classes[wordClass.name] = wordClass }
    self.classes = classes
  }

  /// Notes that a rule or class asks for a class.
  mutating func need(_ name: String, askedBy path: String) {
    guard let wordClass = classes[name] else {
      let hint = nearestClass(to: name).map { ", did you mean \($0)?" } ?? ""
      let error = PolicyError(path: path, range: nil, message: "there is no class \(name)\(hint)")
      if !errors.contains(error) { errors.append(error) }
      return
    }
    guard needed.insert(name).inserted else { return }
    for other in Self.references(of: wordClass) { need(other, askedBy: wordClass.path) }
  }

  private func nearestClass(to name: String) -> String? {
    classes.keys.sorted().first { $0.hasPrefix(name) || name.hasPrefix($0) }
  }

  private static func references(of wordClass: WordClass) -> [String] {
    let patterns = (wordClass.patterns + wordClass.except).reduce(into: Set<String>()) { $0.formUnion($1.classes) }
    return (wordClass.includes.map(\.name) + patterns).sorted()
  }

  /// The needed classes: those of plain words first, then layers in which each refers to earlier ones only.
  mutating func layers() -> [[String]] {
    var depth: [String: Int] = [:]
    var path: [String] = []
    for name in needed.sorted() { _ = measure(name, &depth, &path) }
    let deepest = depth.values.max() ?? 0
    return (0...deepest).map { level in depth.filter { $0.value == level }.map(\.key).sorted() }
  }

  private mutating func measure(_ name: String, _ depth: inout [String: Int], _ path: inout [String]) -> Int {
    if let known = depth[name] { return known }
    guard let wordClass = classes[name] else { return 0 }
    if let start = path.firstIndex(of: name) {
      let circle = (path[start...] + [name]).joined(separator: " → ")
      let error = PolicyError(
        path: wordClass.path, range: nil, message: "classes refer to each other in a circle: \(circle)")
      if !errors.contains(where: { $0.message.hasPrefix("classes refer") }) { errors.append(error) }
      return 0
    }
    path.append(name)
    var below = -1
    for other in Self.references(of: wordClass) { below = max(below, measure(other, &depth, &path)) }
    path.removeLast()
    // A plain class whose includes are plain too needs no layer of its own.
    let result = wordClass.isPlain && below <= 0 ? 0 : below + 1
    depth[name] = max(result, wordClass.isPlain ? result : 1)
    return depth[name] ?? 0
  }

  /// Adds the words of a class to the symbols.
  func register(_ name: String, in symbols: inout SymbolsBuilder) {
    guard let wordClass = classes[name] else { return }
    let own = symbols.number(of: .wordClass(name))
    let symbol = wordClass.except.isEmpty ? own : symbols.number(of: .wordClass(Self.before(name)))
    for member in allMembers(of: wordClass, seen: []) { symbols.add(member.words, traits: member.traits, to: symbol) }
  }

  /// The patterns whose matches are members: the class's own, its words where exceptions apply, and classes it includes.
  func memberPatterns(of wordClass: WordClass) -> [Pattern] {
    var patterns = wordClass.patterns
    if !wordClass.except.isEmpty, !allMembers(of: wordClass, seen: []).isEmpty {
      patterns.append(.item(.wordClass(Self.before(wordClass.name))))
    }
    return patterns + derivedIncludes(of: wordClass).map { .item(.wordClass($0)) }
  }

  /// The classes made of patterns that a class includes, at whatever depth below classes of words alone.
  private func derivedIncludes(of wordClass: WordClass) -> [String] {
    wordClass.includes.flatMap { include -> [String] in
      guard let other = classes[include.name] else { return [] }
      return other.isPlain ? derivedIncludes(of: other) : [include.name]
    }
  }

  /// The name of a class's words before its exceptions are taken out; no file can use it.
  private static func before(_ name: String) -> String { name + " before exceptions" }

  private func allMembers(of wordClass: WordClass, seen: Set<String>) -> [WordClass.Member] {
    var members = wordClass.members
    for include in wordClass.includes where !seen.contains(include.name) {
      guard let other = classes[include.name], other.isPlain else { continue }
      members += allMembers(of: other, seen: seen.union([wordClass.name]))
    }
    return members
  }
}
