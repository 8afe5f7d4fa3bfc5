import HouseholdSupport
import Contracts
import CourtLiaisonDomain
import Testing
import Vocabulary

/// When the State is liable to the landlord whom the préfet refuses the concours (domain 3.5.6).
@Suite struct LiabilityTests {
  private func requested(_ asked: String, order served: String) throws -> Dossier {
    var dossier = Dossier()
    try dossier.open(
      landlord: .personnePhysique, huissier: "etude-a", bailleur: "bailleur-x", on: served)
    try dossier.noticeToPay("2023-01-16", on: served)
    try dossier.ruling("2023-09-05", .expulsionFerme, on: served)
    try dossier.quitOrder(served, seized: served)
    try dossier.policeAid(asked)
    return dossier
  }

  private func only(_ dossier: Dossier) throws -> Liability {
    let liabilities = try #require(dossier.file?.liabilities)
    #expect(liabilities.count == 1)
    return try #require(liabilities.first)
  }

  /// An explicit refusal counts from its day; one in the truce, from its end (R154-5).
  @Test(
    arguments: [
      (asked: "2024-06-03", refused: "2024-06-20", starts: "2024-06-20"),
      (asked: "2025-12-01", refused: "2025-12-15", starts: "2026-04-01"),
      (asked: "2026-02-02", refused: "2026-03-31", starts: "2026-04-01"),
    ])
  func theStateIsLiableFromTheRefusalOrFromTheEndOfTheTruce(
    _ row: (asked: String, refused: String, starts: String)
  ) throws {
    var dossier = try requested(row.asked, order: "2024-03-04")
    try dossier.prefect(row.refused, grants: false, because: .dignite)
    let liability = try only(dossier)
    #expect(liability.startsOn.description == row.starts)
    #expect(liability.cause == .explicit && liability.endsOn == nil)
  }

  /// While an appeal stays the execution nobody knows until when: no day of liability is told, and
  /// the act that ends the stay gives it.
  @Test func aStayWithoutAKnownEndLetsNoLiabilityBegin() throws {
    var dossier = try requested("2024-06-03", order: "2024-03-04")
    try dossier.appeal("2024-06-10", .arretExecution)
    try dossier.prefect("2024-06-20", grants: false, because: .dignite)
    #expect(dossier.file?.liabilities == [])
    try dossier.appeal("2024-09-16", .confirme)
    #expect(try only(dossier).startsOn.description == "2024-09-16")
  }

  /// Décret 2025-1052: from 7 November 2025; case law before.
  @Test(
    arguments: [
      (refused: "2025-11-06", regime: Liability.Regime.caseLaw), ("2025-11-07", .decree),
    ])
  func theLawIsThatOfTheDayOfTheRefusal(
    _ row: (refused: String, regime: Liability.Regime)
  ) throws {
    var dossier = try requested("2025-10-06", order: "2025-04-07")
    try dossier.prefect(row.refused, grants: false, because: .ordrePublic)
    #expect(try only(dossier).regime == row.regime)
  }

