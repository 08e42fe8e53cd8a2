/// Pictures: blurred, live, of patients, of rooms and screens.
enum IncidentsOfPictures {
  static let all: [Incident] = [
    Incident(
      3, "Complete P.T., 2012: testimonials with names and faces",
      account: "organization", channel: "website", about: "patient",
      declared: Incident.picture("media/harriet.jpg", "A smiling woman in a garden", people: "patient"),
      text:
        """
        "After eight weeks with the team my back pain is gone and I am gardening again!" - Harriet Bloomquist, \
        patient
        """,
      rules: ["consent/missing-reference", "advertising/testimonial"]),
    Incident(
      4, "NewYork-Presbyterian, 2011: a dying patient filmed, blurred",
      account: "organization",
      declared:
        """
        kind: live
        live: {location: trauma bay of the emergency department}
        attachments:
          - file: media/bay.mp4
            alt: The trauma bay at night
            captions: media/bay.vtt
            people: patient
            obscured: true
        """,
      text:
        """
        A night in our trauma bay, as it happens. Faces are blurred.
        """,
      rules: ["media/pixelated-not-released", "media/care-area-live"]),
    Incident(
      5, "Three Boston hospitals, 2018: filming without authorization",
      account: "organization",
      declared:
        """
        kind: live
        live: {location: surgical ward and operating rooms}
        attachments:
          - file: media/week.mp4
            alt: A week with our surgeons
            captions: media/week.vtt
            people: patient
            obscured: true
        """,
      text:
        """
        The film crew goes wherever our surgeons go this week, and you can watch it as it happens.
        """,
      rules: ["media/pixelated-not-released", "media/care-area-live"]),
    Incident(
      12, "Cadia, 2021: success stories",
      account: "organization", about: "patient",
      declared: Incident.picture("media/success.jpg", "A woman leaving with a walking frame", people: "patient"),
      text:
        """
        Success story! After nine weeks of therapy with us following her stroke, Bernadette went home to her garden \
        on Friday.
        """,
      rules: ["consent/missing-reference", "media/patient-image"]),
    Incident(
      15, "Martin Memorial, 2010: the victim of a shark",
      declared: Incident.picture("media/table.jpg", "A man with a leg wound on a trauma table", people: "patient"),
      text:
        """
        You have to see this, the shark bite guy on our table.
        """,
      rules: ["media/patient-image"]),
    Incident(
      16, "St. Mary, Long Beach, 2010: a man dying of stab wounds",
      declared: Incident.picture("media/bay.jpg", "A wounded man on a stretcher", people: "patient"),
      text:
        """
        Guess what rolled in: stabbing, sixty-odd holes, blood right up the wall. Pic from the bay 🔪🩸
        """,
      rules: ["media/patient-image", "dignity/trauma-spectacle"]),
    Incident(
      19, "Northwestern, 2013: pictures of a drunk patient",
      declared: Incident.picture("media/night.jpg", "A woman on a stretcher", people: "patient"),
      text:
        """
        When she said one more round #bottle #service #gone #bad. One of mine tonight, face down on the stretcher 😂
        """,
      rules: ["media/patient-image", "dignity/ridicule-patient"]),
    Incident(
      20, "NewYork-Presbyterian, 2013: the empty trauma room",
      declared: Incident.picture(
        "media/room.jpg", "An empty trauma room with blood on the floor", people: "none", contains: "room"),
      text:
        """
        Man vs subway train. The after. 🚇🩸
        """,
      rules: ["dignity/trauma-spectacle", "media/screen-or-room"]),
    Incident(
      21, "Nursing homes, 2012 to 2025: residents laughed at",
      declared: Incident.picture("media/snap.jpg", "An old woman asleep", people: "patient"),
      text:
        """
        Caught Miss Dottie asleep on the toilet again, she's like a pug 😂😂 nursing home life
        """,
      rules: ["media/patient-image", "dignity/ridicule-patient"]),
    Incident(
      22, "Naval Hospital Jacksonville, 2017: “mini Satans”",
      declared: Incident.picture("media/nursery.jpg", "A hand and a newborn", people: "patient"),
      text:
        """
        How I currently feel about these mini Satans in the nursery
        """,
      rules: ["dignity/demeaning-label", "media/patient-image"]),
    Incident(
      24, "Dr Grawe, 2018: surgery live",
      account: "organization", channel: "tiktok",
      declared:
        """
        kind: live
        live: {location: our operating room}
        """,
      text:
        """
        LIVE from the OR: tummy tuck number two of the day, ask me anything while I suture 💉
        """,
      rules: ["media/care-area-live"]),
    Incident(
      27, "HCA Florida Kendall, 2022: a dying young man",
      declared: Incident.picture("media/boy.jpg", "A young man in a bed", people: "patient"),
      text:
        """
        They brought him in too late. Eighteen. Look at this.
        """,
      rules: ["media/patient-image"]),
    Incident(
      29, "Glasgow, 2010: pictures of an operation",
      declared: Incident.picture(
        "media/theatre.jpg", "An operation seen from above", people: "patient", contains: "room, screen"),
      text:
        """
        Big vascular case done, look at the size of that clot.
        """,
      rules: ["media/patient-image", "media/screen-or-room"]),
    Incident(
      32, "West Suffolk, 2020: a whiteboard on Snapchat",
      declared: Incident.picture("media/board.jpg", "A ward whiteboard", people: "none", contains: "whiteboard"),
      text:
        """
        look who is on my board tonight 👀
        """,
      rules: ["media/screen-or-room"]),
  ]
}
