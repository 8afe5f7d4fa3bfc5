import Vocabulary

@testable import amont_simulator
@testable import Contracts

// The court.
extension Act {
  static func assignation(
    du acte: Day, notifiee: Day? = nil, audience: Day, dette: Bool = true, motif: Motif? = nil,
    mode: ModeDeSignification? = nil, lieu: LieuAudience? = nil, bail: TypeDeBail? = nil
  ) -> Act {
    .du { day in
      .tribunalAssignation(
        TribunalAssignation(
          acte: acte, notification: notifiee ?? day, audience: audience, dette_locative: dette,
          motif: motif, mode: mode, lieu: lieu, type_bail: bail))
    }
  }

  static func audience(present: Bool, delibere: Day? = nil, loyerRepris: Bool? = nil) -> Act {
    .du {
      .tribunalAudience(
        TribunalAudience(
          date: $0, locataire_present: present, delibere: delibere, loyer_repris: loyerRepris))
    }
  }

  static func renvoi(au nouvelle: Day, lieu: LieuAudience? = nil) -> Act {
    .du { .tribunalRenvoi(TribunalRenvoi(date: $0, nouvelle: nouvelle, lieu: lieu)) }
  }

  static func juge(
    _ sens: TribunalDecision.Sens, fin: Day? = nil, mauvaiseFoi: Bool? = nil,
    executoire: Bool? = nil, moisDeCQL: Int? = nil, reprise: Day? = nil
  ) -> Act {
    .du {
      .tribunalDecision(
        TribunalDecision(
          date: $0, sens: sens, fin_delais: fin, mauvaise_foi: mauvaiseFoi,
          execution_provisoire: executoire, delai_cql_mois: moisDeCQL, reprise: reprise))
    }
  }

  static func delais(_ nombre: Int, premiere: Day, mensualite: Cents = .euros(90)) -> Act {
    .du {
      .tribunalDecision(
        TribunalDecision(
          date: $0, sens: .delaisSuspensifs, nombre: nombre, premiere: premiere,
          mensualite: mensualite))
    }
  }
}

// Execution and after.
extension Act {
  static func cql(du acte: Day? = nil, prefetSaisi: Day? = nil) -> Act {
    .du { .executionCQL(ExecutionCQL(acte: acte ?? $0, prefet_saisi: prefetSaisi)) }
  }

  static func delaisJEX(
    jusque fin: Day?, _ fondement: ExecutionDelaisJEX.Fondement = .delais
  ) -> Act {
    .du { .executionDelaisJEX(ExecutionDelaisJEX(date: $0, fin: fin, fondement: fondement)) }
  }

  static let demandeCFP = Act.du { .executionCFPDemande(ExecutionCFPDemande(date: $0)) }

  static func accordCFP(effet: Day? = nil) -> Act {
    .du { .executionCFPDecision(ExecutionCFPDecision(date: $0, accord: true, effet: effet)) }
  }

  static func refusCFP(_ motif: ExecutionCFPDecision.Motif) -> Act {
    .du { .executionCFPDecision(ExecutionCFPDecision(date: $0, accord: false, motif: motif)) }
  }

  static func expulsion(meubles: Bool = false) -> Act {
    .du { .executionExpulsion(ExecutionExpulsion(date: $0, concours: true, meubles: meubles)) }
  }

  static func reprise(cles: Bool = false) -> Act {
    .du { .executionReprise(ExecutionReprise(date: $0, cles: cles)) }
  }

  static func indemnisation(_ montant: Cents) -> Act {
    .du { .indemnisationDemande(IndemnisationDemande(date: $0, montant: montant)) }
  }

  static func cloture(_ motif: DossierCloture.Motif) -> Act {
    .du { .dossierCloture(DossierCloture(date: $0, motif: motif)) }
  }
}

// What is said of the dossier itself.
extension Act {
  /// An event told before was wrong: the right one, or none where it never was.
  static func rectifie(_ rank: Int, de household: String = "A", par right: Act?) -> Act {
    .avec { day, cast in
      let wrong = cast.events[household]?.dropFirst(rank - 1).first
      let body = right.flatMap { try? $0.event(day, cast).published(of: cast.menage) }
      return .rectification(
        Rectification(
          date: day, evenement: wrong?.id ?? "inconnu",
          type: (wrong?.kind ?? .rectification).rawValue, donnees: body, motif: "erreur de saisie"))
    }
  }

  static func fusion(avec other: String) -> Act {
    .avec { day, cast in
      .dossierFusion(
        DossierFusion(date: day, autre: cast.dossiers[other] ?? .none, motif: "même ménage"))
    }
  }

  static func separation(de other: String) -> Act {
    .avec { day, cast in
      .dossierSeparation(
        DossierFusion(date: day, autre: cast.dossiers[other] ?? .none, motif: "homonymes"))
    }
  }

  static func transfert(_ etape: DossierTransfert.Etape, departement: String) -> Act {
    .du { .dossierTransfert(DossierTransfert(date: $0, etape: etape, departement: departement)) }
  }

  static func notificationJugement(refere: Bool = false) -> Act {
    .du { .tribunalNotification(TribunalNotification(date: $0, refere: refere)) }
  }

  static func appel(_ etape: TribunalAppel.Etape, expulsionInfirmee: Bool? = nil) -> Act {
    .du {
      .tribunalAppel(
        TribunalAppel(date: $0, etape: etape, expulsion_infirmee: expulsionInfirmee))
    }
  }
}

extension HouseholdID {
  /// A dossier that does not exist: what a script says of a household that was never opened.
  fileprivate static let none = HouseholdID(high: 0, low: 0)
}

extension PartnerEvent {
  /// The payload as its sender would publish it.
  fileprivate func published(of menage: Identification) throws -> String {
    let planned = World.Planned(
      day: .never, household: 0, rank: 0, sender: .huissier, event: self, identification: menage,
      seed: 0)
    return try Publication(planned, by: "").body
  }
}
