/// Pictures: blurred, live, of patients, of rooms and screens.
enum IncidentsOfPictures {
  static let all: [Incident] = [
    Incident(
      3, "Complete P.T., 2012: testimonials with names and faces",
      """
      ---
      author: someone
      account: organization
      channels: [website]
      about: patient
      attachments:
        - file: media/harriet.jpg
          alt: A smiling woman in a garden
          people: patient
      ---
      "After eight weeks with the team my back pain is gone and I am gardening again!" - Harriet Bloomquist, \
      patient
      """,
      rules: ["consent/missing-reference", "advertising/testimonial"]),
    Incident(
      4, "NewYork-Presbyterian, 2011: a dying patient filmed, blurred",
      """
      ---
      author: someone
      account: organization
      channels: [facebook]
      about: none
      kind: live
      live: {location: trauma bay of the emergency department}
      attachments:
        - file: media/bay.mp4
          alt: The trauma bay at night
          captions: media/bay.vtt
          people: patient
          obscured: true
      ---
      A night in our trauma bay, as it happens. Faces are blurred.
      """,
      rules: ["media/pixelated-not-released", "media/care-area-live"]),
    Incident(
      5, "Three Boston hospitals, 2018: filming without authorization",
      """
      ---
      author: someone
      account: organization
      channels: [facebook]
      about: none
      kind: live
      live: {location: trauma bay of the emergency department}
      attachments:
        - file: media/bay.mp4
          alt: The trauma bay at night
          captions: media/bay.vtt
          people: patient
          obscured: true
      ---
      A night in our trauma bay, as it happens. Faces are blurred.
      """,
      rules: ["media/pixelated-not-released", "media/care-area-live"]),
    Incident(
      12, "Cadia, 2021: success stories",
      """
      ---
      author: someone
      account: organization
      channels: [facebook]
      about: patient
      attachments:
        - file: media/success.jpg
          alt: A woman leaving with a walking frame
          people: patient
      ---
      Success story! After nine weeks of therapy with us following her stroke, Bernadette went home to her \
      garden on Friday.
      """,
      rules: ["consent/missing-reference", "media/patient-image"]),
    Incident(
      15, "Martin Memorial, 2010: the victim of a shark",
      """
      ---
      author: someone
      account: personal
      channels: [facebook]
      about: none
      attachments:
        - file: media/table.jpg
          alt: A man with a leg wound on a trauma table
          people: patient
      ---
      You have to see this, the shark bite guy on our table.
      """,
      rules: ["media/patient-image"]),
    Incident(
      16, "St. Mary, Long Beach, 2010: a man dying of stab wounds",
      """
      ---
      author: someone
      account: personal
      channels: [facebook]
      about: none
      attachments:
        - file: media/bay.jpg
          alt: A wounded man on a stretcher
          people: patient
      ---
      Guess what rolled in: stabbing, sixty-odd holes, blood right up the wall. Pic from the bay 🔪🩸
      """,
      rules: ["media/patient-image", "dignity/trauma-spectacle"]),
    Incident(
      19, "Northwestern, 2013: pictures of a drunk patient",
      """
      ---
      author: someone
      account: personal
      channels: [facebook]
      about: none
      attachments:
        - file: media/night.jpg
          alt: A woman on a stretcher
          people: patient
      ---
      When she said one more round #bottle #service #gone #bad. One of mine tonight, face down on the \
      stretcher 😂
      """,
      rules: ["media/patient-image", "dignity/ridicule-patient"]),
    Incident(
      20, "NewYork-Presbyterian, 2013: the empty trauma room",
      """
      ---
      author: someone
      account: personal
      channels: [facebook]
      about: none
      attachments:
        - file: media/room.jpg
          alt: An empty trauma room with blood on the floor
          people: none
          contains: [room]
      ---
      Man vs subway train. The after. 🚇🩸
      """,
      rules: ["dignity/trauma-spectacle", "media/screen-or-room"]),
    Incident(
      21, "Nursing homes, 2012 to 2025: residents laughed at",
      """
      ---
      author: someone
      account: personal
      channels: [facebook]
      about: none
      attachments:
        - file: media/snap.jpg
          alt: An old woman asleep
          people: patient
      ---
      Caught Miss Dottie asleep on the toilet again, she's like a pug 😂😂 nursing home life
      """,
      rules: ["media/patient-image", "dignity/ridicule-patient"]),
    Incident(
      22, "Naval Hospital Jacksonville, 2017: “mini Satans”",
      """
      ---
      author: someone
      account: personal
      channels: [facebook]
      about: none
      attachments:
        - file: media/nursery.jpg
          alt: A hand and a newborn
          people: patient
      ---
      How I currently feel about these mini Satans in the nursery
      """,
      rules: ["dignity/demeaning-label", "media/patient-image"]),
    Incident(
      24, "Dr Grawe, 2018: surgery live",
      """
      ---
      author: someone
      account: organization
      channels: [tiktok]
      about: none
      kind: live
      live: {location: our operating room}
      ---
      LIVE from the OR: tummy tuck number two of the day, ask me anything while I suture 💉
      """,
      rules: ["media/care-area-live"]),
    Incident(
      27, "HCA Florida Kendall, 2022: a dying young man",
      """
      ---
      author: someone
      account: personal
      channels: [facebook]
      about: none
      attachments:
        - file: media/boy.jpg
          alt: A young man in a bed
          people: patient
      ---
      They brought him in too late. Eighteen. Look at this.
      """,
      rules: ["media/patient-image"]),
    Incident(
      29, "Glasgow, 2010: pictures of an operation",
      """
      ---
      author: someone
      account: personal
      channels: [facebook]
      about: none
      attachments:
        - file: media/theatre.jpg
          alt: An operation seen from above
          people: patient
          contains: [room, screen]
      ---
      Big vascular case done, look at the size of that clot.
      """,
      rules: ["media/patient-image", "media/screen-or-room"]),
    Incident(
      32, "West Suffolk, 2020: a whiteboard on Snapchat",
      """
      ---
      author: someone
      account: personal
      channels: [facebook]
      about: none
      attachments:
        - file: media/board.jpg
          alt: A ward whiteboard
          people: none
          contains: [whiteboard]
      ---
      look who is on my board tonight 👀
      """,
      rules: ["media/screen-or-room"]),
  ]
}
