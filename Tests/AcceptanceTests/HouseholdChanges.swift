import Testing
import Vocabulary

@testable import Contracts

/// Changements dans le ménage (domain.md, section 6).
@Suite("Changements dans le ménage") struct HouseholdChanges {
  static let all = [sc41, sc42, sc44, sc45, sc46]

  static let sc41 = Scenario("SC41", "Séparation du couple", fin: "2024-09-30") {
    le("2024-02-07", .huissier, .commandement(du: "2024-02-06", bail: "2018-09-01"))
    le("2024-02-20", .serviceSocial, .rencontre)
    le("2024-02-22", .serviceSocial, .diagnostic(.maintien))
    le("2024-03-06", .serviceSocial, .changementLe("2024-03-03", .separation))
    le("2024-03-20", .serviceSocial, .diagnostic(.seule))
  }

  @Test("SC41. Séparation : une procédure, deux personnes suivies", .played(sc41))
  func separation() async throws {
    let scene = try await Played.scene(Self.sc41)
    #expect(scene.record.dossiers.count == 1)
    scene.expect(fait: "householdSplit", le: "2024-03-03")
    // Solidarity ends six months after the exit at most (loi 89-462 art. 8-1).
    scene.expect(echeance: "BAIL.solidarite", le: "2024-09-03", comptee: "2024-03-03")
    // A new diagnosis is asked for the one who stays.
    scene.expect(avis: .contactAProposer, a: .serviceSocial, des: "2024-03-06", avant: "2024-03-08")
    scene.expect(fait: "diagnosedMustMove", le: "2024-03-20")
    // A demand of its own for the one who left.
    scene.expect(avis: .logementARechercher, a: .bailleurSocial, des: "2024-03-06")
  }

  static let sc42 = Scenario("SC42", "Violences conjugales", fin: "2024-07-31") {
    le("2024-01-17", .huissier, .commandement(du: "2024-01-16", bail: "2018-09-01"))
    le("2024-01-30", .serviceSocial, .rencontre)
    le("2024-02-01", .serviceSocial, .diagnostic(.maintien))
    le("2024-02-14", .serviceSocial, .changement(.violences))
  }

  @Test(
    "SC42. La victime reste ; ses coordonnées ne croisent pas celles du conjoint", .played(sc42))
  func violences() async throws {
    let scene = try await Played.scene(Self.sc42)
    scene.expect(fait: "violenceReported", le: "2024-02-14")
    // Nobody but those who meet her ever gets her name or address; the landlord's side never.
    for posted in scene.record.post where posted.day >= "2024-02-14" {
      switch posted.reader {
      case .serviceSocial, .ccas, .operateurDSF, .antenne: break
      default: #expect(posted.notice.menage == nil, "\(posted.text)")
      }
    }
    // The procedure against her stays what it was, with its protections.
    scene.expect(echeance: "CDP.delai", le: "2024-03-18", brute: "2024-03-16")
    #expect(scene.record.standing.closure == nil)
  }

  static let sc44 = Scenario("SC44", "Décès du locataire seul", fin: "2025-06-30") {
    le("2024-10-15", .huissier, .commandement(du: "2024-10-14", bail: "2018-09-01"))
    le("2024-12-30", .huissier, .assignation(du: "2024-12-27", audience: "2025-03-11"))
    le("2025-01-14", .serviceSocial, .rencontre)
    le("2025-02-05", .serviceSocial, .changementLe("2025-02-02", .deces))
  }

  @Test("SC44. Décès du locataire seul", .played(sc44))
  func deces() async throws {
    let scene = try await Played.scene(Self.sc44)
    scene.expect(fait: "householdDied", le: "2025-02-02")
    scene.expect(cloture: "died", le: "2025-02-02")
    scene.expect(avis: .procedureClose, a: .operateurDSF, le: "2025-02-05")
    // Timers stop; heirs are not the household: nobody is written to any more.
    scene.expect(silenceApres: "2025-02-05")
    scene.expect(jamais: .dsfEnRetard, a: .operateurDSF, .prefecture)
  }

  static let sc45 = Scenario("SC45", "Clés rendues avant le jugement", fin: "2024-12-31") {
    le("2024-04-10", .huissier, .commandement(du: "2024-04-09", bail: "2018-09-01"))
    le("2024-06-25", .huissier, .assignation(du: "2024-06-24", audience: "2024-09-17"))
    le("2024-07-09", .serviceSocial, .rencontre)
    le("2024-07-11", .serviceSocial, .diagnostic(.tropCher))
    le("2024-09-10", .bailleurPrive, .reprise(cles: true))
    le("2024-09-17", .tribunal, .audience(present: true, delibere: "2024-10-15"))
  }

  @Test("SC45. Clés rendues avant le jugement : la dette continue seule", .played(sc45))
  func clesRendues() async throws {
    let scene = try await Played.scene(Self.sc45)
    scene.expect(fait: "keysReturned", le: "2024-09-10")
    // No dwelling is sought any more, the debt is.
    scene.expect(avis: .relogementSansObjet, a: .bailleurSocial, le: "2024-09-10")
    #expect(scene.record.standing.phases["housing"] == "vacated")
    #expect(scene.record.standing.phases["debt"] != "closed")
    #expect(scene.record.standing.closure == nil)
    scene.expect(aucunFait: "evictionOrdered", "departed")
  }

  static let sc46 = Scenario("SC46", "Demande d'accès à ses données", fin: "2026-03-03") {
    le("2026-01-12", .huissier, .commandement(du: "2026-01-09", bail: "2018-09-01"))
    le("2026-01-30", .menage, .accesAuxDonnees(.demande))
  }

  @Test("SC46. Le locataire demande ses données", .played(sc46))
  func demandeDAcces() async throws {
    let scene = try await Played.scene(Self.sc46)
    // Asked on Friday 30 January 2026: 28 February is a Saturday.
    scene.expect(echeance: "RGPD.acces", le: "2026-03-02", brute: "2026-02-28", parce: "samedi")
    scene.expect(
      avis: .coming("acces-a-repondre"), a: .ccapex, le: "2026-01-30", echeance: "2026-03-02")
    // Nobody answered by the last day: the commission hears of it the day after.
    scene.expect(avis: .coming("acces-en-retard"), a: .ccapex, le: "2026-03-03")
  }
}

extension Act {
  fileprivate static func accesAuxDonnees(_ etape: DonneesAcces.Etape) -> Act {
    .du { .donneesAcces(DonneesAcces(date: $0, etape: etape)) }
  }

  /// A change that is told some days after it happened.
  fileprivate static func changementLe(_ day: Day, _ nature: MenageChangement.Nature) -> Act {
    .du { _ in .menageChangement(MenageChangement(date: day, nature: nature)) }
  }
}

extension Situation {
  /// One income less, two children: the rent is too high for the one who stays.
  fileprivate static let seule = Situation(
    ressources: .euros(1_150), adultes: 1, enfants: 2, conclusion: .relogement)
}
