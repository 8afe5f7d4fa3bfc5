import HouseholdSupport
import Contracts
import CourtLiaisonDomain
import LegalCalendar
import Testing
import Vocabulary

@Suite struct SummonsTests {
  @Test func aSummonsIsReportedWithItsHearing() throws {
    var dossier = Dossier()
    try dossier.summons("2018-02-05", notified: "2018-02-06", hearing: "2018-04-17")
    #expect(dossier.lastFacts == [.summonsServed])
    #expect(dossier.facts.last?.on.description == "2018-02-05")
    #expect(dossier.facts.last?.hearing?.description == "2018-04-17")
    #expect(dossier.file?.nextHearing?.description == "2018-04-17")
  }

  /// Art. 24 III until 28 July 2023: two months before the hearing; six weeks since. SC16 and SC04
  /// give the dates: for the hearing of 17 April 2018, Saturday 17 February, that is Friday 16.
  @Test(
    arguments: [
      (served: "2018-02-05", notified: "2018-02-06", hearing: "2018-04-17", late: nil),
      (served: "2018-02-05", notified: "2018-02-16", hearing: "2018-04-17", late: nil),
      (served: "2018-02-05", notified: "2018-02-17", hearing: "2018-04-17", late: "2018-02-16"),
      (served: "2018-02-05", notified: "2018-02-19", hearing: "2018-04-17", late: "2018-02-16"),
      (served: "2024-03-05", notified: "2024-03-06", hearing: "2024-05-14", late: nil),
      (served: "2024-03-05", notified: "2024-04-02", hearing: "2024-05-14", late: nil),
      (served: "2024-03-05", notified: "2024-04-03", hearing: "2024-05-14", late: "2024-04-02"),
    ] as [(served: String, notified: String, hearing: String, late: String?)])
  func aLateNotificationIsToldToThePrefetAndStopsNothing(
    _ row: (served: String, notified: String, hearing: String, late: String?)
  ) throws {
    var dossier = Dossier()
    try dossier.summons(row.served, notified: row.notified, hearing: row.hearing)
    #expect(dossier.lastFacts == [.summonsServed])
    #expect(
      dossier.lastNotices == (row.late == nil ? [] : ["notification-tardive → kind.prefecture"]))
    #expect(dossier.notices.last?.notice.echeance?.description == row.late)
  }

  /// SC14 (seizure of 22 January 2018, summons of 15 March) and SC07 (not before Friday 23 March);
  /// SC03 (signal to the CAF of 15 June 2017: not before Thursday 17 August).
  @Test(
    arguments: [
      (seized: "2018-01-22", served: "2018-03-15", hearing: "2018-06-12", early: "2018-03-22"),
      (seized: "2018-01-22", served: "2018-03-22", hearing: "2018-06-12", early: "2018-03-22"),
      (seized: "2018-01-22", served: "2018-03-23", hearing: "2018-06-12", early: nil),
      (seized: "2017-06-15", served: "2017-08-16", hearing: "2017-11-14", early: "2017-08-16"),
      (seized: "2017-06-15", served: "2017-08-17", hearing: "2017-11-14", early: nil),
    ] as [(seized: String, served: String, hearing: String, early: String?)])
  func aSummonsBeforeTheEndOfTheSeizureIsARiskToldToThePrefet(
    _ row: (seized: String, served: String, hearing: String, early: String?)
  ) throws {
    var dossier = Dossier()
    try dossier.seizure(row.seized)
    try dossier.summons(row.served, hearing: row.hearing)
    #expect(dossier.lastFacts == [.summonsServed])
    #expect(dossier.lastNotices == (row.early == nil ? [] : ["dossier-a-revoir → kind.prefecture"]))
    #expect(dossier.notices.last?.notice.echeance?.description == row.early)
  }

  /// SC07: saisine of 22 January, CAF's information of 29 January 2018.
  @Test func theEarliestSeizureCountsAndTheSignalToTheCAFIsOneOnTheDayItIsGiven() throws {
    var dossier = Dossier()
    try dossier.open(landlord: .personneMoralePrivee, on: "2018-01-22")
    try dossier.arrearsToCAF("2018-01-29", constituted: "2017-10-31")
    #expect(dossier.file?.seizedOn?.description == "2018-01-29")
    #expect(dossier.due(.seizure) == "2018-03-29")
    try dossier.seizure("2018-01-22", on: "2018-02-05")
    #expect(dossier.file?.seizedOn?.description == "2018-01-22")
    #expect(dossier.due(.seizure) == "2018-03-22")
    try dossier.seizure("2018-02-01", on: "2018-02-06")
    #expect(dossier.file?.seizedOn?.description == "2018-01-22")
  }

  @Test(
    arguments: [
      (landlord: Landlord.Kind.personnePhysique, told: false),
      (landlord: .sciFamiliale, told: false),
      (landlord: .personneMoralePrivee, told: true),
      (landlord: .personneMoraleSociale, told: true),
    ])
  func onlyAPersonneMoraleMustSeizeTheCCAPEX(_ row: (landlord: Landlord.Kind, told: Bool)) throws {
    var dossier = Dossier()
    try dossier.open(landlord: row.landlord, on: "2018-03-01")
    try dossier.summons("2018-03-15", hearing: "2018-06-12")
    #expect(dossier.lastNotices == (row.told ? ["dossier-a-revoir → kind.prefecture"] : []))
  }

  @Test func theRiskIsToldOnceEvenWhenTheLandlordIsLearntAfterTheSummons() throws {
    var dossier = Dossier()
    try dossier.summons("2018-03-15", hearing: "2018-06-12")
    #expect(dossier.lastNotices.isEmpty)
    try dossier.open(landlord: .personneMoraleSociale, on: "2018-03-20")
    #expect(dossier.lastNotices == ["dossier-a-revoir → kind.prefecture"])
    try dossier.open(landlord: .personneMoraleSociale, on: "2018-03-21")
    #expect(dossier.lastNotices.isEmpty)
  }

  /// SC21: the commandement of 8 March 2018 runs to Wednesday 9 May, the 8th being a holiday.
  @Test(arguments: [(served: "2018-05-09", early: true), (served: "2018-05-10", early: false)])
  func aSummonsBeforeTheEndOfTheCommandementIsARisk(_ row: (served: String, early: Bool)) throws {
    var dossier = Dossier()
    try dossier.noticeToPay("2018-03-08", lease: "2014-09-01")
    try dossier.summons(row.served, hearing: "2018-09-11")
    #expect(dossier.lastNotices == (row.early ? ["dossier-a-revoir → kind.prefecture"] : []))
  }

  @Test func aSummonsForAnotherMotiveSaysThatNoDSFIsDue() throws {
    var dossier = Dossier()
    try dossier.summons("2018-02-05", hearing: "2018-06-12", forDebt: false)
    #expect(dossier.facts.last?.text.contains("diagnostic") == true)
  }

  @Test func aSummonsSaidTwiceIsOneAndACorrectedOneMovesTheHearing() throws {
    var dossier = Dossier()
    try dossier.summons("2018-02-05", hearing: "2018-06-12")
    try dossier.summons("2018-02-05", hearing: "2018-06-12", on: "2018-02-20")
    #expect(dossier.lastFacts.isEmpty && dossier.lastNotices.isEmpty)
    try dossier.summons("2018-02-05", hearing: "2018-06-19", on: "2018-02-21")
    #expect(dossier.lastFacts == [.hearingPostponed])
    #expect(dossier.file?.hearings.map(\.day.description) == ["2018-06-19"])
  }

  /// Art. 24 III is for rent debt; every motive is followed (instruction § II).
  @Test(arguments: [Motif.conge, .troubles, .autre])
  func anotherMotiveIsReportedAndHasNoLateNotification(_ motive: Motif) throws {
    var dossier = Dossier()
    try dossier.open(landlord: .personneMoraleSociale, on: "2024-01-15")
    try dossier.summons(
      "2024-03-05", notified: "2024-05-06", hearing: "2024-05-14", forDebt: false, motive: motive)
    #expect(dossier.lastFacts == [.otherMotiveReported, .summonsServed])
    #expect(dossier.lastNotices.isEmpty)
  }

  /// CPC art. 754, since 2020: fifteen days before the hearing, or caducité; before, eight (art. 839).
  @Test(
    arguments: [
      (hearing: "2024-05-14", filed: "2024-04-29", isLate: false),
      (hearing: "2024-05-14", filed: "2024-04-30", isLate: true),
      (hearing: "2019-12-17", filed: "2019-12-09", isLate: false),
      (hearing: "2019-12-17", filed: "2019-12-10", isLate: true),
    ])
  func anAssignationFiledLateMayBeVoid(
    _ row: (hearing: String, filed: String, isLate: Bool)
  ) throws {
    var dossier = Dossier()
    try dossier.summons("2019-09-02", hearing: row.hearing, filed: row.filed, on: row.filed)
    #expect(dossier.lastNotices == (row.isLate ? ["dossier-a-revoir → kind.prefecture"] : []))
  }

  /// SC19: assignation of 4 November 2024 by procès-verbal 659.
  @Test func aTenantUnknownAtTheAddressIsSearchedOnce() throws {
    var dossier = Dossier()
    try dossier.summons("2024-11-04", hearing: "2025-01-14", mode: .recherches)
    #expect(
      dossier.lastNotices == [
        "locataire-a-rechercher → kind.caf", "locataire-a-rechercher → kind.service-social",
      ])
    try dossier.summons(
      "2024-11-04", notified: "2024-11-05", hearing: "2025-01-14", mode: .recherches)
    #expect(dossier.lastNotices.isEmpty)
  }

  /// The delay of the commandement: by the lease, or as the act states it. SC04: lease of 1
  /// September 2023, commandement of 15 January 2024, six weeks to Monday 26 February.
  @Test(
    arguments: [
      (lease: "2023-09-01", stated: nil, end: "2024-02-26", isDoubtful: false),
      (lease: "2019-09-01", stated: nil, end: "2024-03-15", isDoubtful: false),
      (lease: "2019-09-01", stated: .sixSemaines, end: "2024-02-26", isDoubtful: true),
      (lease: "2023-09-01", stated: .deuxMois, end: "2024-03-15", isDoubtful: false),
    ] as [(lease: String, stated: DelaiDuCommandement?, end: String, isDoubtful: Bool)])
  func theCommandementRunsByTheLeaseOrAsItStates(
    _ row: (lease: String, stated: DelaiDuCommandement?, end: String, isDoubtful: Bool)
  ) throws {
    var dossier = Dossier()
    try dossier.noticeToPay("2024-01-15", lease: row.lease, delay: row.stated)
    #expect(dossier.lastNotices == (row.isDoubtful ? ["dossier-a-revoir → kind.prefecture"] : []))
    var late = dossier
    try dossier.summons(row.end, hearing: "2024-07-09")
    #expect(dossier.notices.last?.notice.echeance?.description == row.end)
    try late.summons(try civil(row.end).adding(days: 1).description, hearing: "2024-07-09")
    #expect(late.lastNotices.isEmpty)
  }

  /// Art. 24 V since 29 July 2023: the household is asked for the proof that the rent is paid
  /// again.
  @Test(
    arguments: [
      (hearing: "2023-07-28", forDebt: true, isAsked: false),
      (hearing: "2023-09-12", forDebt: true, isAsked: true),
      (hearing: "2023-09-12", forDebt: false, isAsked: false),
    ])
  func theProofOfTheResumedRentIsAskedByTheLawOfTheHearing(
    _ row: (hearing: String, forDebt: Bool, isAsked: Bool)
  ) throws {
    var dossier = Dossier()
    try dossier.summons("2023-04-03", hearing: row.hearing, forDebt: row.forDebt)
    try dossier.obey(.informTenantOfHearing, on: "2023-07-03")
    for (_, notice) in dossier.notices where notice.code == .audienceInformation {
      #expect(notice.texte.contains("preuve") == row.isAsked)
    }
  }
}
