/// Patterns as runs of numbers, with symbols in the place of words and classes.
///
/// A node is its operation, its length in numbers and its operands; children follow as nodes. Flat, so that thousands of
/// patterns are read back at once and walked without touching memory elsewhere.
struct PatternCode: Sendable, Equatable {
  enum Operation: Int32 {
    /// Operand: the symbol.
    case symbol
    /// Operand: the raw value of the traits.
    case trait
    /// One word that is not a symbol.
    case notSymbol
    /// One word without the traits.
    case notTrait
    /// Punctuation or a sentence edge; operand: the raw value of the marks.
    case place
    case sequence
    /// Operands: how many children, and for each the symbol it starts with, or -1 where that is not one symbol, and where
    /// it stands, from the start of the node; then the children.
    case choice
    /// Operands: at least, and at most or -1 for no limit; then the child.
    case repeated
    /// A choice of nothing but symbols, the operands.
    case anyOf
    /// A sequence of nothing but symbols, the operands.
    case run
  }

  /// All nodes.
  var numbers: [Int32] = []
  /// Where the node of each pattern stands.
  var starts: [Int32] = []

  /// How many patterns there are.
  var count: Int { starts.count }

  init() {}

  init(_ patterns: [Pattern], symbols: inout SymbolsBuilder) {
    for pattern in patterns {
      starts.append(Int32(numbers.count))
      append(pattern, &symbols)
    }
  }

  private mutating func append(_ pattern: Pattern, _ symbols: inout SymbolsBuilder) {
    switch pattern {
    case .item(.trait(let traits)): append(.trait, [Int32(traits.rawValue)])
    case .item(let item): append(.symbol, [symbols.number(of: item)])
    case .not(.trait(let traits)): append(.notTrait, [Int32(traits.rawValue)])
    case .not(let item): append(.notSymbol, [symbols.number(of: item)])
    case .place(let marks): append(.place, [Int32(marks.rawValue)])
    case .marked(let inner): append(inner, &symbols)
    case .sequence(let parts):
      if let items = Self.symbolItems(parts) { return append(.run, items.map { symbols.number(of: $0) }) }
      append(.sequence, [], children: parts, &symbols)
    case .choice(let parts):
      if let items = Self.symbolItems(parts) { return append(.anyOf, items.map { symbols.number(of: $0) }) }
      let start = numbers.count
      append(
        .choice, [Int32(parts.count)] + Array(repeating: 0, count: 2 * parts.count), children: parts, &symbols)
      indexChoice(start)
    case .repeated(let inner, let atLeast, let atMost):
      append(.repeated, [Int32(atLeast), Int32(atMost ?? -1)], children: [inner], &symbols)
    }
  }

  /// The items of patterns that all are one word, class or entity.
  private static func symbolItems(_ parts: [Pattern]) -> [Pattern.Item]? {
    var items: [Pattern.Item] = []
    for part in parts {
      switch part {
      case .item(.trait): return nil
      case .item(let item): items.append(item)
      default: return nil
      }
    }
    return items
  }

  private mutating func append(_ operation: Operation, _ operands: [Int32]) {
    numbers += [operation.rawValue, Int32(2 + operands.count)] + operands
  }

  private mutating func append(
    _ operation: Operation, _ operands: [Int32], children: [Pattern], _ symbols: inout SymbolsBuilder
  ) {
    let start = numbers.count
    append(operation, operands)
    for child in children { append(child, &symbols) }
    numbers[start + 1] = Int32(numbers.count - start)
  }

  /// Notes where the children of a choice stand and what they start with: most are passed over without being looked at.
  private mutating func indexChoice(_ node: Int) {
    var child = children(node).lowerBound
    var place = node + 3
    while child < end(node) {
      numbers[place] = firstSymbol(child)
      numbers[place + 1] = Int32(child - node)
      place += 2
      child = end(child)
    }
  }

  /// The symbol that every match of a node starts with; -1 where that is not one symbol.
  private func firstSymbol(_ node: Int) -> Int32 {
    switch operation(node) {
    case .symbol, .run: operand(node)
    case .sequence: firstSymbol(children(node).lowerBound)
    default: -1
    }
  }

  /// What a node does.
  @inline(__always)
  func operation(_ node: Int) -> Operation {
    switch numbers[node] {
    case 0: .symbol
    case 1: .trait
    case 2: .notSymbol
    case 3: .notTrait
    case 4: .place
    case 6: .choice
    case 7: .repeated
    case 8: .anyOf
    case 9: .run
    default: .sequence
    }
  }

  /// The place after a node.
  func end(_ node: Int) -> Int { node + Int(numbers[node + 1]) }

  /// The operands of a choice or sequence of symbols.
  func symbols(_ node: Int) -> ArraySlice<Int32> { numbers[node + 2..<end(node)] }

  /// An operand of a node, from 0.
  func operand(_ node: Int, _ index: Int = 0) -> Int32 { numbers[node + 2 + index] }

  /// Where the children of a sequence, a choice or a repetition start.
  func children(_ node: Int) -> Range<Int> {
    switch operation(node) {
    case .repeated: node + 4..<end(node)
    case .choice: node + 3 + 2 * Int(operand(node))..<end(node)
    default: node + 2..<end(node)
    }
  }
}
