import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// Where the right to housing stands.
public enum DALORight: Sendable, Hashable {
  /// No recours.
  case none
  /// The commission de médiation received the recours on that day.
  case filed(on: Day)
  case refused(on: Day)
  /// The household is priority and must be rehoused urgently; `isOffered` once an adapted offer,
  /// dated of the decision or later, reached it.
  case priority(on: Day, isOffered: Bool)
  /// The préfet put an end to the right: an adapted offer was refused without a reason (CCH
  /// R441-16-3).
  case lost(on: Day)

  /// Whether the commission has declared the household priority.
  public var isPriority: Bool {
    switch self {
    case .priority: true
    case .none, .filed, .refused, .lost: false
    }
  }
}

// The right to housing (CCH L441-2-3): recours, decision, offer.

extension RehousingContext {
  /// The commission received a recours. One that was decided since, or doubled, changes nothing.
  mutating func receive(_ recours: DALORecours) throws {
    switch file.dalo {
    case .none: break
    case .refused(let day), .lost(let day): guard recours.date > day else { return }
    case .filed, .priority: return
    }
    file.dalo = .filed(on: recours.date)
    let rule: RuleID = rules.calendar.isOverseas ? .daloDecisionOutreMer : .daloDecision
    let due = try rules.calendar.deadline(rule, origin: recours.date, decidedBy: recours.date)
    if !file.demand.isRehoused { arm(.daloDecision, due) }
    try report(
      .daloFiled, on: recours.date,
      "La commission de médiation est saisie d'un recours DALO.",
      article: RehousingBasis.daloRecours,
      until: due.due)
  }

  /// The commission decided. An older decision never undoes a newer one, and a refusal never
  /// answers a recours that came after it.
  mutating func receive(_ ruling: DALODecision) throws {
    switch file.dalo {
    case .none: break
    case .filed(let day): guard ruling.prioritaire || ruling.date >= day else { return }
    case .refused(let day), .priority(let day, _), .lost(let day):
      guard ruling.date > day else { return }
    }
    disarm(.daloDecision, .daloOffer)
    guard ruling.prioritaire else {
      file.dalo = .refused(on: ruling.date)
      return try report(
        .daloRefused, on: ruling.date, "La commission de médiation rejette le recours DALO.",
        article: RehousingBasis.daloRecours)
    }
    file.dalo = .priority(on: ruling.date, isOffered: false)
    let due = try rules.calendar.deadline(
      offerRule, origin: ruling.date, decidedBy: ruling.date)
    if !file.demand.isRehoused { arm(.daloOffer, due) }
    try report(
      .daloPriority, on: ruling.date,
      "Le ménage est reconnu prioritaire et à loger d'urgence (DALO).",
      article: RehousingBasis.daloOffer,
      until: due.due)
    try noticeDALOOffer()
    if file.demand.isOpen, file.acceptedOffer == nil { try pressUrgent() }
  }

  private var offerRule: RuleID {
    rules.calendar.isOverseas || rules.charter.hasLargeAgglomeration
      ? .daloOffreGrandeAgglomeration : .daloOffre
  }

  /// Reports, once, that the priority household has received an adapted offer. Only an offer of the
  /// day of the decision or later answers the decision: the hold on the eviction depends on it.
  mutating func noticeDALOOffer() throws {
    guard case .priority(let day, isOffered: false) = file.dalo,
      let offer = file.offers.first(where: {
        $0.isSuitable && $0.offeredOn >= day && $0.state.hasReachedHousehold
      })
    else { return }
    file.dalo = .priority(on: day, isOffered: true)
    disarm(.daloOffer)
    try report(
      .daloOfferMade, on: offer.offeredOn,
      "Le ménage prioritaire DALO a reçu une offre de logement adaptée.",
      article: RehousingBasis.daloOffer)
  }

  /// Three months without a decision of the commission: ask for it, every month.
  mutating func daloDecisionExpired() throws {
    guard case .filed = file.dalo, !file.demand.isRehoused else { return }
    let due = try arm(.daloDecision, after: .days(rules.charter.reviewDays))
    for kind in [PartnerKind.commissionMediation, .prefecture] {
      try tell(
        .dossierARevoir, to: kind,
        "Le délai de décision sur le recours DALO est dépassé : rendez la décision.",
        article: RehousingBasis.daloDecision, due: due)
    }
  }

  /// No adapted offer in the delay of the law: the préfet is told every month, and the household
  /// once, while it may still go to the administrative tribunal.
  mutating func daloOfferExpired(_ expired: Deadline) throws {
    guard case .priority(_, isOffered: false) = file.dalo, !file.demand.isRehoused else { return }
    let due = try arm(.daloOffer, after: .days(rules.charter.reviewDays))
    try tell(
      .relogementUrgent, to: .prefecture,
      "Le délai d'offre au ménage prioritaire DALO est dépassé : attribuez-lui un logement adapté.",
      article: RehousingBasis.daloOffer, due: due)
    guard expired.rule == offerRule.rawValue else { return }
    let tribunal = try rules.calendar.deadline(
      .daloTA, origin: expired.due, decidedBy: expired.origin)
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .relogementUrgent, to: kind,
        "Aucune offre n'a été faite dans le délai du DALO : le ménage peut saisir le tribunal"
          + " administratif avant l'échéance.", article: RehousingBasis.daloTribunal,
        due: tribunal.due)
    }
  }

  /// A rehoused household leaves its place in the queue to another.
  mutating func releaseDALO() throws {
    let text = "Le ménage est relogé : son recours et son rang DALO sont sans objet."
    switch file.dalo {
    case .none, .refused, .lost: return
    case .filed:
      try tell(
        .relogementSansObjet, to: .commissionMediation, text, article: RehousingBasis.daloRecours)
    case .priority:
      try tell(.relogementSansObjet, to: .prefecture, text, article: RehousingBasis.daloOffer)
    }
  }

  /// The préfet decides that the right is lost, or that nothing holds him any more: nobody else
  /// can.
  mutating func receive(_ end: DALOFin) throws {
    switch file.dalo {
    case .priority(let day, _), .filed(let day): guard end.date >= day else { return }
    case .none, .refused, .lost: return
    }
    file.dalo = .lost(on: end.date)
    disarm(.daloDecision, .daloOffer)
    try report(
      .daloRightLost, on: end.date, "Le préfet met fin au droit à l'offre au titre du DALO.",
      article: RehousingBasis.daloRefusal)
  }
}
