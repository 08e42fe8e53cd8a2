extension MediaReader {
  /// Reads the user data of a film: QuickTime's texts, those of 3GPP, and metadata boxes.
  mutating func readUserData(_ box: Box) {
    read(box.content) { reader, content in
      reader.eachBox(in: content, mayEndInZeros: true) { reader, box in
        switch box.type {
        case "meta": reader.readMeta(box, in: content)
        case "XMP_": reader.read(box.content) { $0.readXMP($1) }
        case "uuid": reader.note(.makerNotes)
        case "loci":
          // A name, then the position.
          if box.content.count > 4 { reader.note(.position) }
        case _ where UserData.harmless.contains(box.type): break
        case _ where UserData.previews.contains(box.type): reader.notePreview(nil)
        default:
          guard let kind = UserData.kinds[box.type] else { return reader.note(.makerNotes) }
          reader.noteText(kind, box)
        }
      }
    }
  }

  private mutating func noteText(_ kind: MediaFact.Kind, _ box: Box) {
    // QuickTime has the length and the language before the text, 3GPP version, flags and language.
    let start = box.type.hasPrefix("\u{A9}") ? 4 : 6
    guard let text = box.content.suffix(from: start) else { return }
    if kind == .position {
      if text.contains(where: { $0 > 0x20 }) { note(kind) }
    } else {
      note(kind, text: text)
    }
  }

  /// Reads a metadata box: the items of a HEIF file, the keys of QuickTime, or the tags of iTunes.
  mutating func readMeta(_ box: Box, in file: Window) {
    // QuickTime's has no version and flags.
    let content = box.content.window(4, 4)?.starts(with: "hdlr") == true ? box.content : box.fullContent
    var keys: [String] = []
    var items = HEIFItems()
    read(content) { reader, content in
      reader.eachBox(in: content) { reader, box in
        switch box.type {
        case "keys": keys = reader.readKeys(box)
        case "ilst": reader.readList(box, keys)
        case "iinf": reader.readItemKinds(box, &items)
        case "iloc": reader.readItemPlaces(box, &items)
        case "iref": reader.readItemLinks(box, &items)
        case "pitm": items.primary = reader.primaryItem(box)
        case "iprp": reader.readShapes(box)
        case "idat": items.data = box.content
        case "xml ", "bxml": reader.note(.makerNotes)
        case "uuid": reader.note(.makerNotes)
        default: break
        }
      }
    }
    readItems(items, in: file)
  }

  private mutating func readKeys(_ box: Box) -> [String] {
    var keys: [String] = []
    guard let entries = box.fullContent.suffix(from: 4) else { return keys }
    eachBox(in: entries) { _, entry in keys.append(String(decoding: entry.content.prefix(200).array, as: UTF8.self)) }
    return keys
  }

  private mutating func readList(_ box: Box, _ keys: [String]) {
    eachBox(in: box.content) { reader, item in
      let number = item.type.unicodeScalars.reduce(0) { $0 << 8 | Int($1.value) }
      let kind: MediaFact.Kind?
      if (1...max(1, keys.count)).contains(number), !keys.isEmpty {
        kind = UserData.kind(ofKey: keys[number - 1])
      } else if UserData.harmless.contains(item.type) {
        kind = nil
      } else {
        kind = UserData.previews.contains(item.type) ? .preview : UserData.kinds[item.type] ?? .makerNotes
      }
      guard let kind else { return }
      reader.eachBox(in: item.content) { reader, data in
        guard data.type == "data", let value = data.content.suffix(from: 8), value.count > 0 else { return }
        switch kind {
        case .position, .makerNotes, .recordedData: reader.note(kind)
        case .preview: reader.notePreview(nil)
        default: reader.note(kind, text: value)
        }
      }
    }
  }
}

/// What the texts of films say, by their types and keys.
enum UserData {
  static let kinds: [String: MediaFact.Kind] = [
    "\u{A9}xyz": .position, "\u{A9}ART": .creatorName, "\u{A9}aut": .creatorName, "\u{A9}dir": .creatorName,
    "\u{A9}prd": .creatorName, "\u{A9}wrt": .creatorName, "\u{A9}prf": .creatorName, "auth": .creatorName,
    "perf": .creatorName, "aART": .creatorName, "apID": .ownerName, "ownr": .ownerName, "\u{A9}cmt": .comment,
    "\u{A9}inf": .comment, "cmnt": .comment, "\u{A9}nam": .caption, "\u{A9}des": .caption, "desc": .caption,
    "ldes": .caption, "dscp": .caption, "titl": .caption, "kywd": .caption, "keyw": .caption, "\u{A9}key": .caption,
    "\u{A9}alb": .caption, "albm": .caption, "SNum": .serialNumber, "CAME": .serialNumber, "\u{A9}sn ": .serialNumber,
  ]

  static let previews: Set<String> = ["covr", "thmb", "CNTH", "THMB"]

  /// Makes, models, programs, days, copyrights, settings of players.
  static let harmless: Set<String> = [
    "\u{A9}mak", "\u{A9}mod", "\u{A9}swr", "\u{A9}day", "\u{A9}fmt", "\u{A9}too", "\u{A9}enc", "\u{A9}cpy",
    "\u{A9}gen", "\u{A9}TIM", "\u{A9}TSC", "\u{A9}TSZ", "cprt", "free", "skip", "name", "hnti", "hinf", "tagc", "yrrc",
    "gnre", "trkn", "disk", "tmpo", "cpil", "pgap", "stik", "LOOP", "SelO", "AllF", "WLOC", "ptv ", "chpl", "hdlr",
  ]

  /// What the value of a QuickTime key says; nil where it does not matter.
  static func kind(ofKey key: String) -> MediaFact.Kind? {
    let parts = key.split(separator: ".").map { $0.lowercased() }
    guard let last = parts.last else { return .makerNotes }
    if parts.contains("location") || last.hasPrefix("location") {
      switch last {
      case "name", "body", "note": return .placeName
      case "role", "date", "facing", "horizontal": return nil
      default: return .position
      }
    }
    switch last {
    case "author", "artist", "producer", "director", "performer", "publisher", "originalartist": return .creatorName
    case "owner": return .ownerName
    case "comment", "comments", "information", "collection.user": return .comment
    case "title", "displayname", "description", "keywords", "album": return .caption
    case "serial", "serialnumber", "serial-number": return .serialNumber
    case "artwork": return .preview
    case "make", "model", "software", "creationdate", "copyright", "year", "identifier", "version", "fps", "encoder",
      "auto", "intent", "vitality-score", "vitality-scoring-version", "focal_length", "lens_model", "genre":
      return nil
    default: return .makerNotes
    }
  }
}
