import YAML

extension FrontMatterReader {
  /// Reads all of the front matter; `range` is its place in the file.
  mutating func frontMatter(_ node: YAMLNode, range: SourceRange) -> FrontMatter {
    var front = FrontMatter(range: range)
    let example = "author: j.okafor"
    guard !node.isNull, let root = mapping(node, keys: FrontMatter.keys, like: example) else { return front }
    front.author = bytes(root["author"], like: "j.okafor")
    front.channels = channels(root["channels"])
    front.about = word(root["about"])
    front.publishDate = timestamp(root["publishDate"])
    front.title = text(root["title"], like: "Heart health talk")
    addPassage(.title, root["title"])
    front.kind = word(root["kind"])
    front.account = word(root["account"])
    front.audience = word(root["audience"])
    front.expiryDate = timestamp(root["expiryDate"])
    front.lang = text(root["lang"], like: "en-US")
    front.campaign = text(root["campaign"], like: "heart-month-2027")
    front.embargoUntil = timestamp(root["embargoUntil"])
    front.people = list(root["people"], like: "[{name: Dr Ana Ruiz, role: staff}]") { $0.person($1) }
    front.consent = root["consent"].flatMap { consent($0) }
    front.deidentified = flag(root["deidentified"])
    front.claims = list(root["claims"], like: "[{text: lowers the risk, source: \"doi:10…\"}]") { $0.claim($1) }
    front.sponsor = root["sponsor"].flatMap { sponsor($0) }
    front.ai = root["ai"].flatMap { disclosure($0) }
    front.inReplyTo = root["inReplyTo"].flatMap { replyTarget($0) }
    front.variants = root["variants"].flatMap { variants($0) }
    front.firstComment = text(root["firstComment"], like: "More at example.org")
    addPassage(.firstComment, root["firstComment"])
    front.attachments = attachments(root["attachments"])
    front.hashtags = hashtags(root["hashtags"], like: "[HeartHealth]", from: 0)
    front.tags = hashtags(root["tags"], like: "[heart]", from: front.hashtags?.count ?? 0)
    front.live = root["live"].flatMap { live($0) }
    return front
  }

  private mutating func channels(_ node: YAMLNode?) -> [Located<Channel>]? {
    list(node, like: "[facebook, x]") { reader, item in
      reader.text(item, like: "facebook").map { Located(Channel($0.value), at: $0.range) }
    }
  }

  private mutating func texts(_ node: YAMLNode?, like example: String) -> [Located<String>]? {
    list(node, like: example) { $0.text($1, like: "one of \(example)") }
  }

  private mutating func hashtags(_ node: YAMLNode?, like example: String, from first: Int) -> [Located<String>]? {
    var number = first
    return list(node, like: example) { reader, item in
      let tag = reader.text(item, like: "one of \(example)")
      if tag != nil {
        reader.addPassage(.hashtag(number), item)
        number += 1
      }
      return tag
    }
  }

  private mutating func person(_ node: YAMLNode) -> Located<DeclaredPerson>? {
    guard let entry = mapping(node, keys: ["name", "role", "release"], like: "{name: Dr Ana Ruiz, role: staff}")
    else { return nil }
    let person = DeclaredPerson(
      name: text(entry["name"], like: "Dr Ana Ruiz"), role: word(entry["role"]),
      release: bytes(entry["release"], like: "REL-0098"))
    return Located(person, at: locate(node.range))
  }

  private mutating func consent(_ node: YAMLNode) -> Located<ConsentReference>? {
    if case .scalar = node.content {
      return Located(ConsentReference(reference: bytes(node, like: "AUTH-2026-0417")), at: locate(node.range))
    }
    let keys = ["ref", "subject", "signer", "signed", "expires", "scope", "sensitive", "sha256"]
    let example = "{ref: AUTH-2026-0417, expires: 2027-10-02}, or the reference alone"
    guard let entry = mapping(node, keys: keys, like: example) else { return nil }
    let consent = ConsentReference(
      reference: bytes(entry["ref"], like: "AUTH-2026-0417"), subject: word(entry["subject"]),
      signer: word(entry["signer"]), signed: date(entry["signed"]), expires: date(entry["expires"]),
      scope: entry["scope"].flatMap { scope($0) }, sensitive: flag(entry["sensitive"]),
      sha256: digest(entry["sha256"]))
    return Located(consent, at: locate(node.range))
  }

  private mutating func scope(_ node: YAMLNode) -> Located<ConsentScope>? {
    guard let entry = mapping(node, keys: ["channels", "purposes", "media"], like: "{channels: [instagram]}")
    else { return nil }
    let scope = ConsentScope(
      channels: channels(entry["channels"]), purposes: texts(entry["purposes"], like: "[awareness]"),
      media: texts(entry["media"], like: "[text, photo]"))
    return Located(scope, at: locate(node.range))
  }

  private mutating func claim(_ node: YAMLNode) -> Located<Claim>? {
    let keys = ["text", "source", "reviewed", "expires"]
    guard let entry = mapping(node, keys: keys, like: "{text: lowers the risk, source: \"doi:10…\"}")
    else { return nil }
    let claim = Claim(
      text: text(entry["text"], like: "lowers the risk"), source: text(entry["source"], like: "\"doi:10…\""),
      reviewed: date(entry["reviewed"]), expires: date(entry["expires"]))
    return Located(claim, at: locate(node.range))
  }

  private mutating func sponsor(_ node: YAMLNode) -> Located<Sponsor>? {
    if case .scalar = node.content {
      return Located(Sponsor(name: text(node, like: "Acme Devices")), at: locate(node.range))
    }
    let example = "{name: Acme Devices, relationship: speaker's fee}, or the name alone"
    guard let entry = mapping(node, keys: ["name", "relationship"], like: example) else { return nil }
    let sponsor = Sponsor(
      name: text(entry["name"], like: "Acme Devices"),
      relationship: text(entry["relationship"], like: "speaker's fee"))
    return Located(sponsor, at: locate(node.range))
  }

  private mutating func disclosure(_ node: YAMLNode) -> Located<AIDisclosure>? {
    guard let entry = mapping(node, keys: ["text", "image", "audio", "video"], like: "{text: assisted, image: none}")
    else { return nil }
    let disclosure = AIDisclosure(
      text: word(entry["text"]), image: word(entry["image"]), audio: word(entry["audio"]), video: word(entry["video"]))
    return Located(disclosure, at: locate(node.range))
  }

  private mutating func live(_ node: YAMLNode) -> Located<LiveSession>? {
    guard let entry = mapping(node, keys: ["location"], like: "{location: main lobby}") else { return nil }
    return Located(LiveSession(location: text(entry["location"], like: "main lobby")), at: locate(node.range))
  }
}
