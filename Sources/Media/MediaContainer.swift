/// The kinds of files that can be walked, by their content.
public enum MediaContainer: String, Sendable, CaseIterable {
  case jpeg, png, gif, webp, tiff, heif, film

  /// The kind that the first bytes announce.
  init?(_ file: Window) {
    if file.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if file.starts(with: "GIF87a") || file.starts(with: "GIF89a") {
      self = .gif
    } else if file.starts(with: "RIFF"), file.window(8, 4)?.starts(with: "WEBP") == true {
      self = .webp
    } else if file.starts(with: [0x49, 0x49, 0x2A, 0]) || file.starts(with: [0x4D, 0x4D, 0, 0x2A])
      || file.starts(with: [0x49, 0x49, 0x2B, 0]) || file.starts(with: [0x4D, 0x4D, 0, 0x2B])
    {
      self = .tiff
    } else if let type = file.window(4, 4) {
      if type.starts(with: "ftyp") {
        self = Self.stillBrands.contains { file.window(8, 4)?.starts(with: $0) == true } ? .heif : .film
      } else if ["moov", "mdat", "wide", "pnot"].contains(where: { type.starts(with: $0) }) {
        self = .film
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// The major brands of still pictures and bursts (ISO/IEC 23008-12, and AVIF).
  private static let stillBrands = [
    "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "mif2", "msf1", "avif", "avis",
  ]

  /// The endings of names that fit, in lower case.
  public var extensions: [String] {
    switch self {
    case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
    case .png: ["png", "apng"]
    case .gif: ["gif"]
    case .webp: ["webp"]
    case .tiff: ["tif", "tiff", "dng", "nef", "cr2", "arw"]
    case .heif: ["heic", "heif", "hif", "heics", "heifs", "avif"]
    case .film: ["mp4", "m4v", "mov", "qt", "m4a", "3gp", "3g2"]
    }
  }

  /// The word for it in messages.
  public var word: String {
    switch self {
    case .jpeg: "JPEG"
    case .png: "PNG"
    case .gif: "GIF"
    case .webp: "WebP"
    case .tiff: "TIFF"
    case .heif: "HEIF"
    case .film: "MP4 or QuickTime"
    }
  }
}
