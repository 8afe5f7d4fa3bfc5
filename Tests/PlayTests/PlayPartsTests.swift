import Contracts
import Testing
import Vocabulary

@testable import amont_simulator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the player is made of, without broker or database.
@Suite struct PlayPartsTests {
  @Test func diceOfAPurposeDoNotDependOnOthers() {
    var first = Dice(seed: 93, household: 4, purpose: "plan")
    var second = Dice(seed: 93, household: 4, purpose: "plan")
    var other = Dice(seed: 93, household: 4, purpose: "fsl")
    let drawn = (0..<8).map { _ in first.next() }
    #expect(drawn == (0..<8).map { _ in second.next() })
    #expect(drawn != (0..<8).map { _ in other.next() })
  }

  @Test(arguments: Mistake.allCases) func eachMistakeSpoilsASignal(_ mistake: Mistake) {
    let body =
      #"{"date":"2017-09-10","dette":1000,"menage":{"logement":{"insee":"93066"}}}"#
    let spoiled = mistake.spoil(type: "fr.amont.signalement.impaye_apl.v1", body: body)
    #expect(spoiled.type != "fr.amont.signalement.impaye_apl.v1" || spoiled.body != body)
  }

  @Test func aRecordIsReadBackAsItWasWritten() throws {
    let path = TemporaryPath.new()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let publications = [
      Publication(
        partner: "caf", id: "M1-1-93", type: "t", route: "r", time: "2017-09-01T09:00:00Z",
        body: "{\"é\":\"\\n\"}"),
      Publication(partner: "caf", id: "M1-1-93", type: "t", route: "r", time: "", body: "not JSON"),
    ]
    try PublicationRecord.write(publications, to: path)
    #expect(try PublicationRecord.read(path) == publications)
  }

  @Test func theClockFileShowsTheDayWritten() throws {
    let clock = ClockFile(path: TemporaryPath.new())
    defer { try? FileManager.default.removeItem(atPath: clock.path) }
    #expect(throws: (any Error).self) { try clock.read() }
    try clock.write(Day(ordinal: 17_400))
    #expect(try clock.read() == Day(ordinal: 17_400))
  }

  @Test func whatIsUnderWayIsNamed() {
    var snapshot = Snapshot()
    #expect(snapshot.reasons(received: 0, unanswered: 0).isEmpty)
    snapshot.emitted[.intake] = ["saga-orchestrator": 3, "user.caf": 2, "kind.siao": 1]
    snapshot.taken[.sagaOrchestrator] = [ServiceName.intake.source: 2]
    snapshot.waiting[.rehousing] = ["deadlines due": 4, "pending messages": 0]
    #expect(
      snapshot.reasons(received: 2, unanswered: 1) == [
        "1 events without a receipt", "partners received 2 of 3 messages",
        "saga-orchestrator took 2 of 3 from intake", "rehousing: 4 deadlines due",
      ])
  }

  @Test func aRefusalThatNobodyProvokedIsToldApart() async {
    let office = PostOffice()
    let wanted = publication("M1-1-93")
    await office.expect([wanted, publication("M2-1-93")], wrong: [wanted.key])
    for id in ["M1-1-93", "M2-1-93"] {
      await office.take(
        Receipt(
          evenement: id, type: "t", statut: .refuse, code: "champ.absent", texte: "x", dossier: nil,
          recu: Day(ordinal: 17_400)), by: "caf")
    }
    #expect(await office.unexpectedRefusals.values.reduce(0, +) == 1)
    #expect(await office.unanswered == 0)
  }

  @Test func messagesAreCountedByWhatTheySayAndWhoReceivesThem() {
    let household = HouseholdID(high: 1, low: 1)
    let notice = Notice(.contactEnRetard, dossier: household, texte: "x")
    let receipt = Receipt(
      evenement: "M1-1-93", type: "t", statut: .doublon, code: "doublon", texte: "x", dossier: nil,
      recu: Day(ordinal: 17_400))
    let report = PostReport(
      counts: [
        .init(notice, to: .ccas): 3, .init(notice, to: .serviceSocial): 30,
        .init(receipt, to: .caf): 3,
      ], householdYears: 8)
    #expect(
      report.table == """
        message            destinataire    nombre  par ménage et par an
        contact-en-retard  service-social      30                  3,75
        accusé doublon     caf                  3                  0,38
        contact-en-retard  ccas                 3                  0,38
        tous                                   36                  4,50

        """)
  }

  private func publication(_ id: String) -> Publication {
    Publication(partner: "caf", id: id, type: "t", route: "r", time: "", body: "{}")
  }
}

private enum TemporaryPath {
  static func new() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("amont-\(UUID())").path
  }
}
