import Contracts
import LegalCalendar
import SagaOrchestratorDomain
import Testing
import Vocabulary

@Suite("What a dossier counts for in a yearly evaluation") struct IndicatorTests {
  typealias Row = (
    facts: [(IndicatorFact.What, String)], landlord: Landlord.Kind?, closed: Closure.Reason?,
    year: Int, counted: [Mark: Int], not: [Mark]
  )

  // swift-format-ignore
  static let rows: [Row] = [
    // SC01: FSL in the delay of the commandement; closed, never assigned.
    ([(.noticeSignalled, "2017-09-12"), (.noticeEnds, "2017-11-13"), (.interviewProposed, "2017-09-20"), (.met, "2017-09-26"),
      (.fslGranted, "2017-10-30"), (.debtCleared, "2017-10-30")], .personnePhysique, .debtCleared, 2017,
     [.noticeSignalled: 1, .settledInNotice: 1, .signalledBeforeSummons: 1, .solvedBeforeSummons: 1, .contactedWithinMonth: 1,
      .proposalDelay: 8, .interviewDelay: 14], [.summoned, .handledBeforeHearing]),
    // SC21: paid two days after the delay.
    ([(.noticeSignalled, "2018-03-08"), (.noticeEnds, "2018-05-09"), (.debtCleared, "2018-05-15")], nil, .debtCleared, 2018,
     [.solvedBeforeSummons: 1], [.settledInNotice, .contacted]),
    // SC04: a complete DSF on the last day that leaves five working days (Friday 3 May 2024).
    ([(.noticeSignalled, "2024-01-15"), (.summoned, "2024-03-05"), (.diagnosed, "2024-03-20"), (.measureTaken, "2024-04-02"),
      (.dsfSent, "2024-05-03"), (.hearingFixed, "2024-05-14"), (.delaysGranted, "2024-05-14")], nil, nil, 2024,
     [.summoned: 1, .handledBeforeHearing: 1, .summonedForDebt: 1, .dsfBeforeHearing: 1, .dsfFiveDaysBefore: 1, .delaysGranted: 1],
     [.dsfOfCarence, .solvedBeforeSummons]),
    // SC17: sent three days before the hearing.
    ([(.noticeSignalled, "2024-09-15"), (.summoned, "2025-01-05"), (.dsfSent, "2025-03-14"), (.hearingFixed, "2025-03-18")], nil, nil, 2025,
     [.dsfBeforeHearing: 1], [.dsfFiveDaysBefore, .handledBeforeHearing]),
    // The day of the hearing is no longer before it.
    ([(.noticeSignalled, "2024-09-15"), (.summoned, "2025-01-05"), (.dsfSent, "2025-03-18"), (.hearingFixed, "2025-03-18"),
      (.diagnosed, "2025-03-18"), (.measureTaken, "2025-03-18")], nil, nil, 2025, [.summonedForDebt: 1], [.dsfBeforeHearing, .handledBeforeHearing]),
    // SC16: the tenant was not met.
    ([(.noticeSignalled, "2017-10-05"), (.summoned, "2018-02-05"), (.dsfWithoutMeeting, "2018-04-10"), (.hearingFixed, "2018-04-17")], nil, nil, 2018,
     [.dsfOfCarence: 1], [.dsfBeforeHearing]),
    // Another motive: no DSF by law.
    ([(.otherMotive, "2018-01-05"), (.summoned, "2018-02-05"), (.hearingFixed, "2018-04-17")], nil, nil, 2018,
     [.otherMotive: 1, .summoned: 1, .opened: 1], [.summonedForDebt]),
    // Targets of zero: a DALO household of the social stock, evicted with nothing.
    ([(.noticeSignalled, "2017-01-05"), (.daloPriority, "2018-02-05"), (.evicted, "2018-06-05")], .personneMoraleSociale, .evicted, 2018,
     [.evicted: 1, .evictedBeforeDALO: 1, .evictedFromSocialStock: 1, .evictedFromSocialStockWithoutRehousing: 1, .evictedWithoutAccommodation: 1], []),
    // The same with an offer and a place.
    ([(.noticeSignalled, "2017-01-05"), (.daloPriority, "2018-02-05"), (.daloServed, "2018-05-05"), (.accommodationOffered, "2018-05-06"),
      (.evicted, "2018-06-05")], .personnePhysique, .evicted, 2018,
     [.evicted: 1], [.evictedBeforeDALO, .evictedFromSocialStock, .evictedWithoutAccommodation]),
    // An offer made too late does not help.
    ([(.noticeSignalled, "2017-01-05"), (.daloPriority, "2018-02-05"), (.daloServed, "2018-06-06"), (.evicted, "2018-06-05")], nil, .evicted, 2018,
     [.evictedBeforeDALO: 1], []),
    // SC05: rehoused before any assignation.
    ([(.freeReferral, "2018-02-06"), (.diagnosed, "2018-02-20"), (.rehoused, "2018-05-01")], nil, .rehoused, 2018,
     [.rehoused: 1, .rehousedBeforePoliceAid: 1, .solvedBeforeSummons: 1], [.rehousedBeforeHearing]),
  ]

