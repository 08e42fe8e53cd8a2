/// Reviews answered: the form that is fined most.
enum IncidentsOfReplies {
  static let all: [Incident] = [
    Incident(
      8, "Elite Dental, 2016: a review answered with treatment and cost",
      account: "organization",
      declared:
        """
        kind: review-reply
        inReplyTo:
          text: "Worst dentist ever, they overcharged me."
        """,
      text:
        """
        Mrs. Pellegrino, your crown and two root canals were billed to Delta exactly as you agreed when you came \
        in. You still owe the $340 copay.
        """,
      rules: ["privacy/review-reply-acknowledges-care"]),
    Incident(
      9, "Dr Igbinadolor, 2015: an alias unmasked",
      account: "organization",
      declared:
        """
        kind: review-reply
        inReplyTo:
          text: "bluejay77: they hurt me and then blamed me."
        """,
      text:
        """
        Posting as 'bluejay77' does not hide you, Darnell Whitcombe. You came in twice for the same crown and never \
        once took our advice. Get a life.
        """,
      rules: ["privacy/review-reply-acknowledges-care", "privacy/person-name", "dignity/ridicule-patient"]),
    Incident(
      10, "New Vision Dental, 2017: names and visits in answers",
      account: "organization",
      declared:
        """
        kind: review-reply
        inReplyTo:
          text: "Rude front desk. One star."
        """,
      text:
        """
        Hi Lorraine Vandermeer, our records show you were seen on three visits and your insurance denied the third \
        one.
        """,
      rules: ["privacy/review-reply-acknowledges-care", "privacy/person-name"]),
    Incident(
      11, "Manasa Health, 2020: diagnoses in answers",
      account: "organization",
      declared:
        """
        kind: review-reply
        inReplyTo:
          text: "This psychiatrist dropped me without a word."
        """,
      text:
        """
        You stopped your lithium against our advice and your bipolar disorder was the reason we discharged you from \
        the practice.
        """,
      rules: ["privacy/review-reply-acknowledges-care", "privacy/sensitive-category"]),
  ]
}
