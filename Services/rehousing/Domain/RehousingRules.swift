public import Contracts
public import LegalCalendar
public import Vocabulary

/// Decides what follows from a message for the rehousing of a household.
///
/// Two promises hold after every message: an open demand always has a deadline, and a household has
/// at most one offer to answer.
public struct RehousingRules: Sendable {
  /// The calendar of the département.
  public let calendar: LegalCalendar
  /// The parameters of its Charte.
  public let charter: RehousingCharter

  /// Rules of a département.
  public init(calendar: LegalCalendar, charter: RehousingCharter = RehousingCharter()) {
    self.calendar = calendar
    self.charter = charter
  }

  /// What follows from one message. `file` is `nil` until rehousing first hears of the household, and
  /// is left as it was when this throws.
  ///
  /// - Parameter today: The business day on which the message is received.
  /// - Throws: `DecodingError` for a payload that is not that of its type; `RuleError` for a date
  ///   outside of the legal calendar.
  public func decide(
    _ message: Message, about household: HouseholdID, on today: Day, file: inout RehousingFile?
  ) throws -> Decision {
    var work = RehousingWork(
      rules: self, household: household, today: today, file: file ?? RehousingFile())
    try work.receive(message)
    if case .applied = work.decision.verdict { file = work.file }
    return work.decision
  }
}

/// One message being decided: the file as it becomes, and what follows so far.
struct RehousingWork {
  let rules: RehousingRules
  let household: HouseholdID
  let today: Day
  var file: RehousingFile
  var decision = Decision()

  mutating func receive(_ message: Message) throws {
    if message.type == DossierOpened.type {
      let opened = try Wire.decode(DossierOpened.self, from: message.data)
      file.landlord = opened.landlord ?? file.landlord
    } else if message.type == Command.type {
      try obey(try Wire.decode(Command.self, from: message.data))
    } else if message.type == DeadlineFired.type {
      try expire(try Wire.decode(DeadlineFired.self, from: message.data))
    } else if let forwarded = try ForwardedEvent(message) {
      try learn(forwarded)
    } else {
      decision = .quarantine("type inattendu")
    }
  }

  private mutating func obey(_ command: Command) throws {
    switch command.order {
    case .openRehousing: try openDemand(command)
    case .raiseRehousingPriority: try raisePriority(command)
    case .openAccommodation: try openAccommodation(command)
    case .stopRehousing: try stop(command)
    case .informHousehold, .proposeInterview, .prepareDSF, .updateDSF, .escalateContact, .followUp,
      .stopContact,
      .openSettlement, .openUrgentSettlement, .keepScheduleAlive, .stopSettlement,
      .informTenantOfHearing, .tellCourtOfMeasures, .askCourtForTime, .tellPrefetProtection,
      .tellPrefetDALO, .tellPrefetIrregularEviction, .askForReview, .recordPostMortem,
      .closeCourtFile, .tellDebtCleared, .tellPrematureRequest, .escalateToCentral:
      decision = .quarantine("ordre d'un autre service")
    }
  }

  private mutating func learn(_ forwarded: ForwardedEvent) throws {
    switch forwarded.event {
    case .relogementProposition(let offer): try receive(offer, from: forwarded.sender)
    case .relogementReponse(let answer): try receive(answer)
    case .relogementBail(let lease): try receive(lease)
    case .relogementDemande(let demand): try receive(demand)
    case .relogementRefus(let refusal): try receive(refusal, from: forwarded.sender)
    case .daloRecours(let recours):
      switch recours.droit ?? .dalo {
      case .dalo: try receive(recours)
      case .daho: try receiveDAHO(recours)
      }
    case .daloDecision(let ruling):
      switch ruling.droit ?? .dalo {
      case .dalo: try receive(ruling)
      case .daho: try receiveDAHO(ruling)
      }
    case .daloFin(let end): try receive(end)
    case .hebergementDemande(let demand): try receive(demand)
    case .hebergementOrientation(let orientation): try receive(orientation)
    case .signalementCDP, .signalementImpayeAPL, .saisineBailleurPM, .saisineLibre,
      .contactResultat, .diagnosticInitial, .dsfTransmis, .apurementDecision, .apurementPlan,
      .apurementVersement, .apurementSolde, .surendettementDepot, .surendettementRecevabilite,
      .surendettementMesures, .aplDecision, .tribunalAssignation, .tribunalAudience,
      .tribunalRenvoi, .tribunalDecision, .executionCQL, .executionDelaisJEX, .executionCFPDemande,
      .executionCFPDecision, .executionExpulsion, .executionReprise, .contactProposition,
      .menageChangement, .dsfDemande, .dsfCarence, .avisCCAPEX, .apurementIncident,
      .apurementProtocole, .surendettementSuspension, .aplRenvoi, .tribunalNotification,
      .tribunalAppel,
      .indemnisationDemande, .indemnisationDecision, .dossierCloture, .dossierTransfert,
      .dossierFusion, .dossierSeparation, .donneesAcces, .rectification:
      decision = .quarantine("type inattendu")
    }
  }

  private mutating func expire(_ fired: DeadlineFired) throws {
    switch RehousingDeadline(rawValue: fired.kind) {
    case .demandReply: try demandReplyExpired()
    case .offerReply: try offerReplyExpired()
    case .offerLease: try offerLeaseExpired()
    case .daloDecision: try daloDecisionExpired()
    case .daloOffer: try daloOfferExpired(fired.deadline)
    case .dahoDecision: try dahoDecisionExpired()
    case .dahoPlace: try dahoPlaceExpired()
    case .registration: try registrationExpired()
    case .accommodationReply: try accommodationReplyExpired()
    case nil: decision = .quarantine("échéance inconnue")
    }
  }
}

extension RehousingWork {
  /// Sends a notice to one recipient. `text` says what to do, in French, and names nobody.
  mutating func tell(
    _ code: Notice.Code, to destination: Destination, _ text: String, article: String,
    due: Day? = nil, offer: Offer? = nil
  ) throws {
    let notice = Notice(
      code, dossier: household, texte: text, article: article, echeance: due,
      montant: offer?.rent, offre: offer?.reference)
    decision.outgoing.append(try .notice(notice, to: destination, on: today))
  }

  /// Reports a fact to the saga.
  mutating func report(
    _ trigger: Trigger, on day: Day, _ text: String, article: String, until: Day? = nil
  ) throws {
    decision.outgoing.append(
      try .fact(
        Fact(trigger, on: day, text: text, article: article, until: until), of: household))
  }

  /// Arms a deadline that fires once its last day is over.
  mutating func arm(_ kind: RehousingDeadline, _ deadline: Deadline) {
    decision.deadlines.append(
      .arm(
        kind: kind.rawValue, deadline: deadline, firesOn: deadline.due.adding(days: 1),
        household: household))
  }

  /// Arms a delay of the Charte, counted from today, and returns its last day.
  @discardableResult
  mutating func arm(
    _ kind: RehousingDeadline, days: Int, article: String = Basis.charter
  ) throws -> Day {
    let deadline = try rules.calendar.deadline(
      origin: today, delay: .days(days), rule: kind.rawValue, article: article)
    arm(kind, deadline)
    return deadline.due
  }

  /// Disarms deadlines that have lost their object.
  mutating func disarm(_ kinds: RehousingDeadline...) {
    for kind in kinds {
      decision.deadlines.append(.disarm(kind: kind.rawValue, household: household))
    }
  }
}
