import Testing
import Vocabulary

@testable import Contracts

/// Difficultés à la réception (domain.md, section 6).
@Suite("Difficultés à la réception") struct IntakeDifficulties {
  static let all = [sc07, sc09, sc11, sc12, sc13, sc14]

  static let sc07 = Scenario(
    "SC07", "La même dette par l'huissier et par le bailleur", bailleur: .personneMoraleSociale
  ) {
    le("2018-01-22", .bailleurSocial, .saisine(dette: .euros(2_910)))
    le("2018-01-29", .caf, .impayeCAF(dette: .euros(2_910), du: "2018-01-29"))
      .nommant(.allocataire("1234567"))
    le("2018-02-02", .huissier, .commandement(du: "2018-02-02", dette: .euros(2_985)))
      .nommant(.commandement("CDP-SC07"))
    le("2018-03-23", .huissier, .assignation(du: "2018-03-22", audience: "2018-06-12"))
    le("2018-01-22", .bailleurSocial, .saisine(dette: .euros(2_910))).pour("B")
    le("2018-03-26", .huissier, .assignation(du: "2018-03-23", audience: "2018-06-12")).pour("B")
  }

  @Test("SC07. La même dette par l'huissier et par le bailleur : un seul dossier", .played(sc07))
  func unSeulDossier() async throws {
    let scene = try await Played.scene(Self.sc07)
    #expect(scene.record.dossiers.count == 1)
    #expect(scene.record.standing.debt == .euros(2_985))
    #expect(scene.record.standing.debtOn == "2018-02-02")
    scene.expect(echeance: "CDP.delai", le: "2018-04-03", brute: "2018-04-02", parce: "Pâques")
    // The saisine of 22 January counts, not the later signals: 22 March is a day too early…
    scene.expect(avis: .dossierARevoir, a: .prefecture, le: "2018-03-23", echeance: "2018-03-22")
    // … and 23 March is not.
    let twin = try await Played.scene(Self.sc07, household: "B")
    #expect(!twin.post(.dossierARevoir).contains { $0.notice.echeance == "2018-03-22" })
  }

  static let sc09 = Scenario("SC09", "Sous le seuil de l'arrêté", fin: "2024-01-31") {
    le("2017-10-04", .huissier, .commandement(du: "2017-10-02", dette: .loyers(2.5), mois: 2))
    le("2023-10-03", .huissier, .commandement(du: "2023-10-01", dette: .loyers(2.5), mois: 2))
      .pour("B")
  }

  @Test("SC09. Sous le seuil de 2017, au-dessus de celui de 2023", .played(sc09))
  func sousLeSeuil() async throws {
    let below = try await Played.scene(Self.sc09)
    #expect(below.record.answers == ["accepte"])
    below.expect(avis: .coming("signalement-recu"), a: .ccapex, le: "2017-10-04")
    // A simple information with a light contact: nobody is hurried.
    below.expect(jamais: .contactEnRetard, a: .prefecture, .ccas)
    below.expect(jamais: .fslDemande, a: .fsl)
    let above = try await Played.scene(Self.sc09, household: "B")
    above.expect(avis: .contactAProposer, a: .serviceSocial, le: "2023-10-03")
    above.expect(avis: .contactEnRetard, a: .prefecture)
    above.expect(echeance: "CDP.delai", le: "2023-12-01")
  }

  static let sc11 = Scenario("SC11", "Adresse erronée") {
    le("2018-04-05", .huissier, .commandement(du: "2018-04-03"))
      .nommant(.al("12 rue des Lilas", insee: "93099"))
    le("2018-04-06", .huissier, .rectifie(1, par: .commandement(du: "2018-04-03")))
      .nommant(.al("12 allée des Lilas", insee: "93066"))
  }

  @Test("SC11. Adresse erronée, puis rectifiée", .played(sc11))
  func adresseErronee() async throws {
    let scene = try await Played.scene(Self.sc11)
    #expect(scene.record.dossiers.count == 1)
    // Two working days for the manual queue: from Thursday 5 to Monday 9 April.
    scene.expect(avis: .coming("adresse-a-verifier"), a: .ccapex, le: "2018-04-05")
    scene.expect(echeance: "adresse-a-verifier", le: "2018-04-09")
    // The other commission follows; the old one is told that the dossier is no more its own.
    #expect(scene.record.standing.commission.contains("saint-denis"))
    scene.expect(avis: .avisSansObjet, a: .ccapex, le: "2018-04-06")
    scene.expect(echeance: "CDP.delai", le: "2018-06-04", brute: "2018-06-03")
  }

