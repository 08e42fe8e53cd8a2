public import Changes

/// Somebody a draft names or shows.
public struct DeclaredPerson: Sendable, Equatable {
  /// The name as it stands in the draft.
  public var name: Located<String>?
  /// What the person is to the organisation.
  public var role: Located<PersonRole>?
  /// The reference of the release the person signed.
  public var release: Located<[UInt8]>?
}

/// The consent a draft rests on: a reference into the consent registry and what the author says about its scope.
public struct ConsentReference: Sendable, Equatable {
  /// The opaque reference, as bytes; never a name.
  public var reference: Located<[UInt8]>?
  /// Who the person is.
  public var subject: Located<ConsentSubject>?
  /// Who signed.
  public var signer: Located<ConsentSigner>?
  /// The day of the signature.
  public var signed: Located<CalendarDate>?
  /// The last day on which it holds.
  public var expires: Located<CalendarDate>?
  /// What it covers.
  public var scope: Located<ConsentScope>?
  /// Whether the text touches matters that need a consent of their own.
  public var sensitive: Located<Bool>?
  /// The SHA-256 of the signed record, 64 hexadecimal digits in lower case.
  public var sha256: Located<String>?
}

/// What a consent covers.
public struct ConsentScope: Sendable, Equatable {
  /// The channels.
  public var channels: [Located<Channel>]?
  /// The purposes.
  public var purposes: [Located<String>]?
  /// The media, such as text, photo, video.
  public var media: [Located<String>]?
}

/// A claim with its source.
public struct Claim: Sendable, Equatable {
  /// The words in the draft that make the claim.
  public var text: Located<String>?
  /// Where it is shown to be so.
  public var source: Located<String>?
  /// The day it was last reviewed.
  public var reviewed: Located<CalendarDate>?
  /// The day from which it must be reviewed again.
  public var expires: Located<CalendarDate>?
}

/// Who paid for a draft.
public struct Sponsor: Sendable, Equatable {
  /// The name.
  public var name: Located<String>?
  /// What ties them to the author or the organisation.
  public var relationship: Located<String>?
}

/// What a machine contributed, by medium.
public struct AIDisclosure: Sendable, Equatable {
  /// To the text.
  public var text: Located<AIUse>?
  /// To pictures.
  public var image: Located<AIUse>?
  /// To sound.
  public var audio: Located<AIUse>?
  /// To films.
  public var video: Located<AIUse>?
}

/// What a draft answers.
public enum ReplyTarget: Sendable, Equatable {
  /// Another draft or published post, by its path in the repository.
  case file(Located<RepositoryPath>)
  /// Posts from elsewhere, word for word, oldest first.
  case text([Located<String>])
}

/// The posts for one channel that stand in for the body there.
public struct Variant: Sendable, Equatable {
  /// The channel.
  public var channel: Located<Channel>
  /// The posts in order, one for a single text.
  public var posts: [Located<String>]
}

/// A live session.
public struct LiveSession: Sendable, Equatable {
  /// Where it takes place.
  public var location: Located<String>?
}

/// A picture, film or sound that goes with a draft.
public struct Attachment: Sendable, Equatable {
  /// The file's path in the repository.
  public var file: Located<RepositoryPath>?
  /// The text alternative.
  public var alt: Located<String>?
  /// Whether it carries no information and needs no text alternative.
  public var decorative: Located<Bool>?
  /// Who can be seen or heard.
  public var people: Located<Pictured>?
  /// Whether somebody was made unrecognisable.
  public var obscured: Located<Bool>?
  /// What it shows that needs a second look.
  public var contains: [Located<AttachmentContent>]?
  /// The captions of a film.
  public var captions: Located<AttachedText>?
  /// What is said, in writing.
  public var transcript: Located<AttachedText>?
  /// Under which licence it is used.
  public var licence: Located<String>?
  /// Where it was taken.
  public var location: Located<String>?
  /// The SHA-256 of the file, 64 hexadecimal digits in lower case.
  public var sha256: Located<String>?
}

/// A text that goes with an attachment, given here or in a file of its own.
public enum AttachedText: Sendable, Equatable {
  /// A file's path in the repository.
  case file(RepositoryPath)
  /// The text itself.
  case text(String)
}
