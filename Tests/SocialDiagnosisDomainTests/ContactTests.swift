import HouseholdSupport
import Contracts
import SocialDiagnosisDomain
import Testing
import Vocabulary

@Suite struct ContactTests {
  private func proposed() throws -> Dossier {
    var dossier = Dossier()
    try dossier.open(on: "2017-09-14")
    try dossier.obey(.proposeInterview, on: "2017-09-14")
    return dossier
  }

  /// SC01: signalled on 14 September 2017, interview on 26 September.
  @Test func anInterviewIsProposedInTenWorkingDaysAndTheHouseholdIsMet() throws {
    var dossier = try proposed()
    #expect(dossier.lastFacts == [.interviewProposed])
    // The antenne has its permanence, and the legal half of the diagnosis.
    #expect(
      dossier.lastNotices == [
        "contact-a-proposer → kind.service-social", "contact-a-proposer → kind.antenne",
      ])
    #expect(dossier.due(.interview) == "2017-09-28")
    #expect(dossier.notices.last?.notice.menage?.locataires?.first?.nom == "Durand")
    try dossier.attempt(.rendezVous, .rencontre, dated: "2017-09-26")
    #expect(dossier.lastFacts == [.householdMet])
    #expect(dossier.due(.interview) == nil)
    #expect(dossier.due(.diagnosis) == "2017-10-11")
    try dossier.learn(.diagnosticInitial(try diagnostic(on: "2017-09-27")), on: "2017-09-27")
    #expect(dossier.lastFacts == [.diagnosedCanStay])
    #expect(dossier.armed.isEmpty)
  }

  /// SC05: an effort rate of 58 %.
  @Test func aDwellingThatIsTooDearLeadsToARehousing() throws {
    var dossier = Dossier()
    try dossier.obey(.proposeInterview, on: "2018-02-06")
    let content = try diagnostic(on: "2018-02-20", resources: 100_000, rent: 73_000)
    try dossier.learn(.diagnosticInitial(content), on: "2018-02-20")
    #expect(dossier.file?.diagnosis?.capacity.effort == 5_800)
    #expect(dossier.lastFacts == [.householdMet, .diagnosedMustMove])
  }

  struct Absence: Sendable {
    let channels: [ContactResultat.Canal]
    let isAbsence: Bool
  }

  @Test(arguments: [
    Absence(channels: [.courrier], isAbsence: false),
    Absence(channels: [.courrier, .courrier], isAbsence: false),
    Absence(channels: [.telephone, .sms, .visite], isAbsence: false),
    Absence(channels: [.courrier, .telephone], isAbsence: true),
    Absence(channels: [.visite, .courrier], isAbsence: true),
  ])
  func aCarenceIsTwoFailuresByDifferentChannelsALetterAmongThem(_ item: Absence) throws {
    var dossier = try proposed()
    for (index, channel) in item.channels.enumerated() {
      try dossier.attempt(channel, .sansReponse, dated: "2017-09-\(18 + index)")
    }
    #expect(dossier.facts.contains { $0.trigger == .householdNotFound } == item.isAbsence)
    #expect((dossier.due(.interview) == nil) == item.isAbsence)
  }

  @Test func anAttemptToldTwiceIsOneAndOneToldLateStillCounts() throws {
    var dossier = try proposed()
    try dossier.attempt(.telephone, .sansReponse, dated: "2017-09-20")
    try dossier.attempt(.telephone, .sansReponse, dated: "2017-09-20", on: "2017-09-21")
    #expect(dossier.file?.attempts.count == 1)
    try dossier.attempt(.courrier, .sansReponse, dated: "2017-09-18", on: "2017-09-22")
    #expect(dossier.lastFacts == [.householdNotFound])
    #expect(dossier.facts.last?.on.description == "2017-09-20")
    try dossier.attempt(.visite, .sansReponse, dated: "2017-09-25")
    #expect(dossier.lastFacts.isEmpty)
    try dossier.attempt(.visite, .rencontre, dated: "2017-09-29")
    #expect(dossier.lastFacts == [.householdMet])
  }

  @Test func aDelayWithoutResultAsksForOneMoreAttemptAndTellsThePrefecture() throws {
    var dossier = try proposed()
    try dossier.fire(.interview)
    #expect(
      dossier.lastNotices == [
        "contact-en-retard → kind.service-social", "contact-en-retard → kind.prefecture",
      ])
    #expect(dossier.notices.last?.notice.menage == nil)
    #expect(dossier.due(.interview) != nil)
    try dossier.obey(.escalateContact, on: "2018-01-08")
    #expect(dossier.lastNotices.contains("contact-en-retard → kind.ccas"))
    #expect(dossier.due(.interview) != nil)
  }

  @Test func remindersGoOnAtAPaceThatTellsOfEachOfThem() throws {
    var dossier = try proposed()
    var pauses: [Int] = []
    for _ in 1...6 {
      try dossier.fire(.interview)
      let deadline = try #require(dossier.armed["contact.interview"]).deadline
      pauses.append(deadline.raw.days(since: deadline.origin))
    }
    #expect(pauses == [10, 20, 40, 80, 90, 90])
    // A new stage of the procedure asks anew, in the delay of the Charte.
    try dossier.obey(.proposeInterview, on: "2018-11-12")
    #expect(dossier.lastNotices == ["contact-a-proposer → kind.service-social"])
    #expect(dossier.due(.interview) == "2018-11-26")
  }

  @Test func nobodyIsRemindedToFindAHouseholdThatLeft() throws {
    // SC19.
    var dossier = try proposed()
    try dossier.attempt(.visite, .parti, dated: "2017-09-20")
    #expect(dossier.lastNotices == ["locataire-a-rechercher → kind.caf"])
    #expect(dossier.lastFacts.first == .householdGone)
    #expect(dossier.armed["contact.interview"] == nil)
    try dossier.obey(.escalateContact, on: "2017-10-20")
    #expect(dossier.lastNotices.isEmpty && dossier.armed.isEmpty)
    // Found again: the diagnosis is due.
    try dossier.attempt(.visite, .rencontre, dated: "2017-11-02")
    #expect(dossier.lastFacts == [.householdMet])
    #expect(dossier.due(.diagnosis) != nil)
  }

  @Test func aSignalBelowTheThresholdIsToldOnceAndHurriesNobody() throws {
    var dossier = Dossier()
    try dossier.open(on: "2017-10-04")
    try dossier.obey(.informHousehold, on: "2017-10-04")
    #expect(
      dossier.lastNotices == [
        "contact-a-proposer → kind.service-social", "contact-a-proposer → kind.antenne",
      ])
    #expect(dossier.notices.last?.notice.echeance == nil)
    #expect(dossier.armed.isEmpty && dossier.lastFacts.isEmpty)
  }

  @Test func aClaimThatIsWithdrawnCallsOffTheDSFThatIsStillAwaited() throws {
    // SC29: what was known was sent; the operator's own was still welcome until the hearing.
    var dossier = try proposed()
    try dossier.obey(.prepareDSF, on: "2018-02-06", hearing: "2018-04-17")
    try dossier.fire(.margin)
    try dossier.fire(.margin)
    try dossier.obey(.followUp, on: "2018-04-16")
    #expect(dossier.lastNotices.contains("procedure-close → kind.operateur-dsf"))
    // After the hearing there is nothing to call off.
    var later = try proposed()
    try later.obey(.prepareDSF, on: "2018-02-06", hearing: "2018-04-17")
    try later.fire(.margin)
    try later.fire(.margin)
    try later.obey(.followUp, on: "2018-04-18")
    #expect(!later.lastNotices.contains("procedure-close → kind.operateur-dsf"))
  }

  @Test func aDiagnosisWithoutResourcesConcludesNothingAndIsAskedForAgain() throws {
    var dossier = try proposed()
    try dossier.attempt(.visite, .rencontre, dated: "2017-09-26")
    let content = try diagnostic(on: "2017-09-27", resources: nil)
    try dossier.learn(.diagnosticInitial(content), on: "2017-09-27")
    #expect(dossier.lastFacts == [.diagnosisInconclusive])
    #expect(dossier.due(.diagnosis) != nil)
    try dossier.learn(.diagnosticInitial(try diagnostic(on: "2017-10-04")), on: "2017-10-04")
    #expect(dossier.lastFacts == [.diagnosedCanStay])
  }

  @Test func anOlderDiagnosisChangesNothingAndTheSameConclusionIsSaidOnce() throws {
    var dossier = try proposed()
    try dossier.learn(.diagnosticInitial(try diagnostic(on: "2017-10-04")), on: "2017-10-04")
    let older = try diagnostic(on: "2017-09-27", rent: 90_000)
    try dossier.learn(.diagnosticInitial(older), on: "2017-10-05")
    #expect(dossier.lastFacts.isEmpty)
    let same = try diagnostic(on: "2017-10-06", debt: 170_000)
    try dossier.learn(.diagnosticInitial(same), on: "2017-10-06")
    #expect(dossier.lastFacts.isEmpty)
    #expect(dossier.file?.diagnosis?.content == same)
  }

  @Test func aStoppedContactWaitsForNothing() throws {
    var dossier = try proposed()
    try dossier.obey(.prepareDSF, on: "2018-02-06", hearing: "2018-04-17")
    try dossier.obey(.stopContact, on: "2018-02-12")
    #expect(dossier.armed.isEmpty)
    #expect(
      dossier.lastNotices == [
        "procedure-close → kind.service-social", "procedure-close → kind.antenne",
        "procedure-close → kind.operateur-dsf",
      ])
    try dossier.obey(.stopContact, on: "2018-02-13")
    #expect(dossier.lastNotices.isEmpty)
  }
}
