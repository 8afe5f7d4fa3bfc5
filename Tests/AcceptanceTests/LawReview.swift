@testable import Contracts
import Testing
import Vocabulary

/// What a jurist found (docs/law-review.md, section 2), played through the services.
@Suite("La loi, chaque jour") struct LawReview {
  static let all = [l01, l02, l03, l04, l05, l06, l07, l08, l19]

  /// A private landlord's title: commandement, assignation, firm judgment.
  private static let titre = [
    le("2024-01-09", .huissier, .commandement(du: "2024-01-08", bail: "2015-01-01")),
    le("2024-03-20", .huissier, .assignation(du: "2024-03-19", audience: "2024-05-14")),
    le("2024-05-14", .tribunal, .audience(present: true, delibere: "2024-06-11")),
  ]

  static let l01 = Scenario("L01", "Effacement pendant les délais du juge", fin: "2024-09-10") {
    for household in ["A", "B"] {
      le("2022-01-11", .huissier, .commandement(du: "2022-01-10")).pour(household)
      le("2022-04-05", .huissier, .assignation(du: "2022-04-04", audience: "2022-06-14"))
        .pour(household)
      le("2022-06-14", .tribunal, .delais(24, premiere: "2022-07-10")).pour(household)
      le("2022-07-10", .bailleurPrive, .verse(1)).pour(household)
      le("2022-08-10", .bailleurPrive, .verse(2)).pour(household)
      le("2022-08-25", .banqueDeFrance, .recevabilite()).pour(household)
      le("2022-09-06", .banqueDeFrance, .mesures(.prp)).pour(household)
    }
    le("2023-03-06", .bailleurPrive, .impayee(nil)).pour("B")
  }

  @Test("2.1 L'effacement suspend la clause deux ans, loyer courant payé", .played(l01))
  func effacementPendantLesDelais() async throws {
    let scene = try await Played.scene(Self.l01)
    scene.expect(fait: "clauseSuspendedAfterPRP", le: "2022-09-06")
    scene.expect(avis: .detteEffacee, a: .bailleurPrive, le: "2022-09-06", echeance: "2024-09-06")
    scene.expect(avis: .detteEffacee, a: .caf, le: "2022-09-06")
    // No instalment is owed any more, not even that of 10 September.
    scene.expect(jamais: .echeanceImpayee, a: .menage)
    scene.expect(aucunFait: "scheduleBroken")
    scene.expect(cloture: "leaseKept", le: "2024-09-06")
    // A rent that is not paid gives the clause its effect back.
    let unpaid = try await Played.scene(Self.l01, household: "B")
    unpaid.expect(fait: "scheduleBroken", le: "2023-03-06")
    unpaid.expect(ouvertA: "evictionOrdered")
  }

  static let l02 = Scenario("L02", "Effacement après la clause acquise", fin: "2022-12-01") {
    le("2022-01-11", .huissier, .commandement(du: "2022-01-10"))
    le("2022-04-04", .banqueDeFrance, .recevabilite())
    le("2022-05-02", .banqueDeFrance, .mesures(.prp))
  }

  @Test("2.2 L'effacement ne défait pas une clause acquise", .played(l02))
  func clauseAcquise() async throws {
    let scene = try await Played.scene(Self.l02)
    scene.expect(fait: "noticeExpired", le: "2022-03-10")
    scene.expect(fait: "debtErased")
    scene.expect(ouvertA: "noticeExpired")
  }

  static let l03 = Scenario("L03", "Hébergé avant l'audience", fin: "2024-06-20") {
    titre
    le("2024-05-15", .siao, .hebergement(.proposee, .hotel))
    le("2024-05-16", .siao, .hebergement(.acceptee, .hotel))
    le("2024-06-11", .tribunal, .juge(.expulsionFerme))
  }

  @Test("2.3 Un hébergement ne met fin ni au bail ni à la procédure", .played(l03))
  func heberge() async throws {
    let scene = try await Played.scene(Self.l03)
    scene.expect(fait: "accommodated", le: "2024-05-16")
    scene.expect(fait: "evictionOrdered", le: "2024-06-11")
    scene.expect(ouvertA: "evictionOrdered")
  }

  static let l04 = Scenario("L04", "Décès d'un des époux", fin: "2024-06-20") {
    titre
    le("2024-05-21", .serviceSocial, .deces(.conjoint))
    le("2024-06-11", .tribunal, .juge(.expulsionFerme))
  }

