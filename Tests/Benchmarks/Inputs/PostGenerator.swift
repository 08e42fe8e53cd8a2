/// Posts as an office and its clinicians write them: the same for the same seed, no two alike.
///
/// One in twenty tells of a patient and one in a hundred mocks one, so that a measurement includes findings; one in ten is
/// a thread, one in fifty is long.
struct PostGenerator {
  private var random: RepeatableNumbers

  init(seed: UInt64) { random = RepeatableNumbers(seed: seed) }

  private static let openings = [
    "Flu clinic this Saturday from 9 to 12 in the main hall.", "The car park barrier is working again.",
    "Congratulations to our night team on their award!", "Please bring a list of your medicines to your appointment.",
    "Our new walk-in centre opens on Monday.", "Thank you to everyone who gave blood last week.",
    "Carers, come in for tea on Thursday at two.", "We are hiring porters and healthcare assistants.",
    "It's Patient Safety Week and we are talking about clean hands.", "The lifts in block C are out of order today.",
    "Visiting hours change from Sunday.", "Know the signs of a stroke and call 999 straight away.",
  ]
  private static let middles = [
    "Bring something to read, the queue moves slowly.", "Nobody needs to book, and children are welcome.",
    "Our porters have walked further than anyone this year.", "There is a hearing loop at both desks.",
    "Interpreters are free; just ask when you ring us.", "The canteen does a very good soup, and the price stays.",
    "We know that waiting is hard, and we are sorry.", "Half of it was paid for by the League of Friends.",
    "Ring the clinic if you are not sure which entrance to take.",
    "The page tells you what to bring and where to park.",
    "Research has never been the work of one ward alone.", "It takes ten minutes and you keep your coat on.",
  ]
  private static let stories = [
    "My patient told me today that she will dance again.", "A patient of mine came back with flowers and a new hip.",
    "Had a toddler in clinic this morning who would not let go of the stethoscope.",
  ]
  private static let mockery = [
    "Bed 4 is in agony, ten out of ten, while scrolling through holiday photos. Sure, Jan.",
    "So kind of her to squeeze her 9am appointment into our lunch break. The clinic was honoured.",
  ]
  private static let tags = ["#NHS", "#HealthcareHeroes", "#FluClinic", "", "", "https://example.org/clinics", "🙂", ""]

  /// One draft file, its number in its text.
  mutating func draft(_ number: Int) -> String {
    var text = post(number)
    if Int.random(in: 0..<10, using: &random) == 0 {
      for _ in 0..<Int.random(in: 1...4, using: &random) { text += "\n\n---\n\n" + post(number) }
    }
    let channel = ["facebook", "x", "instagram", "linkedin", "website"].randomElement(using: &random) ?? "facebook"
    return "---\nauthor: ada\nchannels: [\(channel)]\nabout: none\npublishDate: 2026-12-01T09:00:00Z\n---\n\(text)\n"
  }

  /// One post of 80 to 900 bytes, seldom of some thousands.
  mutating func post(_ number: Int) -> String {
    var sentences = [Self.pick(Self.openings, &random)]
    let length =
      Int.random(in: 0..<50, using: &random) == 0
      ? Int.random(in: 20...80, using: &random) : Int.random(in: 0...6, using: &random)
    for _ in 0..<length { sentences.append(Self.pick(Self.middles, &random)) }
    switch Int.random(in: 0..<100, using: &random) {
    case 0: sentences.append(Self.pick(Self.mockery, &random))
    case 1...5: sentences.append(Self.pick(Self.stories, &random))
    default: sentences.append("Notice \(number) of this year.")
    }
    return (sentences.shuffled(using: &random) + [Self.pick(Self.tags, &random)]).joined(separator: " ")
  }

  private static func pick(_ list: [String], _ random: inout RepeatableNumbers) -> String {
    list.randomElement(using: &random) ?? ""
  }
}