  /// Two months of silence, at the same quantième, a Sunday as well (C-13).
  @Test func silenceIsARefusalOnItsLastDayAndMayBeFollowedByAGrant() throws {
    var dossier = try requested("2024-05-09", order: "2024-02-05")
    #expect(dossier.due(.policeAidSilence) == "2024-07-09")
    try dossier.fire(.policeAidSilence)
    #expect(
      dossier.lastNotices == [
        "cfp-decision → kind.prefecture", "cfp-decision → user.etude-a",
        "indemnite → kind.prefecture",
      ])
    #expect(dossier.lastFacts.isEmpty)
    #expect(try only(dossier).cause == .silence)
    #expect(try only(dossier).startsOn.description == "2024-07-09")
    try dossier.prefect("2024-08-19", grants: true)
    #expect(dossier.lastFacts == [.policeAidGranted])
    #expect(try only(dossier).endsOn?.description == "2024-08-19")
    #expect(try only(dossier).ending == .grant)
  }

  @Test func anAnswerInTimeLeavesNoSilence() throws {
    var dossier = try requested("2024-05-13", order: "2024-02-05")
    try dossier.prefect("2024-06-10", grants: true)
    #expect(dossier.armed["cfp.silence"] == nil)
    #expect(dossier.file?.liabilities == [])
  }

  /// A grant used within fifteen days ends the liability on its own day; a later use, on the use's.
  @Test(
    arguments: [
      (evicted: "2024-09-03", ends: "2024-08-19", ending: Liability.Ending.grant),
      (evicted: "2024-09-04", ends: "2024-09-04", ending: .use),
    ])
  func aGrantThatIsUsedLateLeavesTheStateLiable(
    _ row: (evicted: String, ends: String, ending: Liability.Ending)
  ) throws {
    var dossier = try requested("2024-05-13", order: "2024-02-05")
    try dossier.prefect("2024-06-10", grants: false, because: .ordrePublic)
    try dossier.prefect("2024-08-19", grants: true)
    #expect(dossier.due(.policeAidUse) == "2024-09-03")
    try dossier.eviction(row.evicted)
    #expect(try only(dossier).endsOn?.description == row.ends)
    #expect(try only(dossier).ending == row.ending)
  }

  @Test func aGrantThatIsNotUsedOpensThePeriodAgain() throws {
    var dossier = try requested("2024-05-13", order: "2024-02-05")
    try dossier.prefect("2024-06-10", grants: false, because: .ordrePublic)
    try dossier.prefect("2024-08-19", grants: true)
    try dossier.fire(.policeAidUse)
    #expect(dossier.lastNotices == ["indemnite → kind.prefecture"])
    #expect(try only(dossier).endsOn == nil)
    try dossier.departure("2024-10-07")
    #expect(try only(dossier).endsOn?.description == "2024-10-07")
    #expect(try only(dossier).ending == .departure)
  }

  @Test func delaysOfTheJudgeMoveTheStartAndOnesGrantedLaterDoNot() throws {
    var dossier = try requested("2026-05-11", order: "2026-02-02")
    try dossier.jex("2026-04-20", until: "2026-08-31")
    try dossier.prefect("2026-06-08", grants: false, because: .dignite)
    #expect(try only(dossier).startsOn.description == "2026-09-01")
    try dossier.jex("2026-09-07", until: "2026-12-31")
    #expect(try only(dossier).startsOn.description == "2026-09-01")
  }

  /// The fortnight begins on the first day on which the concours may be used: here, after the truce.
  @Test(
    arguments: [
      (used: "2026-04-14", ends: "2026-02-09", ending: Liability.Ending.grant),
      (used: "2026-04-20", ends: "2026-04-20", ending: .use),
    ])
  func theFortnightOfAGrantBeginsWhenItMayBeUsed(
    _ row: (used: String, ends: String, ending: Liability.Ending)
  ) throws {
    var dossier = try requested("2025-06-02", order: "2025-02-03")
    try dossier.prefect("2025-07-21", grants: false, because: .dignite)
    try dossier.prefect("2026-02-09", grants: true)
    #expect(dossier.due(.policeAidUse) == "2026-04-16")
    try dossier.eviction(row.used)
    let liability = try only(dossier)
    #expect(liability.endsOn?.description == row.ends && liability.ending == row.ending)
  }

  /// While nobody knows until when the execution is stayed, no day of use is told, not even one
  /// within the truce.
  @Test func aGrantUnderAStayWithoutAnEndHasNoDayOfUse() throws {
    var dossier = try requested("2025-06-02", order: "2025-02-03")
    try dossier.prefect("2025-07-21", grants: false, because: .dignite)
    try dossier.appeal("2026-01-12", .arretExecution)
    try dossier.prefect("2026-02-09", grants: true)
    let notices = dossier.notices.suffix(2).map(\.notice)
    #expect(notices.map(\.echeance) == [nil, nil] && dossier.due(.policeAidUse) == nil)
    #expect(
      dossier.lastNotices == [
        "cfp-decision → user.etude-a", "cfp-decision → kind.forces-ordre",
        "protection-en-cours → kind.prefecture",
      ])
  }

  @Test func aProtocoleSuspendsWhatRuns() throws {
    var dossier = try requested("2026-05-11", order: "2026-02-02")
    try dossier.prefect("2026-06-01", grants: false, because: .dignite)
    try dossier.protocole("2026-07-01", until: "2026-07-31")
    let liability = try only(dossier)
    // June and August; July does not count.
    #expect(
      liability.forecast(monthly: Cents(68_000), on: try civil("2026-09-01")) == Cents(136_000))
  }

  @Test func noIndemnityIsDueWhenTheTitleIsAnnulledOrTheRequestCameTooEarly() throws {
    var dossier = try requested("2026-05-11", order: "2026-02-02")
    try dossier.prefect("2026-06-01", grants: false, because: .dignite)
    try dossier.appeal("2026-09-14", .infirme)
    #expect(dossier.lastFacts == [.judgmentReversed])
    #expect(dossier.file?.liabilities == [])
    var early = try requested("2026-02-16", order: "2026-02-02")
    try early.prefect("2026-03-02", grants: false, because: .prematuree)
    #expect(early.file?.liabilities == [])
  }

  /// Death, waiver, sale: the saga closes the file.
  @Test func theEndOfTheDossierEndsTheLiability() throws {
    var dossier = try requested("2026-05-11", order: "2026-02-02")
    try dossier.prefect("2026-06-01", grants: false, because: .dignite)
    try dossier.obey(.closeCourtFile, on: "2026-07-06")
    #expect(try only(dossier).ending == .closure)
    #expect(try only(dossier).endsOn?.description == "2026-07-06")
  }

  /// Two months of silence reject the claim; the tribunal may be seized for two months, délai
  /// franc.
  @Test func theClaimIsAnsweredOrRejectedBySilence() throws {
    var dossier = try requested("2026-05-11", order: "2026-02-02")
    try dossier.prefect("2026-06-01", grants: false, because: .dignite)
    try dossier.claim("2026-09-01", Cents(210_000))
    #expect(dossier.lastFacts == [.compensationClaimed])
    #expect(dossier.due(.compensationSilence) == "2026-11-01")
    // June, July and August at 680 €.
    #expect(dossier.notices.last?.notice.montant == Cents(204_000))
    var answered = dossier
    try answered.compensation("2026-10-12", grants: true, Cents(190_000))
    #expect(
      answered.lastFacts == [.compensationDecided] && answered.armed["indemnite.silence"] == nil)
    try dossier.fire(.compensationSilence)
    #expect(dossier.lastNotices == ["indemnite → user.bailleur-x"])
    // From Sunday 1 November: 2 January 2027 is a Saturday.
    #expect(dossier.notices.last?.notice.echeance?.description == "2027-01-04")
  }

  /// R154-7: what was paid for the months of the period, once each, and nothing else.
  @Test func theForecastTakesOffWhatWasPaidForTheSameMonths() throws {
    var dossier = try requested("2026-02-02", order: "2025-11-10")
    try dossier.prefect("2026-03-16", grants: false, because: .dignite)
    for _ in 1...2 { try dossier.rent(30_000, due: "2026-05-01", dated: "2026-05-06") }
    try dossier.rent(68_000, due: "2026-03-01", dated: "2026-05-06")
    try dossier.claim("2026-06-01", Cents(100_000))
    #expect(dossier.notices.last?.notice.montant == Cents(2 * 68_000 - 30_000))
  }
}