  static let sc12 = Scenario("SC12", "Homonyme fusionné par erreur", fin: "2024-05-31") {
    le("2024-03-18", .huissier, .commandement(du: "2024-03-15", dette: .loyers(4)))
    le("2024-03-26", .huissier, .commandement(du: "2024-03-25", dette: .loyers(7))).pour("B")
    le("2024-04-03", .ccapex, .fusion(avec: "B"))
    le("2024-04-10", .ccapex, .separation(de: "B"))
  }

  @Test("SC12. Deux « Martin » fusionnés par erreur, puis séparés", .played(sc12))
  func homonymes() async throws {
    let scene = try await Played.scene(Self.sc12)
    let other = try await Played.scene(Self.sc12, household: "B")
    #expect(scene.record.dossier != other.record.dossier)
    // Two histories again: each its own commandement, debt and delay.
    #expect(scene.record.standing.debt == .loyers(4))
    #expect(other.record.standing.debt == .loyers(7))
    scene.expect(echeance: "CDP.delai", le: "2024-05-15", comptee: "2024-03-15")
    other.expect(echeance: "CDP.delai", le: "2024-05-27", comptee: "2024-03-25")
    #expect(scene.record.standing.days["notice_until"] == "2024-05-15")
    #expect(other.record.standing.days["notice_until"] == "2024-05-27")
    // What landlord A is owed is never said in a notice about B.
    #expect(!other.record.post.contains { $0.notice.montant == .loyers(4) })
    #expect(!scene.record.post.contains { $0.notice.montant == .loyers(7) })
  }

  static let sc13 = Scenario("SC13", "Commune dans aucune sous-commission", commune: "93099") {
    le("2024-01-10", .huissier, .commandement(du: "2024-01-08"))
  }

  @Test("SC13. Commune nouvelle, absente de la table", .played(sc13))
  func communeInconnue() async throws {
    let scene = try await Played.scene(Self.sc13)
    #expect(scene.record.answers == ["accepte.commune-inconnue"])
    #expect(scene.record.standing.commission == "ccapex-centrale")
    scene.expect(avis: .contactAProposer, a: .serviceSocial, le: "2024-01-10")
    scene.expect(avis: .coming("table-a-mettre-a-jour"), a: .ccapex, le: "2024-01-10")
  }

  static let sc14 = Scenario(
    "SC14", "Assignation trop tôt", bailleur: .personneMoraleSociale, fin: "2018-08-31"
  ) {
    le("2018-01-10", .huissier, .commandement(du: "2018-01-09"))
    le("2018-01-22", .bailleurSocial, .saisine())
    le("2018-03-16", .huissier, .assignation(du: "2018-03-15", audience: "2018-06-12"))
    le("2018-04-03", .serviceSocial, .rencontre)
    le("2018-05-22", .operateurDSF, .dsf(.maintien))
    le("2018-06-12", .tribunal, .audience(present: true))
    le("2018-06-12", .tribunal, .juge(.irrecevable))
  }

  @Test("SC14. Assignation moins de deux mois après la saisine", .played(sc14))
  func assignationTropTot() async throws {
    let scene = try await Played.scene(Self.sc14)
    scene.expect(avis: .dossierARevoir, a: .prefecture, le: "2018-03-16", echeance: "2018-03-22")
    scene.expect(avis: .dsfDemande, a: .operateurDSF, le: "2018-03-16")
    scene.expect(avis: .dsf, a: .tribunal, le: "2018-05-22")
    scene.expect(fait: "claimDismissed", le: "2018-06-12")
    scene.expect(echeance: "CDP.delai", le: "2018-03-09")
    // Prevention goes on: the dossier is open and somebody is waited for.
    #expect(scene.record.standing.closure == nil)
    scene.expect(aucunFait: "evictionOrdered", "quitOrderServed")
  }
}

extension Step.Naming {
  /// As a CAF does: by the allocataire, who he is and where he lives.
  fileprivate static func allocataire(_ numero: String) -> Step.Naming {
    .with { full in
      var own = full
      (own.bail, own.commandement) = (nil, nil)
      own.allocataire = BeneficiaryReference(caisse: "931", numero: numero)
      return own
    }
  }

  /// As an étude does: by its own reference of the act.
  fileprivate static func commandement(_ reference: String) -> Step.Naming {
    .with { full in
      var own = full
      own.bail = nil
      own.commandement = NoticeReference(etude: "etude-martin", reference: reference)
      return own
    }
  }

  /// With another address.
  fileprivate static func al(_ voie: String, insee: String) -> Step.Naming {
    .with { full in
      var own = full
      own.logement = Dwelling(insee: insee, voie: voie)
      return own
    }
  }
}
