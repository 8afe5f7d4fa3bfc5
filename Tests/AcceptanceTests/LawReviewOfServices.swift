import Contracts
import Testing
import Vocabulary

/// What the review of the law asks of the five services (docs/law-review.md, section 2), written
/// from the texts.
@Suite("Revue juridique : les services") struct LawReviewOfServices {
  static let all = [
    lieu, restitution, reduit, ecartee, sursis, observations, manquant, tardif, profil,
    informes,
  ]

  private static let bobigny = LieuAudience(
    tribunal: "Tribunal de proximité d'Aubervilliers", chambre: "Salle 1",
    adresse: "24 rue de l'Union", heure: "09:30")

  // Point 22. Who is invited to a hearing must know where to go, and at what hour.
  static let lieu = Scenario("LR22", "Lieu et heure de l'audience", fin: "2024-06-11") {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
    le(
      "2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14", lieu: bobigny)
    )
    le("2024-05-14", .tribunal, .renvoi(au: "2024-06-11"))
  }

  @Test("LR22. Toute invitation à une audience en dit le lieu et l'heure", .played(lieu))
  func lieuEtHeure() async throws {
    let scene = try await Played.scene(Self.lieu)
    scene.expect(avis: .audienceInformation, a: .menage, des: "2024-03-25", avant: "2024-05-14")
    scene.expect(avis: .dsfDemande, a: .operateurDSF, des: "2024-03-25")
    let first = scene.record.post.filter {
      $0.notice.audience == "2024-05-14" && $0.notice.code != .avisSansObjet
    }
    #expect(first.count >= 4)
    for posted in first { #expect(posted.notice.lieu == Self.bobigny, "\(posted.text)") }
    // The same court hears the case again; chamber and hour are not known yet, and nobody invents
    // them.
    let second = scene.post(.audienceInformation, to: .menage).map(\.notice).filter {
      $0.audience == "2024-06-11"
    }
    #expect(!second.isEmpty)
    for notice in second {
      #expect(notice.lieu?.tribunal == Self.bobigny.tribunal && notice.lieu?.heure == nil)
      #expect(notice.texte.contains("le lieu et l'heure"))
    }
  }

  // Point 10. CPCE L111-10: whoever executes a provisional title does so at its own risk.
  static let restitution = Scenario("LR10A", "Infirmation après l'expulsion", fin: "2025-06-03") {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
    le("2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14"))
    le("2024-05-14", .tribunal, .audience(present: true))
    le("2024-06-11", .tribunal, .juge(.expulsionFerme))
    le("2024-06-20", .huissier, .notificationJugement())
    le("2024-07-10", .tribunal, .appel(.forme))
    le("2024-07-11", .huissier, .cql(prefetSaisi: "2024-07-11"))
    le("2024-09-16", .huissier, .demandeCFP)
    le("2024-10-01", .prefecture, .accordCFP())
    le("2024-10-15", .huissier, .expulsion())
    le("2025-06-03", .tribunal, .appel(.infirmePartiellement, expulsionInfirmee: true))
  }

  @Test("LR10A. Le titre infirmé après l'expulsion : le ménage est rétabli", .played(restitution))
  func infirmationApresExpulsion() async throws {
    let scene = try await Played.scene(Self.restitution)
    for reader in [PartnerKind.menage, .prefecture, .tribunal, .serviceSocial, .huissier] {
      scene.expect(avis: .restitutionDue, a: reader, le: "2025-06-03", fois: 1)
    }
  }

  // CPCE L412-1: « le juge peut … réduire ou supprimer ce délai » ; la décision est suivie.
  static let reduit = Scenario("LR10B", "Délai du CQL réduit à un mois", fin: "2024-09-30") {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
    le("2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14"))
    le("2024-05-14", .tribunal, .audience(present: false))
    le("2024-06-11", .tribunal, .juge(.expulsionFerme, moisDeCQL: 1))
    le("2024-07-11", .huissier, .cql(prefetSaisi: "2024-07-11"))
    le("2024-08-13", .huissier, .demandeCFP)
  }

  @Test("LR10B. Le délai du commandement est celui que le juge a laissé", .played(reduit))
  func delaiReduit() async throws {
    let scene = try await Played.scene(Self.reduit)
    // From 11 July, one month: Sunday 11 August, hence Monday 12.
    scene.expect(fait: "policeAidRequested", le: "2024-08-13")
    scene.expect(aucunFait: "policeAidPremature")
    scene.expect(jamais: .protectionEnCours, a: .huissier, apres: "2024-08-12")
  }

  // CPC 514-1, 539: the delay of appeal stays the execution that the judge did not make provisional.
  static let ecartee = Scenario("LR10C", "Exécution provisoire écartée", fin: "2024-08-30") {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
    le("2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14"))
    le("2024-05-14", .tribunal, .audience(present: false))
    le("2024-06-11", .tribunal, .juge(.expulsionFerme, executoire: false))
    le("2024-06-20", .huissier, .notificationJugement())
  }

  @Test("LR10C. Le délai d'appel suspend l'exécution écartée", .played(ecartee))
  func executionProvisoireEcartee() async throws {
    let scene = try await Played.scene(Self.ecartee)
    scene.expect(fait: "executionStayed", le: "2024-06-20")
    scene.expect(fait: "appealEnded", le: "2024-07-22")
    let told = scene.post(.appelPossible, to: .menage).first
    #expect(told?.notice.texte.contains("suspendent l'expulsion") == true)
  }

  // CPC 378: nothing is decided; the household is invited again.
  static let sursis = Scenario("LR10D", "Sursis à statuer", fin: "2024-10-08") {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
    le("2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14"))
    le("2024-05-14", .tribunal, .audience(present: true))
    le("2024-06-11", .tribunal, .juge(.sursisAStatuer, reprise: "2024-10-08"))
  }

  @Test("LR10D. Après un sursis à statuer, l'affaire revient", .played(sursis))
  func sursisAStatuer() async throws {
    let scene = try await Played.scene(Self.sursis)
    scene.expect(fait: "hearingPostponed", le: "2024-06-11")
    scene.expect(aucunFait: "evictionOrdered", "delaysGranted", "claimDismissed")
    let invited = scene.post(.audienceInformation, to: .menage).map(\.notice.audience)
    #expect(invited.contains("2024-10-08"))
  }

  // Point 20. Décret 2021-8: the household observes the DSF before the judge reads it.
  static let observations = Scenario("LR20A", "DSF soumis au ménage", fin: "2024-05-14") {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
    le("2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14"))
    le("2024-04-02", .serviceSocial, .rencontre)
    le("2024-04-15", .operateurDSF, .dsf(.maintien))
  }

  @Test("LR20A. Le ménage observe le DSF avant que le juge le lise", .played(observations))
  func observationsDuMenage() async throws {
    let scene = try await Played.scene(Self.observations)
    scene.expect(avis: .dsfObservations, a: .menage, le: "2024-04-15", echeance: "2024-04-23")
    scene.expect(avis: .dsf, a: .tribunal, le: "2024-04-24", fois: 1)
    scene.expect(fait: "dsfSent", le: "2024-04-24")
    // The landlord's side has its copy, and no word of private life.
    let copies = scene.post(.dsfCopie).map(\.notice)
    #expect(!copies.isEmpty)
    for copy in copies { #expect(copy.copie != nil && copy.diagnostic == nil) }
    scene.expect(jamais: .dsf, a: .huissier, .bailleurPrive, .bailleurSocial)
  }

  // Only the operator's diagnosis is a DSF; a household that was met is no carence.
  static let manquant = Scenario("LR20B", "DSF non parvenu", fin: "2024-05-14") {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
    le("2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14"))
    le("2024-04-02", .serviceSocial, .rencontre)
    le("2024-04-05", .serviceSocial, .diagnostic(.maintien))
  }

  @Test("LR20B. Le DSF manque : le tribunal le sait", .played(manquant))
  func dsfNonParvenu() async throws {
    let scene = try await Played.scene(Self.manquant)
    scene.expect(avis: .dsfManquant, a: .tribunal, avant: "2024-05-14", fois: 1)
    scene.expect(avis: .dsfManquant, a: .ccapex, avant: "2024-05-14")
    scene.expect(jamais: .dsf, a: .tribunal, .ccapex)
    scene.expect(aucunFait: "dsfSent", "dsfSentWithoutMeeting")
    for posted in scene.post(.dsfManquant) {
      #expect(posted.notice.diagnostic == nil && !posted.notice.texte.contains("carence"))
    }
  }

  // Point 14. A late act changes no request of a later stage.
  static let tardif = Scenario("LR14", "Commandement connu après l'audience", fin: "2024-06-28") {
    le("2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14"))
    le("2024-05-14", .tribunal, .audience(present: false, delibere: "2024-07-09"))
    le("2024-05-20", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
  }

  @Test("LR14. Un commandement tardif ne retire rien de ce qui est demandé", .played(tardif))
  func commandementTardif() async throws {
    let scene = try await Played.scene(Self.tardif)
    scene.expect(avis: .dsfDemande, a: .operateurDSF, des: "2024-03-25", avant: "2024-05-14")
    scene.expect(jamais: .dsfDemande, a: .operateurDSF, apres: "2024-05-14")
    // Nothing that was asked is taken back, and no day is asked for that has passed.
    let asked: Set<Notice.Code> = [
      .contactAProposer, .contactEnRetard, .dsfDemande, .dsfEnRetard, .audienceInformation,
      .planPropose, .fslDemande,
    ]
    let later = scene.record.post.filter { $0.day >= "2024-05-20" }
    for posted in later {
      #expect(posted.notice.annule.map(asked.contains) != true, "\(posted.text)")
      guard asked.contains(posted.notice.code) else { continue }
      #expect(posted.notice.echeance ?? posted.day >= posted.day, "\(posted.text)")
    }
  }

  // Point 23. Who looks for a dwelling knows for whom, and neither who it is nor what it owes.
  static let profil = Scenario(
    "LR23", "Profil pour qui cherche un logement", bailleur: .personneMoraleSociale,
    fin: "2024-04-30"
  ) {
    le("2024-02-06", .bailleurSocial, .saisine(dette: .loyers(3)))
    le("2024-02-13", .serviceSocial, .rencontre)
    le("2024-02-16", .serviceSocial, .demandeLogement(adultes: 1, budget: .euros(480)))
    le("2024-02-20", .serviceSocial, .diagnostic(.tropCher))
  }

  @Test("LR23. Les bailleurs reçoivent le profil, et rien d'autre", .played(profil))
  func profilDuMenage() async throws {
    let scene = try await Played.scene(Self.profil)
    for reader in [PartnerKind.bailleurSocial, .reservataire] {
      let asked = scene.post(.logementARechercher, to: reader).map(\.notice)
      #expect(!asked.isEmpty)
      for notice in asked {
        #expect(notice.profil?.adultes == 1 && notice.profil?.budget == .euros(480))
        #expect(notice.numero_unique == "093240000000000001")
        #expect(notice.menage == nil && notice.montant == nil && notice.diagnostic == nil)
      }
    }
  }

  // Point 21. Every body that the instruction names and that must know hears.
  static let informes = Scenario("LR21", "Antenne, CCAS, santé, police", fin: "2024-11-08") {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-15", bail: "2019-06-01"))
    le("2024-03-25", .huissier, .assignation(du: "2024-03-22", audience: "2024-05-14"))
    le("2024-05-14", .tribunal, .audience(present: true))
    le("2024-06-11", .tribunal, .juge(.expulsionFerme))
    le("2024-07-11", .huissier, .cql(prefetSaisi: "2024-07-11"))
    le("2024-08-05", .menage, .demandeHebergement(sante: true))
    le("2024-09-16", .huissier, .demandeCFP)
    le("2024-10-01", .prefecture, .accordCFP())
  }

  @Test("LR21. L'antenne, la santé et la police savent ce qui les regarde", .played(informes))
  func ceuxQuiDoiventSavoir() async throws {
    let scene = try await Played.scene(Self.informes)
    scene.expect(avis: .contactAProposer, a: .antenne, le: "2024-01-17")
    scene.expect(avis: .hebergementARechercher, a: .sante, le: "2024-08-05", fois: 1)
    scene.expect(avis: .cfpDecision, a: .forcesOrdre, le: "2024-10-01", echeance: "2024-10-01")
  }
}
