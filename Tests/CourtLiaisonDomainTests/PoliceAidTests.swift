import HouseholdSupport
import Contracts
import CourtLiaisonDomain
import Testing
import Vocabulary

/// The concours de la force publique (domain 3.5.5).
@Suite struct PoliceAidTests {
  private func requested() throws -> Dossier {
    var dossier = Dossier()
    try dossier.open(
      landlord: .personnePhysique, huissier: "etude-a", bailleur: "bailleur-x", on: "2023-09-04")
    try dossier.noticeToPay("2023-01-16", on: "2023-09-04")
    try dossier.ruling("2023-12-05", .expulsionFerme)
    try dossier.quitOrder("2024-01-08", seized: "2024-01-08")
    try dossier.policeAid("2024-04-15")
    return dossier
  }

  /// SC35: only public order and later circumstances contrary to dignity justify a refusal after
  /// the four months; the préfet's service is told where a motive is not enough. The huissier never
  /// reads it.
  @Test(
    arguments: [
      (.ordrePublic, false), (.dignite, false), (.prematuree, false), (.social, true),
      (.autre, true), (nil, true),
    ] as [(reason: ExecutionCFPDecision.Motif?, isTold: Bool)])
  func aMotiveThatIsNotEnoughIsToldToThePrefet(
    _ row: (reason: ExecutionCFPDecision.Motif?, isTold: Bool)
  ) throws {
    var dossier = try requested()
    try dossier.prefect("2024-06-03", grants: false, because: row.reason)
    #expect(dossier.lastFacts == [.policeAidRefused])
    #expect(dossier.lastNotices.contains("dossier-a-revoir → kind.prefecture") == row.isTold)
    for (to, notice) in dossier.notices where to == .user("etude-a") {
      for word in ["dignité", "social", "circonstance", "ordre public"] {
        #expect(!notice.texte.contains(word))
      }
      #expect(notice.montant == nil)
    }
  }

  /// SC35: refused on 3 June 2024; a birth with hospitalisation; indemnity; review every month.
  @Test func aRefusalIsExaminedEveryMonthWithWhatItMayCost() throws {
    var dossier = try requested()
    try dossier.prefect("2024-06-03", grants: false, because: .dignite)
    #expect(
      dossier.lastNotices == ["cfp-decision → user.etude-a", "indemnite → kind.prefecture"])
    #expect(dossier.notices.last?.notice.montant == Cents(68_000))
    #expect(dossier.due(.policeAidReview) == "2024-07-03")
    try dossier.fire(.policeAidReview)
    #expect(dossier.lastNotices == ["dossier-a-revoir → kind.prefecture"])
    // 28 days of June of 30 and 3 of July of 31, at 680 €.
    #expect(dossier.notices.last?.notice.montant == Cents(63_467 + 6_581))
    #expect(dossier.due(.policeAidReview) == "2024-08-05")
    try dossier.prefect("2024-07-22", grants: true)
    #expect(dossier.armed["cfp.reexamen"] == nil)
  }

  /// The use of a grant begins outside of the truce, at the day that the préfet fixes.
  @Test(
    arguments: [
      (granted: "2024-06-03", from: nil, usable: "2024-06-03", told: false),
      (granted: "2024-06-03", from: "2024-07-01", usable: "2024-07-01", told: false),
      (granted: "2024-10-21", from: "2024-11-01", usable: "2025-04-01", told: true),
      (granted: "2025-01-20", from: nil, usable: "2025-04-01", told: true),
    ] as [(granted: String, from: String?, usable: String, told: Bool)])
  func aGrantIsUsableOutsideOfTheTruce(
    _ row: (granted: String, from: String?, usable: String, told: Bool)
  ) throws {
    var dossier = try requested()
    try dossier.prefect(row.granted, grants: true, from: row.from)
    let notice = dossier.notices.last { $0.notice.code == .cfpDecision }
    #expect(notice?.notice.echeance?.description == row.usable)
    #expect(dossier.lastNotices.contains("protection-en-cours → kind.prefecture") == row.told)
  }

  /// SC42: CPCE L412-8. Nothing of the violent spouse moves the victim's procedure, and nobody who
  /// writes to her hears of him.
  @Test func actsAgainstTheViolentSpouseStandApart() throws {
    var dossier = Dossier()
    try dossier.open(landlord: .personnePhysique, huissier: "etude-a", on: "2024-01-15")
    let said = (dossier.facts.count, dossier.notices.count)
    try dossier.quitOrder("2024-03-04", from: "etude-b", spouse: true)
    #expect(dossier.file?.huissier == "etude-a")
    try dossier.policeAid("2024-03-05", spouse: true)
    try dossier.eviction("2024-03-11", spouse: true)
    try dossier.eviction("2024-03-11", spouse: true)
    #expect((dossier.facts.count, dossier.notices.count) == said)
    #expect(dossier.armed.isEmpty)
    #expect(dossier.file?.acts.map(\.standing) == [.apart, .apart, .apart])
    #expect(dossier.file?.isVacated == false)
    // The household's own order of the same day is another act, and has its two months.
    try dossier.quitOrder("2024-03-04", seized: "2024-03-04")
    #expect(dossier.lastFacts == [.quitOrderServed] && dossier.lastUntil == "2024-05-06")
  }
}
