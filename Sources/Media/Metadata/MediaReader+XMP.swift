extension MediaReader {
  /// Reads an XMP packet (ISO 16684-1): its properties as elements or as attributes, in UTF-8, UTF-16 or UTF-32.
  mutating func readXMP(_ packet: Window) {
    guard let text = UnicodeText.utf8(packet) else { return stop(.damaged) }
    var scanner = XMLScanner(text)
    var open: [XMPElement] = [XMPElement()]
    while let event = scanner.next() {
      guard spend() else { return }
      switch event {
      case .text(let text):
        if let kind = open.last?.kind { note(kind, in: text) }
      case .end:
        guard open.count > 1 else { return stop(.damaged) }
        open.removeLast()
      case .start(let name, let attributes, let isEmpty):
        guard open.count < 100, let outer = open.last else { return stop(.tooManyParts) }
        var element = XMPElement(namespaces: outer.namespaces, kind: outer.kind)
        for (name, value) in attributes where name.starts(with: "xmlns") {
          element.declare(name, value)
          guard element.namespaces.count <= 200 else { return stop(.tooManyParts) }
        }
        element.kind = element.kind(of: name) ?? outer.kind
        for (name, value) in attributes where !name.starts(with: "xml") {
          guard let kind = element.kind(of: name) ?? (element.isAboutSyntax(name) ? nil : element.kind) else {
            continue
          }
          note(kind, in: value)
        }
        if !isEmpty { open.append(element) }
      }
    }
    if scanner.isDamaged || open.count > 1 { stop(.damaged) }
  }

  private mutating func note(_ kind: MediaFact.Kind, in text: Window) {
    switch kind {
    case .machineMade:
      // The property names every kind of source; cameras and scanners are among them.
      if text.contains("rainedAlgorithmicMedia") || text.contains("algorithmicMedia") { note(kind) }
    case .preview:
      if text.contains(where: { $0 > 0x20 }) { notePreview(nil) }
    case .fileHistory, .hiddenContent, .position:
      if text.contains(where: { $0 > 0x20 }) { note(kind) }
    default: note(kind, text: XMLText.decoded(text.prefix(2_048)))
    }
  }
}

/// An element that is open, with the prefixes that hold in it.
private struct XMPElement {
  var namespaces: [String: String] = [:]
  var kind: MediaFact.Kind?

  mutating func declare(_ name: Window, _ value: Window) {
    let prefix = name.starts(with: "xmlns:") ? String(decoding: name.array.dropFirst(6), as: UTF8.self) : ""
    namespaces[prefix] = String(decoding: value.array, as: UTF8.self)
  }

  func kind(of name: Window) -> MediaFact.Kind? {
    guard let (namespace, local) = resolve(name) else { return nil }
    return XMPProperty.kind(namespace: namespace, name: local)
  }

  /// Whether an attribute says how to read the element rather than what it holds.
  func isAboutSyntax(_ name: Window) -> Bool {
    guard let (namespace, local) = resolve(name) else { return true }
    return namespace == XMPProperty.rdf && !["resource", "value"].contains(local)
  }

  private func resolve(_ name: Window) -> (namespace: String, local: String)? {
    guard name.count <= 200, let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let bytes = name.array
    guard let namespace = namespaces[String(decoding: bytes[..<colon], as: UTF8.self)] else { return nil }
    return (namespace, String(decoding: bytes[(colon + 1)...], as: UTF8.self))
  }
}
