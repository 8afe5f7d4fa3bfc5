import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// The demand to social landlords and réservataires (instruction § 2.2).
public enum HousingDemand: Sendable, Hashable {
  /// Nobody asked for it.
  case none
  /// Open since that day; `reminders` counts the reply delays that brought nothing.
  case open(since: Day, reminders: Int)
  /// Withdrawn on the saga's order.
  case stopped(on: Day)
  /// The household has a new lease.
  case rehoused(on: Day)

  /// Whether landlords are being asked.
  public var isOpen: Bool {
    switch self {
    case .open: true
    case .none, .stopped, .rehoused: false
    }
  }

  /// Whether the household has a new lease.
  public var isRehoused: Bool {
    switch self {
    case .rehoused: true
    case .none, .open, .stopped: false
    }
  }
}

/// How far the procedure has gone, as the saga says it.
public enum Urgency: String, CaseIterable, Sendable, Hashable, Comparable {
  case beforeSummons = "before-summons"
  case summoned
  case evictionOrdered = "eviction-ordered"
  case policeAidRequested = "police-aid-requested"

  /// Earlier in the procedure comes first.
  public static func < (left: Urgency, right: Urgency) -> Bool { left.step < right.step }

  private var step: Int {
    switch self {
    case .beforeSummons: 0
    case .summoned: 1
    case .evictionOrdered: 2
    case .policeAidRequested: 3
    }
  }
}

// The demand: opened, made more urgent, reminded of, withdrawn.

extension RehousingContext {
  /// Opens the demand, once: a second order while it is open asks nobody twice. A dossier is one
  /// dwelling, so a household that left it for a new lease is not looked for again.
  mutating func openDemand(_ command: Command) throws {
    guard !file.demand.isOpen, !file.demand.isRehoused else { return }
    file.urgency = stage(said: command, otherwise: .beforeSummons)
    try startDemand(command)
  }

  /// Makes the demand more urgent; opens it first where it is not.
  mutating func raisePriority(_ command: Command) throws {
    guard !file.demand.isRehoused else { return }
    let stage = stage(said: command, otherwise: .evictionOrdered)
    guard file.demand.isOpen else {
      file.urgency = stage
      return try startDemand(command)
    }
    file.evictionFrom = command.until ?? file.evictionFrom
    guard stage > file.urgency else { return }
    file.urgency = stage
    guard file.acceptedOffer == nil else { return }
    try pressUrgent()
  }

  private mutating func startDemand(_ command: Command) throws {
    file.demand = .open(since: today, reminders: 0)
    file.evictionFrom = command.until
    let due = try arm(.demandReply, after: .days(replyDays))
    try tellSearchers(
      .logementARechercher,
      "Recherchez un logement adapté à ce ménage menacé d'expulsion (rang de priorité \(file.rank))"
        + " et proposez-le en citant le dossier.",
      article: RehousingBasis.search, due: due)
    try report(
      .rehousingStarted, on: command.on,
      "Demande de relogement adressée aux bailleurs sociaux et aux réservataires.",
      article: RehousingBasis.search)
    // The federations of agencies offered theirs (instruction § 2.2); they read of no household.
    try tell(
      .logementARechercher, to: .agence,
      "Proposez un logement du parc privé adapté à ce ménage, en citant le dossier.",
      article: RehousingBasis.search, due: due)
    try tellPrefectWhenUrgent(due: due)
    try transmitNext()
  }

  /// How far the procedure has gone, from what the order carries: a hearing to come, or the end of
  /// the delay in which the préfet answers a request of CFP.
  private func stage(said command: Command, otherwise stage: Urgency) -> Urgency {
    if let hearing = command.hearing, hearing >= command.on { return .summoned }
    return command.until == nil ? stage : max(stage, .policeAidRequested)
  }

  private var replyDays: Int {
    file.urgency >= .evictionOrdered
      ? rules.charter.urgentReplyDays : rules.charter.replyDays
  }

  /// Asks again, with the new rank.
  mutating func pressUrgent() throws {
    let due = try arm(.demandReply, after: .days(replyDays))
    try tellSearchers(
      .relogementUrgent,
      "Le relogement de ce ménage devient urgent (rang de priorité \(file.rank)) : proposez un"
        + " logement adapté sans attendre.",
      article: RehousingBasis.search, due: due)
    try tellPrefectWhenUrgent(due: due)
  }

  /// Once an eviction is ordered, the dwellings that the préfet reserves are asked for too.
  private mutating func tellPrefectWhenUrgent(due: Day) throws {
    guard file.urgency >= .evictionOrdered else { return }
    try tellSearcher(
      .relogementUrgent, to: .prefecture,
      "Le ménage est menacé d'expulsion sans relogement (rang de priorité \(file.rank)) :"
        + " recherchez un logement de votre contingent." + socialStock,
      article: RehousingBasis.search, due: due)
  }

