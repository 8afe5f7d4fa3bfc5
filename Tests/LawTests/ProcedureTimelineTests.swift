import LegalCalendar
import Testing
import Vocabulary

@testable import amontctl

/// The dates of whole procedures.
@Suite struct ProcedureTimelineTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func due(_ rule: RuleID, in timeline: ProcedureTimeline) throws -> [String?] {
    try timeline.lines().filter { $0.rule == rule.rawValue }.map(\.due)
  }

  @Test func aProcedureOf2017HasTheDatesOf2017() throws {
    let timeline = try ProcedureTimeline(
      calendar: LegalCalendar(departement: "93"),
      days: [
        .bail: day("2015-03-01"), .commandement: day("2017-09-12"),
        .assignation: day("2018-02-05"), .audience: day("2018-04-17"), .cql: day("2018-06-01"),
        .demandeCFP: day("2018-08-03"),
      ])
    #expect(try due(.cdpDelai, in: timeline) == ["2017-11-13"])
    #expect(try due(.assignPrefet, in: timeline) == ["2018-02-16"])
    #expect(try due(.dsfRemise, in: timeline) == ["2018-04-16"])
    #expect(try due(.cqlDelai, in: timeline) == ["2018-08-01"])
    #expect(try due(.cfpSilence, in: timeline) == ["2018-10-03"])
  }

  @Test func aLeaseOf2024HasSixWeeksAndOneOf2015HasTwoMonths() throws {
    for (lease, end) in [("2024-01-01", "2024-05-13"), ("2015-03-01", "2024-06-03")] {
      let timeline = try ProcedureTimeline(
        calendar: .metropole, days: [.bail: day(lease), .commandement: day("2024-04-01")])
      #expect(try due(.cdpDelai, in: timeline) == [end])
    }
  }

  @Test func whatCannotBeDecidedIsSaidAndNotGuessed() throws {
    let timeline = try ProcedureTimeline(
      calendar: .metropole, days: [.commandement: day("2024-04-01")])
    let line = try timeline.lines().filter { $0.rule == RuleID.cdpDelai.rawValue }
    #expect(line.map(\.due) == [nil])
    #expect(line.map(\.reason) == ["manque : bail"])
  }

  @Test func nothingFollowsFromNothing() throws {
    #expect(try ProcedureTimeline(calendar: .metropole, days: [:]).lines().isEmpty)
  }
}
