/// The allowed entities, folded once for comparison.
struct AllowedMatcher: Sendable {
  private var names: [[[UInt8]]]
  private let phones: [[UInt8]]
  private let domains: [[UInt8]]
  private let handles: [[UInt8]]
  private let places: [[[UInt8]]]

  /// The names as they are written.
  private(set) var writtenNames: [String]

  /// Whether nothing is allowed, so that nothing need be compared.
  private(set) var isEmpty: Bool

  init(_ allowed: AllowedEntities) {
    writtenNames = allowed.names
    names = allowed.names.map(Self.name)
    phones = allowed.phones.map(Self.national)
    domains = allowed.domains.map { Self.lower($0) }
    handles = allowed.handles.map { Self.lower($0.first == "@" ? String($0.dropFirst()) : $0) }
    places = allowed.places.map(Self.words)
    isEmpty = names.isEmpty && phones.isEmpty && domains.isEmpty && handles.isEmpty && places.isEmpty
  }

  /// The same with more names, as they are written.
  func adding(names more: [String]) -> AllowedMatcher {
    var matcher = self
    matcher.writtenNames += more
    matcher.names += more.map(Self.name)
    matcher.isEmpty = false
    return matcher
  }

  /// The words of a name without its titles.
  private static func name(_ text: String) -> [[UInt8]] {
    words(text).filter { !titles.contains(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether an entity is one of those allowed.
  func allows(_ entity: Entity, in document: Document) -> Bool {
    switch entity.kind {
    case .personName: allowsName(entity, in: document)
    case .phone, .fax: allowsPhone(entity, in: document)
    case .email, .url: allowsDomain(entity, in: document)
    case .handle: allowsHandle(entity, in: document)
    case .place, .address, .postalCode, .facility: allowsPlace(entity, in: document)
    default: false
    }
  }

  /// Every written word, a lone initial aside, is in the allowed name, and its family name is there; a family name
  /// alone needs a title before it.
  private func allowsName(_ entity: Entity, in document: Document) -> Bool {
    var written: [ArraySlice<UInt8>] = []
    for word in entity.tokens where !document.spells(word, "'s") {
      let spelling = document.spelling(word)
      if !Self.titles.contains(String(decoding: spelling, as: UTF8.self)) { written.append(spelling) }
    }
    guard !written.isEmpty else { return false }
    let before = entity.tokens.lowerBound - 1
    let titled =
      written.count < entity.tokens.count
      || before >= 0 && Self.titles.contains(String(decoding: document.spelling(before), as: UTF8.self))
    return names.contains { name in
      guard let family = name.last else { return false }
      guard written.contains(where: { $0.elementsEqual(family) }) else { return false }
      if written.count == 1 { return titled || name.count == 1 }
      return written.allSatisfy { word in
        name.contains { $0.elementsEqual(word) || word.count == 1 && $0.first == word.first }
      }
    }
  }

  private func allowsPhone(_ entity: Entity, in document: Document) -> Bool {
    var digits: [UInt8] = []
    for byte in document.parts[entity.passage].bytes[entity.bytes] {
      if byte >= 0x30 && byte <= 0x39 { digits.append(byte) } else if byte == UInt8(ascii: "x") { break }
    }
    let national = Self.nationalDigits(digits)
    return phones.contains { phone in
      phone.elementsEqual(national)
        || phone.count >= 7 && (national.suffix(phone.count).elementsEqual(phone) && national.count - phone.count <= 3)
        || national.count >= 7 && phone.suffix(national.count).elementsEqual(national)
          && phone.count - national.count <= 3
    }
  }

  private func allowsDomain(_ entity: Entity, in document: Document) -> Bool {
    let text = document.parts[entity.passage].bytes[entity.bytes].map(Self.lower)
    var host = text[...]
    if entity.kind == .email {
      guard let sign = text.lastIndex(of: UInt8(ascii: "@")) else { return false }
      host = text[(sign + 1)...]
    } else {
      if let colon = text.firstIndex(of: UInt8(ascii: ":")), text[(colon + 1)...].starts(with: "//".utf8) {
        host = text[(colon + 3)...]
      }
      let end =
        host.firstIndex { [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) } ?? host.endIndex
      host = host[..<end]
      // What stands before an @ in the authority is a user, not the host.
      if let sign = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(sign + 1)...] }
      if let port = host.firstIndex(of: UInt8(ascii: ":")) { host = host[..<port] }
    }
    return domains.contains { domain in
      guard !domain.isEmpty, host.count >= domain.count, host.suffix(domain.count).elementsEqual(domain) else {
        return false
      }
      return host.count == domain.count || host[host.endIndex - domain.count - 1] == UInt8(ascii: ".")
    }
  }

  private func allowsHandle(_ entity: Entity, in document: Document) -> Bool {
    let text = document.parts[entity.passage].bytes[entity.bytes].map(Self.lower)
    let name = text.first == UInt8(ascii: "@") ? text[1...] : text[...]
    return handles.contains { $0.elementsEqual(name) }
  }

  /// The words of the entity stand one after another in an allowed place.
  private func allowsPlace(_ entity: Entity, in document: Document) -> Bool {
    let written = entity.tokens.map { document.spelling($0) }
    return places.contains { place in
      guard place.count >= written.count else { return false }
      return (0...(place.count - written.count)).contains { offset in
        written.indices.allSatisfy { written[$0].elementsEqual(place[offset + $0]) }
      }
    }
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "dame", "rev", "nurse", "sister", "md",
    "rn", "do", "phd", "np",
  ]

  private static let noWords = Vocabulary()

  private static func words(_ text: String) -> [[UInt8]] {
    var tokeniser = Tokeniser(vocabulary: noWords)
    tokeniser.read(Array(text.utf8))
    let document = tokeniser.document
    return document.tokens.indices.map { Array(document.spelling($0)) }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  private static func lower(_ text: String) -> [UInt8] { text.utf8.map(lower) }

  private static func national(_ phone: String) -> [UInt8] {
    nationalDigits(phone.utf8.filter { $0 >= 0x30 && $0 <= 0x39 })
  }

  /// The digits without a leading 1 of eleven, 00 or 0.
  private static func nationalDigits(_ digits: [UInt8]) -> [UInt8] {
    if digits.count == 11, digits.first == UInt8(ascii: "1") { return Array(digits.dropFirst()) }
    return Array(digits.drop { $0 == UInt8(ascii: "0") })
  }
}
