import Testing
import Vocabulary

@testable import Settings

@Suite("The civil day in Paris")
struct ParisTimeTests {
  // The instants come from Python's zoneinfo, Europe/Paris.
  static let rows: [(instant: Int, offset: Int, day: String)] = [
    (828_233_999, 3_600, "1996-03-31"),
    (828_234_000, 7_200, "1996-03-31"),
    (846_377_999, 7_200, "1996-10-27"),
    (846_378_000, 3_600, "1996-10-27"),
    (1_490_489_999, 3_600, "2017-03-26"),
    (1_490_490_000, 7_200, "2017-03-26"),
    (1_509_238_799, 7_200, "2017-10-29"),
    (1_509_238_800, 3_600, "2017-10-29"),
    (1_585_443_599, 3_600, "2020-03-29"),
    (1_585_443_600, 7_200, "2020-03-29"),
    (1_603_587_599, 7_200, "2020-10-25"),
    (1_603_587_600, 3_600, "2020-10-25"),
    (1_774_745_999, 3_600, "2026-03-29"),
    (1_774_746_000, 7_200, "2026-03-29"),
    (1_792_889_999, 7_200, "2026-10-25"),
    (1_792_890_000, 3_600, "2026-10-25"),
    (2_121_901_199, 3_600, "2037-03-29"),
    (2_121_901_200, 7_200, "2037-03-29"),
    (2_140_045_199, 7_200, "2037-10-25"),
    (2_140_045_200, 3_600, "2037-10-25"),
    (1_483_225_199, 3_600, "2016-12-31"),
    (1_483_225_200, 3_600, "2017-01-01"),
    (1_490_137_199, 3_600, "2017-03-21"),
    (1_490_137_200, 3_600, "2017-03-22"),
    (1_499_983_199, 7_200, "2017-07-13"),
    (1_499_983_200, 7_200, "2017-07-14"),
    (1_514_674_799, 3_600, "2017-12-30"),
    (1_514_674_800, 3_600, "2017-12-31"),
    (1_704_063_599, 3_600, "2023-12-31"),
    (1_704_063_600, 3_600, "2024-01-01"),
    (1_711_061_999, 3_600, "2024-03-21"),
    (1_711_062_000, 3_600, "2024-03-22"),
    (1_720_907_999, 7_200, "2024-07-13"),
    (1_720_908_000, 7_200, "2024-07-14"),
    (1_735_599_599, 3_600, "2024-12-30"),
    (1_735_599_600, 3_600, "2024-12-31"),
    (1_483_225_200, 3_600, "2017-01-01"),
    (1_456_700_400, 3_600, "2016-02-29"),
  ]

  @Test("An instant has the day and the offset of the time zone database", arguments: rows)
  func anInstantHasItsDay(_ row: (instant: Int, offset: Int, day: String)) {
    #expect(ParisTime.offset(at: row.instant) == row.offset)
    #expect(ParisTime.day(at: row.instant).description == row.day)
    #expect(SystemBusinessClock(secondsSince1970: { row.instant }).today().description == row.day)
  }

  @Test("Each year has one summer, of 30 or 31 weeks", arguments: 1996...2100)
  func eachYearHasOneSummer(_ year: Int) throws {
    let first = try #require(Day(year: year, month: 1, day: 1)).ordinal * 24
    let last = try #require(Day(year: year + 1, month: 1, day: 1)).ordinal * 24
    let hours = (first..<last).map { ParisTime.offset(at: $0 * 3_600) == 7_200 }
    #expect(zip(hours, hours.dropFirst()).count { $0 != $1 } == 2)
    #expect([30 * 168, 31 * 168].contains(hours.count { $0 }))
  }
}
