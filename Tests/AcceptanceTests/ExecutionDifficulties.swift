import Contracts
import Testing
import Vocabulary

/// Difficultés d'exécution (domain.md, section 6).
@Suite("Difficultés d'exécution") struct ExecutionDifficulties {
  static let all = [sc33, sc35, sc37, sc39, sc40]

  /// A private landlord's title: commandement, assignation, firm judgment.
  private static func titre(
    commandement: Day, assignation: Day, audience: Day, jugement: Day
  ) -> [Step] {
    [
      le(commandement, .huissier, .commandement(du: commandement, bail: "2015-01-01")),
      le(assignation, .huissier, .assignation(du: assignation, audience: audience)),
      le(audience, .tribunal, .audience(present: true, delibere: jugement)),
      le(jugement, .tribunal, .juge(.expulsionFerme)),
    ]
  }

  static let sc33 = Scenario("SC33", "Préfet non saisi du CQL", fin: "2017-07-15") {
    le("2017-04-07", .huissier, .cql(du: "2017-04-05"))
    le("2017-04-28", .huissier, .cql(du: "2017-04-05", prefetSaisi: "2017-04-28"))
  }

  @Test("SC33. Préfet saisi tardivement du CQL", .played(sc33))
  func prefetNonSaisi() async throws {
    let scene = try await Played.scene(Self.sc33)
    scene.expect(fait: "quitOrderUnnotified", le: "2017-04-05")
    scene.expect(avis: .prefetNonSaisi, a: .huissier, le: "2017-04-07")
    // The two months run from the seisin: until Wednesday 28 June, not until 6 June.
    scene.expect(echeance: "CQL.delai", le: "2017-06-28", comptee: "2017-04-28")
    scene.expect(jour: "quit_until", le: "2017-06-28")
    scene.expect(protection: "quitPeriodNotRun", jusque: "2017-06-28")
    scene.expect(fait: "quitPeriodEnded", le: "2017-06-28")
  }

  static let sc35 = Scenario("SC35", "Refus pour circonstances postérieures", fin: "2024-09-30") {
    titre(
      commandement: "2023-05-10", assignation: "2023-08-01", audience: "2023-10-10",
      jugement: "2023-11-14")
    le("2024-01-08", .huissier, .cql(prefetSaisi: "2024-01-08"))
    le("2024-03-11", .huissier, .demandeCFP)
    le("2024-04-22", .prefecture, .accordCFP(effet: "2024-06-03"))
    le("2024-05-27", .serviceSocial, .changement(.vulnerabilite))
    le("2024-05-29", .prefecture, .refusCFP(.dignite))
    le("2024-07-15", .bailleurPrive, .indemnisation(.euros(1_500)))
  }

  @Test("SC35. Refus du concours pour des circonstances postérieures au jugement", .played(sc35))
  func circonstancesPosterieures() async throws {
    let scene = try await Played.scene(Self.sc35)
    scene.expect(echeance: "CFP.silence", le: "2024-05-11", brute: "2024-05-11")
    scene.expect(fait: "policeAidGranted", le: "2024-04-22")
    scene.expect(fait: "policeAidRefused", le: "2024-05-29")
    scene.expect(avis: .coming("cfp-decision"), a: .huissier, le: "2024-05-29")
    // Accommodation first, the State owes an indemnity, and the case is looked at each month.
    scene.expect(avis: .hebergementARechercher, a: .siao, des: "2024-05-27")
    scene.expect(fait: "compensationClaimed", le: "2024-07-15")
    scene.expect(echeance: "INDEMN.silence", le: "2024-09-15")
    scene.expect(avis: .dossierARevoir, a: .prefecture, des: "2024-06-25", avant: "2024-07-05")
    scene.expect(avis: .dossierARevoir, a: .prefecture, des: "2024-07-25", avant: "2024-08-05")
    scene.expect(aucunFait: "evictionReported")
  }

  static let sc37 = Scenario("SC37", "Offre DALO refusée sans motif", fin: "2024-07-31") {
    titre(
      commandement: "2023-05-10", assignation: "2023-08-01", audience: "2023-10-10",
      jugement: "2023-11-14")
    le("2023-12-04", .menage, .recours(.dalo))
    le("2024-01-08", .huissier, .cql(prefetSaisi: "2024-01-08"))
    le("2024-02-20", .commissionMediation, .prioritaire(.dalo))
    le("2024-03-11", .huissier, .demandeCFP)
    le("2024-05-06", .prefecture, .proposition("DALO-1", .dalo))
    le("2024-05-21", .menage, .refuse("DALO-1"))
    le("2024-06-10", .prefecture, .finDALO(motif: "refus sans motif d'une offre adaptée"))
  }

