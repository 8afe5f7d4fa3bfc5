import Contracts
import HouseholdSupport
import SocialDiagnosisDomain
import Testing
import Vocabulary

/// An act that comes late changes no request of a later stage, and creates no day that has passed.
@Suite struct LateActTests {
  private func hearing(_ day: String, heard: Bool, in dossier: inout Dossier) throws {
    let summons = TribunalAssignation(
      acte: try civil("2024-03-22"), notification: try civil("2024-03-25"),
      audience: try civil(day), dette_locative: true)
    try dossier.learn(.tribunalAssignation(summons), from: .huissier, on: "2024-03-25")
    guard heard else { return }
    try dossier.learn(
      .tribunalAudience(TribunalAudience(date: try civil(day), locataire_present: true)),
      from: .tribunal, on: day)
  }

  private func command(
    _ order: Order, actOn act: String, knownOn day: String, in dossier: inout Dossier
  )
    throws
  {
    let command = Command(order, on: try civil(act), because: "parce que")
    try dossier.receive(Command.type, try Wire.encode(command), on: day)
  }

  /// A commandement of January that is known in May: its ten working days are over.
  @Test func aRequestWhoseDayHasPassedIsMadeWithADayOfItsOwn() throws {
    var dossier = Dossier()
    try dossier.open(on: "2024-05-20")
    try command(.proposeInterview, actOn: "2024-01-15", knownOn: "2024-05-20", in: &dossier)
    #expect(dossier.lastNotices.isEmpty)
    #expect(dossier.fires(.interview) == "2024-05-21")
    try dossier.fire(.interview)
    // Nobody is late: the préfecture hears nothing.
    #expect(
      dossier.lastNotices == [
        "contact-a-proposer → kind.service-social", "contact-a-proposer → kind.antenne",
      ])
    #expect(dossier.notices.allSatisfy { $0.notice.echeance?.description == "2024-05-31" })
    try dossier.fire(.interview)
    #expect(dossier.lastNotices.contains("contact-en-retard → kind.prefecture"))
  }

  @Test(arguments: [true, false])
  func noInterviewIsAskedForAfterTheHearing(_ isHeard: Bool) throws {
    var dossier = Dossier()
    try dossier.open(on: "2024-03-25")
    try hearing("2024-05-14", heard: isHeard, in: &dossier)
    try command(.proposeInterview, actOn: "2024-01-15", knownOn: "2024-05-20", in: &dossier)
    try dossier.fire(.interview)
    #expect(dossier.notices.isEmpty)
  }

  /// A hearing to come: there is still time.
  @Test func beforeTheHearingTheInterviewIsStillAskedFor() throws {
    var dossier = Dossier()
    try dossier.open(on: "2024-03-25")
    try hearing("2024-06-18", heard: false, in: &dossier)
    try command(.proposeInterview, actOn: "2024-01-15", knownOn: "2024-05-20", in: &dossier)
    try dossier.fire(.interview)
    #expect(
      dossier.lastNotices == [
        "contact-a-proposer → kind.service-social", "contact-a-proposer → kind.antenne",
      ])
  }

  /// An assignation that is known after its hearing asks nothing of operator or social service.
  @Test func noDSFIsAskedForAHearingThatWasHeld() throws {
    var dossier = Dossier()
    try dossier.obey(.prepareDSF, on: "2024-05-20", hearing: "2024-05-14")
    let told = Set(dossier.notices.map(\.notice.code))
    #expect(told.isDisjoint(with: [.dsfDemande, .contactAProposer]))
  }

  @Test(
    arguments: [
      (known: "2024-04-30", due: "2024-05-03"), (known: "2024-05-06", due: "2024-05-06"),
      (known: "2024-05-13", due: "2024-05-13"),
    ] as [(known: String, due: String)])
  func theOperatorIsNeverAskedForADayThatHasPassed(_ row: (known: String, due: String)) throws {
    var dossier = Dossier()
    try dossier.obey(.prepareDSF, on: row.known, hearing: "2024-05-14")
    let asked = try #require(dossier.notices.last { $0.notice.code == .dsfDemande })
    #expect(asked.notice.echeance?.description == row.due)
  }
}
