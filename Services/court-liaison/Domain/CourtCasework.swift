public import Casework
public import Contracts
import LegalCalendar
public import Vocabulary

/// Decides what follows from a message for the procedure against a household.
///
/// Acts are ordered by their date, never by their arrival: an older act never undoes a newer one,
/// and an act said twice has its effect once.
public enum CourtCasework: CaseworkService {
  public static let start = CaseworkStart(
    .courtLiaison, file: CourtFile(), charter: CourtCharter(), endsPastDelaysAtOnce: true)

  /// What the saga may ask of court-liaison.
  public enum OwnOrder: String, CaseIterable {
    case informTenantOfHearing, tellCourtOfMeasures, askCourtForTime, tellPrefetProtection,
      tellPrefetObligation, tellPrefetDALO, tellPrefetIrregularEviction, askForReview,
      proposeClosure, recordPostMortem, closeCourtFile,
      tellDebtCleared, tellPrematureRequest, escalateToCentral, tellDeparture
  }

  /// What intake says of the household.
  public static func learn(_ opened: DossierOpened, in context: inout CourtContext) throws {
    try context.learn(opened)
  }

  /// What each order does.
  public static func obey(
    _ order: OwnOrder, _ command: Command, in context: inout CourtContext
  ) throws {
    context.file.note(command.order, on: command.on)
    switch order {
    case .informTenantOfHearing: try context.informTenant(command)
    case .tellCourtOfMeasures: try context.tellCourt(command)
    case .askCourtForTime: try context.askForTime(command)
    case .tellPrefetProtection: try context.tellProtection(command)
    case .tellPrefetObligation: try context.tellObligation(command)
    case .tellPrefetDALO: try context.tellDALO(command)
    case .tellPrefetIrregularEviction: try context.tellIrregularEviction(command)
    case .askForReview: try context.askForReview(command)
    case .proposeClosure: try context.proposeClosure(command)
    case .recordPostMortem: try context.recordPostMortem(command)
    case .closeCourtFile: try context.close(command)
    case .tellDebtCleared: try context.tellDebtCleared(command)
    case .tellPrematureRequest: try context.tellPremature(command)
    case .escalateToCentral: try context.escalate(command)
    case .tellDeparture: try context.tellDeparture(command)
    }
  }

  public static let events = EventHandlers<CourtCasework> {
    act(.signalementCDP, SignalementCDP.self) { context, signal, _ in try context.learn(signal) }
    // CCH R*351-30 III: the CAF's information counts as a seizure, from the day it is given, which
    // is not the day on which the arrears were constituted.
    act(.signalementImpayeAPL, SignalementImpaye.self) { context, signal, _ in
      try context.learn(signal)
    }
    act(.saisineBailleurPM, SignalementImpaye.self) { context, signal, _ in
      context.file.landlord = context.file.landlord ?? .personneMoraleSociale
      try context.learn(signal)
    }
    act(.saisineLibre, SignalementImpaye.self) { _, _, _ in }
    act(.tribunalAssignation, TribunalAssignation.self) { try $0.receive($1, from: $2) }
    act(.tribunalAudience, TribunalAudience.self) { try $0.receive($1, from: $2) }
    act(.tribunalRenvoi, TribunalRenvoi.self) { try $0.receive($1, from: $2) }
    act(.tribunalDecision, TribunalDecision.self) { try $0.receive($1, from: $2) }
    act(.tribunalNotification, TribunalNotification.self) { try $0.receive($1, from: $2) }
    act(.tribunalAppel, TribunalAppel.self) { try $0.receive($1, from: $2) }
    act(.surendettementSuspension, SurendettementSuspension.self) { try $0.receive($1, from: $2) }
    act(.apurementProtocole, ApurementProtocole.self) { try $0.receive($1, from: $2) }
    When(.apurementLoyer, ApurementLoyer.self) { $0.receive($1) }
    act(.executionCQL, ExecutionCQL.self, isApart: { $0.conjoint_violent == true }) {
      try $0.receive($1, from: $2)
    }
    act(.executionDelaisJEX, ExecutionDelaisJEX.self) { try $0.receive($1, from: $2) }
    act(.executionCFPDemande, ExecutionCFPDemande.self, isApart: { $0.conjoint_violent == true }) {
      try $0.receive($1, from: $2)
    }
    act(.executionCFPDecision, ExecutionCFPDecision.self) { try $0.receive($1, from: $2) }
    act(.executionExpulsion, ExecutionExpulsion.self, isApart: { $0.conjoint_violent == true }) {
      try $0.receive($1, from: $2)
    }
    act(.executionReprise, ExecutionReprise.self) { try $0.receive($1, from: $2) }
    act(.indemnisationDemande, IndemnisationDemande.self) { try $0.receive($1, from: $2) }
    act(.indemnisationDecision, IndemnisationDecision.self) { try $0.receive($1, from: $2) }
  }

  /// When an act of the household's own procedure comes: its file is open again.
  ///
  /// - Parameter isApart: Whether the act is against the violent spouse: its sender is then not the
  ///   household's huissier.
  private static func act<Body: Codable & Sendable & Hashable>(
    _ kind: EventKind, _ payload: Body.Type,
    isApart: @escaping @Sendable (Body) -> Bool = { _ in false },
    do handle: @escaping @Sendable (inout CourtContext, Body, String) throws -> Void
  ) -> When<CourtCasework> {
    When(kind, payload) { context, body, sender in
      if !isApart(body) { try context.admit(sender) }
      try handle(&context, body, sender.account)
    }
  }

  /// What the end of each delay does.
  public static func expire(
    _ kind: CourtDeadline, _ deadline: Deadline, in context: inout CourtContext
  ) throws {
    switch kind {
    case .jexDelays: try context.jexDelaysExpired(deadline)
    case .surendettementStay: try context.surendettementStayExpired(deadline)
    case .policeAidSilence: try context.policeAidSilent(deadline)
    case .policeAidReview: try context.reviewPoliceAid(deadline)
    case .policeAidUse: try context.policeAidUnused(deadline)
    case .compensationSilence: try context.compensationSilent(deadline)
    case .appeal: try context.appealDelayExpired(deadline)
    // Days that others must know; their passing changes nothing here.
    case .seizure, .furniture, .furnitureContest: break
    }
  }

  /// For which periods the State is liable.
  public static func conclude(_ context: inout CourtContext) throws {
    context.file.liabilities = try context.liabilities()
  }

  /// Where a hearing is held.
  public static func place(of hearing: Day, in file: CourtFile) -> LieuAudience? {
    file.place(of: hearing)
  }

  /// Whether a curator or tutor reads the letters.
  public static func hasGuardian(_ file: CourtFile) -> Bool { file.hasGuardian }
}

/// The rules of court-liaison in a département.
public typealias CourtRules = CaseworkRules<CourtCasework>

/// A message being decided by court-liaison.
public typealias CourtContext = DecisionContext<CourtCasework>
