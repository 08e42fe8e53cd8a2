/// A pattern with its symbols in the place of words and classes: what is needed to say how a match came about.
indirect enum Shape: Sendable, Equatable {
  case symbol(Int32)
  case trait(Traits)
  /// One word that is not something; what it is not does not matter any more.
  case anyWord
  case sequence([Shape])
  case choice([Shape])
  case repeated(Shape, atLeast: Int, atMost: Int?)
  case nothing

  init(_ pattern: Pattern, symbols: inout SymbolsBuilder) {
    switch pattern {
    case .item(.trait(let traits)): self = .trait(traits)
    case .item(let item): self = .symbol(symbols.number(of: item))
    case .not: self = .anyWord
    case .place: self = .nothing
    case .marked(let inner): self = Shape(inner, symbols: &symbols)
    case .sequence(let parts): self = .sequence(parts.map { Shape($0, symbols: &symbols) })
    case .choice(let parts): self = .choice(parts.map { Shape($0, symbols: &symbols) })
    case .repeated(let inner, let atLeast, let atMost):
      self = .repeated(Shape(inner, symbols: &symbols), atLeast: atLeast, atMost: atMost)
    }
  }
}
