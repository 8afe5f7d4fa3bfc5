import Testing
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Compared with the IANA time zone database, as `Fixtures/generate-zones.py` read it.
@Suite struct LegalZoneTests {
  /// An offset, and the instant from which it holds.
  struct Change: Sendable {
    let instant: Int
    let offset: Int
  }

  private static func changes(file: String = #filePath) throws -> [String: [Change]] {
    let path = URL(filePath: file).deletingLastPathComponent()
      .appending(path: "Fixtures/zones.csv")
    let lines = String(decoding: try Data(contentsOf: path), as: UTF8.self).split(separator: "\n")
    return try lines.dropFirst().reduce(into: [:]) { found, line in
      let fields = line.split(separator: ",")
      found[String(fields[0]), default: []].append(
        Change(instant: try #require(Int(fields[1])), offset: try #require(Int(fields[2]))))
    }
  }

  private static let hours = stride(from: 1_483_228_800, to: 2_082_758_400, by: 3_600)

  @Test(arguments: ["75", "971", "972", "973", "974", "975", "976", "977", "978"])
  func everyHourOf2017To2035HasTheOffsetAndTheDayOfTheTimeZoneDatabase(
    _ departement: String
  ) throws {
    let zone = LegalZone(departement: departement)
    let changes = try #require(try Self.changes()[departement])
    var place = 0
    var wrong: [Int] = []
    for instant in Self.hours {
      while place + 1 < changes.count, changes[place + 1].instant <= instant { place += 1 }
      let offset = changes[place].offset
      // The hours are whole, and so are the offsets: a day begins at an hour.
      let day = (instant + offset) / 86_400
      if zone.offset(at: instant) != offset || zone.day(at: instant).ordinal != day {
        wrong.append(instant)
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) hours, the first \(wrong.first ?? 0)")
  }

  @Test(arguments: [
    // 2017-09-14T23:30:00Z is the next day in Paris and further east, not in America.
    ("93", 1_505_431_800, "2017-09-15"), ("974", 1_505_431_800, "2017-09-15"),
    ("971", 1_505_431_800, "2017-09-14"), ("975", 1_505_431_800, "2017-09-14"),
    // The last second of a day, and the first of the next.
    ("2A", 1_483_225_199, "2016-12-31"), ("2A", 1_483_225_200, "2017-01-01"),
    ("971", 1_483_243_199, "2016-12-31"), ("971", 1_483_243_200, "2017-01-01"),
    ("974", 1_483_214_399, "2016-12-31"), ("974", 1_483_214_400, "2017-01-01"),
    // Before 1970.
    ("93", -3_601, "1969-12-31"), ("93", -3_600, "1970-01-01"),
  ])
  func anInstantBelongsToTheDayOfTheDepartement(
    _ departement: String, _ instant: Int, _ expected: String
  ) {
    #expect(LegalZone(departement: departement).day(at: instant).description == expected)
  }

  @Test(arguments: LegalZone.allCases, [Int.min, Int.max])
  func anInstantBeyondTheCalendarStopsNothing(_ zone: LegalZone, _ instant: Int) {
    #expect([1, 9999].contains(zone.day(at: instant).components.year))
  }

  // The instants come from Python's zoneinfo, Europe/Paris.
  private static let paris: [(instant: Int, offset: Int, day: String)] = [
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

  @Test(arguments: paris)
  func anInstantInParisHasItsOffsetAndDay(_ row: (instant: Int, offset: Int, day: String)) {
    #expect(LegalZone.paris.offset(at: row.instant) == row.offset)
    #expect(LegalZone.paris.day(at: row.instant).description == row.day)
  }

  @Test(arguments: 1996...2100, [LegalZone.paris, .miquelon])
  func eachYearHasOneSummerOf30To34Weeks(_ year: Int, _ zone: LegalZone) throws {
    let first = try #require(Day(year: year, month: 1, day: 1)).ordinal * 24
    let last = try #require(Day(year: year + 1, month: 1, day: 1)).ordinal * 24
    let winter = zone.offset(at: first * 3_600)
    let hours = (first..<last).map { zone.offset(at: $0 * 3_600) == winter + 3_600 }
    #expect(zip(hours, hours.dropFirst()).count { $0 != $1 } == 2)
    // In North America both changes are at 02:00 of the time that ends: an hour less of UTC.
    let lengths = zone == .paris ? [30 * 168, 31 * 168] : [34 * 168 - 1]
    #expect(lengths.contains(hours.count { $0 }))
  }
}
