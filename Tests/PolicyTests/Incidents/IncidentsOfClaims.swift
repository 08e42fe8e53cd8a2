/// Claims, money and figures; and the one that must be let through.
enum IncidentsOfClaims {
  static let all: [Incident] = [
    Incident(
      34, "Limboro, 2017: cancer cured",
      account: "organization",
      text:
        """
        Our protocol has cured stage four cancers that oncologists gave up on. "I was sent home to die and Dr L \
        saved my life" says one of our clients.
        """,
      rules: ["clinical/cure-or-guarantee", "au/testimonial"]),
    Incident(
      35, "Duchesnay, 2015: a drug’s benefit without its risks",
      channel: "instagram",
      text:
        """
        OMG. Have you heard about my morning sickness? Tried changing my diet, nothing helped, so my doctor \
        prescribed me Diclegis. I felt a lot better and most importantly it's been studied and there was no \
        increased risk to the baby. So excited to partner with Duchesnay USA!
        """,
      rules: ["clinical/drug-or-device-promotion", "disclosure/material-connection"]),
    Incident(
      36, "Dietitians, 2023: paid and not said",
      channel: "instagram",
      text:
        """
        As a dietitian I get asked about aspartame every day. The headlines are clickbait, it's safe and it does \
        not cause cancer. Enjoy your diet soda! #safetyofaspartame #partner @AmeriBev
        """,
      rules: ["disclosure/material-connection", "disclosure/ambiguous-or-buried"]),
    Incident(
      37, "NextMed, 2025: pounds, stars and prices",
      account: "organization",
      text:
        """
        Members lose 53 pounds on average with our GLP-1 program, or your money back. Jess lost 60 lbs in three \
        months! "Best decision ever" - five stars, and we sent every reviewer a $50 gift card. Just $138 a month.*
        """,
      rules: [
        "clinical/statistic-without-source",
        "advertising/atypical-result",
        "advertising/insider-or-bought-review",
        "advertising/price-claim",
      ]),
    Incident(
      38, "A chief executive, 2012: a figure before its time",
      text:
        """
        Proud of the team: admissions are up 14% and our operating margin doubled this quarter, before we have even \
        told the analysts.
        """,
      rules: ["corporate/material-nonpublic"]),
    Incident(
      39, "Strom, 2015: a nurse about her grandfather’s care",
      text:
        """
        My grandfather spent his last week in a care home and not everyone there was up to speed on how to help an \
        aging senior maintain dignity. I challenge the people involved to refresh themselves on end of life care. I \
        am a nurse and I expect better.
        """,
      rules: []),
  ]
}
