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
    case .separation: try awaitEndOfSolidarity(change)
    case .deces, .violences, .protection, .vulnerabilite: return
    }
  }

  /// Six months from the day on which the congé takes effect (art. 8-1 VI); where nobody told it,
  /// from the departure, which is earlier: a human then checks.
  private mutating func awaitEndOfSolidarity(_ change: MenageChangement) throws {
    let end = try deadline(
      .bailSolidarite, origin: change.conge_effet ?? change.date, decidedBy: change.date,
      otherwise: .months(6))
    arm(
      .solidarity,
      Deadline(
        origin: end.origin, rule: end.rule, article: end.article, delay: end.delay, raw: end.raw,
        due: end.due, reason: change.conge_effet == nil ? end.reason : Self.fromConge))
  }

  private static var fromConge: String { "effet du congé" }

  /// The one who left owes no new rent, where it gave notice: a plan may then count on the one who
  /// stays only. Whether they were married Amont does not know. The landlord is told nothing: a
  /// separation is the household's own affair.
  mutating func solidarityEnded(_ deadline: Deadline) throws {
    guard file.settlement.stage != .cleared else { return }
    try tell(
      .solidariteAVerifier, to: .serviceSocial,
      deadline.reason == Self.fromConge
        ? "Six mois ont passé depuis l'effet du congé : la personne partie ne doit plus les loyers à"
          + " venir. Fondez l'apurement sur les seules ressources de celle qui reste, sauf entre époux"
          + " (C. civ. art. 220)."
        : "Six mois ont passé depuis la séparation. Si la personne partie a donné congé, elle ne doit"
          + " plus les loyers à venir : fondez l'apurement sur les seules ressources de celle qui reste."
          + " Sans congé, ou entre époux (C. civ. art. 220), elle les doit encore : vérifiez-le.",
      article: deadline.article)
  }
}
