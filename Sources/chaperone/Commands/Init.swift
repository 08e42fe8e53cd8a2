public import ArgumentParser
public import Gate
import Git

/// `chaperone init`: sets a repository up.
struct Init: SessionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Set up a repository of drafts: policy, rules, folders and hooks.",
    discussion: """
      Nothing that is there is overwritten; what is missing is added, so it can be run again.

      Examples:
        git init drafts && cd drafts && chaperone init
        chaperone init --packs us,uk
        chaperone init --strict              block every story of one individual
        chaperone init --profile solo        for one professional alone
      """)

  @Option(help: "team (a second person and a gate) or solo (neither).")
  var profile: StarterOptions.Profile = .team
  @Option(help: ArgumentHelp("Packs to switch on besides core, such as us,uk.", valueName: "packs"))
  var packs: PackList?
  @Flag(help: "Block every story of one individual instead of asking for approval.")
  var strict = false
  @Flag(help: "Write an example draft too.")
  var example = false

  func run(in session: Session) throws -> Int32 {
    let repository = try session.repository(for: "setting it up")
    let tree = try WorkTree(of: repository, for: "setting it up")
    let starter = try StarterFiles(options(repository))
    var files = starter.files
    if example { files.append(StarterFiles.example(author: starter.owner)) }
    for file in files {
      let isNew = try tree.create(file.path, file.text)
      try session.print("\(isNew ? "wrote" : "kept ") \(file.path)")
    }
    let rules = try RulesUpdate.update(tree, force: false, verbose: false, session)
    let hooks = try HooksInstall.install(into: repository, force: false, session)
    try explain(starter, session)
    return max(rules, hooks)
  }

  private func options(_ repository: Repository) throws -> StarterOptions {
    func configured(_ name: String) throws(GateError) -> String? {
      do {
        return try repository.configurationByGit(name)
      } catch {
        throw .git(error)
      }
    }
    var owner: (name: String, email: String)?
    if let name = try configured("user.name"), let email = try configured("user.email") { owner = (name, email) }
    var generator = SystemRandomNumberGenerator()
    let random = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return StarterOptions(
      profile: profile, packs: try packs?.checked() ?? ["core"], isStrict: strict,
      repositoryID: StarterOptions.uuid(random),
      owner: owner)
  }

  private func explain(_ starter: StarterFiles, _ session: Session) throws {
    try session.print("")
    if strict {
      try session.print("Every story of one individual is blocked: \(starter.raised.joined(separator: ", ")).")
    }
    switch profile {
    case .team:
      if let owner = starter.owner {
        try session.print(
          "You are \(owner) in .chaperone/people.yaml and own the policy alone. Add your colleagues and a second policy-owner."
        )
      } else {
        try session.print("Nobody owns the policy yet: write yourself and your colleagues into .chaperone/people.yaml.")
      }
    case .solo:
      try session.print(
        "Solo: drafts are checked on commit and push. What is missing: nobody else reads a draft, and nothing stops you from publishing without a check."
      )
    }
    try session.print("Next: git add .chaperone drafts published media && git commit -m 'Set up Chaperone'")
  }
}

extension StarterOptions.Profile: ExpressibleByArgument {}
