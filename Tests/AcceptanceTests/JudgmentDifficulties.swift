import Contracts
import Testing
import Vocabulary

/// Difficultés de jugement et d'échéancier (domain.md, section 6).
@Suite("Difficultés de jugement et d'échéancier") struct JudgmentDifficulties {
  static let all = [sc28, sc29, sc31]

  static let sc28 = Scenario("SC28", "Échéancier rompu", fin: "2024-12-02") {
    le("2018-01-10", .huissier, .commandement(du: "2018-01-08")).pour("B")
    le("2018-03-20", .huissier, .assignation(du: "2018-03-19", audience: "2018-05-29")).pour("B")
    le("2018-06-12", .tribunal, .delais(24, premiere: "2018-07-10")).pour("B")
    chaqueMois("2018-07-10", fois: 4) { le($1, .bailleurPrive, .verse($0)).pour("B") }
    le("2018-12-03", .huissier, .cql(prefetSaisi: "2018-12-03")).pour("B")
    le("2024-01-10", .huissier, .commandement(du: "2024-01-08", bail: "2019-01-01"))
    le("2024-03-20", .huissier, .assignation(du: "2024-03-19", audience: "2024-05-07"))
    le("2024-04-05", .serviceSocial, .rencontre)
    le("2024-04-22", .operateurDSF, .dsf(.maintien))
    le("2024-05-07", .tribunal, .audience(present: true, delibere: "2024-05-14", loyerRepris: true))
    le("2024-05-14", .tribunal, .delais(24, premiere: "2024-06-10"))
    chaqueMois("2024-06-10", fois: 4) { le($1, .bailleurPrive, .verse($0)) }
    le("2024-11-18", .huissier, .cql(prefetSaisi: "2024-11-18"))
  }

  @Test("SC28. Échéancier rompu au premier terme impayé", .played(sc28))
  func echeancierRompu() async throws {
    let scene = try await Played.scene(Self.sc28)
    // The fifth instalment of 10 October 2024: an alert within five days.
    scene.expect(
      avis: .echeanceImpayee, a: .menage, des: "2024-10-11", avant: "2024-10-15")
    scene.expect(avis: .fslDemande, a: .fsl, des: "2024-10-11", avant: "2024-10-16")
    // The suspension ends at the first unpaid term (text of 2023), so on the day of the term.
    scene.expect(fait: "scheduleBroken", le: "2024-10-10")
    scene.expect(protection: "scheduleInForce", jusque: "2024-10-10", des: "2024-05-14")
    scene.expect(fait: "quitOrderServed", le: "2024-11-18")
    scene.expect(echeance: "CQL.delai", le: "2025-01-20", brute: "2025-01-18", parce: "samedi")
    // Under a judgment of 2018 the clause is revived likewise.
    let older = try await Played.scene(Self.sc28, household: "B")
    older.expect(fait: "scheduleBroken")
    older.expect(fait: "quitOrderServed", le: "2018-12-03")
  }

  static let sc29 = Scenario("SC29", "Désistement à l'audience", fin: "2025-04-30") {
    le("2024-10-02", .huissier, .commandement(du: "2024-10-01", bail: "2018-05-01"))
    le("2024-11-27", .huissier, .assignation(du: "2024-11-26", audience: "2025-01-14"))
    le("2024-12-10", .serviceSocial, .rencontre)
    le("2024-12-12", .serviceSocial, .diagnostic(.maintien))
    le("2025-01-11", .bailleurPrive, .plan(24, premiere: "2025-02-10", mensualite: .euros(110)))
    le("2025-01-14", .tribunal, .juge(.desistement))
    le("2025-02-10", .bailleurPrive, .verse(1, .euros(110)))
    le("2025-03-10", .bailleurPrive, .verse(2, .euros(110)))
    le("2025-04-10", .bailleurPrive, .verse(3, .euros(110)))
    le("2025-04-24", .ccapex, .cloture(.desistement))
  }

  @Test("SC29. Le bailleur se désiste après un plan signé", .played(sc29))
  func desistement() async throws {
    let scene = try await Played.scene(Self.sc29)
    scene.expect(fait: "planAgreed", le: "2025-01-11")
    scene.expect(fait: "claimWithdrawn", le: "2025-01-14")
    scene.expect(avis: .procedureClose, a: .operateurDSF, le: "2025-01-14")
    scene.expect(jamais: .dsfEnRetard, a: .operateurDSF, .prefecture, apres: "2025-01-14")
    // The social follow-up lasts three months after the withdrawal.
    scene.expect(echeance: "CHARTE.suivi", le: "2025-04-14")
    // Its end closes nothing: the commission is asked, and closes.
    scene.expect(
      avis: .clotureADecider, a: .ccapex, des: "2025-04-14", avant: "2025-04-24", fois: 1)
    scene.expect(cloture: "withdrawn", le: "2025-04-24")
    scene.expect(aucunFait: "planBroken")
  }

  static let sc31 = Scenario("SC31", "Mauvaise foi constatée (2024)", fin: "2024-11-04") {
    le("2023-11-08", .huissier, .commandement(du: "2023-11-07", bail: "2018-05-01"))
    le("2024-01-24", .huissier, .assignation(du: "2024-01-23", audience: "2024-03-12"))
    le("2024-02-12", .serviceSocial, .rencontre)
    le("2024-03-01", .operateurDSF, .dsf(.maintienAvecAide))
    le("2024-03-12", .tribunal, .audience(present: false, delibere: "2024-04-09"))
    le("2024-04-09", .tribunal, .juge(.expulsionSansDelai, mauvaiseFoi: true))
    le("2024-04-15", .huissier, .cql(prefetSaisi: "2024-04-15"))
    le("2024-04-16", .huissier, .demandeCFP)
  }

  @Test("SC31. Mauvaise foi constatée par le juge", .played(sc31))
  func mauvaiseFoi() async throws {
    let scene = try await Played.scene(Self.sc31)
    scene.expect(fait: "evictionOrderedWithoutQuitDelay", le: "2024-04-09")
    // No two months after the CQL: the request is not premature.
    scene.expect(aucuneEcheance: "CQL.delai")
    scene.expect(jamais: .protectionEnCours, a: .huissier)
    scene.expect(fait: "policeAidRequested", le: "2024-04-16")
    scene.expect(echeance: "CFP.silence", le: "2024-06-16")
    // The truce still applies.
    scene.expect(protection: "winterTruce", des: "2024-11-01")
  }
}
