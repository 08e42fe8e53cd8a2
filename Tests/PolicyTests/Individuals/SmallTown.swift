import Changes
import Drafts

@testable import Policy

/// A small lexicon and table of individuals, so that what is tested is the reading and not the words.
enum SmallTown {
  static let table = """
    summary: Who is talked about.
    people:
      own-family: ["my KIN"]
      animal: ["(the|my) dog"]
      staff: ["our receptionist"]
      group: ["people"]
      cared-for: ["(a|my|another|the) ..1 (patient|lady|man)", "bed <number>"]
      relative: [KIN]
      unknown: ["(a|the) sailor", "<person-name>", "someone"]
      reader: ["your", "if you"]
    pronouns: { female: ["(she|her)"], male: ["(he|him|his)"] }
    gender: { female: ["(lady|mother|sister|daughter|wife)"], male: ["(man|father|brother|sailor)"] }
    determiners: { new: ["(a|another)"], own: ["my"] }
    equates: ["(is|was|'s|as)"]
    facts:
      age: ["<age>"]
      place: ["(island|harbour)"]
      condition: [CONDITION]
      role: ["(sailor|baker)"]
      kin: [KIN]
    scene: [place]
    care: ["(ward|CONDITION)"]
    ridicule: ["(genius|idiot)"]
    turns: { staff: ["retires"] }
    frames: { invented: ["novel"] }
    notices: ["register now"]

    """

  static let lexicon: [RuleSet.File] = [
    ("lexicon/KIN.yaml", "class: KIN\nsummary: Kin.\nnouns: [mother, sister, daughter, wife, brother, father]\n"),
    ("lexicon/CONDITION.yaml", "class: CONDITION\nsummary: Ills.\nwords: [stillbirth, lupus, gout, pox]\n"),
    ("lexicon/individuals.yaml", table),
  ]

  /// Rules of a level with a condition, and examples that are not run.
  static func ruleSet(match: String = "'never said'", level: String = "post") throws -> RuleSet {
    let rule = """
      id: test/rule
      severity: block
      level: \(level)
      summary: Test.
      authority: Test.
      message: Test.
      remedy: Test.
      since: 2026-01-01
      reviewBy: 2027-01-01
      match: \(match)
      examples:
        flag: ["-"]
        pass: ["-"]

      """
    return try RuleSet(files: lexicon + [("core/test/rule.yaml", rule)], packs: ["core"])
  }

  /// What a thread of new posts says, after the posts it answers.
  static func assess(_ posts: [String], after parents: [String], _ ruleSet: RuleSet) throws -> Assessment {
    let draft = try Draft.parse(bytes: Array(posts.joined(separator: "\n\n---\n\n").utf8), path: "post.md")
    let checker = try Checker(ruleSet: ruleSet, organisation: .standard, directory: Directory())
    return checker.assess(
      draft, context: parents.map { Array($0.utf8) }, now: Timestamp(secondsSince1970: 1_795_392_000),
      namingIndividuals: true)
  }

  /// Everybody, one line each: the kind, the words that bring them in, and the kinds of fact told.
  static func people(_ posts: [String], after parents: [String] = []) throws -> [String] {
    try assess(posts, after: parents, ruleSet()).individuals.map { person in
      let words = String(decoding: person.introduction.excerpt.highlighted(revealed: true), as: UTF8.self)
      let facts = person.attributes.isEmpty ? "" : ": " + person.attributes.joined(separator: " ")
      return "\(person.kind) “\(words)”\(facts)"
    }
  }
}
