import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// Where the right to accommodation stands (CCH L441-2-3 III, R441-18).
public enum DAHORight: Sendable, Hashable {
  /// No recours.
  case none
  /// The commission de médiation received the recours on that day.
  case filed(on: Day)
  case refused(on: Day)
  /// A place is owed; `isOffered` once one was proposed that day or later.
  case priority(on: Day, isOffered: Bool)
}

// The right to accommodation (CCH L441-2-3 III): recours, decision, place.

extension RehousingContext {
  /// The commission received a recours: six weeks to decide (CCH R441-18).
  mutating func receiveDAHO(_ recours: DALORecours) throws {
    switch file.daho {
    case .none, .refused: break
    case .filed, .priority: return
    }
    file.daho = .filed(on: recours.date)
    let due = try rules.calendar.deadline(
      .dahoDecision, origin: recours.date, decidedBy: recours.date)
    arm(.dahoDecision, due)
    try report(
      .dahoFiled, on: recours.date,
      "La commission de médiation est saisie d'un recours DAHO.", article: due.article,
      until: due.due)
  }

  /// The commission decided: a place is owed in six weeks, three months for a logement-foyer.
  mutating func receiveDAHO(_ ruling: DALODecision) throws {
    disarm(.dahoDecision, .dahoPlace)
    guard ruling.prioritaire else {
      file.daho = .refused(on: ruling.date)
      return try report(
        .dahoRefused, on: ruling.date, "La commission de médiation rejette le recours DAHO.",
        article: RehousingBasis.daloRecours)
    }
    file.daho = .priority(on: ruling.date, isOffered: false)
    let rule: RuleID = ruling.logement_foyer == true ? .dahoOffreLogementFoyer : .dahoOffre
    let due = try rules.calendar.deadline(rule, origin: ruling.date, decidedBy: ruling.date)
    arm(.dahoPlace, due)
    try report(
      .dahoPriority, on: ruling.date,
      "Le ménage doit être accueilli dans un hébergement (DAHO).", article: due.article,
      until: due.due)
    if !file.accommodation.isUnderWay, !file.accommodation.isEntered {
      try askForPlace(
        "Le ménage est reconnu prioritaire au titre du DAHO : proposez-lui une place avant"
          + " l'échéance.", reminders: 0)
    }
  }

  /// A place that was proposed on the day of the decision or later answers it.
  mutating func noticeDAHOPlace(on day: Day) throws {
    guard case .priority(let decided, isOffered: false) = file.daho, day >= decided else { return }
    file.daho = .priority(on: decided, isOffered: true)
    disarm(.dahoPlace)
    try report(
      .dahoOfferMade, on: day, "Le ménage prioritaire DAHO a reçu une proposition d'hébergement.",
      article: RehousingBasis.daho)
  }

  /// Six weeks without a decision: ask for it, every month.
  mutating func dahoDecisionExpired() throws {
    guard case .filed = file.daho else { return }
    let due = try arm(.dahoDecision, after: .days(rules.charter.reviewDays))
    for kind in [PartnerKind.commissionMediation, .prefecture] {
      try tell(
        .dossierARevoir, to: kind,
        "Le délai de décision sur le recours DAHO est dépassé : rendez la décision.",
        article: RehousingBasis.daho, due: due)
    }
  }

  /// No place in the delay of the law: the préfet is told every month, the household may go to the
  /// administrative tribunal.
  mutating func dahoPlaceExpired() throws {
    guard case .priority(_, isOffered: false) = file.daho else { return }
    let due = try arm(.dahoPlace, after: .days(rules.charter.reviewDays))
    try tell(
      .hebergementARechercher, to: .prefecture,
      "Le délai d'accueil du ménage prioritaire DAHO est dépassé : faites-lui proposer une place.",
      article: RehousingBasis.daho, due: due)
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .hebergementARechercher, to: kind,
        "Aucune place n'a été proposée dans le délai du DAHO : le ménage peut saisir le tribunal"
          + " administratif.", article: RehousingBasis.daloTribunal)
    }
  }
}
