import Testing

/// Something that was published by people in health care and ended in sanctions, retold in our own words.
///
/// The rows are those of the survey of incidents this project began with; each names the rules that should have caught
/// it.
struct Incident: CustomTestStringConvertible, Sendable {
  let row: Int
  let title: String
  let draft: String
  let rules: [String]

  init(_ row: Int, _ title: String, _ draft: String, rules: [String]) {
    self.row = row
    self.title = title
    self.draft = draft
    self.rules = rules
  }

  var testDescription: String { "\(row). \(title)" }

  static let all =
    (IncidentsOfStories.all + IncidentsOfReplies.all + IncidentsOfPictures.all + IncidentsOfRidicule.all
    + IncidentsOfClaims.all).sorted { $0.row < $1.row }
}