  /// The reply delay brought nothing: remind once, then ask the préfet to attribute, then remind
  /// the préfet for as long as the demand is open.
  mutating func demandReplyExpired() throws {
    guard case .open(let since, let reminders) = file.demand else { return }
    guard file.offerUnderWay == nil, file.acceptedOffer == nil else {
      try arm(.demandReply, after: .days(rules.charter.reviewDays))
      return
    }
    file.demand = .open(since: since, reminders: reminders + 1)
    guard reminders > 0 else {
      let due = try arm(.demandReply, after: .days(replyDays))
      return try tellSearchers(
        .logementARechercher,
        "Rappel : aucun logement n'a été proposé à ce ménage (rang de priorité \(file.rank))."
          + " Proposez-en un : à défaut, le préfet est saisi pour attribuer lui-même.",
        article: RehousingBasis.search, due: due)
    }
    let due = try arm(
      .demandReply,
      after: .days(ReminderPace.days(first: rules.charter.reviewDays, after: reminders - 1)))
    try tellSearcher(
      .relogementUrgent, to: .prefecture,
      "Bailleurs et réservataires n'ont proposé aucun logement adapté (rang de priorité"
        + " \(file.rank)) : procédez vous-même à l'attribution." + socialStock,
      article: RehousingBasis.attribution, due: due)
  }

  private var socialStock: String {
    switch file.landlord {
    case .personneMoraleSociale:
      " Le ménage est locataire du parc social : aucune expulsion sans relogement."
    case .personnePhysique, .sciFamiliale, .personneMoralePrivee, nil: ""
    }
  }

  /// The household left and its rehousing goes on: who knows where it is passes offers on.
  mutating func askWhereItIs(_ command: Command) throws {
    guard file.demand.isOpen else { return }
    for kind in [PartnerKind.caf, .serviceSocial] {
      try tell(
        .locataireARechercher, to: kind,
        "Le ménage n'est plus dans le logement et son relogement continue : dites où le joindre, et"
          + " transmettez-lui les propositions. " + command.because, article: RehousingBasis.search)
    }
  }

  /// Withdraws the search: the saga says that it has lost its object. A dwelling that the household
  /// has accepted stays its own: its lease is still awaited.
  mutating func stop(_ command: Command) throws {
    let accepted = file.acceptedOffer
    try withdrawEverything(except: accepted, searchersKnow: accepted != nil)
    if accepted == nil { disarm(.offerLease) }
    if !file.demand.isRehoused { file.demand = .stopped(on: command.on) }
  }

  /// Tells everybody who still looks or offers that there is nothing to look for.
  ///
  /// - Parameter searchersKnow: landlords and réservataires were told when an offer was accepted.
  mutating func withdrawEverything(except kept: Int?, searchersKnow: Bool) throws {
    try withdrawOffers(except: kept)
    if case .open(_, let reminders) = file.demand {
      if !searchersKnow {
        try tellSearchers(.relogementSansObjet, withdrawn, article: RehousingBasis.search)
      }
      if reminders > 1 || file.urgency >= .evictionOrdered {
        try tell(
          .relogementSansObjet, to: .prefecture, withdrawn, article: RehousingBasis.search)
      }
    }
    if file.accommodation.isUnderWay {
      file.accommodation = .stopped(on: today)
      try tell(
        .relogementSansObjet, to: .siao,
        "Cessez la recherche d'un hébergement : elle est"
          + " sans objet.", article: RehousingBasis.accommodation)
    }
    disarm(
      .demandReply, .offerReply, .daloDecision, .daloOffer, .accommodationReply, .dahoDecision,
      .dahoPlace, .registration)
  }

  private var withdrawn: String {
    "La demande de relogement est sans objet : cessez la recherche et retirez vos propositions."
  }

  /// Both kinds of bodies that must contribute (law of 27 January 2017).
  mutating func tellSearchers(
    _ code: Notice.Code, _ text: String, article: String, due: Day? = nil
  ) throws {
    for kind in [PartnerKind.bailleurSocial, .reservataire] {
      try tellSearcher(code, to: kind, text, article: article, due: due)
    }
  }

  /// A body that looks for a dwelling has the profile that it needs: not who the household is, not
  /// what it owes.
  private mutating func tellSearcher(
    _ code: Notice.Code, to kind: PartnerKind, _ text: String, article: String, due: Day? = nil
  ) throws {
    let (profile, number) = (file.profile, file.registration?.number)
    try tell(code, to: kind, text, article: article, due: due) {
      guard code != .relogementSansObjet else { return }
      $0.profil = profile == ProfilLogement() ? nil : profile
      $0.numero_unique = number
    }
  }
}
