import FoundationEssentials
import Testing
import Vocabulary

@Suite struct DayTests {
  static let first = Day(year: 1900, month: 1, day: 1)
  static let last = Day(year: 2200, month: 12, day: 31)

  @Test func everyDayOfThreeCenturiesSurvivesTheRoundTrip() throws {
    let (first, last) = (try #require(Self.first), try #require(Self.last))
    var expected = (year: 1900, month: 1, day: 1)
    var weekday = 0  // 1 January 1900 was a Monday.
    for ordinal in first.ordinal...last.ordinal {
      let day = Day(ordinal: ordinal)
      let (year, month, number) = day.components
      // One comparison for each day keeps the test quick; the message names the day.
      guard (year, month, number) == expected, Day(year: year, month: month, day: number) == day,
        Day(day.description) == day, day.weekday == Weekday.allCases[weekday]
      else {
        Issue.record("ordinal \(ordinal) reads \(day), expected \(expected)")
        return
      }
      expected = Self.next(after: expected)
      weekday = (weekday + 1) % 7
    }
    #expect(expected == (2201, 1, 1))
  }

  /// The next date by the rule that children learn, with no arithmetic shared with `Day`.
  static func next(after date: (year: Int, month: Int, day: Int)) -> (
    year: Int, month: Int, day: Int
  ) {
    let leap = date.year % 400 == 0 || (date.year % 4 == 0 && date.year % 100 != 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if date.day < lengths[date.month - 1] { return (date.year, date.month, date.day + 1) }
    return date.month < 12 ? (date.year, date.month + 1, 1) : (date.year + 1, 1, 1)
  }

  // swift-format-ignore
  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday), ("2000-02-29", 11_016, .tuesday),
    ("2017-03-22", 17_247, .wednesday),  ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
  ])
  func aDayIsCountedFrom1970(_ text: String, _ ordinal: Int, _ weekday: Weekday) throws {
    let day = try #require(Day(text))
    #expect(day.ordinal == ordinal)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test(arguments: [
    "", " ", "2017", "2017-03", "2017-3-22", "17-03-22", "2017/03/22", "20170322", "2017-03-22 ",
    " 2017-03-22", "2017-03-22T00:00:00Z", "2017-02-29", "2018-02-30", "2100-02-29", "2017-04-31",
    "2017-00-10", "2017-13-10", "2017-01-00", "2017-01-32", "0000-01-01", "-001-01-01",
    "+017-01-01", "2017-+1-01", "2017-01--1", "2O17-01-01", "٢٠١٧-٠١-٠١", "2017‐01‐01",
    "22-03-2017", "2017-03-2a", "2017-03-22\0", "\u{FEFF}2017-03-2",
  ])
  func badTextIsNotADay(_ text: String) {
    #expect(Day(text) == nil)
  }

  // swift-format-ignore
  @Test(arguments: [
    (0, 1, 1), (10_000, 1, 1), (2017, 0, 1), (2017, 13, 1), (2017, 2, 29), (1900, 2, 29), (2017, 4, 31),
    (2017, 1, 0), (2017, 1, -1), (.min, 1, 1), (.max, 1, 1), (2017, .max, 1), (2017, 1, .max),
  ])
  func aDateThatDoesNotExistIsNotADay(_ year: Int, _ month: Int, _ day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func daysCompareAndCountLikeNumbers() throws {
    let origin = try #require(Day("2017-12-31"))
    let next = origin.adding(days: 1)
    #expect(next.description == "2018-01-01")
    #expect(origin < next)
    #expect(next.days(since: origin) == 1)
    #expect(origin.days(since: next) == -1)
    #expect(next.adding(days: -1) == origin)
  }

  @Test func aDayTravelsAsItsDate() throws {
    let day = try #require(Day("2017-03-22"))
    let bytes = try JSONEncoder().encode([day])
    #expect(String(decoding: bytes, as: UTF8.self) == #"["2017-03-22"]"#)
    #expect(try JSONDecoder().decode([Day].self, from: bytes) == [day])
  }

  @Test(arguments: [#"["2017-02-30"]"#, "[17247]", "[null]", #"[""]"#])
  func aBadDateInAMessageIsRefused(_ json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Day].self, from: Data(json.utf8))
    }
  }
}
