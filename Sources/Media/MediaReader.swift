/// Gathers what is found while a file is walked, and keeps the work within bounds.
struct MediaReader {
  private(set) var facts: [MediaFact] = []
  private(set) var gap: MediaGap?
  /// Width and height of the picture itself.
  var shape: Shape?
  private var previews: [Shape] = []
  private var seen: Set<MediaFact> = []
  /// How many more parts are looked at: segments, boxes, entries and elements of all levels.
  private var parts = 200_000
  /// How many more bytes are unpacked.
  var unpackable = 4 << 20
  /// How many more bytes of blocks are looked at: an entry may point to what another one has pointed to before.
  private var blockBytes: Int
  /// How many blocks within blocks are open.
  private var depth = 0

  /// A reader for a file of some length.
  init(fileLength: Int) { blockBytes = 4 * fileLength + 1 << 20 }

  /// Width and height in picture elements.
  struct Shape: Equatable {
    var width: Int
    var height: Int

    /// Whether one is the other made smaller, upright or turned, give or take one part in twenty.
    func resembles(_ other: Shape) -> Bool {
      func close(_ one: Int, _ two: Int) -> Bool { abs(one - two) * 20 <= max(one, two) }
      return close(width * other.height, height * other.width) || close(width * other.width, height * other.height)
    }
  }

  /// Notes a fact that needs no text.
  mutating func note(_ kind: MediaFact.Kind) { add(MediaFact(kind)) }

  /// Notes a fact with the text it was read from, unless the text is blank.
  mutating func note(_ kind: MediaFact.Kind, text: Window) { note(kind, text: text.prefix(Self.textLimit).array) }

  /// Notes a fact with the text it was read from, unless the text is blank.
  mutating func note(_ kind: MediaFact.Kind, text: [UInt8]) {
    var text = text[...]
    while let first = text.first, first <= 0x20 { text = text.dropFirst() }
    while let last = text.last, last <= 0x20 || last == 0xFF { text = text.dropLast() }
    if !text.isEmpty { add(MediaFact(kind, text: Array(text.prefix(Self.textLimit)))) }
  }

  /// No name is longer; of a longer text the start is enough.
  private static let textLimit = 256

  private mutating func add(_ fact: MediaFact) {
    // So many facts say no more than the first ones.
    guard facts.count < 1_000 else { return stop(.tooManyParts) }
    if seen.insert(fact).inserted { facts.append(fact) }
  }

  /// Notes a small copy of the picture; its shape where that is known.
  mutating func notePreview(_ shape: Shape?) {
    note(.preview)
    if let shape, shape.width > 0, shape.height > 0, previews.count < 100 { previews.append(shape) }
  }

  /// Compares the small copies with the picture once all of it is known.
  mutating func comparePreviews() {
    guard let shape, shape.width > 0, shape.height > 0 else { return }
    if previews.contains(where: { !$0.resembles(shape) }) { note(.otherPreview) }
  }

  /// Says that something could not be read; the first reason stays.
  mutating func stop(_ gap: MediaGap) { if self.gap == nil { self.gap = gap } }

  /// Counts one more part; false, with a gap noted, where there have been too many.
  mutating func spend() -> Bool {
    parts -= 1
    if parts < 0 { stop(.tooManyParts) }
    return parts >= 0
  }

  /// Reads a block within the one at hand; a gap is noted where too many are open or too much has been read.
  mutating func read(_ block: Window, _ body: (inout MediaReader, Window) -> Void) {
    blockBytes -= block.count
    guard depth < 8, blockBytes >= 0 else { return stop(.tooManyParts) }
    depth += 1
    body(&self, block)
    depth -= 1
  }

  /// Walks a file.
  mutating func readFile(_ file: Window, _ container: MediaContainer) {
    switch container {
    case .jpeg: readJPEG(file)
    case .png: readPNG(file)
    case .gif: readGIF(file)
    case .webp: readWebP(file)
    case .tiff: readTIFF(file, as: .file)
    case .heif, .film: readBoxes(file)
    }
  }

  /// Walks a file that lies within this one, such as a further picture behind the first, and tells its shape.
  ///
  /// What it carries counts as carried by the whole.
  mutating func readEnclosed(_ file: Window) -> Shape? {
    guard let container = MediaContainer(file) else { return nil }
    let (outer, before) = (shape, previews)
    shape = nil
    read(file) { $0.readFile($1, container) }
    let inner = shape
    (shape, previews) = (outer, before)
    return inner
  }

  /// Looks at what follows the end of a picture.
  mutating func readRest(_ rest: Window) {
    // Some cameras fill up the last block of a file.
    guard rest.contains(where: { $0 != 0 }) else { return }
    note(.hiddenContent)
    _ = readEnclosed(rest)
  }
}
