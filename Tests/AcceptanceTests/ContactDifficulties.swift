import Contracts
import Testing
import Vocabulary

/// Difficultés de contact et de DSF (domain.md, section 6).
@Suite("Difficultés de contact et de DSF") struct ContactDifficulties {
  static let all = [sc16, sc17, sc19, sc20]

  static let sc16 = Scenario("SC16", "Locataire introuvable", fin: "2018-04-17") {
    le("2018-02-06", .huissier, .assignation(du: "2018-02-05", audience: "2018-04-17"))
    le("2018-02-12", .serviceSocial, .sansReponse(.courrier))
    le("2018-02-20", .serviceSocial, .sansReponse(.telephone))
    le("2018-02-26", .serviceSocial, .sansReponse(.sms))
    le("2018-03-05", .serviceSocial, .sansReponse(.visite))
    le(
      "2018-04-10", .operateurDSF,
      .dsfDeCarence(
        [
          ("2018-02-12", .courrier), ("2018-02-20", .telephone), ("2018-02-26", .sms),
          ("2018-03-05", .visite),
        ], dette: .loyers(6), aide: .euros(180)))
  }

  @Test("SC16. Locataire introuvable : DSF de carence", .played(sc16))
  func locataireIntrouvable() async throws {
    let scene = try await Played.scene(Self.sc16)
    // Notified on 6 February; the limit is Saturday 17, so Friday 16: in time.
    scene.expect(jamais: .notificationTardive, a: .prefecture)
    scene.expect(echeance: "DSF.entretien", le: "2018-03-06", comptee: "2018-02-06")
    scene.expect(fait: "householdNotFound", le: "2018-02-20")
    scene.expect(avis: .dsf, a: .tribunal, le: "2018-04-10", fois: 1)
    scene.expect(fait: "dsfSentWithoutMeeting", le: "2018-04-10")
    // The landlord's and the CAF's data are in it.
    let dsf = scene.post(.dsf, to: .tribunal).first?.notice
    #expect(dsf?.carence?.dette == .loyers(6))
    #expect(dsf?.carence?.aide == .euros(180))
    #expect(dsf?.carence?.tentatives.count == 4)
    // The information on the hearing is left again.
    scene.expect(avis: .audienceInformation, a: .menage, des: "2018-02-21", avant: "2018-04-17")
  }

  static let sc17 = Scenario("SC17", "DSF en retard", fin: "2025-03-18") {
    le("2024-11-06", .huissier, .commandement(du: "2024-11-05", bail: "2019-06-01"))
    le("2025-01-21", .huissier, .assignation(du: "2025-01-20", audience: "2025-03-18"))
    le("2025-01-23", .prefecture, .demandeDSF(audience: "2025-03-18"))
    le("2025-02-10", .serviceSocial, .rencontre)
    le("2025-03-14", .operateurDSF, .dsf(.maintien))
  }

  @Test("SC17. DSF transmis hors délai", .played(sc17))
  func dsfEnRetard() async throws {
    let scene = try await Played.scene(Self.sc17)
    scene.expect(echeance: "DSF.remise", le: "2025-03-11")
    scene.expect(avis: .dsfEnRetard, a: .operateurDSF, le: "2025-03-04", echeance: "2025-03-11")
    scene.expect(avis: .dsfEnRetard, a: .operateurDSF, le: "2025-03-10")
    scene.expect(avis: .dsfEnRetard, a: .prefecture, le: "2025-03-12")
    scene.expect(jamais: .dsfEnRetard, a: .prefecture, avant: "2025-03-12")
    // Out of time, not absent.
    scene.expect(fait: "dsfSent", le: "2025-03-14")
    let sent = scene.post(.dsf, to: .tribunal).first { $0.day == "2025-03-14" }
    #expect(sent?.notice.texte.contains("hors délai") == true)
    scene.expect(aucunFait: "dsfSentWithoutMeeting")
  }

  static let sc19 = Scenario("SC19", "Assigné inconnu à l'adresse (art. 659)", fin: "2025-06-30") {
    le("2024-08-20", .huissier, .commandement(du: "2024-08-19", bail: "2018-01-15"))
    le(
      "2024-11-04", .huissier,
      .assignation(du: "2024-11-04", audience: "2025-01-14", mode: .recherches))
    le("2024-11-25", .serviceSocial, .contact(.parti, par: .visite))
    le("2025-01-06", .huissier, .reprise())
    le("2025-06-20", .ccapex, .cloture(.depart))
  }

  @Test("SC19. Assigné par procès-verbal de l'article 659", .played(sc19))
  func inconnuALAdresse() async throws {
    let scene = try await Played.scene(Self.sc19)
    scene.expect(avis: .coming("locataire-a-rechercher"), a: .caf, le: "2024-11-04")
    scene.expect(avis: .clotureADecider, a: .ccapex, avant: "2025-06-20")
    scene.expect(cloture: "departed", le: "2025-06-20")
    // No phantom reminders once the household is known to have left.
    scene.expect(jamais: .contactEnRetard, a: .serviceSocial, .ccas, apres: "2024-11-25")
    scene.expect(silenceApres: "2025-01-06", sauf: .clotureADecider)
  }

  static let sc20 = Scenario("SC20", "Majeur protégé", fin: "2024-09-30") {
    le("2024-05-02", .huissier, .commandement(du: "2024-04-30", bail: "2020-03-01"))
    le("2024-05-14", .serviceSocial, .rencontre)
    le("2024-05-14", .serviceSocial, .changement(.protection))
    le("2024-05-16", .serviceSocial, .diagnostic(.surendette))
    le("2024-06-05", .mandataire, .depotSurendettement)
  }

  @Test("SC20. Majeur protégé : tout passe aussi par le curateur", .played(sc20))
  func majeurProtege() async throws {
    let scene = try await Played.scene(Self.sc20)
    scene.expect(fait: "protectedAdultFound", le: "2024-05-14")
    let toHousehold = scene.record.post.filter { $0.reader == .menage && $0.day >= "2024-05-14" }
    #expect(!toHousehold.isEmpty)
    for letter in toHousehold {
      scene.expect(avis: letter.notice.code, a: .mandataire, le: letter.day)
    }
    // FSL and surendettement only with him.
    scene.expect(avis: .surendettementAConstituer, a: .mandataire)
    scene.expect(fait: "surendettementFiled", le: "2024-06-05")
  }
}
