import Changes
import Testing

struct RefUpdateTests {
  static let one = String(repeating: "1", count: 40)
  static let two = String(repeating: "2", count: 40)
  static let null = String(repeating: "0", count: 40)

  static func id(_ hex: String) throws -> ObjectID { try #require(ObjectID(hex: hex)) }

  @Test func readsPreReceive() throws {
    let input = """
      \(Self.null) \(Self.one) refs/heads/new
      \(Self.one) \(Self.two) refs/heads/main
      \(Self.two) \(Self.null) refs/heads/old

      """
    let updates = try RefUpdate.parse(preReceive: Array(input.utf8))
    #expect(
      updates == [
        RefUpdate(name: "refs/heads/new", action: .create(try Self.id(Self.one))),
        RefUpdate(name: "refs/heads/main", action: .update(from: try Self.id(Self.one), to: try Self.id(Self.two))),
        RefUpdate(name: "refs/heads/old", action: .delete(try Self.id(Self.two))),
      ])
    #expect(updates.map { $0.old?.hex } == [nil, Self.one, Self.two])
    #expect(updates.map { $0.new?.hex } == [Self.one, Self.two, nil])
  }

  @Test func readsPrePushAlsoWhereTheLocalSideHasSpaces() throws {
    let input = """
      HEAD@{2 days ago} \(Self.two) refs/heads/main \(Self.one)
      (delete) \(Self.null) refs/heads/old \(Self.two)

      """
    #expect(
      try RefUpdate.parse(prePush: Array(input.utf8)) == [
        RefUpdate(name: "refs/heads/main", action: .update(from: try Self.id(Self.one), to: try Self.id(Self.two))),
        RefUpdate(name: "refs/heads/old", action: .delete(try Self.id(Self.two))),
      ])
  }

  @Test func nothingToDoIsAnEmptyList() throws {
    #expect(try RefUpdate.parse(preReceive: []).isEmpty)
    #expect(try RefUpdate.parse(prePush: []).isEmpty)
  }

  @Test(arguments: [
    ("\(null) \(null) refs/heads/main\n", 1),
    ("\(one) \(two) refs/heads/main", 1),
    ("\(one) \(two) refs/heads/main\n\n", 2),
    ("\(one) \(two)\n", 1),
    ("\(one) \(two) \n", 1),
    ("\(one.dropLast()) \(two) refs/heads/main\n", 1),
    ("\(one) \(two)\(String(repeating: "2", count: 24)) refs/heads/main\n", 1),
    ("\(null) \(one) refs/heads/a\n\(one) zzz refs/heads/b\n", 2),
  ])
  func refusesWhatGitDoesNotWrite(input: String, line: Int) {
    #expect(throws: RefUpdateError(line: line)) { try RefUpdate.parse(preReceive: Array(input.utf8)) }
  }
}
