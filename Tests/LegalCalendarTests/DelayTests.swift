import LegalCalendar
import Testing
import Vocabulary

@Suite struct DelayTests {
  // swift-format-ignore
  @Test(arguments: [
    (Delay.months(2),             "2 mois"),
    (.months(36),                 "36 mois"),
    (.months(1, andDays: 15),     "1 mois et 15 jours"),
    (.weeks(6),                   "6 semaines"),
    (.weeks(1),                   "1 semaine"),
    (.days(1),                    "1 jour"),
    (.workingDays(1),             "1 jour ouvré"),
    (.workingDays(15),            "15 jours ouvrés"),
    (.days(0),                    "0 jour"),
  ])
  func aDelayReadsAsFrench(_ delay: Delay, _ text: String) {
    #expect(delay.description == text)
  }

  @Test(arguments: [-1, Delay.limit + 1, Int.min, Int.max])
  func aDelayFromOutsideIsBounded(_ count: Int) {
    #expect(Delay(months: count) == nil)
    #expect(Delay(weeks: count) == nil)
    #expect(Delay(days: count) == nil)
    #expect(Delay(workingDays: count) == nil)
  }

  @Test func monthsAndDaysAgreeWithDateutil() throws {
    let rows = try Fixture.rows("months.csv")
    #expect(rows.count == 4_000)
    let calendar = LegalCalendar.metropole
    for row in rows {
      let origin = try day(row[0])
      let months = try #require(Int(row[1]))
      let days = try #require(Int(row[2]))
      let delay = Delay.months(abs(months), andDays: abs(days))
      let result =
        months < 0 || days < 0
        ? try calendar.latest(before: origin, delay: delay, rule: "T", article: "").raw
        : try calendar.deadline(origin: origin, delay: delay, rule: "T", article: "").raw
      #expect(result == (try day(row[3])), "\(row.joined(separator: ","))")
    }
  }

  @Test func monthsBeyondTheYearsOfADateGiveNothing() throws {
    let origin = try day("2017-03-22")
    #expect(origin.adding(months: 8_000 * 12) == nil)
    #expect(origin.adding(months: -2_017 * 12) == nil)
    #expect(origin.adding(months: Int.max) == nil)
    #expect(origin.adding(months: Int.min) == nil)
    #expect(origin.adding(months: -2_016 * 12) == (try day("0001-03-22")))
  }

  @Test func thirtySixInstalmentsKeepTheirQuantieme() throws {
    let first = try day("2018-07-10")
    #expect(first.adding(months: 35) == (try day("2021-06-10")))
  }
}
