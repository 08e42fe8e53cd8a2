/// The first `policy.yaml`, with every key explained.
struct PolicyTemplate {
  private let options: StarterOptions
  private let raised: [String]

  init(_ options: StarterOptions, raised: [String]) {
    self.options = options
    self.raised = raised
  }

  var text: String {
    """
    # What Chaperone checks in this repository, and who must sign.
    #
    # Read from the last commit, never from the change under test: an edit counts once it is committed.

    # The version of this file's format.
    version: 1

    # This repository's own id. Approvals are bound to it; never change it and never copy it to another repository.
    repo: \(options.repositoryID)

    # The rules that are on. core always is; add the countries you post from: us, uk, au, eu, ca.
    # Rules of your own go into .chaperone/rules/local/<group>/<name>.yaml and are always on.
    packs: [\((["core"] + options.packs.subtracting(["core"]).sorted()).joined(separator: ", "))]

    # Where drafts, published posts and media are.
    roots:
      drafts: drafts
      published: published
      media: media

    # The channels there are. Without this key every channel Chaperone knows may be named.
    # channels: [facebook, instagram, x, linkedin]

    \(raise)
    # Terms of roles, and roles of your own. comms-lead, privacy-officer, clinical-lead, legal and policy-owner always
    # exist; brand, regulatory and others are signed for by these until they are declared here.
    # roles:
    #   privacy-officer: {maximumAge: 14d, reviewWithin: 8h}
    #   legal: {after: [clinical-lead]}
    #   brand: {}

    \(approvals)
    """
  }

  private var raise: String {
    let head = """
      # Built-in rules made stricter; none can be made weaker.
      #   some/rule: block                            only editing clears it
      #   some/rule: {to: approve, roles: [legal]}    these roles must sign too

      """
    guard !raised.isEmpty else { return head + "# raise: {}\n" }
    return head + "# Here every story of one individual is blocked.\nraise:\n"
      + raised.map { "  \($0): block\n" }.joined()
  }

  private var approvals: String {
    switch options.profile {
    case .team:
      """
      # Approvals: a second person signs every draft, findings or not; one person fills one role of a draft; a signature
      # counts for maximumAge, and an answer is expected within reviewWithin (h hours, d days; `chaperone queue` shows what
      # is late). Silence is never consent.
      approvals:
        secondPerson: true
        samePerson: false
        maximumAge: 30d
        reviewWithin: 24h

      # The branches on which published/ and .chaperone/ only change with their approvals.
      gate:
        refs: [refs/heads/main]

      """
    case .solo:
      """
      # For one person alone: no second person, and no gate before published/. With a colleague, set secondPerson to true,
      # write both of you into people.yaml and add:
      #   gate: {refs: [refs/heads/main]}
      approvals:
        secondPerson: false
        samePerson: true

      """
    }
  }
}
