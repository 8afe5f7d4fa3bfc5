import Contracts
import LegalCalendar
import Vocabulary

// A couple parts: for a while both still owe the rent, then only the one who stays.

extension SettlementWork {
  /// Someone left. What fell due before is owed by both; what falls due after, for six months at most.
  mutating func receive(_ change: MenageChangement) throws {
    switch change.nature {
    case .separation:
      try arm(
        .solidarity, .bailSolidarite, origin: change.date, decidedBy: change.date,
        otherwise: .months(6))
    case .deces, .violences, .protection, .vulnerabilite: return
    }
  }

  /// The one who left owes no new rent: a plan may count on the one who stays only.
  mutating func solidarityEnded() throws {
    guard file.settlement.stage != .cleared else { return }
    let article =
      (try? RuleBook.rule(.bailSolidarite, on: today))?.article ?? Basis.charter
    for destination in [Destination.kind(.serviceSocial), file.creditors.destination] {
      try tell(
        .solidariteFinie, to: destination,
        "La personne qui a quitté le logement ne doit plus les loyers à venir, sauf époux (C. civ."
          + " art. 220) ou partenaires de Pacs (C. civ. art. 515-4) : arrêtez le décompte commun, et"
          + " ne fondez plus l'apurement que sur les ressources de la personne qui reste.",
        article: article)
    }
  }
}
