import Testing

@testable import Policy

@Suite struct EntitiesNameTests {
  @Test(arguments: [
    "I met ‹person-name|Anna S.› in clinic.",
    "We saw ‹person-name|Robert Whitlock› twice.",
    "Dr. ‹person-name|Okonjo› and Mrs ‹person-name|K› waved.",
    "Mr. ‹person-name|Alan K.› is back.",
    "Her name is ‹person-name|Mary-Anne B. Holt›, we think.",
    "A girl named ‹person-name|Hope› smiled.",
    "My daughter ‹person-name|Grace› is well.",
    "Our patient ‹person-name|Tommy› is well.",
    "Filed under ‹person-name|Holloway, Peter›.",
    "Signed by ‹person-name|J. Henderson› again.",
    "We thank ‹person-name|Anna Whitfield›, RN.",
    "It was ‹person-name|Whitaker›'s appointment.",
    "Then ‹person-name|Siobhan› laughed.",
    "The patient ‹person-name|J.S.› slept.",
    "Read about ‹person-name|Peter van Buren› here.",
    "She is called ‹person-name|Rose›, and she knits.",
    "my patient ‹person-name|john smith› is late",
    "Both ‹person-name|Emily› and ‹person-name|Carlos› came.",
    "dr. ‹person-name|patel› was on call",
    "The initials ‹person-name|D.R.› were on the bag.",
    "We said goodbye to ‹person-name|Zelphine Whitaker› with cake.",
  ]) func names(_ text: String) { expectEntities(text, ignoring: [.age]) }

  @Test(arguments: [
    "Parkinson's disease, Crohn's, and Hodgkin lymphoma.",
    "A Foley catheter, a Wells score of 3 and a Gleason score of 7.",
    "The Framingham Risk Score and the Babinski sign.",
    "Stevens-Johnson syndrome and Guillain-Barré syndrome.",
    "Charcot-Marie-Tooth disease is hereditary.",
    "Addison's disease was found in 2021.",
    "May we hope? Will you join us with grace?",
    "Mark your calendar. Hope is not a plan.",
    "Patience, please. Grace under fire.",
    "The Susan Komen Foundation funds it.",
    "Lou Gehrig's disease has no cure.",
    "Wash your hands. Bill your insurer.",
    "Johnson & Johnson and the Glasgow Coma Scale.",
    "MS affects many people. Vitamin D helps.",
    "Ask your nurse or doctor about it.",
    "Our Patient Portal is new. Patient Experience matters.",
    "Happy Nurses Week to everyone in Virginia and Georgia!",
    "On order since Easter, and the Kirkby Stephen day was lovely.",
    "Ten Tips To Keep Your Heart Healthy This Summer",
  ]) func notNames(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "She lives in ‹place|Ballwin, MO› now.",
    "He moved to ‹place|San Diego› with us.",
    "They came from ‹place|New York City› and ‹place|Boston, Massachusetts›.",
    "A farmer from ‹place|Boone County› came.",
    "The bus from ‹place|Galway› was late.",
    "She grew up in ‹place|Brooklyn, NY›.",
    "He flew in from ‹place|Melbourne› today.",
    "She is living in ‹place|Madison, Wisconsin› now.",
    "He is living in ‹place|County Cork›.",
  ]) func places(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "Reading is good for you. Mobile care is here.", "We love Texas and California.", "The orange bus is in the bath.",
    "Be kind in deed. Accident and emergency.", "Peculiar things happen.",
  ]) func notPlaces(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "Seen at ‹facility|Mercy Hospital› today.",
    "Treated at ‹facility|St. Luke's› and ‹facility|Mount Sinai›.",
    "Admitted to ‹facility|Northgate Medical Center› by ambulance.",
    "She was treated at ‹facility|Brookhollow› for years.",
    "Admitted to ‹facility|UCSF› overnight.",
    "The ‹facility|Royal Victoria Infirmary› is old.",
    "At ‹facility|Denver General› we waited.",
    "The ‹facility|Hospital for Sick Children› is here.",
    "A pt was seen at ‹facility|Emory› and ‹facility|Johns Hopkins›.",
    "The ‹facility|Children's Hospital of Philadelphia› called.",
  ]) func facilities(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "The hospital and our clinic are open.", "Public Health matters. Mental Health too.", "Visit the clinic in June.",
    "Born at Home, raised at Work.", "Ward 7 is full. The Medical Center is open.",
  ]) func notFacilities(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "Come to ‹address|123 Maple Street, Springfield, IL 62704› now.",
    "She lives at ‹address|12 elm street› alone.",
    "Send it to ‹address|P.O. Box 12› please.",
    "Crews were called to ‹address|Flat 3, Harbour View› this morning.",
    "At ‹address|45 W 34th St, Apt 4B› they waited.",
    "The crash on ‹address|Highway 9› was bad.",
    "Write to ‹address|22 Baker Street, London› then.",
    "Her zip code is ‹postal-code|62704› she said.",
    "Postcode ‹postal-code|SW1A 1AA›, or ‹postal-code|D02 X285›, or ‹postal-code|K1A 0B1›.",
    "In NSW ‹postal-code|2000› it rains.",
  ]) func addresses(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "We did 5 rounds on the ward.", "Take 10 steps. Drive safely.", "Room 204 is free, 20 percent Court costs.",
    "Codes ZZ9Z 9ZZ and A1B 2C3D.",
  ]) func notAddresses(_ text: String) { expectEntities(text) }
}