  @Test("2.4 Le conjoint survivant garde le bail et le dossier", .played(l04))
  func conjointSurvivant() async throws {
    let scene = try await Played.scene(Self.l04)
    scene.expect(fait: "tenantDied", le: "2024-05-21")
    scene.expect(aucunFait: "householdDied")
    scene.expect(ouvertA: "evictionOrdered")
  }

  static let l05 = Scenario("L05", "Affaire radiée, puis rétablie", fin: "2025-03-10") {
    titre
    le("2024-06-11", .tribunal, .juge(.radiation)).pour("A")
  }

  @Test("2.5 La radiation suspend l'instance", .played(l05))
  func radiation() async throws {
    let scene = try await Played.scene(Self.l05)
    scene.expect(fait: "claimStruckOut", le: "2024-06-11")
    scene.expect(aucunFait: "claimWithdrawn")
    scene.expect(ouvertA: "struckOut")
    scene.expect(jamais: .procedureClose, a: .huissier, .prefecture)
  }

  static let l06 = Scenario("L06", "Prioritaire DALO, concours accordé", fin: "2024-09-20") {
    titre
    le("2024-06-11", .tribunal, .juge(.expulsionFerme))
    le("2024-06-17", .huissier, .cql(prefetSaisi: "2024-06-17"))
    le("2024-06-20", .menage, .recours(.dalo))
    le("2024-08-26", .commissionMediation, .prioritaire(.dalo))
    le("2024-08-28", .huissier, .demandeCFP)
    le("2024-09-16", .prefecture, .accordCFP())
  }

  @Test("2.6 La priorité DALO oblige le préfet et n'interdit rien", .played(l06))
  func prioriteDALO() async throws {
    let scene = try await Played.scene(Self.l06)
    scene.expect(avis: .daloPrioritaire, a: .prefecture, le: "2024-08-28")
    scene.expect(jamais: .protectionEnCours, a: .prefecture, apres: "2024-08-25")
    scene.expect(ouvertA: "evictionPossible")
  }

  static let l07 = Scenario("L07", "Trêve écartée par le juge", fin: "2024-11-20") {
    titre
    le("2024-06-11", .tribunal, .jugeSansTreve)
    le("2024-06-17", .huissier, .cql(prefetSaisi: "2024-06-17"))
    le("2024-09-02", .huissier, .demandeCFP)
    le("2024-11-12", .prefecture, .accordCFP())
  }

  @Test("2.7 La trêve que le juge écarte ne retient rien", .played(l07))
  func treveEcartee() async throws {
    let scene = try await Played.scene(Self.l07)
    scene.expect(fait: "truceSetAside", le: "2024-06-11")
    scene.expect(ouvertA: "evictionPossible")
    scene.expect(jamais: .protectionEnCours, a: .prefecture, .huissier, apres: "2024-11-01")
  }

  static let l08 = Scenario("L08", "Dette née après la recevabilité", fin: "2022-07-20") {
    le("2021-12-01", .serviceSocial, .saisineLibre())
    le("2022-01-10", .banqueDeFrance, .recevabilite())
    le("2022-06-16", .huissier, .commandement(du: "2022-06-15", dette: .loyers(3), mois: 3))
  }

  @Test("2.8 La recevabilité ne neutralise que les dettes antérieures", .played(l08))
  func detteNouvelle() async throws {
    let scene = try await Played.scene(Self.l08)
    scene.expect(fait: "surendettementAdmitted", le: "2022-01-10")
    scene.expect(echeance: "CDP.delai", le: "2022-08-16", brute: "2022-08-15")
    scene.expect(ouvertA: "noticeServed")
  }

  static let l19 = Scenario("L19", "Six mois sans acte après le jugement", fin: "2024-12-20") {
    titre
    le("2024-06-11", .tribunal, .juge(.expulsionFerme))
  }

  @Test("2.19 Le ménage est invité une fois à demander des délais", .played(l19))
  func uneSeuleFois() async throws {
    let scene = try await Played.scene(Self.l19)
    scene.expect(avis: .delaisADemander, a: .menage, fois: 1)
    scene.expect(ouvertA: "evictionOrdered")
  }
}

extension Act {
  fileprivate static func deces(_ survivant: MenageChangement.Survivant) -> Act {
    .du {
      .menageChangement(MenageChangement(date: $0, nature: .deces, survivant: survivant))
    }
  }

  fileprivate static let jugeSansTreve = Act.du {
    .tribunalDecision(TribunalDecision(date: $0, sens: .expulsionFerme, treve_ecartee: true))
  }
}
