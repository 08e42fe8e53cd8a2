/// What a word announces to the readers of entities.
struct Cues: OptionSet, Sendable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }

  // Time.
  static let month = Cues(rawValue: 1 << 0)
  static let weekday = Cues(rawValue: 1 << 1)
  /// `st`, `nd`, `rd`, `th` after a number.
  static let ordinalEnding = Cues(rawValue: 1 << 2)
  /// `third`, `twentieth`.
  static let ordinalWord = Cues(rawValue: 1 << 3)
  /// `three`, `twenty`.
  static let numberWord = Cues(rawValue: 1 << 4)
  /// `on`, `since`, `dob`: a date may follow.
  static let dateCue = Cues(rawValue: 1 << 5)
  /// `age`, `aged`, `turned`.
  static let ageCue = Cues(rawValue: 1 << 6)
  /// `noon`, `midnight`.
  static let clockWord = Cues(rawValue: 1 << 7)

  /// `last`, before a weekday or month.
  static let pastCue = Cues(rawValue: 1 << 41)

  // Codes.
  static let recordCue = Cues(rawValue: 1 << 8)
  static let planCue = Cues(rawValue: 1 << 9)
  static let accountCue = Cues(rawValue: 1 << 10)
  static let licenceCue = Cues(rawValue: 1 << 11)
  static let vehicleCue = Cues(rawValue: 1 << 12)
  static let deviceCue = Cues(rawValue: 1 << 13)
  static let nationalCue = Cues(rawValue: 1 << 14)
  static let otherCue = Cues(rawValue: 1 << 15)
  static let phoneCue = Cues(rawValue: 1 << 16)
  static let faxCue = Cues(rawValue: 1 << 17)
  /// `number`, `no`, `id`: stands between a cue and its code.
  static let codeFiller = Cues(rawValue: 1 << 18)
  /// A cue that also is an everyday word: its code needs `number`, `id`, `#` or a colon, or four digits.
  static let weakCue = Cues(rawValue: 1 << 19)
  /// `dot`, between the words of a spelled address.
  static let spelledDot = Cues(rawValue: 1 << 20)

  // Places.
  /// `Street`, `Rd`.
  static let street = Cues(rawValue: 1 << 21)
  /// `Hospital`, `Clinic`: the last word of a facility's name.
  static let facility = Cues(rawValue: 1 << 22)
  /// A word inside a facility's name: `Medical`, `General`, `Memorial`.
  static let facilityPart = Cues(rawValue: 1 << 23)
  /// A state's or province's full name, or its first word.
  static let state = Cues(rawValue: 1 << 24)
  /// The two letters of a state, in capitals.
  static let stateCode = Cues(rawValue: 1 << 25)
  /// `in`, `from`, `near`: a place may follow.
  static let placePreposition = Cues(rawValue: 1 << 26)
  /// `seen`, `treated`, `admitted`: a facility may follow `at` or `to`.
  static let careVerb = Cues(rawValue: 1 << 27)
  /// The first word of an institution known by name alone.
  static let institution = Cues(rawValue: 1 << 28)
  /// `apt`, `unit`, `suite`.
  static let unit = Cues(rawValue: 1 << 29)

  // Names.
  static let title = Cues(rawValue: 1 << 30)
  static let relation = Cues(rawValue: 1 << 31)
  /// `named`, `called`: a name follows.
  static let naming = Cues(rawValue: 1 << 32)
  /// `patient`, `pt`, `resident`.
  static let patient = Cues(rawValue: 1 << 33)
  /// `disease`, `syndrome`, `score`: the capitalised word before it is an eponym.
  static let eponymHead = Cues(rawValue: 1 << 34)
  /// A name that stands for a sign, score, trial or disease.
  static let eponym = Cues(rawValue: 1 << 35)
  /// `van`, `de`, `bin`.
  static let particle = Cues(rawValue: 1 << 36)
  /// `RN`, `MD`: follows a name.
  static let credential = Cues(rawValue: 1 << 37)
  /// A word that is no part of a name although it may be capitalised.
  static let neverName = Cues(rawValue: 1 << 38)
  /// `Foundation`, `Act`, `Awards`: the capitalised words before it name a thing, not a person.
  static let organisation = Cues(rawValue: 1 << 39)
  /// `wrote`, `says`, `was`: a person may stand before it.
  static let personVerb = Cues(rawValue: 1 << 40)

  /// The cues after which a code may follow.
  static let codeCues: Cues = [
    .recordCue, .planCue, .accountCue, .licenceCue, .vehicleCue, .deviceCue, .nationalCue, .otherCue,
  ]
}
