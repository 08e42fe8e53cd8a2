/// Patients told of: without a name, in a title, to the press, in a reply.
enum IncidentsOfStories {
  static let all: [Incident] = [
    Incident(
      1, "Mercy St. Louis, 2013: a late patient mocked, her stillbirth told in a reply",
      text:
        """
        So I have a patient who has chosen to either no-show or be late (sometimes hours) for all of her prenatal \
        visits, ultrasounds, and NSTs. She is now 3 hours late for her induction. May I show up late to her \
        delivery?

        ---

        Here is the explanation why I have put up with it/not cancelled induction: prior stillbirth.
        """,
      rules: ["privacy/patient-anecdote", "dignity/retaliation-sarcasm", "thread/cumulative-disclosure"]),
    Incident(
      2, "Shasta Regional, 2011: treatment and results sent out to rebut a story",
      account: "organization", channel: "website", about: "patient",
      text:
        """
        The article about our patient Marguerite Olander is wrong. Her albumin and sodium were normal on admission \
        and she was treated for pneumonia, not for malnutrition.
        """,
      rules: ["privacy/person-name", "consent/missing-reference"]),
    Incident(
      6, "Memorial Hermann, 2015: a name in the title of a release",
      account: "organization",
      declared:
        """
        title: Clinic statement on the arrest of patient Rosalba Quintana
        """,
      text:
        """
        A patient used a false identity card at one of our clinics on Tuesday. We work with the police.
        """,
      rules: ["privacy/person-name"]),
    Incident(
      7, "Allergy Associates of Hartford, 2015: answering the press about a lawsuit",
      account: "organization",
      text:
        """
        On Tuesday's TV report: the patient was turned away because she brought a service animal, she had no \
        appointment, and her lawyer's lawsuit leaves out that she was seen for her allergy twice.
        """,
      rules: ["corporate/litigation"]),
    Incident(
      13, "Westerly Hospital, 2010: injuries that tell who it was",
      text:
        """
        Rough one in the ER last night. Guy came in with his left arm crushed to the elbow by a wood chipper and \
        two fingers still in the glove, from that farm out on Old Mill Road.
        """,
      rules: ["privacy/patient-anecdote", "thread/quasi-identifier-count"]),
    Incident(
      17, "Oakwood, 2010: “a cop killer”",
      text:
        """
        Came face to face with a cop killer in the ER tonight and I hope he rots in hell.
        """,
      rules: ["privacy/newsworthy-event", "dignity/ridicule-patient"]),
    Incident(
      18, "Tri-City, 2010: talking about patients, unnamed",
      text:
        """
        our frequent flyer was back on the unit tonight and yes she asked for the same thing again, you can guess \
        which
        """,
      rules: ["privacy/patient-anecdote"]),
    Incident(
      23, "Texas Children’s, 2018: a child with measles",
      text:
        """
        We had a kid with measles in our unit. The kid was super sick. Sick enough to be in the ICU and he looked \
        miserable.

        ---

        He's a toddler, the family had just come back from abroad, not vaccinated.
        """,
      rules: ["privacy/patient-anecdote", "thread/cumulative-disclosure"]),
    Incident(
      30, "Lincoln, 2012: waiting for the victims of a crash",
      declared: Incident.picture("media/list.jpg", "A theatre list on a wall", people: "none", contains: "screen"),
      text:
        """
        Stuck in A&E waiting for the victims of a light aircraft crash. Meanwhile here is tomorrow's theatre list.
        """,
      rules: ["privacy/newsworthy-event", "media/screen-or-room"]),
  ]
}
