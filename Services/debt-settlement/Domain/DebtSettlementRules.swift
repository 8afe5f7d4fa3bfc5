public import Contracts
public import LegalCalendar
public import Vocabulary

/// Decides what follows from a message for the settlement of a household's rent debt.
///
/// Two promises hold after every message: an open settlement waits for something that has a deadline,
/// and nothing that a creditor can see tells of a surendettement deposit.
public struct DebtSettlementRules: Sendable {
  /// The calendar of the département.
  public let calendar: LegalCalendar
  /// The parameters of its Charte.
  public let charter: SettlementCharter

  /// Rules of a département.
  public init(calendar: LegalCalendar, charter: SettlementCharter = SettlementCharter()) {
    self.calendar = calendar
    self.charter = charter
  }

  /// What follows from one message. `file` is `nil` until debt-settlement first hears of the
  /// household, and is left as it was when this throws.
  ///
  /// - Parameter today: The business day on which the message is received.
  /// - Throws: `DecodingError` for a payload that is not that of its type; `RuleError` for a date
  ///   outside of the legal calendar.
  public func decide(
    _ message: Message, about household: HouseholdID, on today: Day, file: inout SettlementFile?
  ) throws -> Decision {
    var work = SettlementWork(
      rules: self, household: household, today: today, file: file ?? SettlementFile())
    try work.receive(message)
    if case .applied = work.decision.verdict { file = work.file }
    return work.decision
  }
}

/// One message being decided: the file as it becomes, and what follows so far.
struct SettlementWork {
  let rules: DebtSettlementRules
  let household: HouseholdID
  let today: Day
  var file: SettlementFile
  var decision = Decision()

  mutating func receive(_ message: Message) throws {
    if message.type == DossierOpened.type {
      try learn(try Wire.decode(DossierOpened.self, from: message.data))
    } else if message.type == Command.type {
      try obey(try Wire.decode(Command.self, from: message.data))
    } else if message.type == DeadlineFired.type {
      try expire(try Wire.decode(DeadlineFired.self, from: message.data))
    } else if let forwarded = try ForwardedEvent(message) {
      try learn(forwarded)
    } else {
      decision = .quarantine("type inattendu")
    }
    remember()
  }

  private mutating func obey(_ command: Command) throws {
    switch command.order {
    case .openSettlement: try open(command, urgently: false)
    case .openUrgentSettlement: try open(command, urgently: true)
    case .keepScheduleAlive: try keepScheduleAlive(command)
    case .stopSettlement: try stop(command)
    case .informHousehold, .proposeInterview, .prepareDSF, .updateDSF, .escalateContact, .followUp,
      .stopContact,
      .openRehousing, .raiseRehousingPriority, .openAccommodation, .stopRehousing,
      .informTenantOfHearing,
      .tellCourtOfMeasures, .askCourtForTime, .tellPrefetProtection, .tellPrefetDALO,
      .tellPrefetIrregularEviction, .askForReview, .recordPostMortem, .closeCourtFile,
      .tellDebtCleared, .tellPrematureRequest, .escalateToCentral:
      decision = .quarantine("ordre d'un autre service")
    }
  }

  private mutating func learn(_ forwarded: ForwardedEvent) throws {
    switch forwarded.event {
    case .signalementCDP(let signal): try learn(signal, from: forwarded)
    case .signalementImpayeAPL(let signal):
      try learn(signal, from: forwarded, isToCAF: true)
    case .saisineBailleurPM(let signal), .saisineLibre(let signal):
      try learn(signal, from: forwarded, isToCAF: false)
    case .apurementDecision(let ruling): try receive(ruling)
    case .apurementPlan(let answer): try receive(answer)
    case .apurementVersement(let payment): try receive(payment)
    case .apurementIncident(let incident): try receive(incident)
    case .apurementSolde(let end): try receive(end)
    case .apurementProtocole(let agreement): try receive(agreement)
    case .surendettementDepot(let deposit): try receive(deposit)
    case .surendettementRecevabilite(let ruling): try receive(ruling)
    case .surendettementMesures(let measures): try receive(measures)
    case .aplDecision(let ruling): try receive(ruling, from: forwarded.kind)
    case .aplRenvoi(let file): try receive(file)
    case .avisCCAPEX(let opinion): try receive(opinion)
    case .diagnosticInitial(let diagnostic), .dsfTransmis(let diagnostic): try learn(diagnostic)
    case .tribunalDecision(let ruling): learn(ruling)
    case .menageChangement(let change): try receive(change)
    case .contactResultat, .relogementProposition, .relogementReponse, .relogementBail,
      .daloRecours, .daloDecision, .hebergementOrientation,
      .tribunalAssignation, .tribunalAudience, .tribunalRenvoi, .executionCQL,
      .executionDelaisJEX, .executionCFPDemande, .executionCFPDecision, .executionExpulsion,
      .executionReprise, .contactProposition, .dsfDemande, .dsfCarence,
      .surendettementSuspension, .relogementDemande, .relogementRefus, .daloFin,
      .hebergementDemande, .tribunalNotification,
      .tribunalAppel, .indemnisationDemande, .indemnisationDecision, .dossierCloture,
      .dossierTransfert, .dossierFusion, .dossierSeparation, .donneesAcces, .rectification:
      decision = .quarantine("type inattendu")
    }
  }

  private mutating func expire(_ fired: DeadlineFired) throws {
    switch SettlementDeadline(rawValue: fired.kind) {
    case .planReply: try planReplyExpired()
    case .fslReply: try fslReplyExpired()
    case .fslPayment: try fslPays()
    case .aidSignal: try aidSignalExpired()
    case .directPayment: directPaymentUnanswered()
    case .directPaymentStart: try directPaymentStarts(fired.deadline)
    case .aidReply: try aidReplyExpired()
    case .aidCheck: try aidCheckReached(fired.deadline)
    case .instalment: try instalmentUnpaid(fired.deadline)
    case .grace: try graceExpired(fired.deadline)
    case .rent: try rentUnpaid()
    case .surendettementProposal: try surendettementProposalExpired()
    case .surendettementRuling: try surendettementRulingExpired()
    case .surendettementAppeal: break  // Nobody may appeal any more: nothing else changes.
    case .surendettementEnd: try surendettementEnded()
    case .surendettementContest: try surendettementUncontested()
    case .clauseSuspension: try clauseSuspensionEnded()
    case .surendettementRefile: try refileExpired()
    case .protocolEnd: try protocolEnded()
    case .protocolRenegotiation: try renegotiationExpired()
    case .protocolBackPayment: try backPaymentDue()
    case .solidarity: try solidarityEnded(fired.deadline)
    case nil: decision = .quarantine("échéance inconnue")
    }
  }
}
