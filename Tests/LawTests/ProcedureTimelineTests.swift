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

  private func remarks(_ rule: String, in timeline: ProcedureTimeline) throws -> [String] {
    try timeline.lines().filter { $0.rule == rule }.map(\.reason)
  }

  @Test func aLimitThatWasMissedIsSaidAndSoIsWhatIsMissing() throws {
    let timeline = try ProcedureTimeline(
      calendar: .metropole,
      days: [
        .bail: day("2023-09-01"), .commandement: day("2024-04-01"),
        .assignation: day("2024-05-10"), .audience: day("2024-06-14"), .cql: day("2024-09-02"),
        .demandeCFP: day("2024-10-01"),
      ])
    #expect(
      try remarks("ASSIGN.prefet", in: timeline) == ["dépassé : assignation du 2024-05-10"])
    #expect(
      try remarks("CDP.delai", in: timeline) == ["assignation prématurée : 2024-05-10"])
    #expect(
      try remarks("PM.saisine", in: timeline)
        == ["manque : saisine de la CCAPEX (bailleur personne morale)"])
    #expect(
      try remarks("DSF.entretien", in: timeline) == ["manque : demande du préfet à l'opérateur"])
    #expect(
      try remarks("CQL.delai", in: timeline)
        == ["samedi ; demande de CFP prématurée : 2024-10-01"])
    // The préfet is seized on the last day of the two months (CE 18 Dec. 2013).
    #expect(try due(.cfpPrematuree, in: timeline) == ["2025-01-04"])
    #expect(try due(.cfpSilence, in: timeline).isEmpty)
  }

  /// Lundi de Pâques, 1 April 2024, and a Sunday.
  @Test(arguments: [
    ("2024-04-01", true), ("2024-03-31", true), ("2024-03-30", false), ("2024-04-02", false),
  ])
  func anActServedOnASundayOrAHolidayIsRemarked(_ text: String, _ isRemarked: Bool) throws {
    let timeline = try ProcedureTimeline(
      calendar: .metropole, days: [.bail: day("2023-09-01"), .commandement: day(text)])
    let remark = try timeline.lines().first { $0.value == Milestone.commandement.rawValue }?.reason
    #expect(remark?.contains("CPC art. 664") == isRemarked)
  }

  @Test(arguments: [
    // The two months end on Sunday 3 November: the day after is in the truce.
    ("2024-09-03", "2024-11-01", "2025-04-01"),
    // They end in summer: the next truce is told.
    ("2024-05-02", "2024-11-01", "2024-07-03"),
    // The day after is 14 July.
    ("2023-05-13", "2023-11-01", "2023-07-15"),
  ])
  func theTruceAndTheFirstDayOfALawfulEvictionAreShown(
    _ cql: String, _ truce: String, _ first: String
  ) throws {
    let timeline = try ProcedureTimeline(calendar: .metropole, days: [.cql: day(cql)])
    #expect(try timeline.lines().first { $0.rule == "TREVE" }?.due == truce)
    #expect(try timeline.lines().first { $0.rule == "EXPULSION" }?.due == first)
  }

  @Test(arguments: [(false, ["2024-03-04"], []), (true, [], ["2024-02-19"])])
  func ofTwoDelaysOfAppealTheRightOneIsShown(
    _ isSummary: Bool, _ judgment: [String], _ summary: [String]
  ) throws {
    let timeline = try ProcedureTimeline(
      calendar: .metropole, days: [.notification: day("2024-02-02")], isSummary: isSummary)
    #expect(try due(.appelJugement, in: timeline) == judgment)
    #expect(try due(.appelRefere, in: timeline) == summary)
  }
}
