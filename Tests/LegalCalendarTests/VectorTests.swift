import LegalCalendar
import Testing
import Vocabulary

/// The test vectors of the domain reference, section 2.1.
@Suite struct VectorTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    let origin: String
    let delay: Delay
    let raw: String
    let due: String
    let reason: String
    var testDescription: String { "\(origin) + \(delay)" }

    init(_ origin: String, _ delay: Delay, _ raw: String, _ due: String, _ reason: String = "") {
      self.origin = origin
      self.delay = delay
      self.raw = raw
      self.due = due
      self.reason = reason
    }
  }

  // swift-format-ignore
  static let forward: [Vector] = [
    Vector("2017-09-12", .months(2),       "2017-11-12", "2017-11-13", "dimanche"),
    Vector("2017-12-30", .months(2),       "2018-02-28", "2018-02-28"),
    Vector("2018-12-31", .months(2),       "2019-02-28", "2019-02-28"),
    Vector("2023-12-30", .months(2),       "2024-02-29", "2024-02-29"),
    Vector("2018-03-08", .months(2),       "2018-05-08", "2018-05-09", "8 mai"),
    Vector("2017-04-05", .months(2),       "2017-06-05", "2017-06-06", "lundi de Pentecôte"),
    Vector("2024-09-10", .months(2),       "2024-11-10", "2024-11-12", "dimanche, puis 11 novembre"),
    Vector("2017-06-15", .months(2),       "2017-08-15", "2017-08-16", "15 août"),
    Vector("2018-02-20", .months(3),       "2018-05-20", "2018-05-22", "dimanche, puis lundi de Pentecôte"),
    Vector("2024-01-15", .weeks(6),        "2024-02-26", "2024-02-26"),
    Vector("2024-12-02", .weeks(6),        "2025-01-13", "2025-01-13"),
    Vector("2018-05-31", .months(1),       "2018-06-30", "2018-07-02", "samedi"),
    Vector("2024-03-08", .workingDays(15), "2024-03-29", "2024-03-29"),
    // Beyond the reference: months before days, and the longer runs of closed days.
    Vector("2017-01-31", .months(1, andDays: 1), "2017-03-01", "2017-03-01"),
    Vector("2024-10-09", .months(1),       "2024-11-09", "2024-11-12", "samedi, puis 11 novembre"),
    Vector("2017-10-11", .months(1),       "2017-11-11", "2017-11-13", "11 novembre, puis dimanche"),
    Vector("2024-03-08", .months(2),       "2024-05-08", "2024-05-10", "8 mai, puis jeudi de l'Ascension"),
    Vector("2018-02-10", .days(50),        "2018-04-01", "2018-04-03", "dimanche, puis lundi de Pâques"),
    Vector("2017-03-01", .days(0),         "2017-03-01", "2017-03-01"),
  ]

  // swift-format-ignore
  static let backward: [Vector] = [
    Vector("2024-05-14", .workingDays(5),  "2024-05-03", "2024-05-03"),
    Vector("2024-05-14", .weeks(6),        "2024-04-02", "2024-04-02"),
    Vector("2018-04-17", .months(2),       "2018-02-17", "2018-02-16", "samedi"),
    Vector("2018-01-14", .months(2),       "2017-11-14", "2017-11-14"),
    Vector("2018-01-12", .months(2),       "2017-11-12", "2017-11-10", "dimanche, puis 11 novembre"),
    Vector("2018-04-30", .months(2),       "2018-02-28", "2018-02-28"),
    Vector("2025-03-18", .workingDays(5),  "2025-03-11", "2025-03-11"),
  ]

  @Test(arguments: forward) func aDelayEndsOnTheDayOfTheReference(_ vector: Vector) throws {
    let deadline = try LegalCalendar.metropole.deadline(
      origin: day(vector.origin), delay: vector.delay, rule: "T", article: "CPC art. 641")
    #expect(deadline.raw == (try day(vector.raw)))
    #expect(deadline.due == (try day(vector.due)))
    #expect(deadline.reason == vector.reason)
  }

  @Test(arguments: backward) func aDelayBeforeAHearingEndsOnTheDayOfTheReference(
    _ vector: Vector
  ) throws {
    let deadline = try LegalCalendar.metropole.latest(
      before: day(vector.origin), delay: vector.delay, rule: "T", article: "")
    #expect(deadline.origin == (try day(vector.origin)))
    #expect(deadline.raw == (try day(vector.raw)))
    #expect(deadline.due == (try day(vector.due)))
    #expect(deadline.reason == vector.reason)
  }

  @Test func aLatestDayMayStayWhereTheCountPutIt() throws {
    let hearing = try day("2018-04-17")
    let once = try LegalCalendar.metropole.latest(
      before: hearing, delay: .months(2), rule: "T", article: "", counting: .asCounted)
    #expect(once.due == (try day("2018-02-17")))
    #expect(once.reason.isEmpty)
    let always = try LegalCalendar(departement: "35", backward: .asCounted)
    let rule = try always.deadline(.assignPrefet, origin: hearing, decidedBy: day("2018-02-05"))
    #expect(rule.due == (try day("2018-02-17")))
  }

  @Test func theSilenceOfAnAdministrationIsNotExtended() throws {
    let deadline = try LegalCalendar.metropole.deadline(
      .cfpSilence, origin: day("2017-09-12"), decidedBy: day("2017-09-12"))
    #expect(deadline.due == (try day("2017-11-12")))  // A Sunday.
    #expect(deadline.reason.isEmpty)
  }

  @Test func aFullDelayLeavesOutItsLastDayToo() throws {
    let deadline = try LegalCalendar.metropole.deadline(
      .recoursTA, origin: day("2017-09-13"), decidedBy: day("2017-09-13"))
    #expect(deadline.raw == (try day("2017-11-14")))
    #expect(deadline.due == (try day("2017-11-14")))
  }

  @Test func anActThatMustWaitIsLawfulTheDayAfter() throws {
    let deadline = try LegalCalendar.metropole.deadline(
      origin: day("2024-01-15"), delay: .months(2), rule: "T", article: "")
    #expect(deadline.due == (try day("2024-03-15")))
    #expect(deadline.firstLawfulDay == (try day("2024-03-16")))
  }

  @Test func localHolidaysMoveADeadlineInTheirDepartementOnly() throws {
    let origin = try day("2024-03-08")
    let delay = Delay.workingDays(15)
    let alsace = try LegalCalendar(departement: "67")
    let moved = try alsace.deadline(origin: origin, delay: delay, rule: "T", article: "")
    #expect(moved.due == (try day("2024-04-02")))  // Good Friday, weekend, Easter Monday.
    let boxing = try alsace.deadline(
      origin: day("2017-10-25"), delay: .months(2), rule: "T", article: "")
    #expect(boxing.due == (try day("2017-12-27")))
    #expect(boxing.reason == "25 décembre, puis 26 décembre")
    let reunion = try LegalCalendar(departement: "974").deadline(
      origin: day("2017-10-20"), delay: .months(2), rule: "T", article: "")
    #expect(reunion.due == (try day("2017-12-21")))
    #expect(reunion.reason == "abolition de l'esclavage")
  }

  @Test(arguments: ["1999-12-31", "2101-01-01", "0001-01-01", "9999-12-31"])
  func aDayOutsideOfTheCalendarIsRefused(_ text: String) throws {
    let origin = try day(text)
    #expect(throws: RuleError.outsideCalendar(origin)) {
      try LegalCalendar.metropole.deadline(origin: origin, delay: .days(1), rule: "T", article: "")
    }
    #expect(throws: RuleError.outsideCalendar(origin)) {
      try LegalCalendar.metropole.latest(before: origin, delay: .days(1), rule: "T", article: "")
    }
  }

  @Test func aCountThatLeavesTheCalendarIsRefused() throws {
    let last = try day("2100-12-30")
    #expect(throws: RuleError.outsideCalendar(try day("2101-01-30"))) {
      try LegalCalendar.metropole.deadline(origin: last, delay: .months(1), rule: "T", article: "")
    }
    let longest = try #require(
      Delay(
        months: Delay.limit, weeks: Delay.limit, days: Delay.limit, workingDays: Delay.limit))
    #expect(throws: RuleError.self) {
      try LegalCalendar.metropole.deadline(origin: last, delay: longest, rule: "T", article: "")
    }
  }
}
