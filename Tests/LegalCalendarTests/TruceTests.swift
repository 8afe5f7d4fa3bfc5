import LegalCalendar
import Testing
import Vocabulary

@Suite struct TruceTests {
  // swift-format-ignore
  @Test(arguments: [
    (2010, "2010-11-01", "2011-03-15"), (2012, "2012-11-01", "2013-03-15"), (2013, "2013-11-01", "2014-03-31"),
    (2016, "2016-11-01", "2017-03-31"), (2017, "2017-11-01", "2018-03-31"), (2018, "2018-11-01", "2019-03-31"),
    (2019, "2019-11-01", "2020-07-10"), (2020, "2020-11-01", "2021-05-31"), (2021, "2021-11-01", "2022-03-31"),
    (2025, "2025-11-01", "2026-03-31"),
  ])
  func eachWinterHasItsDates(_ winter: Int, _ first: String, _ last: String) throws {
    let calendar = LegalCalendar.metropole
    let (start, end) = (try day(first), try day(last))
    for inside in [start, start.adding(days: 80), end] {
      let truce = try #require(calendar.truce(on: inside))
      #expect(truce.start == start)
      #expect(truce.end == end)
      #expect(!truce.article.isEmpty)
      #expect(calendar.firstDayOutsideTruce(onOrAfter: inside) == end.adding(days: 1))
    }
    for outside in [start.adding(days: -1), end.adding(days: 1)] {
      #expect(calendar.truce(on: outside) == nil)
      #expect(calendar.firstDayOutsideTruce(onOrAfter: outside) == outside)
    }
  }

  @Test func everyWinterOfTheCalendarHasExactlyOneTruce() throws {
    for winter in 1999...2100 {
      let covering = TruceTable.metropole.rules.filter { $0.winters.contains(winter) }
      #expect(covering.count == 1, "winter \(winter)")
      #expect(TruceTable.metropole.truce(ofWinter: winter) != nil)
    }
    #expect(LegalCalendar.metropole.truce(on: try day("2000-01-01")) != nil)
    #expect(LegalCalendar.metropole.truce(on: try day("2100-12-31")) != nil)
  }

  @Test func overseasTheTruceOfTheMetropoleIsMarkedDoubtful() throws {
    let inside = try day("2017-12-01")
    let assumed = try #require(LegalCalendar(departement: "973").truce(on: inside))
    let known = try #require(LegalCalendar(departement: "35").truce(on: inside))
    #expect(assumed.certainty == .low)
    #expect(known.certainty == .law)
    #expect(assumed.end == known.end)
  }

  @Test func thePrefetsDatesReplaceTheTable() throws {
    let start = try #require(TruceRule.MonthDay(month: 12, day: 1))
    let end = try #require(TruceRule.MonthDay(month: 3, day: 15))
    let table = TruceTable(rules: [
      TruceRule(
        winters: 2017...2030, start: start, end: end, article: "arrêté du préfet",
        certainty: .parameter)
    ])
    let calendar = try LegalCalendar(departement: "973", truces: table)
    #expect(calendar.truce(on: try day("2017-11-15")) == nil)
    #expect(calendar.truce(on: try day("2018-03-15"))?.certainty == .parameter)
    let january = try day("2018-01-01")
    #expect(calendar.firstDayOutsideTruce(onOrAfter: january) == (try day("2018-03-16")))
  }

  @Test(arguments: [(2, 29), (0, 1), (13, 1), (4, 31), (1, 0)])
  func aTruceCannotBeginOnADateThatSomeYearsLack(_ month: Int, _ day: Int) {
    #expect(TruceRule.MonthDay(month: month, day: day) == nil)
  }
}
