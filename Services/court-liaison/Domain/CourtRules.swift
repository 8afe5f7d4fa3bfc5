public import Contracts
public import LegalCalendar
public import Vocabulary

/// Decides what follows from a message for the procedure against a household.
///
/// Acts are ordered by their date, never by their arrival: an older act never undoes a newer one, and
/// an act said twice has its effect once.
public struct CourtRules: Sendable {
  /// The calendar of the département.
  public let calendar: LegalCalendar
  /// The parameters of its Charte.
  public let charter: CourtCharter

  /// Rules of a département.
  public init(calendar: LegalCalendar, charter: CourtCharter = CourtCharter()) {
    self.calendar = calendar
    self.charter = charter
  }

  /// What follows from one message. `file` is `nil` until court-liaison first hears of the household,
  /// and is left as it was when this throws.
  ///
  /// - Parameter today: The business day on which the message is received.
  /// - Throws: `DecodingError` for a payload that is not that of its type; `RuleError` for a date
  ///   outside of the legal calendar.
  public func decide(
    _ message: Message, about household: HouseholdID, on today: Day, file: inout CourtFile?
  ) throws -> Decision {
    var work = CourtWork(
      rules: self, household: household, today: today, file: file ?? CourtFile())
    try work.receive(message)
    guard case .applied = work.decision.verdict else { return work.decision }
    work.file.liabilities = try work.liabilities()
    file = work.file
    return work.decision
  }
}

/// One message being decided: the file as it becomes, and what follows so far.
struct CourtWork {
  let rules: CourtRules
  let household: HouseholdID
  let today: Day
  var file: CourtFile
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

  private mutating func learn(_ opened: DossierOpened) throws {
    file.landlord = opened.landlord ?? file.landlord
    file.huissier = opened.huissier ?? file.huissier
    file.bailleur = opened.bailleur ?? file.bailleur
    file.hasGuardian = opened.mandataire ?? file.hasGuardian
    try armSeizure()
    try checkSummons()
  }

  private mutating func learn(_ forwarded: ForwardedEvent) throws {
    try admit(forwarded)
    let sender = forwarded.sender
    switch forwarded.event {
    case .signalementCDP(let signal): try learn(signal)
    case .signalementImpayeAPL(let signal):
      // CCH R*351-30 III: the CAF's information counts as a seizure, from the day it is given, which
      // is not the day on which the arrears were constituted.
      try learn(signal)
    case .saisineBailleurPM(let signal):
      file.landlord = file.landlord ?? .personneMoraleSociale
      try learn(signal)
    case .saisineLibre: break
    case .tribunalAssignation(let act): try receive(act, from: sender)
    case .tribunalAudience(let act): try receive(act, from: sender)
    case .tribunalRenvoi(let act): try receive(act, from: sender)
    case .tribunalDecision(let act): try receive(act, from: sender)
    case .tribunalNotification(let act): try receive(act, from: sender)
    case .tribunalAppel(let act): try receive(act, from: sender)
    case .surendettementSuspension(let act): try receive(act, from: sender)
    case .apurementProtocole(let act): try receive(act, from: sender)
    case .executionCQL(let act): try receive(act, from: sender)
    case .executionDelaisJEX(let act): try receive(act, from: sender)
    case .executionCFPDemande(let act): try receive(act, from: sender)
    case .executionCFPDecision(let act): try receive(act, from: sender)
    case .executionExpulsion(let act): try receive(act, from: sender)
    case .executionReprise(let act): try receive(act, from: sender)
    case .indemnisationDemande(let act): try receive(act, from: sender)
    case .indemnisationDecision(let act): try receive(act, from: sender)
    case .contactResultat, .diagnosticInitial, .dsfTransmis, .apurementDecision, .apurementPlan,
      .apurementVersement, .apurementSolde, .surendettementDepot, .surendettementRecevabilite,
      .surendettementMesures, .aplDecision, .relogementProposition, .relogementReponse,
      .relogementBail, .daloRecours, .daloDecision, .hebergementOrientation, .contactProposition,
      .menageChangement, .dsfDemande, .dsfCarence, .avisCCAPEX, .apurementIncident, .aplRenvoi,
      .relogementDemande, .relogementRefus, .daloFin, .hebergementDemande, .dossierCloture,
      .dossierTransfert, .dossierFusion, .dossierSeparation, .donneesAcces, .rectification:
      decision = .quarantine("type inattendu")
    }
  }

  /// An act of the household's own procedure opens a closed file again.
  private mutating func admit(_ forwarded: ForwardedEvent) throws {
    guard !isApart(forwarded.event) else { return }
    try reopen()
    learnSender(forwarded)
  }

  /// The dossier's own huissier and landlord are those who last wrote.
  private mutating func learnSender(_ forwarded: ForwardedEvent) {
    guard forwarded.isParty else { return }
    switch forwarded.kind {
    case .huissier: file.huissier = forwarded.sender
    case .bailleurPrive, .bailleurSocial: file.bailleur = forwarded.sender
    case .caf, .serviceSocial, .ccas, .operateurDSF, .fsl, .banqueDeFrance, .prefecture, .tribunal,
      .siao, .reservataire, .commissionMediation, .menage, .ccapex, .antenne, .agence,
      .forcesOrdre, .mandataire, .sante:
      break
    }
  }

  private mutating func expire(_ fired: DeadlineFired) throws {
    switch CourtDeadline(rawValue: fired.kind) {
    case .jexDelays: try jexDelaysExpired(fired.deadline)
    case .surendettementStay: try surendettementStayExpired(fired.deadline)
    case .policeAidSilence: try policeAidSilent(fired.deadline)
    case .policeAidReview: try reviewPoliceAid(fired.deadline)
    case .policeAidUse: try policeAidUnused(fired.deadline)
    case .compensationSilence: try compensationSilent(fired.deadline)
    // Days that others must know; their passing changes nothing here.
    case .seizure, .appeal, .furniture, .furnitureContest: break
    case nil: decision = .quarantine("échéance inconnue")
    }
  }
}
