/// The first trust files: explained, with examples that are commented out.
enum TrustTemplates {
  static let people = """
    # Who works here: id, name, the addresses they commit under, and what they sign for.
    #
    # d.whitfield:
    #   name: Dana Whitfield
    #   emails: [d.whitfield@clinic.example]
    #   roles:
    #     - privacy-officer
    #     - {role: clinical-lead, from: 2027-01-01, until: 2027-07-01, standIn: true}
    # posting-bot:
    #   name: Posting bot
    #   kind: service                    # what a program signs never counts
    #   emails: [bot@clinic.example]
    #
    # policy-owner signs changes of this folder. Name at least two, so that nobody changes the rules alone.

    """

  static let allowedSigners = """
    # Whose key is whose, one key a line, in OpenSSH's format. One id of people.yaml, this namespace, no patterns:
    #
    # d.whitfield namespaces="chaperone.approval.v1" ssh-ed25519 AAAA... laptop
    # d.whitfield namespaces="chaperone.approval.v1",valid-before="20270701Z" ssh-ed25519 AAAA... old laptop

    """

  static let revokedKeys = """
    # Keys that do not count any more, whatever allowed_signers says, one a line. Keep this file even if it is empty:
    # without it nothing counts as signed.
    #
    # ssh-ed25519 AAAA... lost laptop

    """

  static let directory = """
    # What is ours and may be printed: phone lines, web and mail domains, handles, places, and people who have agreed to be
    # named (staff, speakers, donors). No rule about identifiers fires on these. Never a patient.
    #
    # phones: ["555-0100"]
    # domains: [clinic.example]
    # handles: ["@mercyclinic"]
    # places: [Mercy Clinic]
    # people: [Dr. Dana Whitfield]

    """

  static let consents = """
    # Consents that drafts may refer to with `consent:`. Never a name here: the paper with the name stays where your
    # records are, under the same reference.
    #
    # AUTH-2027-0417:
    #   subject: adult                   # adult | minor | deceased | incapacitated
    #   scope: {channels: [facebook], purposes: [campaign], media: [text, photo]}
    #   signed: 2027-01-10
    #   expires: 2028-01-10
    #   revoked: 2027-06-01              # only where it was taken back

    """

  static let exampleDraft = """
    ---
    author: @AUTHOR@
    channels: [facebook]
    about: none
    publishDate: 2030-10-01T09:00:00Z
    ---
    Flu shots for everyone from 6 months on, every weekday from 8 to 4. No appointment needed.

    """
}
