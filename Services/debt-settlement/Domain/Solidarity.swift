import Casework
import Contracts
import LegalCalendar
import Vocabulary

// A couple parts: for a while both still owe the rent, then only the one who stays.

extension SettlementContext {
  /// Someone left. What fell due before is owed by both; what falls due after, for six months at
  /// most.
  mutating func receive(_ change: MenageChangement) throws {
    switch change.nature {
    case .separation:
      try arm(
        .solidarity, .bailSolidarite, origin: change.date, decidedBy: change.date,
        otherwise: .months(6))
    case .deces, .violences, .protection, .vulnerabilite: return
    }
  }

  /// Where the one who left gave notice, it owes no new rent: a plan may then count on the one who
  /// stays only. Whether it did, and whether they were married, Amont does not know: a human
  /// checks. The landlord is told nothing: a separation is the household's own affair.
  mutating func solidarityEnded(_ deadline: Deadline) throws {
    guard file.settlement.stage != .cleared else { return }
    try tell(
      .solidariteAVerifier, to: .serviceSocial,
      "Six mois ont passé depuis la séparation. Si la personne partie a donné congé, elle ne doit plus"
        + " les loyers à venir : fondez l'apurement sur les seules ressources de celle qui reste. Sans"
        + " congé, ou entre époux (C. civ. art. 220), elle les doit encore : vérifiez-le.",
      article: deadline.article)
  }
}
