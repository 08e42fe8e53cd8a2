/// What a picture or film carries besides what it shows.
///
/// The kinds of facts only: a position or a name that was found is never part of a report. Nothing is decoded, only the
/// containers are walked, with one reader for TIFF structures, whatever file they are in. A library such as libexif
/// reads them in JPEG files alone and would be C code over hostile bytes; the same reader is needed for PNG, WebP, HEIF
/// and TIFF anyhow, and here every access is checked and the work is bounded.
public struct MediaInspection: Sendable, Equatable {
  /// The container by its content; nil where it is not one that can be read.
  public var container: MediaContainer?
  /// What was found, each kind and text once, in the order of the file.
  public var facts: [MediaFact]
  /// Why the file may carry more than was found; nil where all of it was walked.
  public var gap: MediaGap?

  /// An inspection that found these things.
  public init(container: MediaContainer?, facts: [MediaFact] = [], gap: MediaGap? = nil) {
    self.container = container
    self.facts = facts
    self.gap = gap
  }

  /// Walks the bytes of a whole file.
  ///
  /// Linear in the size of the file, whatever it holds; a file that is not what it seems ends in a gap, never in an error.
  public init(of bytes: [UInt8]) {
    var reader = MediaReader(fileLength: bytes.count)
    let file = Window(bytes)
    let container = MediaContainer(file)
    if let container {
      reader.readFile(file, container)
    } else {
      reader.stop(file.starts(with: "version https://git-lfs") ? .pointer : .unknownKind)
    }
    reader.comparePreviews()
    self.init(container: container, facts: reader.facts, gap: reader.gap)
  }
}

/// Something a picture or film carries.
public struct MediaFact: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// The text it was read from, in UTF-8, to be compared with what is allowed and never to be shown; empty where there
  /// is none.
  public var text: [UInt8]

  /// A fact, with its text where it has one.
  public init(_ kind: Kind, text: [UInt8] = []) {
    self.kind = kind
    self.text = text
  }

  /// The kinds of facts, under the names rule files use.
  public enum Kind: String, Sendable, CaseIterable {
    /// A position on the earth.
    case position = "gps-position"
    /// The name of a place smaller than a state.
    case placeName = "place-name"
    /// The name of the owner of a camera or file.
    case ownerName = "owner-name"
    /// The name of who took or wrote it, or how to reach them.
    case creatorName = "creator-name"
    /// The serial number of a camera or lens.
    case serialNumber = "serial-number"
    /// The name of somebody who can be seen.
    case personShown = "person-shown"
    /// A remark.
    case comment
    /// A title, description or keyword.
    case caption
    /// A small copy of the picture.
    case preview
    /// A small copy that has another shape than the picture.
    case otherPreview = "other-preview"
    /// The steps or files a file was made from.
    case fileHistory = "file-history"
    /// Bytes after the end, or further pictures, which no viewer shows.
    case hiddenContent = "hidden-content"
    /// A block that only the maker of a camera or program can read.
    case makerNotes = "maker-notes"
    /// Measurements recorded along a film.
    case recordedData = "recorded-data"
    /// The mark of a picture made by a machine.
    case machineMade = "machine-made"
  }
}

/// Why something in a file could not be read.
public enum MediaGap: String, Sendable, CaseIterable {
  /// There is no such file.
  case missing
  /// It is longer than what is read.
  case tooLarge = "too-large"
  /// Only the address of a file that is kept elsewhere (Git LFS).
  case pointer
  /// Neither a picture nor a film of a kind that is known.
  case unknownKind = "unknown-kind"
  /// It ends before its end.
  case truncated
  /// Its parts contradict each other.
  case damaged
  /// A part of it is encrypted.
  case encrypted
  /// It uses a form that is not read.
  case unsupported
  /// It holds more parts than are read.
  case tooManyParts = "too-many-parts"
}
