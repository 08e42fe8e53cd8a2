internal import Drafts
internal import YAML

/// In which languages a draft is written, where that is not English.
struct DraftLanguages {
  /// A passage that is, in part at least, in another language.
  struct Place {
    var passage: Passage
    var bytes: Range<Int>
    var language: Language
  }

  /// The posts in another language, by their text.
  private(set) var places: [Place] = []
  /// The subtags of these languages, and of the one the draft is declared in.
  private(set) var codes: Set<String> = []

  /// Reads the title, the posts and the first comment.
  init(_ draft: Draft) {
    for passage in draft.passages where passage.field.isPost || passage.field == .title {
      guard let (bytes, language) = LanguageRecogniser.foreign(in: passage.bytes) else { continue }
      places.append(Place(passage: passage, bytes: bytes, language: language))
      codes.insert(language.rawValue)
    }
    if let declared = draft.frontMatter?.lang?.value.lowercased() {
      codes.insert(Language(tag: declared)?.rawValue ?? String(declared.prefix { $0 != "-" && $0 != "_" }))
    }
  }
}

extension BuiltinCheck {
  /// Posts in a language the rules are not written for: as declared, otherwise as recognised.
  func languageNotCovered(_ input: CheckInput) -> [CheckHit] {
    let covered = list("covered")
    if let declared = input.declared?.lang {
      let language = Language(tag: declared.value)
      let code = language?.rawValue ?? String(declared.value.lowercased().prefix { $0 != "-" && $0 != "_" })
      if !code.isEmpty, !covered.contains(code) {
        let name = language?.name ?? "a language of the tag \(code)"
        return [
          CheckHit(
            field: "lang", range: declared.range, excerpt: Array(declared.value.utf8),
            detail: "It is declared to be in \(name).")
        ]
      }
    }
    return input.languages.places.filter { !covered.contains($0.language.rawValue) }.map { place in
      input.hit(place.passage, place.bytes, detail: "This reads as \(place.language.name).")
    }
  }
}
