import Drafts
import Testing

@testable import Policy

@Suite("how long a text is on a channel")
struct LengthTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var way: TextCount
    var length: Int
    var testDescription: String { "\(way): \(text.prefix(60))" }
  }

  @Test(
    "each channel's way of counting",
    arguments: [
      // X: weights by code point, composed first.
      Case(text: "", way: .weighted, length: 0),
      Case(text: "Café", way: .weighted, length: 4),
      Case(text: "Cafe\u{301}", way: .weighted, length: 4),
      Case(text: "“quoted” – really…", way: .weighted, length: 19),
      Case(text: "診療所", way: .weighted, length: 6),
      Case(text: "5 € each", way: .weighted, length: 9),
      // X: an emoji sequence counts two, a sign that is no emoji by itself does not.
      Case(text: "👩🏽‍⚕️", way: .weighted, length: 2),
      Case(text: "🇮🇪🇫🇷", way: .weighted, length: 4),
      Case(text: "2️⃣", way: .weighted, length: 2),
      Case(text: "© 2026", way: .weighted, length: 6),
      Case(text: "©️ 2026", way: .weighted, length: 7),
      Case(text: "❤️", way: .weighted, length: 2),
      Case(text: "❤\u{FE0E}", way: .weighted, length: 4),
      Case(text: "👍🏿👍", way: .weighted, length: 4),
      // X: a link counts 23, long or short.
      Case(
        text: "Book: https://hospital.org/a/very/long/path/to/the/form?campaign=flu&year=2026", way: .weighted,
        length: 29),
      Case(text: "Book: ab.co", way: .weighted, length: 29),
      Case(text: "flu.hospital.org, walk in", way: .weighted, length: 32),
      Case(text: "Opens at 9.30am e.g. on Mon.Tue.", way: .weighted, length: 32),
      Case(text: "mail forms@hospital.org", way: .weighted, length: 23),
      Case(text: "(https://hospital.org/a_(b))", way: .weighted, length: 25),
      Case(text: "https://nowhere", way: .weighted, length: 15),
      // Bluesky: what a reader sees.
      Case(text: "👩🏽‍⚕️ Cafe\u{301}", way: .graphemes, length: 6),
      Case(text: "\r\n", way: .graphemes, length: 1),
      // Mastodon: links count 23 with a scheme only; the server of a mention does not count.
      Case(text: "Thanks @ana@clinic.social and @ben!", way: .graphemesShortened, length: 21),
      Case(text: "https://hospital.org/flu hospital.org", way: .graphemesShortened, length: 36),
      Case(text: "forms@hospital.org", way: .graphemesShortened, length: 18),
      Case(text: "👩🏽‍⚕️", way: .graphemesShortened, length: 1),
      // Threads: an emoji counts its bytes.
      Case(text: "Done 💉", way: .emojiBytes, length: 9),
      Case(text: "Café", way: .emojiBytes, length: 4),
      // Elsewhere: units of UTF-16, or bytes.
      Case(text: "Done 💉", way: .utf16, length: 7),
      Case(text: "Café", way: .bytes, length: 5),
    ])
  func counts(expected: Case) {
    #expect(expected.way.count(Array(expected.text.utf8)) == expected.length)
    #expect(expected.way.bound(Array(expected.text.utf8)) >= expected.length)
  }

  @Test("the nearest of two limits counts, and a channel without one is not measured")
  func limits() throws {
    let lengths = ChannelLength(limits: ["bluesky": 10, "bluesky-bytes": 20, "youtube-title": 5])
    let ascii = try #require(lengths.count(Array("nine char".utf8), on: Channel("bluesky")))
    #expect(ascii == ChannelLength.Measure(count: 9, limit: 10, unit: "characters") && !ascii.isOver)
    let wide = try #require(lengths.count(Array("診療所診療所診".utf8), on: Channel("bluesky")))
    #expect(wide == ChannelLength.Measure(count: 21, limit: 20, unit: "bytes") && wide.isOver)
    #expect(lengths.count(Array("text".utf8), on: Channel("newsletter")) == nil)
    #expect(try #require(lengths.countTitle(Array("Flu shots".utf8), on: Channel("youtube"))).isOver)
    #expect(lengths.countTitle(Array("Flu shots".utf8), on: Channel("x")) == nil)
  }

  @Test(
    "a text made to be read over and over is still counted", .timeLimit(.minutes(1)),
    arguments: ["a.", "http://", "(", "@a", "a@", "https://a.(", "xn--", "a日", "[](", "1\u{20E3}#"])
  func hostile(piece: String) {
    let text = Array(String(repeating: piece, count: 20_000).utf8)
    #expect(TextCount.weighted.count(text) > 0)
    #expect(TextCount.graphemesShortened.count(text) > 0)
  }
}
