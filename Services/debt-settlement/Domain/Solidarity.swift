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
    case .violences: try tellOfVictim(on: change.date)
    case .deces, .protection, .vulnerabilite: return
    }
  }

  /// Who leaves because of violence owes no new rent from the day after the landlord had its letter
  /// (art. 8-2). Only the social service hears of it: both may read what the household is told, and
  /// the landlord hears of it from the victim, or not at all.
  private mutating func tellOfVictim(on day: Day) throws {
    guard let rule = try? RuleBook.rule(.bailViolences, on: day) else { return }
    try tell(
      .solidariteAVerifier, to: .serviceSocial,
      "Des violences sont signalées. La victime qui quitte le logement n'est plus solidaire des loyers"
        + " à venir dès le lendemain de la présentation au bailleur de sa lettre recommandée, avec"
        + " l'ordonnance de protection ou une condamnation de moins de six mois : aidez-la à l'envoyer"
        + " si elle le veut. Ne le dites qu'à elle.", article: rule.article)
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
  /// stays only. Whether they were married, or partners of a PACS, Amont does not know. The
  /// landlord is told nothing: a separation is the household's own affair.
  mutating func solidarityEnded(_ deadline: Deadline) throws {
    guard file.settlement.stage != .cleared else { return }
    try tell(
      .solidariteAVerifier, to: .serviceSocial,
      deadline.reason == Self.fromConge
        ? "Six mois ont passé depuis l'effet du congé : la personne partie ne doit plus les loyers à"
          + " venir. Fondez l'apurement sur les seules ressources de celle qui reste, sauf entre époux"
          + " ou partenaires de PACS (C. civ. art. 220, 515-4)."
        : "Six mois ont passé depuis la séparation. Si la personne partie a donné congé, elle ne doit"
          + " plus les loyers à venir : fondez l'apurement sur les seules ressources de celle qui reste."
          + " Sans congé, ou entre époux ou partenaires de PACS (C. civ. art. 220, 515-4), elle les doit"
          + " encore : vérifiez-le.",
      article: deadline.article)
  }
}
