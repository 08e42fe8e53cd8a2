internal import Drafts

extension BuiltinCheck {
  /// Declarations that are required and missing; a file without any front matter is not asked for them.
  func requiredField(_ input: CheckInput) -> [CheckHit] {
    guard let declared = input.declared else {
      return input.isPublished
        ? [CheckHit(field: "front-matter", range: input.top, detail: "There is no front matter.")] : []
    }
    let required = list("always") + (input.isPublished ? list("published") : [])
    return required.filter { !declared.declares($0) }.map {
      CheckHit(field: $0, range: input.top, detail: "“\($0)” is missing.")
    }
  }
}

extension FrontMatter {
  /// The keys `declares` knows.
  static let checkableKeys = [
    "author", "channels", "about", "publishDate", "kind", "account", "audience", "expiryDate", "lang",
  ]

  /// Whether a key has a value; an empty list or empty text is none.
  func declares(_ key: String) -> Bool {
    switch key {
    case "author": author.map { !$0.value.isEmpty } ?? false
    case "channels": channels.map { !$0.isEmpty } ?? false
    case "about": about != nil
    case "publishDate": publishDate != nil
    case "kind": kind != nil
    case "account": account != nil
    case "audience": audience != nil
    case "expiryDate": expiryDate != nil
    case "lang": lang != nil
    default: true
    }
  }
}
