import Charte
import Contracts
import Foundation
import LegalCalendar
import Testing
import Vocabulary

@testable import amontctl

/// When a closed dossier goes to the archive, and when it ends.
@Suite struct RetentionTests {
  private static let household = HouseholdID(high: 9, low: 9)

  private static func step(
    closed: String?, archived: Bool, on text: String, by delays: RetentionDelays = .standard
  ) throws -> RetentionDue? {
    let kept = KeptDossier(
      household: household, closedOn: try closed.map { try day($0) }, isArchived: archived)
    return RetentionRun.due([kept], on: try day(text), by: delays).first
  }

  @Test(
    "By default two years in the active base, five in all",
    arguments: [
      ("2018-05-01", false, "2020-05-01", nil), ("2018-05-01", false, "2020-05-02", "archive"),
      ("2018-05-01", true, "2020-05-02", nil), ("2018-05-01", true, "2023-05-01", nil),
      ("2018-05-01", true, "2023-05-02", "erase"), ("2018-05-01", false, "2023-05-02", "erase"),
      ("2018-05-01", false, "2018-05-01", nil), ("2016-02-29", false, "2018-02-28", nil),
      ("2016-02-29", false, "2018-03-01", "archive"), (nil, true, "2020-05-02", "restore"),
      (nil, false, "2020-05-02", nil),
    ] as [(String?, Bool, String, String?)])
  func eachDelayEndsOnItsDay(
    _ closed: String?, _ archived: Bool, _ on: String, _ step: String?
  ) throws {
    #expect(try Self.step(closed: closed, archived: archived, on: on)?.step.rawValue == step)
  }

  @Test func eachLineNamesTheRuleThatDecidesAndWhoFixedTheDelay() throws {
    let due = try #require(try Self.step(closed: "2018-05-01", archived: false, on: "2020-05-02"))
    #expect(due.rule == "RGPD.conservation" && due.certainty == "parameter" && due.months == 24)
    #expect(due.article.contains("RGPD art. 5"))
    #expect(due.until == (try day("2020-05-01")))
    let text = RetentionRun.text([due], on: try day("2020-05-02"))
    for said in ["à archiver", "24 mois", "RGPD.conservation", "à fixer par la Charte"] {
      #expect(text.contains(said), "\(text)")
    }
    let ended = try #require(try Self.step(closed: "2018-05-01", archived: true, on: "2024-01-01"))
    #expect(ended.rule == "RGPD.archive" && ended.months == 60)
  }

  @Test func theChartesDelaysDecide() throws {
    let delays = RetentionDelays(active: 6, archive: 12, readings: 36, source: "Charte")
    #expect(
      try Self.step(closed: "2018-05-01", archived: false, on: "2018-11-02", by: delays)?.step
        == .archive)
    #expect(
      try Self.step(closed: "2018-05-01", archived: true, on: "2019-05-02", by: delays)?.step
        == .erase)
    // A Charte never makes readings leave before a year.
    #expect(delays.readingsFrom(try day("2026-05-04")) == (try day("2023-05-04")))
    let short = RetentionDelays(active: 6, archive: 12, readings: 6, source: "Charte")
    #expect(short.readingsFrom(try day("2026-05-04")) == (try day("2025-05-04")))
  }

  @Test(
    "An open dossier of which nothing was heard for two years is to be looked at, and only listed",
    arguments: [
      ("2018-05-01", "2020-05-01", nil), ("2018-05-01", "2020-05-02", "review"),
      (nil, "2020-05-02", nil),
    ] as [(String?, String, String?)])
  func anOpenDossierWithoutAnAct(_ last: String?, _ on: String, _ step: String?) throws {
    let open = try KeptDossier.all(
      closed: [], archive: [],
      open: last.map { [(Self.household, on: try day($0))] } ?? [])
    let due = RetentionRun.due(open, on: try day(on), by: .standard)
    #expect(due.first?.step.rawValue == step)
    guard step != nil else { return }
    #expect(due.first?.months == 24)
    #expect(due.first?.until == (try day("2020-05-01")))
    let text = RetentionRun.text(due, on: try day(on))
    for said in ["à revoir", "ouvert", "24 mois"] { #expect(text.contains(said), "\(text)") }
    let own = RetentionDelays(active: 24, archive: 60, readings: 12, silence: 36, source: "Charte")
    #expect(RetentionRun.due(open, on: try day(on), by: own).isEmpty)
    // One of the archive that is open is given back, whatever its age.
    let archived = KeptDossier.all(
      closed: [], archive: [(Self.household, holds: true)],
      open: [(Self.household, on: try day("2018-05-01"))])
    #expect(RetentionRun.due(archived, on: try day(on), by: .standard).map(\.step) == [.restore])
  }

  /// Claims against the State live four years from the 1 January after (loi 68-1250 art. 1).
  @Test("A Charte keeps the archive five years at least")
  func theArchiveHasAFloor() {
    for (text, months) in [
      ("1 mois", nil), ("59 mois", nil), ("60 mois", 60), ("120 mois", 120), ("241 mois", nil),
    ] as [(String, Int?)] {
      #expect(CountParameter.archive.value(of: text) == months, "\(text)")
    }
  }

  @Test func theFileOfADepartementIsRead() throws {
    let file = "\(#filePath)".replacing(
      "Tests/ReadingTests/RetentionTests.swift", with: "deploy/chartes/93.yaml")
    let delays = try RetentionDelays(on: try day("2026-05-04"), charte: file)
    #expect(delays.active == 24 && delays.archive == 60 && delays.readings == 12)
    #expect(delays.source.contains("Charte du département"))
  }

  /// The rule book and the Charte say the same where a département changes nothing.
  @Test func theRuleAndTheParameterAgree() throws {
    for (rule, months) in [
      (RuleID.rgpdConservation, RetentionDelays.standard.active),
      (.rgpdArchive, RetentionDelays.standard.archive),
    ] {
      guard case .delay(let delay, _) = try RuleBook.rule(rule, on: try day("2026-05-04")).value
      else {
        Issue.record("\(rule.rawValue) is no delay")
        continue
      }
      #expect(delay.months == months)
    }
  }
}
