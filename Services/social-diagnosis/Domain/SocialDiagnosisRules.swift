public import Contracts
public import LegalCalendar
public import Vocabulary

/// Decides what follows from a message for the contact with a household and for its diagnosis.
///
/// One promise holds after every message: where an interview or a DSF is asked for and has not come,
/// a deadline runs.
public struct SocialDiagnosisRules: Sendable {
  /// The calendar of the département.
  public let calendar: LegalCalendar
  /// The parameters of its Charte.
  public let charter: DiagnosisCharter

  /// Rules of a département.
  public init(calendar: LegalCalendar, charter: DiagnosisCharter = DiagnosisCharter()) {
    self.calendar = calendar
    self.charter = charter
  }

  /// What follows from one message. `file` is `nil` until social-diagnosis first hears of the
  /// household, and is left as it was when this throws.
  ///
  /// - Parameter today: The business day on which the message is received.
  /// - Throws: `DecodingError` for a payload that is not that of its type; `RuleError` for a date
  ///   outside of the legal calendar.
  public func decide(
    _ message: Message, about household: HouseholdID, on today: Day, file: inout DiagnosisFile?
  ) throws -> Decision {
    var work = DiagnosisWork(
      rules: self, household: household, today: today, file: file ?? DiagnosisFile())
    try work.receive(message)
    if case .applied = work.decision.verdict { file = work.file }
    return work.decision
  }
}

/// One message being decided: the file as it becomes, and what follows so far.
struct DiagnosisWork {
  let rules: SocialDiagnosisRules
  let household: HouseholdID
  let today: Day
  var file: DiagnosisFile
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
  }

  private mutating func obey(_ command: Command) throws {
    switch command.order {
    case .informHousehold: try informHousehold()
    case .proposeInterview: try proposeInterview(command)
    case .prepareDSF, .updateDSF: try prepareDSF(command)
    case .escalateContact: try escalateContact(command)
    case .followUp: try followUp(command)
    case .stopContact: try stopContact(command)
    case .openSettlement, .openUrgentSettlement, .keepScheduleAlive, .stopSettlement,
      .openRehousing, .raiseRehousingPriority, .openAccommodation, .stopRehousing,
      .informTenantOfHearing, .tellCourtOfMeasures, .askCourtForTime, .tellPrefetProtection,
      .tellPrefetDALO, .tellPrefetIrregularEviction, .askForReview, .recordPostMortem,
      .closeCourtFile, .tellDebtCleared, .tellPrematureRequest, .escalateToCentral:
      decision = .quarantine("ordre d'un autre service")
    }
  }

  private mutating func learn(_ forwarded: ForwardedEvent) throws {
    switch forwarded.event {
    case .contactProposition(let proposal): try receive(proposal)
    case .contactResultat(let result): try receive(result)
    case .menageChangement(let change): try receive(change)
    case .dsfDemande(let request): try receive(request)
    case .dsfCarence(let carence): try receive(carence)
    case .diagnosticInitial(let content): try receive(content, as: .initial)
    case .dsfTransmis(let content): try receive(content, as: .dsf)
    case .signalementCDP, .signalementImpayeAPL, .saisineBailleurPM, .saisineLibre,
      .apurementDecision, .apurementPlan, .apurementVersement, .apurementSolde,
      .surendettementDepot, .surendettementRecevabilite, .surendettementMesures, .aplDecision,
      .relogementProposition, .relogementReponse, .relogementBail, .daloRecours, .daloDecision,
      .hebergementOrientation, .tribunalAssignation, .tribunalAudience, .tribunalRenvoi,
      .tribunalDecision, .executionCQL, .executionDelaisJEX, .executionCFPDemande,
      .executionCFPDecision, .executionExpulsion, .executionReprise,
      .avisCCAPEX, .apurementIncident,
      .apurementProtocole, .surendettementSuspension, .aplRenvoi, .relogementDemande,
      .relogementRefus, .daloFin, .hebergementDemande, .tribunalNotification, .tribunalAppel,
      .indemnisationDemande, .indemnisationDecision, .dossierCloture, .dossierTransfert,
      .dossierFusion, .dossierSeparation, .donneesAcces, .rectification:
      decision = .quarantine("type inattendu")
    }
  }

  private mutating func expire(_ fired: DeadlineFired) throws {
    switch DiagnosisDeadline(rawValue: fired.kind) {
    case .interview: try interviewExpired()
    case .diagnosis: try diagnosisExpired()
    case .margin: try marginReached()
    case .alert: try alertReached(fired.deadline)
    case nil: decision = .quarantine("échéance inconnue")
    }
  }
}

