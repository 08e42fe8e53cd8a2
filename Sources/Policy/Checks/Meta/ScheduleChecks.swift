internal import Drafts

extension BuiltinCheck {
  /// Dates that cannot be kept: publication in the past, and a take-down before it.
  func schedule(_ input: CheckInput) -> [CheckHit] {
    guard let publish = input.declared?.publishDate else { return [] }
    var hits: [CheckHit] = []
    if publish.value < input.now, !input.isPublished {
      hits.append(CheckHit(field: "publishDate", range: publish.range, detail: "`publishDate` has passed."))
    }
    if let expiry = input.declared?.expiryDate, expiry.value <= publish.value {
      hits.append(
        CheckHit(field: "expiryDate", range: expiry.range, detail: "`expiryDate` is not after `publishDate`."))
    }
    return hits
  }

  /// Drafts and posts whose time is over.
  func expiredContent(_ input: CheckInput) -> [CheckHit] {
    guard let expiry = input.declared?.expiryDate, expiry.value <= input.now else { return [] }
    return [CheckHit(field: "expiryDate", range: expiry.range)]
  }

  /// Everything but news of the crisis, while the organisation holds back; what was out before it stays.
  func crisisHold(_ input: CheckInput) -> [CheckHit] {
    guard let since = input.organisation.hold, input.declared?.kind?.value != .crisis else { return [] }
    let publish = input.declared?.publishDate
    if input.isPublished, let publish, publish.value < since { return [] }
    return [CheckHit(field: publish == nil ? "kind" : "publishDate", range: publish?.range ?? input.top)]
  }

  /// Files without front matter, in which nothing is declared.
  func frontMatterMissing(_ input: CheckInput) -> [CheckHit] {
    input.declared == nil && !input.isPublished ? [CheckHit(field: "front-matter", range: input.top)] : []
  }

  /// `about: none` where the rules about words found somebody.
  func subjectDeclared(_ input: CheckInput) -> [CheckHit] {
    guard let about = input.declared?.about, about.value == .none else { return [] }
    let groups = list("groups")
    let rules = Set(
      input.findings.filter { finding in
        finding.severity != .advise && groups.contains { finding.rule.hasPrefix($0 + "/") }
      }.map(\.rule))
    guard !rules.isEmpty else { return [] }
    return [
      CheckHit(
        field: "about", range: about.range, excerpt: Array("none".utf8),
        detail: "`about: none` is contradicted by \(rules.sorted().joined(separator: ", ")).")
    ]
  }
}
