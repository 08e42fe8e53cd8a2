import Testing

/// Something that was published by people in health care and ended in sanctions, retold in our own words.
///
/// The rows are those of the survey of incidents this project began with; each names the rules that should have caught
/// it.
struct Incident: CustomTestStringConvertible, Sendable {
  let row: Int
  let title: String
  /// The draft file it would have been.
  let draft: String
  let rules: [String]

  init(
    _ row: Int, _ title: String, account: String = "personal", channel: String = "facebook", about: String = "none",
    declared: String = "", text: String, rules: [String]
  ) {
    self.row = row
    self.title = title
    self.rules = rules
    let head = ["author: someone", "account: \(account)", "channels: [\(channel)]", "about: \(about)"]
    draft = (["---"] + head + (declared.isEmpty ? [] : [declared]) + ["---", text, ""]).joined(separator: "\n")
  }

  /// One picture as front matter declares it.
  static func picture(_ file: String, _ alt: String, people: String, contains: String? = nil) -> String {
    let contents = contains.map { "\n    contains: [\($0)]" } ?? ""
    return "attachments:\n  - file: \(file)\n    alt: \(alt)\n    people: \(people)\(contents)"
  }

  var testDescription: String { "\(row). \(title)" }

  static let all =
    (IncidentsOfStories.all + IncidentsOfReplies.all + IncidentsOfPictures.all + IncidentsOfRidicule.all
    + IncidentsOfClaims.all).sorted { $0.row < $1.row }
}
