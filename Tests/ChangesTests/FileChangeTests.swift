import Changes
import Testing

struct FileChangeTests {
  static func version(_ digit: Character, _ mode: FileMode = .regular) throws -> FileVersion {
    FileVersion(mode: mode, id: try #require(ObjectID(hex: String(repeating: digit, count: 40))))
  }

  @Test(
    arguments: [
      (FileMode.regular, "1", FileMode.regular, "2", FileChange.Kind.modified),
      (.regular, "1", .executable, "1", .modeChanged),
      (.regular, "1", .executable, "2", .modified),
      (.regular, "1", .symlink, "1", .typeChanged),
      (.symlink, "1", .submodule, "1", .typeChanged),
      (.symlink, "1", .symlink, "2", .modified),
      (.submodule, "1", .submodule, "2", .modified),
    ] as [(FileMode, Character, FileMode, Character, FileChange.Kind)])
  func namesTheKind(oldMode: FileMode, old: Character, newMode: FileMode, new: Character, kind: FileChange.Kind) throws
  {
    let change = FileChange.changed("a", from: try Self.version(old, oldMode), to: try Self.version(new, newMode))
    #expect(change?.kind == kind)
  }

  @Test func noDifferenceIsNoChange() throws {
    #expect(FileChange.changed("a", from: try Self.version("1"), to: try Self.version("1")) == nil)
  }

  @Test func pairsOnlyTheSameObject() throws {
    let changes = FileChange.pairingRenames([
      .added("published/late.md", try Self.version("1")), .deleted("drafts/late.md", try Self.version("1")),
      .added("published/new.md", try Self.version("3")), .deleted("drafts/old.md", try Self.version("2")),
    ])
    #expect(
      changes == [
        .deleted("drafts/old.md", try Self.version("2")),
        .renamed(
          from: "drafts/late.md", to: "published/late.md", old: try Self.version("1"), new: try Self.version("1")),
        .added("published/new.md", try Self.version("3")),
      ])
  }

  @Test func prefersTheSameNameAndLeavesTheRest() throws {
    let one = try Self.version("1")
    let changes = FileChange.pairingRenames([
      .added("x/a.md", one), .added("x/b.md", one), .deleted("y/b.md", one),
    ])
    #expect(changes == [.added("x/a.md", one), .renamed(from: "y/b.md", to: "x/b.md", old: one, new: one)])
  }

  @Test func submodulesAndLinksDoNotBecomeFiles() throws {
    let changes = [
      FileChange.added("b", try Self.version("1", .submodule)), .deleted("a", try Self.version("1", .submodule)),
      .added("d", try Self.version("2", .symlink)), .deleted("c", try Self.version("2")),
    ]
    #expect(FileChange.pairingRenames(changes) == changes.sorted { $0.path < $1.path })
  }

  @Test func readsModesAsGitWritesThem() {
    #expect(FileMode(gitMode: 0o100664) == .regular)
    #expect(FileMode(gitMode: 0o100600) == nil)
    #expect(FileMode.tree.octal == "040000")
    #expect(FileMode.executable.octal == "100755")
  }
}
