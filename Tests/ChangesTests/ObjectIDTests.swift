import Changes
import Testing

struct ObjectIDTests {
  static let sha1 = "0123456789abcdef0123456789abcdef01234567"
  static let sha256 = "ff23456789abcdef0123456789abcdef0123456789abcdef0123456789abcd00"

  @Test(arguments: [sha1, sha256])
  func hexAndBytesGiveEachOtherBack(hex: String) throws {
    let id = try #require(ObjectID(hex: hex))
    #expect(id.hex == hex)
    #expect(id.bytes.count == hex.utf8.count / 2)
    #expect(ObjectID(bytes: id.bytes) == id)
    #expect(ObjectID(hex: hex.uppercased()) == id)
    #expect(!id.isNull)
  }

  @Test(arguments: ["", "0", String(sha1.dropLast()), sha1 + "0", "g" + sha1.dropFirst(), sha256 + sha256, " " + sha1])
  func anythingElseIsNoID(hex: String) {
    #expect(ObjectID(hex: hex) == nil)
  }

  @Test func nullIDsOfTwoAlgorithmsDiffer() {
    #expect(ObjectID.null() != ObjectID.null(.sha256))
    #expect(ObjectID.null().isNull && ObjectID.null(.sha256).isNull)
    #expect(ObjectID.null().hex == String(repeating: "0", count: 40))
    #expect(ObjectID.null(.sha256).hex == String(repeating: "0", count: 64))
  }

  @Test func ordersByBytes() throws {
    let ids = try ["00ff", "ff00", "7f80", "0100"].map {
      try #require(ObjectID(hex: $0 + String(repeating: "0", count: 36)))
    }
    #expect(ids.sorted().map { $0.abbreviated(to: 4) } == ["00ff", "0100", "7f80", "ff00"])
  }
}
