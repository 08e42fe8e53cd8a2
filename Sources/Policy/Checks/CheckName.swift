internal import Drafts
internal import Media

/// The checks there are; `check:` in a rule file names one.
enum CheckName: String, Sendable, CaseIterable {
  case textLength = "text-length"
  case hashtagLimit = "hashtag-limit"
  case linkLimit = "link-limit"
  case altLength = "alt-length"
  case mediaCount = "media-count"
  case leadingMention = "leading-mention"
  case unknownChannel = "unknown-channel"
  case altTextMissing = "alt-text-missing"
  case altTextQuality = "alt-text-quality"
  case captionsMissing = "captions-missing"
  case hashtagCase = "hashtag-case"
  case styledUnicode = "styled-unicode"
  case emojiRun = "emoji-run"
  case allCaps = "all-caps"
  case undeclaredAttachment = "undeclared-attachment"
  case peopleUndeclared = "people-undeclared"
  case attachmentPeople = "attachment-people"
  case attachmentContains = "attachment-contains"
  case obscuredWithoutConsent = "obscured-without-consent"
  case liveCareArea = "live-care-area"
  case filenameIdentifier = "filename-identifier"
  case mediaFacts = "media-facts"
  case mediaKind = "media-kind"
  case mediaInspected = "media-inspected"
  case requiredField = "required-field"
  case frontMatterMissing = "front-matter-missing"
  case schedule
  case subjectDeclared = "subject-declared"
  case expiredContent = "expired-content"
  case languageNotCovered = "language-not-covered"
  case embargo
  case sponsorUndisclosed = "sponsor-undisclosed"
  case machineUnlabelled = "machine-unlabelled"
  case machineText = "machine-text"
  case machineUndeclared = "machine-undeclared"
  case staleClaims = "stale-claims"
  case consentedStory = "consented-story"
  case consentMissing = "consent-missing"
  case consentExpired = "consent-expired"
  case consentRevoked = "consent-revoked"
  case consentScope = "consent-scope"
  case consentIncomplete = "consent-incomplete"
  case consentSigner = "consent-signer"
  case consentOutlived = "consent-outlived"
  case crisisHold = "crisis-hold"
}

extension CheckName {
  /// What the check takes under `with:`.
  var parameters: CheckParameters {
    switch self {
    case .textLength: CheckParameters(channelEndings: ["-bytes", "-title"])
    case .hashtagLimit, .linkLimit, .altLength, .mediaCount: CheckParameters(channelEndings: [])
    case .leadingMention: CheckParameters(lists: ["channels"], entries: Channel.builtIn.map(\.description))
    case .altTextQuality: CheckParameters(numbers: ["shortest", "longest"], lists: ["openings"])
    case .styledUnicode: CheckParameters(numbers: ["run"])
    case .emojiRun: CheckParameters(numbers: ["run", "bullets"])
    case .allCaps: CheckParameters(numbers: ["run", "letters"], lists: ["words"])
    case .undeclaredAttachment: CheckParameters(lists: ["extensions"])
    case .attachmentPeople: CheckParameters(lists: ["people"], entries: Pictured.allCases.map(\.rawValue))
    case .attachmentContains: CheckParameters(lists: ["contains"], entries: AttachmentContent.allCases.map(\.rawValue))
    case .liveCareArea: CheckParameters(lists: ["areas"])
    case .filenameIdentifier: CheckParameters(lists: ["titles", "cues", "labels"])
    case .mediaFacts:
      CheckParameters(lists: ["facts"], freeLists: ["ordinary"], entries: MediaFact.Kind.allCases.map(\.rawValue))
    case .mediaInspected: CheckParameters(numbers: ["largest"])
    case .requiredField: CheckParameters(lists: ["always", "published"], entries: FrontMatter.checkableKeys)
    case .subjectDeclared: CheckParameters(lists: ["groups"])
    case .sponsorUndisclosed, .machineUnlabelled: CheckParameters(lists: ["labels"])
    case .staleClaims: CheckParameters(numbers: ["months"])
    case .consentedStory: CheckParameters(lists: ["covers"])
    case .languageNotCovered: CheckParameters(lists: ["covered"])
    case .unknownChannel, .altTextMissing, .captionsMissing, .hashtagCase, .peopleUndeclared, .obscuredWithoutConsent,
      .mediaKind, .embargo, .machineText, .machineUndeclared, .frontMatterMissing, .schedule, .expiredContent,
      .consentMissing, .consentExpired, .consentRevoked, .consentScope, .consentIncomplete, .consentSigner,
      .consentOutlived, .crisisHold:
      CheckParameters()
    }
  }
}

extension BuiltinCheck {
  /// Where the check finds something.
  func hits(in input: CheckInput) -> [CheckHit] {
    switch name {
    case .textLength: textLength(input)
    case .hashtagLimit: hashtagLimit(input)
    case .linkLimit: linkLimit(input)
    case .altLength: altLength(input)
    case .mediaCount: mediaCount(input)
    case .leadingMention: leadingMention(input)
    case .unknownChannel: unknownChannel(input)
    case .altTextMissing: altTextMissing(input)
    case .altTextQuality: altTextQuality(input)
    case .captionsMissing: captionsMissing(input)
    case .hashtagCase: hashtagCase(input)
    case .styledUnicode: styledUnicode(input)
    case .emojiRun: emojiRun(input)
    case .allCaps: allCaps(input)
    case .undeclaredAttachment: undeclaredAttachment(input)
    case .peopleUndeclared: peopleUndeclared(input)
    case .attachmentPeople: attachmentPeople(input)
    case .attachmentContains: attachmentContains(input)
    case .obscuredWithoutConsent: obscuredWithoutConsent(input)
    case .liveCareArea: liveCareArea(input)
    case .filenameIdentifier: filenameIdentifier(input)
    case .mediaFacts: mediaFacts(input)
    case .mediaKind: mediaKind(input)
    case .mediaInspected: mediaInspected(input)
    case .requiredField: requiredField(input)
    case .frontMatterMissing: frontMatterMissing(input)
    case .schedule: schedule(input)
    case .subjectDeclared: subjectDeclared(input)
    case .expiredContent: expiredContent(input)
    case .languageNotCovered: languageNotCovered(input)
    case .embargo: embargo(input)
    case .sponsorUndisclosed: sponsorUndisclosed(input)
    case .machineUnlabelled: machineUnlabelled(input)
    case .machineText: machineText(input)
    case .machineUndeclared: machineUndeclared(input)
    case .staleClaims: staleClaims(input)
    case .consentedStory: consentedStory(input)
    case .consentMissing: consentMissing(input)
    case .consentExpired: consentExpired(input)
    case .consentRevoked: consentRevoked(input)
    case .consentScope: consentScope(input)
    case .consentIncomplete: consentIncomplete(input)
    case .consentSigner: consentSigner(input)
    case .consentOutlived: consentOutlived(input)
    case .crisisHold: crisisHold(input)
    }
  }
}
