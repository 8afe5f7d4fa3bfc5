import LegalCalendar
import Testing
import Vocabulary

@Suite struct HolidayTests {
  // swift-format-ignore
  @Test(arguments: [
    (2017, "2017-04-17", "2017-05-25", "2017-06-05"), (2018, "2018-04-02", "2018-05-10", "2018-05-21"),
    (2019, "2019-04-22", "2019-05-30", "2019-06-10"), (2020, "2020-04-13", "2020-05-21", "2020-06-01"),
    (2021, "2021-04-05", "2021-05-13", "2021-05-24"), (2022, "2022-04-18", "2022-05-26", "2022-06-06"),
    (2023, "2023-04-10", "2023-05-18", "2023-05-29"), (2024, "2024-04-01", "2024-05-09", "2024-05-20"),
    (2025, "2025-04-21", "2025-05-29", "2025-06-09"), (2026, "2026-04-06", "2026-05-14", "2026-05-25"),
    (2027, "2027-03-29", "2027-05-06", "2027-05-17"), (2028, "2028-04-17", "2028-05-25", "2028-06-05"),
  ])
  func movableHolidaysFallWhereTheReferenceSays(
    _ year: Int, _ easterMonday: String, _ ascension: String, _ whitMonday: String
  ) throws {
    let calendar = LegalCalendar.metropole
    #expect(calendar.holidayName(on: try day(easterMonday)) == "lundi de Pâques")
    #expect(calendar.holidayName(on: try day(ascension)) == "jeudi de l'Ascension")
    #expect(calendar.holidayName(on: try day(whitMonday)) == "lundi de Pentecôte")
    #expect(Easter.sunday(of: year) == (try day(easterMonday)).adding(days: -1))
  }

  @Test func aYearHasItsElevenHolidaysInOrder() {
    let names = LegalCalendar.metropole.holidays(in: 2017).map { "\($0.day) \($0.name)" }
    #expect(
      names == [
        "2017-01-01 1er janvier", "2017-04-17 lundi de Pâques", "2017-05-01 1er mai",
        "2017-05-08 8 mai", "2017-05-25 jeudi de l'Ascension", "2017-06-05 lundi de Pentecôte",
        "2017-07-14 14 juillet", "2017-08-15 15 août", "2017-11-01 1er novembre",
        "2017-11-11 11 novembre", "2017-12-25 25 décembre",
      ])
  }

  /// Days that the package lists and the law does not: local usage, closed offices, but no public
  /// holiday of the code du travail. Counted from Easter Sunday.
  static func usage(_ departement: String, _ year: Int) throws -> Set<Day> {
    let easter = try #require(Easter.sunday(of: year))
    let schoelcher = try #require(Day(year: year, month: 7, day: 21))
    switch departement {
    case "971": return [easter.adding(days: -24), easter.adding(days: -2), schoelcher]
    case "972": return [schoelcher]
    case "978": return year >= 2012 ? [schoelcher] : []
    default: return []
    }
  }

  /// Public holidays that the package leaves out: Whit Monday in the three years in which it was
  /// the default solidarity day.
  static func missing(_ year: Int) throws -> Set<Day> {
    let easter = try #require(Easter.sunday(of: year))
    return (2005...2007).contains(year) ? [easter.adding(days: 50)] : []
  }

  @Test func holidaysAgreeWithThePythonPackageInEveryTerritory() throws {
    let rows = try Fixture.rows("holidays.csv")
    #expect(rows.count == 10 * 101)
    for row in rows {
      let departement = String(row[0])
      let year = try #require(Int(row[1]))
      let listed = try row[2].split(separator: " ").map {
        try day("\(year)-\($0.prefix(2))-\($0.suffix(2))")
      }
      let expected = Set(listed).subtracting(try Self.usage(departement, year))
        .union(try Self.missing(year))
      let calendar = try LegalCalendar(departement: departement)
      #expect(
        Set(calendar.holidays(in: year).map(\.day)) == expected, "\(departement) in \(year)")
      #expect(expected.allSatisfy(calendar.isHoliday), "\(departement) in \(year)")
    }
  }

  @Test func askingADayAgreesWithTheListOfItsYear() throws {
    for departement in ["35", "68", "971"] {
      let calendar = try LegalCalendar(departement: departement)
      for year in [2008, 2017, 2024] {
        let listed = Set(calendar.holidays(in: year).map(\.day))
        let first = try #require(Day(year: year, month: 1, day: 1))
        let asked = (0..<366).map(first.adding).filter {
          $0.components.year == year && calendar.isHoliday($0)
        }
        #expect(Set(asked) == listed)
      }
    }
  }

  @Test(arguments: ["67", "68", "57"]) func alsaceAndMoselleAddTwoDays(_ departement: String) throws
  {
    let calendar = try LegalCalendar(departement: departement)
    #expect(calendar.holidayName(on: try day("2024-03-29")) == "vendredi saint")
    #expect(calendar.holidayName(on: try day("2017-12-26")) == "26 décembre")
    #expect(calendar.holidays(in: 2017).count == 13)
  }

  @Test(arguments: [
    ("971", "2017-05-27"), ("972", "2017-05-22"), ("973", "2017-06-10"), ("974", "2017-12-20"),
    ("976", "2017-04-27"), ("977", "2017-10-09"), ("978", "2017-05-28"),
  ])
  func eachOverseasDepartementRemembersTheAbolition(_ departement: String, _ text: String) throws {
    let calendar = try LegalCalendar(departement: departement)
    #expect(calendar.holidayName(on: try day(text)) == "abolition de l'esclavage")
    #expect(!LegalCalendar.metropole.isHoliday(try day(text)))
    #expect(calendar.isOverseas)
  }

  @Test(arguments: [
    "", "0", "00", "20", "96", "99", "1", "035", "2C", "2a", "970", "979", "9٧", "é1",
  ])
  func anUnknownDepartementIsRefused(_ code: String) {
    #expect(throws: RuleError.unknownDepartement) { try LegalCalendar(departement: code) }
  }

  @Test(arguments: [
    "01", "19", "2A", "2B", "21", "35", "75", "93", "95", "971", "978", "69M", "69D",
  ])
  func aKnownDepartementIsTaken(_ code: String) throws {
    #expect(try LegalCalendar(departement: code).departement == code)
  }

  // swift-format-ignore
  @Test(arguments: [
    ("2017-11-10", true,  true), ("2017-11-11", false, false), ("2017-11-12", false, false),
    ("2017-11-18", false, true), ("2017-06-05", false, false), ("2024-03-29", true,  true),
  ])
  func aSaturdayIsNotWorkedButAllowsService(_ text: String, _ worked: Bool, _ service: Bool) throws {
    let calendar = LegalCalendar.metropole
    #expect(calendar.isWorkingDay(try day(text)) == worked)
    #expect(calendar.allowsService(on: try day(text)) == service)
  }

  @Test func yearsBeforeTheGregorianCalendarHaveNoEaster() {
    #expect(Easter.sunday(of: 1582) == nil)
    #expect(Easter.sunday(of: 10_000) == nil)
    #expect(LegalCalendar.metropole.holidays(in: 10_000).isEmpty)
  }
}
