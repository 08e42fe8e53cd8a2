/// Mockery and hostility.
enum IncidentsOfRidicule {
  static let all: [Incident] = [
    Incident(
      14, "Johnson County Community College, 2010: smiling over a placenta",
      text:
        """
        Best lab day ever!! Us and our placenta, say cheese 🤪
        """,
      rules: ["dignity/body-parts-jest"]),
    Incident(
      25, "Spectrum Health, 2021: guess that weight",
      text:
        """
        The other game we play in the OR: guess that weight. As always, Price Is Right rules. And another: longest \
        one wins!
        """,
      rules: ["dignity/body-parts-jest"]),
    Incident(
      26, "Emory, 2022: “my ick is”",
      text:
        """
        My ick is when you ask for a shower right after your epidural. My ick is when dad is outside asking for a \
        paternity test. L&D edition 🤢
        """,
      rules: ["dignity/patient-type-mockery"]),
    Incident(
      28, "Sansum and Sutter, 2025: guess the substance",
      text:
        """
        Patients leave us the sweetest gifts on the exam table paper. Guess the substance! 💦 Make sure to leave \
        your healthcare workers a little surprise when you hop off.
        """,
      rules: ["dignity/body-parts-jest", "dignity/patient-type-mockery"]),
    Incident(
      31, "A hospice nurse, 2013: swearing about work and a colleague",
      text:
        """
        Fucking hell what a shift. Denise on days sat on the bedpan laughing instead of doing any work, useless the \
        lot of them.
        """,
      rules: ["dignity/profanity", "conduct/disparages-colleague-or-competitor"]),
    Incident(
      33, "A ward manager, 2024: against immigrants",
      text:
        """
        Immigrants are parasites bleeding our wards dry. Send them all back.
        """,
      rules: ["conduct/discriminatory"]),
  ]
}
