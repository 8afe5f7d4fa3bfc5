import Contracts
import Testing
import Vocabulary

/// Parcours heureux (domain.md, section 6).
@Suite("Parcours heureux") struct HappyPaths {
  static let all = [sc01, sc02, sc03, sc04, sc05, sc06]

  static let sc01 = Scenario("SC01", "FSL dans le délai du commandement (2017)", fin: "2018-01-31")
  {
    le("2017-09-14", .huissier, .commandement(du: "2017-09-12", dette: .loyers(4)))
    le("2017-09-26", .serviceSocial, .rencontre)
    le("2017-09-28", .serviceSocial, .diagnostic(.maintienAvecAide))
    le("2017-10-30", .fsl, .accordFSL(.loyers(4)))
  }

  @Test("SC01. FSL dans le délai du commandement (2017)", .played(sc01))
  func fslDansLeDelai() async throws {
    let scene = try await Played.scene(Self.sc01)
    scene.expect(echeance: "CDP.delai", le: "2017-11-13", brute: "2017-11-12", parce: "dimanche")
    scene.expect(avis: .contactAProposer, a: .serviceSocial, le: "2017-09-14")
    scene.expect(avis: .fslDemande, a: .fsl, le: "2017-09-28")
    scene.expect(fait: "fslGranted", le: "2017-10-30")
    scene.expect(fait: "debtCleared", le: "2017-10-30")
    scene.expect(cloture: "debtCleared", le: "2017-10-30")
    scene.expect(aucunFait: "noticeExpired", "summonsServed")
    scene.expect(silenceApres: "2017-10-30")
  }

  static let sc02 = Scenario(
    "SC02", "Surendettement recevable dans le délai du commandement (2017)", fin: "2018-03-01"
  ) {
    for household in ["A", "B"] {
      le("2017-10-05", .huissier, .commandement(du: "2017-10-03", dette: .euros(9_000)))
        .pour(household)
      le("2017-10-06", .caf, .impayeCAF(dette: .euros(9_000))).pour(household)
      le("2017-10-10", .serviceSocial, .rencontre).pour(household)
      le("2017-10-12", .serviceSocial, .diagnostic(.surendette)).pour(household)
    }
    le("2017-10-20", .menage, .depotSurendettement)
    le("2017-11-20", .banqueDeFrance, .recevabilite())
  }

  @Test("SC02. Surendettement recevable dans le délai du commandement (2017)", .played(sc02))
  func surendettementRecevable() async throws {
    let scene = try await Played.scene(Self.sc02)
    scene.expect(echeance: "CDP.delai", le: "2017-12-04", brute: "2017-12-03", parce: "dimanche")
    scene.expect(echeance: "SURENDET.instruction", le: "2018-01-22", comptee: "2017-10-20")
    scene.expect(echeance: "SURENDET.suspension", le: "2019-11-20")
    scene.expect(ouvertA: "clauseBlocked")
    scene.expect(avis: .surendettementRecevable, a: .caf, le: "2017-11-20")
    scene.expect(avis: .surendettementRecevable, a: .huissier, le: "2017-11-20")
    scene.expect(
      jamais: .surendettementRecevable, a: .huissier, .bailleurPrive, .caf, .prefecture,
      avant: "2017-11-20")
    // No payment may be proposed on the frozen debt.
    scene.expect(jamais: .planPropose, a: .bailleurPrive, apres: "2017-11-19")
    scene.expect(jamais: .echeanceImpayee, a: .bailleurPrive, .menage, .serviceSocial)
  }

  static let sc03 = Scenario(
    "SC03", "Plan avec le bailleur et APL (2017)", bailleur: .personneMoraleSociale,
    fin: "2018-11-30"
  ) {
    le("2017-06-15", .caf, .impayeCAF(du: "2017-06-15", constitue: "2017-05-31"))
    le("2017-06-27", .serviceSocial, .rencontre)
    le("2017-06-30", .serviceSocial, .diagnostic(.maintien))
    le("2017-08-10", .caf, .renvoiCAF(vers: .bailleur))
    le("2017-11-03", .bailleurSocial, .plan(24, premiere: "2017-12-05", mensualite: .euros(70)))
    le("2017-11-03", .caf, .aideMaintenue())
    le("2017-06-15", .bailleurSocial, .saisine(constitue: "2017-05-31", aide: .euros(180)))
      .pour("B")
    chaqueMois("2017-12-05", fois: 12) { le($1, .bailleurSocial, .verse($0, .euros(80))) }
  }

  @Test("SC03. Plan avec le bailleur et APL (2017)", .played(sc03))
  func planEtAPL() async throws {
    let scene = try await Played.scene(Self.sc03)
    // Signalled on 15 June; a landlord that is silent has until 31 July.
    let silent = try await Played.scene(Self.sc03, household: "B")
    silent.expect(echeance: "APL.signal", le: "2017-07-31", comptee: "2017-05-31")
    scene.expect(echeance: "APL.plan", le: "2018-02-12", brute: "2018-02-10", parce: "samedi")
    scene.expect(fait: "planAgreed", le: "2017-11-03")
    scene.expect(fait: "aidMaintained", le: "2017-11-03")
    scene.expect(echeance: "APL.verification", le: "2018-05-03")
    scene.expect(echeance: "APL.verification", le: "2018-11-05", brute: "2018-11-03")
    scene.expect(avis: .aideAMaintenir, a: .caf, des: "2018-05-03", avant: "2018-05-05")
    scene.expect(avis: .aideAMaintenir, a: .caf, des: "2018-11-03", avant: "2018-11-07")
    // The saisine is deemed made on 15 June: no assignation before 17 August.
    scene.expect(
      echeance: "PM.saisine", le: "2017-08-16", brute: "2017-08-15", comptee: "2017-06-15")
  }

