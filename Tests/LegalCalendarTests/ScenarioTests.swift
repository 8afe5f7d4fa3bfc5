import FoundationEssentials
import LegalCalendar
import Testing
import Vocabulary

/// The dates of the acceptance scenarios, each computed from the rule book.
@Suite struct ScenarioTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let id: RuleID
    let origin: String
    let scope: String
    let due: String
    var testDescription: String { "\(name) \(id.rawValue)" }

    init(_ name: String, _ id: RuleID, _ origin: String, by scope: String, _ due: String) {
      self.name = name
      self.id = id
      self.origin = origin
      self.scope = scope
      self.due = due
    }
  }

  // swift-format-ignore
  static let cases: [Case] = [
    Case("SC01", .cdpDelai,            "2017-09-12", by: "2015-03-01", "2017-11-13"),
    Case("SC02", .cdpDelai,            "2017-10-03", by: "1994-06-15", "2017-12-04"),
    Case("SC02", .surendetInstruction, "2017-10-20", by: "2017-10-20", "2018-01-22"),
    Case("SC02", .surendetSuspension,  "2017-11-20", by: "2017-11-20", "2019-11-20"),
    Case("SC03", .aplSignal,           "2017-05-31", by: "2017-05-31", "2017-07-31"),
    Case("SC03", .aplPlan,             "2017-08-10", by: "2017-06-15", "2018-02-12"),
    Case("SC03", .pmSaisine,           "2017-06-15", by: "2017-08-17", "2017-08-16"),
    Case("SC04", .cdpDelai,            "2024-01-15", by: "2023-09-01", "2024-02-26"),
    Case("SC04", .assignPrefet,        "2024-05-14", by: "2024-03-05", "2024-04-02"),
    Case("SC04", .dsfEntretien,        "2024-03-08", by: "2024-03-08", "2024-03-29"),
    Case("SC04", .dsfRemise,           "2024-05-14", by: "2024-05-14", "2024-05-03"),
    Case("SC07", .pmSaisine,           "2018-01-22", by: "2018-03-15", "2018-03-22"),
    Case("SC16", .assignPrefet,        "2018-04-17", by: "2018-02-05", "2018-02-16"),
    Case("SC16", .dsfEntretien,        "2018-02-06", by: "2018-02-06", "2018-03-06"),
    Case("SC16", .dsfRemise,           "2018-04-17", by: "2018-04-17", "2018-04-16"),
    Case("SC17", .dsfRemise,           "2025-03-18", by: "2025-03-18", "2025-03-11"),
    Case("SC21", .cdpDelai,            "2018-03-08", by: "2012-01-01", "2018-05-09"),
    Case("SC33", .cqlDelai,            "2017-04-05", by: "2017-04-05", "2017-06-06"),
    Case("SC33", .cqlDelai,            "2017-04-28", by: "2017-04-05", "2017-06-28"),
    Case("SC39", .dahoDecision,        "2024-03-04", by: "2024-03-04", "2024-04-15"),
    Case("SC39", .dahoOffre,           "2024-04-15", by: "2024-04-15", "2024-05-27"),
    Case("SC40", .meubles,             "2025-05-06", by: "2025-05-06", "2025-07-07"),
    Case("SC40", .meublesContestation, "2025-05-06", by: "2025-05-06", "2025-06-06"),
    Case("SC26", .protocoleDuree,      "2018-10-01", by: "2018-10-01", "2020-10-01"),
    Case("SC26", .protocoleAvenant,    "2020-10-01", by: "2018-10-01", "2023-10-01"),
    Case("SC33", .cqlSuspension,       "2017-04-28", by: "2017-04-05", "2017-06-28"),
    Case("SC46", .rgpdAcces,           "2026-01-30", by: "2026-01-30", "2026-03-02"),
    Case("2.3",  .cdpDelai,            "2024-01-15", by: "2019-05-01", "2024-03-15"),
  ]

  @Test(arguments: cases) func aScenarioMeetsItsDate(_ row: Case) throws {
    let deadline = try LegalCalendar(departement: "35").deadline(
      row.id, origin: day(row.origin), decidedBy: day(row.scope))
    #expect(deadline.due == (try day(row.due)))
    #expect(deadline.rule == row.id.rawValue)
    #expect(deadline.origin == (try day(row.origin)))
  }

  @Test func aHearingKeepsSixWeeksAfterTheAssignation() throws {
    let calendar = LegalCalendar.metropole
    for (served, hearing) in [("2024-03-16", "2024-04-29"), ("2024-02-27", "2024-04-09")] {
      let earliest = try calendar.deadline(
        origin: day(served), delay: .weeks(6), rule: "T", article: "")
      #expect(earliest.due == (try day(hearing)))
      let latest = try calendar.deadline(
        .assignPrefet, origin: earliest.due, decidedBy: day(served))
      #expect(latest.due >= (try day(served)))
    }
  }

  @Test func aDeadlineTellsAReaderWhyAndTravelsAsJSON() throws {
    let deadline = try LegalCalendar(departement: "35").deadline(
      .cdpDelai, origin: day("2017-09-12"), decidedBy: day("2015-03-01"))
    #expect(deadline.article == "loi 89-462, art. 24 I")
    #expect(deadline.delay == "2 mois")
    #expect(deadline.reason == "dimanche")
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = try encoder.encode(deadline)
    #expect(
      String(decoding: bytes, as: UTF8.self) == #"{"article":"loi 89-462, art. 24 I","#
        + #""delay":"2 mois","due":"2017-11-13","origin":"2017-09-12","raw":"2017-11-12","#
        + #""reason":"dimanche","rule":"CDP.delai"}"#)
    #expect(try JSONDecoder().decode(Deadline.self, from: bytes) == deadline)
  }

  /// Whatever the day and the rule: no deadline falls on a closed day, none lies on the wrong side.
  @Test func everyDeadlineOfAThousandDaysIsWorkedAndOnItsSide() throws {
    let calendar = try LegalCalendar(departement: "67")
    let first = try day("2017-03-22")
    for origin in (0..<1_000).map(first.adding) {
      for id in [RuleID.cdpDelai, .contactProposition, .appelRefere, .surendetContestation] {
        let deadline = try calendar.deadline(id, origin: origin, decidedBy: origin)
        #expect(calendar.isWorkingDay(deadline.due))
        #expect(deadline.raw <= deadline.due && origin < deadline.raw)
        #expect(deadline.reason.isEmpty == (deadline.raw == deadline.due))
      }
      let latest = try calendar.deadline(.assignPrefet, origin: origin, decidedBy: origin)
      #expect(calendar.isWorkingDay(latest.due) && latest.due <= latest.raw)
      let again = try calendar.deadline(
        origin: latest.due, delay: .months(2), rule: "T", article: "")
      #expect(again.raw <= origin)
    }
  }
}