  @Test(arguments: rows.indices) func aDossierCountsForWhatItLived(_ index: Int) throws {
    let row = Self.rows[index]
    let indicators = try counted(row)
    for (mark, value) in row.counted {
      #expect(indicators.values[.init(year: row.year, mark: mark)] == value, "\(mark)")
    }
    for mark in row.not {
      #expect(indicators.values[.init(year: row.year, mark: mark)] == nil, "\(mark)")
    }
  }

  @Test("An act counts in the year of its own day, a share in that of its cohort")
  func yearsAreThoseOfTheActs() throws {
    let facts = try facts([
      (.noticeSignalled, "2017-12-30"), (.met, "2018-01-02"), (.summoned, "2018-03-05"),
      (.evicted, "2019-05-05"),
    ])
    let values = Indicators(of: facts, landlord: nil, closure: nil, calendar: .metropole).values
    #expect(values[.init(year: 2017, mark: .interviewDelay)] == 3)
    #expect(values[.init(year: 2018, mark: .summoned)] == 1)
    #expect(values[.init(year: 2019, mark: .evicted)] == 1)
    #expect(values[.init(year: 2018, mark: .evicted)] == nil)
  }

  @Test("A motive is another one only where no arrears were signalled")
  func arrearsDecideTheMotive() throws {
    #expect(Indicators.motive(of: try facts([(.otherMotive, "2018-01-05")])) == "autre")
    #expect(
      Indicators.motive(of: try facts([(.otherMotive, "2018-01-05"), (.aidArrears, "2018-02-05")]))
        == "dette")
    #expect(Indicators.motive(of: []) == "dette")
  }

  @Test("Every fact but the days that acts set is told by a trigger or by a partner's signal")
  func everyMarkOfAFactIsNamedAfterIt() {
    let named = Set(IndicatorFact.What.allCases.map(\.rawValue))
    let counted = Set(Mark.allCases.map(\.rawValue)).intersection(named)
    // What is not counted by itself only bears on a share.
    #expect(
      named.subtracting(counted) == [
        "interviewProposed", "met", "diagnosed", "measureTaken", "dsfSent", "dsfWithoutMeeting",
        "debtCleared", "daloServed", "accommodationOffered", "noticeEnds", "hearingFixed",
      ])
  }

  @Test("A life told to the saga counts once, however often it is told")
  func aLifeCountsOnce() throws {
    var story = Story(from: "2018-02-05")
    try story.open()
    for _ in 0..<3 {
      try story.hear(.noticeServed, on: "2018-02-06")
      try story.hear(.householdMet, on: "2018-02-20")
      try story.hear(.diagnosedCanStay, on: "2018-02-20")
      try story.hear(.planAgreed, on: "2018-03-01")
    }
    try story.hear(.summonsServed, on: "2018-04-20", hearing: "2018-06-26")
    let values = story.dossier.indicators(by: .metropole).values
    for mark in [Mark.noticeSignalled, .planAgreed, .settledInNotice, .summoned, .opened] {
      #expect(values[.init(year: 2018, mark: mark)] == 1, "\(mark)")
    }
    #expect(values[.init(year: 2018, mark: .handledBeforeHearing)] == 1)
    #expect(story.dossier.mustCount)
    // What changes nothing that is counted is not counted again.
    story.file?.mustCount = false
    try story.hear(.contactAttempted, on: "2018-04-21")
    #expect(!story.dossier.mustCount)
  }

  private func counted(_ row: Row) throws -> Indicators {
    let last: Day = "2026-01-01"
    return Indicators(
      of: try facts(row.facts), landlord: row.landlord,
      closure: row.closed.map { Closure(on: last, reason: $0) }, calendar: .metropole)
  }

  private func facts(
    _ pairs: [(IndicatorFact.What, String)]
  ) throws -> Set<IndicatorFact> {
    Set(try pairs.map { IndicatorFact($0.0, on: try #require(Day($0.1))) })
  }
}