  static let sc04 = Scenario("SC04", "Bail neuf, six semaines (2024)", fin: "2024-08-01") {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2023-09-01"))
    le("2024-03-06", .huissier, .assignation(du: "2024-03-05", audience: "2024-05-14"))
    le("2024-03-08", .prefecture, .demandeDSF(audience: "2024-05-14"))
    le("2024-03-20", .serviceSocial, .rencontre)
    // Its author heard the parties (décret 2021-8).
    le("2024-04-26", .operateurDSF, .dsf(.maintien, observe: "2024-04-15"))
    le("2024-05-14", .tribunal, .audience(present: true, delibere: "2024-06-11", loyerRepris: true))
    le("2024-06-11", .tribunal, .delais(24, premiere: "2024-07-10", mensualite: .euros(107)))
    le("2024-07-10", .bailleurPrive, .verse(1, .euros(107)))
  }

  @Test("SC04. Bail neuf, six semaines (2024)", .played(sc04))
  func sixSemaines() async throws {
    let scene = try await Played.scene(Self.sc04)
    scene.expect(echeance: "CDP.delai", le: "2024-02-26", comptee: "2024-01-15")
    scene.expect(fait: "noticeExpired", le: "2024-02-26")
    scene.expect(jamais: .notificationTardive, a: .huissier, .prefecture)
    scene.expect(echeance: "DSF.entretien", le: "2024-03-29", comptee: "2024-03-08")
    scene.expect(echeance: "DSF.remise", le: "2024-05-03")
    scene.expect(avis: .dsf, a: .tribunal, le: "2024-04-26")
    scene.expect(avis: .audienceInformation, a: .menage, des: "2024-03-06", avant: "2024-05-14")
    scene.expect(fait: "delaysGranted", le: "2024-06-11")
    scene.expect(ouvertA: "schedule")
    scene.expect(jamais: .echeanceImpayee, a: .menage, .bailleurPrive, .serviceSocial)
  }

  static let sc05 = Scenario(
    "SC05", "Relogement précoce", bailleur: .personneMoraleSociale, fin: "2018-07-31"
  ) {
    le("2018-02-06", .bailleurSocial, .saisine(dette: .loyers(3)))
    le("2018-02-13", .serviceSocial, .rencontre)
    le("2018-02-20", .serviceSocial, .diagnostic(.tropCher))
    le("2018-04-05", .bailleurSocial, .proposition("OFFRE-1", .mutation))
    le("2018-04-10", .menage, .accepte("OFFRE-1"))
    le("2018-05-01", .bailleurSocial, .bailSigne("OFFRE-1"))
  }

  @Test("SC05. Relogement précoce, avant toute assignation", .played(sc05))
  func relogementPrecoce() async throws {
    let scene = try await Played.scene(Self.sc05)
    scene.expect(fait: "diagnosedMustMove", le: "2018-02-20")
    scene.expect(avis: .logementARechercher, a: .bailleurSocial, le: "2018-02-20")
    scene.expect(avis: .logementARechercher, a: .reservataire, le: "2018-02-20")
    scene.expect(avis: .offreATransmettre, a: .menage, le: "2018-04-05")
    scene.expect(fait: "rehoused", le: "2018-05-01")
    scene.expect(cloture: "rehoused", le: "2018-05-01")
    scene.expect(aucunFait: "summonsServed")
    // What is left of the debt goes on by FSL and plan, before the court was ever seized.
    scene.expect(fait: "settlementStarted", le: "2018-02-20")
    scene.expect(jamais: .relogementUrgent, a: .prefecture)
  }

  static let sc06 = Scenario("SC06", "Échéancier tenu jusqu'au bout", fin: "2021-07-31") {
    le("2018-01-10", .huissier, .commandement(du: "2018-01-08", dette: .euros(3_240)))
    le("2018-03-20", .huissier, .assignation(du: "2018-03-19", audience: "2018-05-29"))
    le("2018-04-03", .serviceSocial, .rencontre)
    le("2018-05-15", .operateurDSF, .dsf(.maintien))
    le("2018-05-29", .tribunal, .audience(present: true, delibere: "2018-06-12"))
    le("2018-06-12", .tribunal, .delais(36, premiere: "2018-07-10"))
    chaqueMois("2018-07-10", fois: 36) { le($1, .bailleurPrive, .verse($0)) }
  }

  @Test("SC06. Échéancier tenu jusqu'au bout", .played(sc06))
  func echeancierTenu() async throws {
    let scene = try await Played.scene(Self.sc06)
    scene.expect(fait: "delaysGranted", le: "2018-06-12")
    scene.expect(echeance: "schedule.instalment", le: "2018-07-10")
    scene.expect(echeance: "schedule.instalment", le: "2021-06-10")
    scene.expect(fait: "scheduleKept", le: "2021-06-10")
    scene.expect(cloture: "leaseKept", le: "2021-06-10")
    scene.expect(protection: "scheduleInForce", jusque: "2021-06-10", des: "2018-06-12")
    scene.expect(jamais: .echeanceImpayee, a: .menage, .bailleurPrive, .serviceSocial)
    scene.expect(aucunFait: "scheduleBroken", "evictionOrdered")
    scene.expect(silenceApres: "2021-06-10")
  }
}
