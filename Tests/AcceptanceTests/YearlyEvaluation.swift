import Contracts
import SagaOrchestratorDomain
import Testing
import Vocabulary

@testable import amontctl

/// The yearly evaluation of the years that the scenarios play, read by the SQL of `amontctl report`
/// in the real tables: its figures are those of the partners' acts.
@Suite("The yearly evaluation of the season") struct YearlyEvaluation {
  @Test("F: the acts of 2018 are those that the timelines tell, scenario by scenario", .season)
  func actsOf2018() async throws {
    let outcome = try await Season.played.value
    let figures = try #require(outcome.figures[2018])
    for (mark, triggers, named) in [
      (
        Mark.noticeSignalled, ["noticeServed", "noticeBelowThreshold"],
        ["SC06 A", "SC07 A", "SC11 A", "SC14 A", "SC21 A", "SC21 B", "SC28 B"]
      ),
      (
        .summoned, ["summonsServed"],
        [
          "SC06 A", "SC07 A", "SC07 B", "SC14 A", "SC16 A", "SC21 B", "SC26 A", "SC28 B",
        ]
      ),
      (.delaysGranted, ["delaysGranted"], ["SC06 A", "SC28 B"]),
      (.evictionOrdered, ["evictionOrdered"], ["SC26 A"]),
      (.quitOrder, ["quitOrderServed"], ["SC28 B"]),
      (.rehoused, ["rehoused"], ["SC05 A"]),
    ] {
      #expect(told(triggers, in: 2018, outcome) == named, "\(mark)")
      #expect(figures.sum([Quantity(mark)], .all, "") == named.count, "\(mark)")
    }
    // The cuts: the social landlords of SC07 (two households), SC14 and SC26, and the others.
    let summoned = [Quantity(.summoned)]
    #expect(figures.sum(summoned, .landlord, "personne-morale-sociale") == 4)
    #expect(figures.sum(summoned, .landlord, "personne-physique") == 4)
    #expect(figures.sum(summoned, .motive, "dette") == 8)
  }

  @Test("A1, D2: the hearings and the DSF of 2018", .season)
  func hearingsOf2018() async throws {
    let figures = try #require(try await Season.played.value.figures[2018])
    // SC06 on 29 May, SC14 on 12 June, SC26 on 24 April; the tenant was there.
    #expect(figures.sum([.hearingHeld], .all, "") == 3)
    #expect(figures.sum([.hearingAttended], .all, "") == 3)
    #expect(figures.sum([.hearingHeld], .landlord, "personne-morale-sociale") == 2)
    // SC16: nobody found, the DSF of carence.
    #expect(figures.sum([.dsfCarence], .all, "") >= 1)
    #expect(figures.sum([.dsfAsked], .all, "") > figures.sum([.dsfCarence], .all, ""))
  }

  @Test("E1: of two schedules of 2018 one was kept, one broken at its fifth instalment", .season)
  func schedulesOf2018() async throws {
    let figures = try #require(try await Season.played.value.figures[2018])
    #expect(figures.sum([.scheduleGranted], .all, "") == 2)
    #expect(figures.sum([.scheduleKept], .all, "") == 1)
    #expect(figures.sum([.scheduleBroken], .all, "") == 1)
    #expect(figures.sum([.scheduleBroken], .instalment, "4 à 12") == 1)
    #expect(figures.sum([.scheduleBroken], .commission, "inconnu") == 0)
  }

  @Test("AP1: the FSL of SC01, in the delay of the commandement, its amount and its days", .season)
  func theFundOf2017() async throws {
    let figures = try #require(try await Season.played.value.figures[2017])
    #expect(figures.sum([.path("fsl", .accepted)], .all, "") == 1)
    #expect(figures.sum([.path("fsl", .within)], .all, "") == 1)
    #expect(
      figures.sum([Quantity.path("fsl", .accepted).measure], .all, "") == Cents.loyers(4).value)
    // Asked on 28 September, granted on 30 October.
    #expect(figures.delay(.path("fsl", .days), .all, "")?.median == 32)
    // SC02: admitted on 20 November, before the commandement ended. Files under way are not
    // counted.
    #expect(figures.sum([.path("surendettement", .within)], .all, "") == 1)
    #expect(
      figures.sum([.path("surendettement", .asked)], .all, "")
        == figures.sum([.path("surendettement", .accepted)], .all, ""))
  }

  @Test("C1: the indemnity of SC35, rejected by silence, and the days of the refusal", .season)
  func indemnitiesOf2024() async throws {
    let figures = try #require(try await Season.played.value.figures[2024])
    #expect(figures.sum([.indemnityClaimed], .all, "") == 1)
    #expect(figures.sum([Quantity.indemnityClaimed.measure], .all, "") == 150_000)
    #expect(figures.sum([.indemnitySilence], .all, "") == 1)
    #expect(figures.sum([.indemnityGranted], .all, "") == 0)
    #expect(figures.sum([.liability], .all, "") >= 1)
    let days = figures.sum([Quantity.liability.measure], .all, "")
    // SC35: from the refusal of 29 May 2024 to the end of the year, 217 days.
    #expect(days >= 217)
  }

  @Test("S1, Q1: the age of arrears at the first signal, the notifications, the events", .season)
  func signalsOf2018() async throws {
    let outcome = try await Season.played.value
    let figures = try #require(outcome.figures[2018])
    // Four months in each commandement of the year: SC06, SC07, SC11, SC14, SC21 A and B, SC28 B.
    #expect(figures.sum([.debtAge], .age, "3 à 5 mois") == 7)
    #expect(figures.sum([.debtAge], .all, "") == 7)
    #expect(figures.sum([.summonsNotified], .all, "") == 8)
    #expect(figures.sum([.eventReceived], .answer, "accepte") > 40)
    #expect(figures.sum([.eventRejected], .all, "") == 0)
    // SC12: two dossiers joined by mistake, and parted.
    let of2024 = try #require(outcome.figures[2024])
    #expect(of2024.sum([.merger], .decision, "réunion") == 1)
    #expect(of2024.sum([.merger], .decision, "séparation") == 1)
  }

  @Test("Every indicator is printed for each year, its denominator too, no small figure", .season)
  func everyIndicatorIsPrinted() async throws {
    for (year, figures) in try await Season.played.value.figures {
      let report = YearReport(year: year, of: figures)
      for line in IndicatorLine.all {
        let own = report.rows.filter { $0.indicator == line.id }
        #expect(own.contains { $0.cut == "ensemble" }, "\(year) \(line.id)")
        #expect(own.allSatisfy { ($0.denominator != nil) == (line.kind == .share) })
      }
      for row in report.rows {
        for text in [row.numerator, row.denominator].compactMap(\.self) {
          #expect(Int(text).map { $0 == 0 || $0 >= SmallCells.threshold } ?? true, "\(row)")
        }
      }
    }
  }

  /// The households of whose timeline a line of the year tells one of those, by scenario.
  private func told(_ triggers: [String], in year: Int, _ outcome: Outcome) -> [String] {
    outcome.records.flatMap { scenario, households in
      households.filter { _, record in
        record.standing.lines.contains { line in
          line.day.components.year == year && triggers.contains(line.trigger ?? "")
        }
      }.map { scenario + " " + $0.key }
    }.sorted()
  }
}
