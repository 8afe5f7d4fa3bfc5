import Contracts
import Vocabulary

// The court.
extension Act {
  static func assignation(
    du acte: Day, notifiee: Day? = nil, audience: Day, dette: Bool = true, motif: Motif? = nil,
    mode: ModeDeSignification? = nil
  ) -> Act {
    .du { day in
      .tribunalAssignation(
        TribunalAssignation(
          acte: acte, notification: notifiee ?? day, audience: audience, dette_locative: dette,
          motif: motif, mode: mode))
    }
  }

  static func audience(present: Bool, delibere: Day? = nil, loyerRepris: Bool? = nil) -> Act {
    .du {
      .tribunalAudience(
        TribunalAudience(
          date: $0, locataire_present: present, delibere: delibere, loyer_repris: loyerRepris))
    }
  }

  static func renvoi(au nouvelle: Day) -> Act {
    .du { .tribunalRenvoi(TribunalRenvoi(date: $0, nouvelle: nouvelle)) }
  }

  static func juge(_ sens: TribunalDecision.Sens, fin: Day? = nil, mauvaiseFoi: Bool? = nil) -> Act
  {
    .du {
      .tribunalDecision(
        TribunalDecision(date: $0, sens: sens, fin_delais: fin, mauvaise_foi: mauvaiseFoi))
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
