import HouseholdSupport
import Contracts
import CourtLiaisonDomain
import TestSupport
import Testing
import Vocabulary

/// One procedure, told in every kind of disorder.
@Suite struct RandomOrderTests {
  /// From the assignation to the eviction, with a postponement and delays of the JEX.
  private static let acts: [@Sendable (inout Dossier) throws -> Void] = [
    { try $0.summons("2018-03-26", hearing: "2018-06-12", on: "2019-05-02") },
    { try $0.postponement("2018-06-12", to: "2018-09-11", on: "2019-05-02") },
    { try $0.hearing("2018-09-11", ruling: "2018-10-09", on: "2019-05-02") },
    { try $0.ruling("2018-10-09", .expulsionFerme, on: "2019-05-02") },
    { try $0.quitOrder("2018-10-22", on: "2019-05-02") },
    { try $0.quitOrder("2018-10-22", seized: "2018-10-23", on: "2019-05-02") },
    { try $0.jex("2018-11-26", until: "2019-02-28", on: "2019-05-02") },
    { try $0.policeAid("2019-01-07", on: "2019-05-02") },
    { try $0.prefect("2019-03-04", grants: true, on: "2019-05-02") },
    { try $0.eviction("2019-04-08", on: "2019-05-02") },
  ]

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func theFileIsTheSameInWhateverOrderTheActsArrive(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var dossier = Dossier()
    // Each act twice: the huissier and the landlord both tell of it.
    for act in (Self.acts + Self.acts).shuffled(using: &random) { try act(&dossier) }
    let file = try #require(dossier.file)
    let place = Comment(rawValue: "seed \(seed)")
    #expect(file.acts.count == 9, place)
    #expect(file.day(of: .eviction)?.description == "2019-04-08", place)
    #expect(file.jexDelaysEnd?.description == "2019-02-28", place)
    #expect(file.hearings.map(\.day.description) == ["2018-06-12", "2018-09-11"], place)
    #expect(file.hearings.map(\.state) == [.postponed, .held(isTenantPresent: true)], place)
    #expect(dossier.facts.count { $0.trigger == .evictionReported } == 1, place)
    try check(dossier.facts, place)
  }

  /// The saga never hears of an act after a later one of the same procedure. But a CQL of which the
  /// préfet is not seized suspends everything, whenever it is learnt, and so does its end matter.
  private func check(_ facts: [Fact], _ place: Comment) throws {
    var reached = 0
    var isSuspended = false
    // A stay protects from its own day and moves no stage: it is told whenever it is learnt.
    for fact in facts where fact.trigger != .jexDelaysGranted {
      if fact.trigger == .quitOrderUnnotified {
        isSuspended = true
        continue
      }
      if fact.trigger == .quitOrderServed, isSuspended { continue }
      let stage = stage(of: fact.trigger)
      #expect(stage >= reached, place)
      reached = max(reached, stage)
    }
  }

  private func stage(of trigger: Trigger) -> Int {
    if trigger == .policeAidPremature { return stage(of: .policeAidRequested) }
    let order: [Trigger] = [
      .summonsServed, .hearingPostponed, .hearingHeld, .evictionOrdered, .quitOrderServed,
      .policeAidRequested, .policeAidGranted, .evictionReported,
    ]
    return order.firstIndex(of: trigger) ?? 0
  }
}
