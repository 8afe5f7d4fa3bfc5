import Contracts
import Testing
import Vocabulary

/// What the review of the law asks of the debt and of the aid (docs/law-review.md, section 2),
/// written from the texts and played through the services.
@Suite("Revue juridique : la dette et l'aide") struct LawReviewOfDebt {
  static let all = [trente, defaut, loyer, indemnite, depart, priorite, conge, transfert]

  // Point 11. CCH R824-7, R824-8: the FSL that the organisme payeur seized, and no other.
  static let trente = Scenario(
    "LR11", "Trente-sixièmes après le FSL de la CAF", bailleur: .personneMoraleSociale,
    fin: "2025-01-10"
  ) {
    le("2024-02-06", .bailleurSocial, .impayeCAF())
    le("2024-02-20", .fsl, .refusFSL)
    le("2024-03-04", .caf, .renvoiCAF(vers: .fsl))
    le("2024-06-03", .fsl, .refusFSL)
    le("2024-09-09", .caf, .renvoiCAF(vers: .miseEnDemeure))
    le("2024-10-07", .bailleurSocial, .loyerPaye(terme: "2024-10-01", .euros(270)))
  }

  @Test("LR11. La CAF n'est invitée qu'après le FSL qu'elle a saisi", .played(trente))
  func trenteSixiemes() async throws {
    let scene = try await Played.scene(Self.trente)
    scene.expect(jamais: .aideTrenteSixiemes, a: .caf, avant: "2024-06-03")
    scene.expect(avis: .aideTrenteSixiemes, a: .caf, le: "2024-06-03", fois: 1)
    // Two months later the notice has not come: the CAF is reminded.
    scene.expect(echeance: "aid.notice", le: "2024-08-05")
    scene.expect(avis: .aideTrenteSixiemes, a: .caf, le: "2024-08-06", fois: 1)
    // The first default says what it risks; who decides on the aid knows what is paid.
    let told = scene.post(.echeanceImpayee, to: .menage).first
    #expect(told?.notice.texte.contains("l'aide au logement peut être suspendue") == true)
    let decider = scene.post(.echeanceImpayee, to: .caf).first
    #expect(decider?.notice.texte.contains("la moitié au moins de la dépense courante") == true)
  }

  // Point 12. Décret 2026-84: three months after a first default, whatever the amount.
  static let defaut = Scenario(
    "LR12", "Premier impayé de 2027", bailleur: .personneMoraleSociale, fin: "2027-06-10"
  ) {
    le(
      "2027-02-10", .bailleurSocial,
      .saisine(dette: .euros(300), aide: .euros(180), premier: "2027-01-05"))
    le(
      "2027-02-10", .bailleurSocial,
      .saisine(dette: .euros(300), aide: .euros(180), premier: "2027-01-05")
    ).pour("B")
    le(
      "2027-03-08", .bailleurSocial,
      .saisine(dette: .euros(200), aide: .euros(180), premier: "2027-02-05")
    ).pour("B")
  }

  @Test("LR12. L'impayé est constitué trois mois après le premier défaut", .played(defaut))
  func premierImpaye() async throws {
    let scene = try await Played.scene(Self.defaut)
    scene.expect(echeance: "aid.constitution", le: "2027-04-05")
    scene.expect(
      avis: .aideASignaler, a: .bailleurSocial, le: "2027-04-06", echeance: "2027-06-07")
    // A later décompte: the first terms were paid since.
    let paid = try await Played.scene(Self.defaut, household: "B")
    paid.expect(echeance: "aid.constitution", le: "2027-05-05")
    paid.expect(avis: .aideASignaler, a: .bailleurSocial, le: "2027-05-06")
  }

