/// A language a post may be written in.
///
/// The raw value is its BCP 47 subtag.
enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case spanish = "es"
  case portuguese = "pt"
  case french = "fr"
  case italian = "it"
  case german = "de"
  case dutch = "nl"
  case polish = "pl"
  case romanian = "ro"
  case turkish = "tr"
  case vietnamese = "vi"
  case tagalog = "tl"
  case haitian = "ht"
  case indonesian = "id"
  case somali = "so"
  case hmong = "hmn"
  case swedish = "sv"
  case danish = "da"
  case finnish = "fi"
  case czech = "cs"
  case hungarian = "hu"
  case welsh = "cy"
  case irish = "ga"
  case russian = "ru"
  case ukrainian = "uk"
  case greek = "el"
  case hebrew = "he"
  case arabic = "ar"
  case persian = "fa"
  case urdu = "ur"
  case hindi = "hi"
  case bengali = "bn"
  case punjabi = "pa"
  case gujarati = "gu"
  case tamil = "ta"
  case telugu = "te"
  case thai = "th"
  case burmese = "my"
  case khmer = "km"
  case lao = "lo"
  case amharic = "am"
  case armenian = "hy"
  case georgian = "ka"
  case chinese = "zh"
  case japanese = "ja"
  case korean = "ko"

  /// The language of a tag such as `es-US`; nil for one that is not known here.
  init?(tag: String) {
    let subtag = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
    switch subtag {
    case "nb", "nn", "no": self = .danish
    case "fil": self = .tagalog
    default: self.init(rawValue: String(subtag))
    }
  }

  /// Its name in messages.
  var name: String {
    switch self {
    case .haitian: "Haitian Creole"
    case .danish: "Danish or Norwegian"
    case .chinese: "Chinese"
    default: String(String(describing: self).prefix(1).uppercased() + String(describing: self).dropFirst())
    }
  }
}
