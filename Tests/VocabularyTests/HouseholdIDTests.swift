import FoundationEssentials
import Testing
import Vocabulary

@Suite struct HouseholdIDTests {
  static let text = "0188f3c2-7a4b-7cde-8f01-23456789abcd"

  @Test func anIdentifierSurvivesTheRoundTrip() throws {
    let id = try #require(HouseholdID(Self.text))
    #expect(id.high == 0x0188_f3c2_7a4b_7cde)
    #expect(id.low == 0x8f01_2345_6789_abcd)
    #expect(id.description == Self.text)
    #expect(HouseholdID(Self.text.uppercased()) == id)
    let bytes = try JSONEncoder().encode([id])
    #expect(String(decoding: bytes, as: UTF8.self) == "[\"\(Self.text)\"]")
    #expect(try JSONDecoder().decode([HouseholdID].self, from: bytes) == [id])
  }

  @Test(arguments: [
    (UInt64.min, UInt64.min, "00000000-0000-0000-0000-000000000000"),
    (.max, .max, "ffffffff-ffff-ffff-ffff-ffffffffffff"),
    (1, 2, "00000000-0000-0001-0000-000000000002"),
  ])
  func theBitsStandInOrder(_ high: UInt64, _ low: UInt64, _ text: String) {
    #expect(HouseholdID(high: high, low: low).description == text)
    #expect(HouseholdID(text) == HouseholdID(high: high, low: low))
  }

  @Test(arguments: [
    "", "0188f3c2", "0188f3c27a4b7cde8f0123456789abcd", "{0188f3c2-7a4b-7cde-8f01-23456789abcd}",
    "0188f3c2-7a4b-7cde-8f01-23456789abcg", "0188f3c2-7a4b-7cde-8f01-23456789abc",
    "0188f3c2-7a4b-7cde-8f01-23456789abcde", "0188f3c27-a4b-7cde-8f01-23456789abcd",
    "-188f3c2-7a4b-7cde-8f01-23456789abcd", "0188f3c2-7a4b-7cde-8f01-23456789abc\u{661}",
    "0188f3c2-7a4b-7cde-8f01-23456789abcd\n",
  ])
  func badTextIsNotAnIdentifier(_ text: String) {
    #expect(HouseholdID(text) == nil)
  }

  @Test func identifiersAreOrderedByTheirBits() {
    #expect(HouseholdID(high: 0, low: .max) < HouseholdID(high: 1, low: 0))
    #expect(HouseholdID(high: 1, low: 0) < HouseholdID(high: 1, low: 1))
  }

  @Test func aBadIdentifierInAMessageIsRefused() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([HouseholdID].self, from: Data(#"["x"]"#.utf8))
    }
  }
}
