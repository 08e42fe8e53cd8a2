import Drafts
import Testing

@Suite("Channel names")
struct ChannelTests {
  @Test("names are bytes: composed and decomposed letters, and cases, are different channels")
  func bytes() {
    #expect(Channel("caf\u{E9}") != Channel("cafe\u{301}"))
    #expect(Channel("X") != Channel("x"))
    #expect(Set([Channel("x"), Channel(name: [0x78])]).count == 1)
  }

  @Test("the built-in ones are known by their exact name", arguments: ["x", "google-business", "snapchat"])
  func builtIn(name: String) {
    #expect(Channel(name).isBuiltIn)
    #expect(!Channel(name + " ").isBuiltIn)
  }

  @Test("channels are sorted by their bytes")
  func order() {
    #expect(
      [Channel("x"), Channel("X"), Channel("é"), Channel("a")].sorted().map(\.description) == ["X", "a", "x", "é"])
  }
}
