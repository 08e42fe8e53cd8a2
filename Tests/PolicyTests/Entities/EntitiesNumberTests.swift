import Testing

@testable import Policy

@Suite struct EntitiesNumberTests {
  @Test(arguments: [
    "Call ‹phone|(216) 555-0199› or ‹phone|216.555.0199 ext. 12›.",
    "Ring ‹phone|020 7946 0958› or ‹phone|+353 87 123 4567›.",
    "Lifeline ‹phone|1300 123 456›, ‹phone|1-800-FLOWERS›.",
    "Text ‹phone|five five five one two three four› please.",
    "Fax: ‹fax|216-555-0100› works.",
    "Same phone (‹phone|330-555-0187›) as before.",
    "My mobile is ‹phone|07700 900123›.",
    "Phone ‹phone|5 5 5 1 2 3 4 5 6 7› now.",
  ]) func phones(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "In danger call 911, 999 or 112; in crisis 988, else 111.", "We gave 12 500 doses.", "Scores 3-4-5 and 10-12.",
    "In 2019-2020 we had 1,234,567 visits.",
  ]) func notPhones(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "SSN ‹national-id|219-09-9999› or ‹national-id|219 09 9999›.",
    "NHS number ‹national-id|943 476 5919›.",
    "PPSN ‹national-id|1234567T› here.",
    "SIN ‹national-id|130 692 544› here.",
    "Medicare ‹national-id|2123 45670 1› here.",
    "National insurance ‹national-id|AB123456C› it says.",
    "Her plan is ‹plan-number|1EG4-TE5-MK73› now.",
    "Paid from ‹account-number|GB29 NWBK 6016 1331 9268 19› today.",
    "Card ‹account-number|4111 1111 1111 1111› was used.",
    "The car ‹vehicle-id|1M8GDM9AXKP042788› was towed.",
    "The blue van ‹vehicle-id|NJ21 KVF› and the red one, ‹vehicle-id|KP18ZWX›, block the bay.",
    "A silver hatchback, ‹vehicle-id|191-D-55480›, stands by the gate.",
    "The slide ‹record-number|S24-118302› and the script ‹other-number|RX0044192› are ready.",
    "Prescriber ‹licence-number|AB1234563› signed.",
    "Implant ‹device-id|(01)00851234567893(17)261231(21)A1B2› is recalled.",
    "Server ‹ip-address|192.168.1.20›, ‹ip-address|2001:db8::1›, ‹device-id|00:1B:44:11:3A:B7›.",
  ]) func checkedNumbers(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "Order 666-12-1234 shipped.", "Order 000-12-1234 shipped.", "The sum 4111 1111 1111 1112 is wrong.",
    "The code 1234567A is none.", "Release 300.168.1.20 is no address.", "Part AB1234564 fits.",
    "The ward has 191-D beds.", "Plan QI21 KVF was dropped, NJ95 KVF too.", "Use MMXX 2021 ABC.",
  ]) func uncheckedNumbers(_ text: String) { expectEntities(text, ignoring: [.otherNumber]) }

  @Test(arguments: [
    "MRN ‹record-number|00417› today.",
    "MRN: ‹record-number|#SF-4471›.",
    "Medical record number is ‹record-number|88-1234›.",
    "Chart ‹record-number|44121› is open.",
    "Accession ‹record-number|S26-10442› came back.",
    "Acct# ‹account-number|12345› is due.",
    "Policy number ‹plan-number|HP-4471› lapsed.",
    "Her insurance ID is ‹plan-number|ABC-998›.",
    "NPI ‹licence-number|1234567893› on the form.",
    "Driver's license no. ‹licence-number|D1234-567› was copied.",
    "S/N ‹device-id|88213X› was replaced.",
    "License plate ‹vehicle-id|ABC 1234› in bay two.",
    "Claim no. ‹other-number|88-1234› was denied.",
    "SSN ending ‹national-id|6789› they said.",
    "Member ‹plan-number|XQH 8829 04417› called.",
    "MRN ‹record-number|0000 1234› on the badge.",
  ]) func cuedCodes(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "In case 12 patients come, room 204 is free.", "Our insurance covered 2000 patients in 2023.",
    "This hospital in 2023 had 350 beds.", "We order 5 pizzas.", "The study followed 12,000 people.",
    "Group 3 meets at the desk.", "Patient 360 is our portal.",
  ]) func everydayNumbers(_ text: String) { expectEntities(text) }

  @Test(arguments: [
    "Mail ‹email|a.b@c.org› or ‹email|anna at clinic dot org›.",
    "See ‹url|https://x.org/y› by ‹handle|@anna_b› ‹hashtag|#LateAgain2026›.",
  ]) func internetNames(_ text: String) { expectEntities(text) }

  @Test func checksums() {
    #expect(Checksum.npi([1, 2, 3, 4, 5, 6, 7, 8, 9, 3]))
    #expect(!Checksum.npi([1, 2, 3, 4, 5, 6, 7, 8, 9, 4]))
    #expect(!Checksum.npi([3, 2, 3, 4, 5, 6, 7, 8, 9, 3]))
    #expect(Checksum.nhs([9, 4, 3, 4, 7, 6, 5, 9, 1, 9]))
    #expect(!Checksum.nhs([9, 4, 3, 4, 7, 6, 5, 9, 1, 8]))
    #expect(Checksum.dea([1, 2, 3, 4, 5, 6, 3]))
    #expect(!Checksum.dea([1, 2, 3, 4, 5, 6, 4]))
    #expect(Checksum.ppsn([1, 2, 3, 4, 5, 6, 7], check: UInt8(ascii: "t"), second: nil))
    #expect(!Checksum.ppsn([1, 2, 3, 4, 5, 6, 7], check: UInt8(ascii: "a"), second: nil))
    #expect(Checksum.vin(Array("1m8gdm9axkp042788".utf8)))
    #expect(!Checksum.vin(Array("1m8gdm9a1kp042788".utf8)))
    #expect(Checksum.iban(Array("gb29nwbk60161331926819".utf8)))
    #expect(!Checksum.iban(Array("gb28nwbk60161331926819".utf8)))
    #expect(Checksum.routing([0, 2, 1, 0, 0, 0, 0, 2, 1]))
    #expect(!Checksum.routing([0, 2, 1, 0, 0, 0, 0, 2, 2]))
    #expect(Checksum.taxFile([1, 2, 3, 4, 5, 6, 7, 8, 2]))
    #expect(!Checksum.taxFile([1, 2, 3, 4, 5, 6, 7, 8, 3]))
    #expect(Checksum.australianMedicare([2, 1, 2, 3, 4, 5, 6, 7, 0, 1]))
    #expect(!Checksum.australianMedicare([2, 1, 2, 3, 4, 5, 6, 7, 1, 1]))
  }
}