  @Test("SC37. Offre DALO refusée sans motif", .played(sc37))
  func offreRefusee() async throws {
    let scene = try await Played.scene(Self.sc37)
    scene.expect(echeance: "DALO.decision", le: "2024-03-04", comptee: "2023-12-04")
    // Six months: the agglomeration has more than 300 000 inhabitants.
    scene.expect(echeance: "dalo.offer", le: "2024-08-20", comptee: "2024-02-20")
    scene.expect(fait: "offerRefusedUnjustified", le: "2024-05-21")
    // The hold is lifted by the préfet's decision, not by the refusal.
    scene.expect(avis: .daloPrioritaire, a: .prefecture)
    scene.expect(
      protection: "daloPriorityWithoutOffer", jusque: "2024-06-10", des: "2024-02-20")
    scene.expect(fait: "daloRightLost", le: "2024-06-10")
    // A proposal of accommodation is due all the same.
    scene.expect(avis: .hebergementARechercher, a: .siao, des: "2024-05-21")
  }

  static let sc39 = Scenario("SC39", "Hébergement", fin: "2024-10-31") {
    titre(
      commandement: "2023-05-10", assignation: "2023-08-01", audience: "2023-10-10",
      jugement: "2023-11-14")
    le("2024-01-08", .huissier, .cql(prefetSaisi: "2024-01-08"))
    le("2024-03-04", .menage, .recours(.daho))
    le("2024-03-11", .huissier, .demandeCFP)
    le("2024-03-25", .siao, .hebergement(.proposee, .hotel))
    le("2024-03-27", .siao, .hebergement(.refusee, .hotel))
    le("2024-04-15", .commissionMediation, .prioritaire(.daho))
    le("2024-05-24", .siao, .hebergement(.proposee, .residenceSociale))
    le("2024-05-27", .siao, .hebergement(.acceptee, .residenceSociale))
    le("2024-05-28", .huissier, .reprise())
    le("2024-09-10", .ccapex, .cloture(.hebergement))
  }

  @Test("SC39. Hôtel refusé, résidence sociale acceptée", .played(sc39))
  func hebergement() async throws {
    let scene = try await Played.scene(Self.sc39)
    scene.expect(echeance: "DAHO.decision", le: "2024-04-15", comptee: "2024-03-04")
    scene.expect(echeance: "DAHO.offre", le: "2024-05-27", comptee: "2024-04-15")
    scene.expect(fait: "accommodationOffered", le: "2024-03-25")
    // A refusal of a hotel ends nothing.
    scene.expect(fait: "accommodated", le: "2024-05-27")
    // The follow-up ends, and a person closes.
    scene.expect(avis: .clotureADecider, a: .ccapex, avant: "2024-09-10", fois: 1)
    scene.expect(cloture: "accommodated", le: "2024-09-10")
    scene.expect(aucunFait: "evictionReported")
    // Nobody looks for the household in the dwelling any more. A place is no dwelling: the search
    // for one goes on for the three months of the follow-up, and the debt is settled apart.
    scene.expect(jamais: .contactAProposer, a: .serviceSocial, .ccas, apres: "2024-05-28")
    scene.expect(jamais: .contactEnRetard, a: .serviceSocial, .prefecture, apres: "2024-05-28")
    scene.expect(jamais: .protectionEnCours, a: .huissier, .prefecture, apres: "2024-05-28")
  }

  static let sc40 = Scenario("SC40", "Expulsion et meubles", fin: "2025-07-15") {
    titre(
      commandement: "2024-04-03", assignation: "2024-07-02", audience: "2024-09-10",
      jugement: "2024-10-15")
    le("2024-12-02", .huissier, .cql(prefetSaisi: "2024-12-02"))
    le("2025-02-04", .huissier, .demandeCFP)
    le("2025-02-18", .siao, .hebergement(.proposee, .hotel))
    le("2025-04-03", .prefecture, .accordCFP(effet: "2025-04-15"))
    le("2025-05-06", .huissier, .expulsion(meubles: true))
  }

  @Test("SC40. Expulsion, meubles laissés sur place", .played(sc40))
  func meubles() async throws {
    let scene = try await Played.scene(Self.sc40)
    scene.expect(fait: "evictionReported", le: "2025-05-06")
    scene.expect(avis: .coming("pv-expulsion"), a: .prefecture, le: "2025-05-06")
    scene.expect(avis: .coming("pv-expulsion"), a: .ccapex, le: "2025-05-06")
    scene.expect(
      avis: .coming("meubles-a-retirer"), a: .menage, le: "2025-05-06", echeance: "2025-07-07")
    scene.expect(
      echeance: "MEUBLES", le: "2025-07-07", brute: "2025-07-06", parce: "dimanche")
    scene.expect(echeance: "MEUBLES.contestation", le: "2025-06-06")
    scene.expect(avis: .retourExperience, a: .prefecture, des: "2025-05-06")
    #expect(scene.record.standing.phases["procedure"] == "evicted")
  }
}
