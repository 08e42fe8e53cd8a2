/// A front matter value that is one word out of a fixed list.
public protocol DeclaredWord: RawRepresentable<String>, CaseIterable, Sendable, Hashable {}

/// Whom a draft is about.
public enum About: String, DeclaredWord {
  /// No individual.
  case none
  /// Somebody who works here.
  case staff
  /// A patient, former patient or relative of one.
  case patient
  /// A recognisable group.
  case group
  /// Somebody publicly known, not as a patient.
  case publicFigure = "public-figure"
}

/// What kind of post a draft is.
public enum DraftKind: String, DeclaredWord {
  /// News: an opening, an event, a change of hours.
  case announcement
  /// General health information.
  case education
  /// Teaching with a case.
  case caseEducation = "case-education"
  /// Somebody's story.
  case story
  /// A portrait of somebody who works here.
  case staffProfile = "staff-profile"
  /// An answer to a post or comment.
  case reply
  /// An answer to a review.
  case reviewReply = "review-reply"
  /// A vacancy.
  case job
  /// An appeal for donations.
  case fundraising
  /// Communication in a crisis.
  case crisis
  /// A live session.
  case live
}

/// For whom the account speaks.
public enum Account: String, DeclaredWord {
  /// For the organisation.
  case organization
  /// For one person.
  case personal
}

/// Whom a draft addresses.
public enum Audience: String, DeclaredWord {
  /// Everybody.
  case `public`
  /// Health professionals.
  case professionals
  /// The organisation's own people.
  case staff
  /// Investors.
  case investors
}

/// What somebody named or shown in a draft is to the organisation.
public enum PersonRole: String, DeclaredWord {
  /// Works here.
  case staff
  /// Speaks at an event.
  case speaker
  /// Publicly known.
  case `public`
  /// Is or was in care.
  case patient
  /// Gives money.
  case donor
  /// Wrote what is quoted.
  case author
}

/// Who can be seen or heard in an attachment.
public enum Pictured: String, DeclaredWord {
  /// Nobody.
  case none
  /// People who work here.
  case staff
  /// Patients, or relatives of patients.
  case patient
  /// Passers-by, visitors, an audience.
  case `public`
  /// Models under licence.
  case stock
  /// More than one of these.
  case mixed
}

/// What an attachment shows that needs a second look.
public enum AttachmentContent: String, DeclaredWord {
  /// A screen or monitor.
  case screen
  /// A whiteboard.
  case whiteboard
  /// A chart, form or letter.
  case chart
  /// A badge or wristband.
  case badge
  /// A room where care is given.
  case room
  /// A specimen.
  case specimen
  /// A wound.
  case wound
  /// An operation.
  case surgery
  /// A part of a body.
  case bodyPart = "body-part"
  /// A child.
  case child
  /// A device with a serial number.
  case device
  /// A vehicle or its plate.
  case vehicle
}

/// How much a machine contributed.
public enum AIUse: String, DeclaredWord {
  /// Nothing.
  case none
  /// It helped.
  case assisted
  /// It made it.
  case generated
}

/// Who the person a consent is about is.
public enum ConsentSubject: String, DeclaredWord {
  /// An adult who decides for themselves.
  case adult
  /// A minor.
  case minor
  /// Somebody who has died.
  case deceased
  /// An adult who cannot decide.
  case incapacitated
}

/// Who signed a consent.
public enum ConsentSigner: String, DeclaredWord {
  /// The person.
  case `self`
  /// A parent or guardian.
  case guardian
  /// Another representative.
  case representative
}
