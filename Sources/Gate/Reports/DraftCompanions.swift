internal import Approvals
internal import Changes
internal import Drafts

/// What goes with a draft: pictures and films with what a reader hears or reads of them, the thread it answers, and the
/// consents it rests on.
struct DraftCompanions {
  private let standing: DraftStanding
  private let draft: Draft
  private let style: ReportStyle

  init(_ standing: DraftStanding, _ draft: Draft, style: ReportStyle) {
    self.standing = standing
    self.draft = draft
    self.style = style
  }

  /// The attachments with their texts, and the thread; nil where there is neither.
  ///
  /// - Parameters:
  ///   - passage: the lines of a text that belongs to an attachment.
  ///   - name: a file name on one line, and what is said about it.
  func attachments(
    _ passage: (Passage) -> [String], name: (Passage) -> (text: String, notes: [String])
  ) -> [String]? {
    let attachments = draft.frontMatter?.attachments ?? []
    let manifest = standing.manifest
    guard !attachments.isEmpty || manifest?.parent != nil else { return nil }
    var lines = [style.paint("Goes with it", .bold)]
    for (index, attachment) in attachments.enumerated() {
      let shown = draft.passages.first { $0.field == .fileName(attachment: index) }.map(name)
      lines += file(attachment.value.file?.value, shown: shown?.text) + (shown?.notes ?? [])
      lines += facts(attachment.value).map { "    " + $0 }
      for (field, title) in Self.fields(index) {
        for text in draft.passages where text.field == field { lines += ["    \(title):"] + passage(text) }
      }
      for text in [attachment.value.captions, attachment.value.transcript] {
        if case .file(let path) = text?.value { lines += file(path) }
      }
    }
    if let parent = manifest?.parent { lines.append("  the thread it answers, \(parent.size) bytes") }
    return lines
  }

  private static func fields(_ index: Int) -> [(Passage.Field, String)] {
    [
      (.altText(attachment: index), "alt text"), (.captions(attachment: index), "captions"),
      (.transcript(attachment: index), "transcript"),
    ]
  }

  private func file(_ path: RepositoryPath?, shown: String? = nil) -> [String] {
    guard let path else { return ["  " + style.paint("an attachment without a file", .red)] }
    let name = shown ?? path.display
    guard let asset = standing.manifest?.assets.first(where: { $0.path == path.bytes }) else {
      return ["  \(name), " + style.paint("not a regular file here", .red)]
    }
    return ["  \(name), \(asset.content.size) bytes", "    sha256:\(asset.content.digest)"]
  }

  private func facts(_ attachment: Attachment) -> [String] {
    var facts: [String] = []
    if let people = attachment.people?.value { facts.append("shows: \(people.rawValue)") }
    if let contents = attachment.contains, !contents.isEmpty {
      facts.append("contains: " + contents.map(\.value.rawValue).joined(separator: ", "))
    }
    if attachment.obscured?.value == true { facts.append("somebody is made unrecognisable") }
    if attachment.decorative?.value == true {
      facts.append("decorative")
    } else if (attachment.alt?.value ?? "").isEmpty {
      facts.append(style.paint("no alt text", .yellow))
    }
    return facts.isEmpty ? [] : [facts.joined(separator: " · ")]
  }

  /// The consents it rests on and how long they hold; nil where it rests on none.
  var consents: [String]? {
    let consents = standing.question?.consents ?? []
    guard !consents.isEmpty || draft.frontMatter?.consent != nil else { return nil }
    var lines = [style.paint("Consent", .bold)]
    for consent in consents {
      lines.append("  \(DraftPage.name(consent.reference)): \(state(of: consent))")
      let scope = [
        ("channels", consent.scope.channels), ("purposes", consent.scope.purposes), ("media", consent.scope.media),
      ]
      let words = scope.map { name, list in
        "\(name) " + (list.isEmpty ? "none" : list.map(DraftPage.name).joined(separator: ", "))
      }
      let about = "of \(consent.subject.rawValue), signed \(StandingReport.day(consent.signed)); it covers "
      lines += PlainText.wrapped(about + words.joined(separator: "; "), width: style.width - 4).map { "    " + $0 }
    }
    if consents.isEmpty {
      let name = draft.frontMatter?.consent?.value.reference.map { DraftPage.name($0.value) }
      lines.append("  " + style.paint("\(name ?? "one without a reference") is not on file", .red))
    }
    return lines
  }

  private func state(of consent: Consent) -> String {
    let now = standing.question?.now ?? consent.signed
    if let revoked = consent.revoked, revoked <= now {
      return style.paint("revoked on \(StandingReport.day(revoked))", .red)
    }
    let ends = StandingReport.day(consent.ends)
    return consent.ends <= now ? style.paint("ended on \(ends)", .red) : style.paint("holds", .green) + " until \(ends)"
  }
}