extension DiagnosisWork {
  /// Sends a notice. The household's identity goes to the bodies that must meet it, and to no other.
  mutating func tell(
    _ code: Notice.Code, to kind: PartnerKind, _ text: String, article: String, due: Day? = nil,
    hearing: Day? = nil, diagnostic: Diagnostic? = nil, carence: DSFCarence? = nil
  ) throws {
    var notice = Notice(
      code, dossier: household, texte: text, article: article, echeance: due, audience: hearing,
      menage: mustMeetHousehold(kind) ? file.identification : nil, diagnostic: diagnostic)
    notice.carence = carence
    decision.outgoing.append(try .notice(notice, to: .kind(kind), on: today))
  }

  private func mustMeetHousehold(_ kind: PartnerKind) -> Bool {
    switch kind {
    case .serviceSocial, .ccas, .operateurDSF: true
    case .huissier, .bailleurPrive, .bailleurSocial, .caf, .fsl, .banqueDeFrance, .prefecture,
      .tribunal, .siao, .reservataire, .commissionMediation, .menage, .ccapex, .antenne, .agence,
      .forcesOrdre, .mandataire, .sante:
      false
    }
  }

  /// Reports a fact to the saga.
  mutating func report(
    _ trigger: Trigger, on day: Day, _ text: String, article: String, hearing: Day? = nil,
    until: Day? = nil
  ) throws {
    let fact = Fact(
      trigger, on: day, text: text, article: article, hearing: hearing, until: until)
    decision.outgoing.append(try .fact(fact, of: household))
  }

  /// Arms a deadline; by default it fires once its last day is over, and never in the past.
  mutating func arm(
    _ kind: DiagnosisDeadline, _ deadline: Deadline, firesOn day: Day? = nil
  ) {
    decision.deadlines.append(
      .arm(
        kind: kind.rawValue, deadline: deadline,
        firesOn: max(day ?? deadline.due.adding(days: 1), today.adding(days: 1)),
        household: household))
  }

  /// Arms a delay of the Charte, counted from today, and returns its last day.
  @discardableResult
  mutating func arm(_ kind: DiagnosisDeadline, days: Int) throws -> Day {
    let deadline = try rules.calendar.deadline(
      origin: today, delay: .days(days), rule: kind.rawValue, article: Basis.charter)
    arm(kind, deadline)
    return deadline.due
  }

  /// Disarms deadlines that have lost their object.
  mutating func disarm(_ kinds: DiagnosisDeadline...) {
    for kind in kinds {
      decision.deadlines.append(.disarm(kind: kind.rawValue, household: household))
    }
  }

  /// The deadline of a rule or, for an act older than its first version, the same delay on the
  /// authority of the Charte.
  func deadline(
    _ rule: RuleID, origin: Day, decidedBy day: Day, otherwise delay: Delay,
    counting: Counting = .extended
  ) throws -> Deadline {
    do {
      return try rules.calendar.deadline(rule, origin: origin, decidedBy: day)
    } catch .noVersion {
      return try rules.calendar.deadline(
        origin: origin, delay: delay, rule: rule.rawValue, article: Basis.charter,
        counting: counting)
    }
  }
}