  // Point 13. A rent that is paid in time breaks nothing, and what is paid is one thing everywhere.
  static let loyer = Scenario("LR13A", "Loyer courant payé à temps", fin: "2024-12-05") {
    for household in ["A", "B"] {
      le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
        .pour(household)
      le("2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14"))
        .pour(household)
      le("2024-05-14", .tribunal, .delais(24, premiere: "2024-12-10")).pour(household)
      le("2024-10-02", .bailleurPrive, .impayee(nil)).pour(household)
    }
    le("2024-10-05", .bailleurPrive, .loyerPaye(terme: "2024-10-01", .euros(710)))
    le("2024-10-05", .bailleurPrive, .loyerPaye(terme: "2024-10-01", .euros(500))).pour("B")
  }

  @Test("LR13A. Un loyer payé en entier et à temps ne rompt rien", .played(loyer))
  func loyerCourant() async throws {
    let scene = try await Played.scene(Self.loyer)
    scene.expect(avis: .echeanceImpayee, a: .menage, le: "2024-10-02")
    scene.expect(ouvertA: "schedule")
    let part = try await Played.scene(Self.loyer, household: "B")
    part.expect(fait: "scheduleBroken", le: "2024-10-02")
  }

  // CPCE R154-7: what was paid of the indemnity is taken off what the State may owe.
  static let indemnite = Scenario("LR13B", "Indemnité d'occupation payée", fin: "2026-06-01") {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
    le("2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14"))
    le("2024-05-14", .tribunal, .audience(present: true))
    le("2025-06-11", .tribunal, .juge(.expulsionFerme))
    le("2025-07-11", .huissier, .cql(prefetSaisi: "2025-07-11"))
    le("2025-12-01", .huissier, .demandeCFP)
    le("2026-01-15", .prefecture, .refusCFP(.ordrePublic))
    le("2026-05-05", .bailleurPrive, .loyerPaye(terme: "2026-05-01", .euros(310), indemnite: true))
    le("2026-06-01", .bailleurPrive, .indemnisation(.euros(1_420)))
  }

  @Test("LR13B. La prévision déduit ce qui est payé", .played(indemnite))
  func indemniteOccupation() async throws {
    let scene = try await Played.scene(Self.indemnite)
    // The refusal fell in the truce: April and May are lost, less what was paid.
    let claimed = scene.post(.indemnite, to: .prefecture).last
    #expect(claimed?.notice.montant == .euros(2 * 710 - 310))
  }

  // Point 17. Who prepares something in the dwelling hears of a departure.
  static let depart = Scenario("LR17", "Ménage parti avant l'audience", fin: "2024-05-14") {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
    le("2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14"))
    le("2024-04-03", .serviceSocial, .contact(.parti, par: .visite))
  }

  @Test("LR17. Un départ est dit à tous ceux qui agissent", .played(depart))
  func menageParti() async throws {
    let scene = try await Played.scene(Self.depart)
    for reader in [PartnerKind.tribunal, .huissier, .operateurDSF] {
      scene.expect(avis: .departSignale, a: reader, le: "2024-04-03")
    }
    // Who told it knows where the household is; the CAF may.
    scene.expect(avis: .locataireARechercher, a: .caf, le: "2024-04-03")
  }

  // Point 18. The queue of the commission is ordered by all that is known.
  static let priorite = Scenario("LR18", "Priorité d'un dossier", fin: "2024-08-30") {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
    le("2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14"))
    le("2024-05-06", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14"))
    le("2024-07-11", .huissier, .cql(prefetSaisi: "2024-07-11"))
  }

  @Test("LR18. La priorité monte avec le danger", .played(priorite))
  func prioriteDuDossier() async throws {
    let scene = try await Played.scene(Self.priorite)
    let ranks = scene.post(.signalementRecu, to: .ccapex).compactMap(\.notice.priorite)
    #expect(ranks == ranks.sorted())
    #expect(ranks.count == 4 && ranks[1] == ranks[2] && ranks[0] < ranks[3])
  }

  // Point 9. A congé knows neither clause nor delays to pay; a foyer is not under article 24.
  static let conge = Scenario("LR9", "Congé et logement-foyer", fin: "2024-06-10") {
    le(
      "2024-03-25", .huissier,
      .assignation(du: "2024-03-22", audience: "2024-06-04", dette: false, motif: .conge))
    le("2024-04-10", .serviceSocial, .diagnostic(.tropCher))
    le(
      "2024-03-25", .huissier,
      .assignation(du: "2024-03-22", audience: "2024-04-16", bail: .foyer)
    ).pour("B")
  }

  @Test("LR9. Le motif et le bail décident des règles", .played(conge))
  func congeEtFoyer() async throws {
    let scene = try await Played.scene(Self.conge)
    for posted in scene.record.post {
      #expect(!posted.notice.texte.contains("clause résolutoire"), "\(posted.text)")
    }
    for posted in scene.post(.delaisADemander) {
      #expect(posted.notice.article == "CPCE art. L412-3", "\(posted.text)")
    }
    scene.expect(jamais: .planPropose, a: .huissier, .bailleurPrive, .bailleurSocial)
    scene.expect(jamais: .dsfDemande, a: .operateurDSF)
    let foyer = try await Played.scene(Self.conge, household: "B")
    foyer.expect(jamais: .notificationTardive, a: .prefecture)
  }

  // Point 16. What ends here is said to all who were asked for something.
  static let transfert = Scenario("LR16", "Transfert vers un autre département", fin: "2024-05-02")
  {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
    le("2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-06-14"))
    le("2024-04-02", .ccapex, .transfert(.propose, departement: "48"))
    le("2024-04-30", .autreCCAPEX, .transfert(.recu, departement: "48"))
  }

  @Test("LR16. Le transfert est transmis, reçu, et dit à tous", .played(transfert))
  func dossierTransfere() async throws {
    let scene = try await Played.scene(Self.transfert)
    let sent = scene.post(.transfertARecevoir, to: .autreCCAPEX)
    #expect(sent.count == 1 && sent.first?.day == "2024-04-02")
    #expect(sent.first?.notice.stade == .assignation)
    #expect(sent.first?.notice.menage?.locataires?.isEmpty == false)
    scene.expect(cloture: "transferred", le: "2024-04-30")
    // Whoever was asked for something and had not answered.
    for reader in [
      PartnerKind.huissier, .prefecture, .serviceSocial, .antenne, .operateurDSF, .menage,
    ] {
      scene.expect(avis: .procedureClose, a: reader, le: "2024-04-30")
    }
  }
}
