import Foundation
import Testing
import YAML

@testable import Policy

@Suite("lengths against the vectors that X and Unicode publish")
struct LengthVectorTests {
  @Test(
    "the length X counts",
    .enabled(if: TwitterTextVectors.folder != nil, Comment(rawValue: TwitterTextVectors.absence)),
    arguments: ["WeightedTweetsWithDiscountedEmojiCounterTest", "UnicodeDirectionalMarkerCounterTest"])
  func weighted(section: String) throws {
    let vectors = try TwitterTextVectors.section(section, of: "validate.yml")
    #expect(vectors.count >= 1)
    for vector in vectors {
      let expected = try vector.expected.mapping().required("weightedLength").int()
      #expect(TextCount.weighted.count(Array(vector.text.utf8)) == expected, "\(vector.description)")
    }
  }

  @Test(
    "the links X makes", .enabled(if: TwitterTextVectors.folder != nil, Comment(rawValue: TwitterTextVectors.absence)),
    arguments: ["urls", "tco_urls_with_params"])
  func links(section: String) throws {
    let vectors = try TwitterTextVectors.section(section, of: "extract.yml")
    #expect(vectors.count >= 5)
    for vector in vectors {
      #expect(Self.links(in: vector.text) == (try vector.expected.strings()), "\(vector.description)")
    }
  }

  @Test(
    "the places of the links X makes",
    .enabled(if: TwitterTextVectors.folder != nil, Comment(rawValue: TwitterTextVectors.absence)),
    arguments: ["urls_with_indices", "urls_with_directional_markers"])
  func linkPlaces(section: String) throws {
    let vectors = try TwitterTextVectors.section(section, of: "extract.yml")
    #expect(vectors.count >= 2)
    for vector in vectors {
      let places = WebLinks.ranges(in: Array(vector.text.unicodeScalars), withoutScheme: true)
      let expected = try vector.expected.sequence().map { node in
        let indices = try node.mapping().required("indices").sequence()
        return try indices[0].int()..<(try indices[1].int())
      }
      #expect(places == expected, "\(vector.description)")
    }
  }

  private static let graphemeFile = ProcessInfo.processInfo.environment["CHAPERONE_UNICODE"].map {
    $0 + "/GraphemeBreakTest.txt"
  }

  @Test(
    "the characters Bluesky counts",
    .enabled(if: graphemeFile != nil, "set CHAPERONE_UNICODE to a folder with GraphemeBreakTest.txt"))
  func graphemes() throws {
    let file = try String(contentsOfFile: try #require(Self.graphemeFile), encoding: .utf8)
    var count = 0
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      let marks = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }
      let scalars = marks.compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      // Swift joins only what is an emoji, and U+2701 is none: the one case in which it differs from the standard.
      guard !scalars.isEmpty, scalars.map(\.value) != [0x2701, 0x200D, 0x2701] else { continue }
      let expected = marks.count(where: { $0 == "÷" }) - 1
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      #expect(TextCount.graphemes.count(Array(String(text).utf8)) == expected, "\(line)")
      count += 1
    }
    #expect(count > 500)
  }

  static func links(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return WebLinks.ranges(in: scalars, withoutScheme: true).map { range in
      var link = String.UnicodeScalarView()
      link.append(contentsOf: scalars[range])
      return String(link)
    }
  }
}
