internal import Approvals
internal import Policy
internal import YAML

/// The files a repository of drafts starts with.
public struct StarterFiles: Sendable {
  /// Paths from the top of the work tree, and texts.
  public let files: [(path: String, text: String)]
  /// The rules that are blocked here and ask for approval elsewhere.
  public let raised: [String]
  /// The id of the person who sets it up; nil where nobody was written down.
  public let owner: String?

  /// The files for some options.
  public init(_ options: StarterOptions) throws(GateError) {
    let owner = options.owner.flatMap { Self.entry(name: $0.name, email: $0.email, profile: options.profile) }
    let raised = options.isStrict ? try Self.stories(packs: options.packs) : []
    self.owner = owner?.id
    self.raised = raised
    files = [
      (".chaperone/policy.yaml", PolicyTemplate(options, raised: raised).text),
      (".chaperone/people.yaml", TrustTemplates.people + (owner?.text ?? "")),
      (".chaperone/allowed_signers", TrustTemplates.allowedSigners),
      (".chaperone/revoked_keys", TrustTemplates.revokedKeys),
      (".chaperone/directory.yaml", TrustTemplates.directory),
      (".chaperone/consents.yaml", TrustTemplates.consents),
      ("drafts/.gitkeep", ""), ("published/.gitkeep", ""), ("media/.gitkeep", ""),
    ]
  }

  /// A first draft, to try things out with.
  public static func example(author: String?) -> (path: String, text: String) {
    ("drafts/example.md", TrustTemplates.exampleDraft.replacingAuthor(author ?? "your.id"))
  }

  /// The rules about the story of one individual: those that ask both who answers for privacy and who answers for
  /// medicine.
  private static func stories(packs: Set<String>) throws(GateError) -> [String] {
    let rules = try PolicyInForce.builtIn(packs: packs.union(["core"])).checker.ruleSet.rules
    let both = [Role.privacyOfficer.description, Role.clinicalLead.description]
    return rules.filter { $0.severity == .approve && both.allSatisfy($0.roles.contains) }.map(\.id).sorted()
  }

  /// The entry of a person in `people.yaml`; nil where name or address cannot stand there.
  private static func entry(
    name: String, email: String, profile: StarterOptions.Profile
  ) -> (id: String, text: String)? {
    let local = email.lowercased().utf8.prefix { $0 != UInt8(ascii: "@") }
    let allowed = local.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): byte
      default: UInt8(ascii: "-")
      }
    }
    let id = String(
      decoding: allowed.drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }.prefix(64), as: UTF8.self)
    let quoted = name.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    let roles = profile == .team ? "\n  roles: [policy-owner]" : ""
    let text = "\(id):\n  name: \"\(String(quoted))\"\n  emails: [\"\(email)\"]\(roles)\n"
    // What cannot be read back is left for the person to write.
    guard let root = try? YAMLNode.parse(Array(text.utf8)), let people = try? People(parsing: root),
      people.byID.count == 1
    else { return nil }
    return (id, text)
  }
}

extension String {
  fileprivate func replacingAuthor(_ author: String) -> String {
    guard let range = firstRange(of: "@AUTHOR@") else { return self }
    return String(self[..<range.lowerBound]) + author + String(self[range.upperBound...])
  }
}
