public import Casework
public import Contracts
import LegalCalendar
public import Vocabulary

/// Decides what follows from a message for the settlement of a household's rent debt.
///
/// Two promises hold after every message: an open settlement waits for something that has a
/// deadline, and nothing that a creditor can see tells of a surendettement deposit.
public enum DebtSettlementCasework: CaseworkService {
  public static let start = CaseworkStart(
    .debtSettlement, file: SettlementFile(), charter: SettlementCharter())

  /// What the saga may ask of debt-settlement.
  public enum OwnOrder: String, CaseIterable {
    case openSettlement, openUrgentSettlement, keepScheduleAlive, stopSettlement
  }

  /// What intake says of the household.
  public static func learn(_ opened: DossierOpened, in context: inout SettlementContext) throws {
    try context.learn(opened)
  }

  /// What each order does.
  public static func obey(
    _ order: OwnOrder, _ command: Command, in context: inout SettlementContext
  ) throws {
    switch order {
    case .openSettlement: try context.open(command, urgently: false)
    case .openUrgentSettlement: try context.open(command, urgently: true)
    case .keepScheduleAlive: try context.keepScheduleAlive(command)
    case .stopSettlement: try context.stop(command)
    }
  }

  public static let events = EventHandlers<DebtSettlementCasework> {
    When(.signalementCDP, SignalementCDP.self) { try $0.learn($1, from: $2) }
    When(.signalementImpayeAPL, SignalementImpaye.self) {
      try $0.learn($1, from: $2, isToCAF: true)
    }
    When(.saisineBailleurPM, SignalementImpaye.self) { try $0.learn($1, from: $2, isToCAF: false) }
    When(.saisineLibre, SignalementImpaye.self) { try $0.learn($1, from: $2, isToCAF: false) }
    When(.menageChangement, MenageChangement.self) { try $0.receive($1) }
    When(.diagnosticInitial, Diagnostic.self) { try $0.learn($1) }
    When(.dsfTransmis, Diagnostic.self) { try $0.learn($1) }
    When(.avisCCAPEX, AvisCCAPEX.self) { try $0.receive($1) }
    When(.apurementDecision, ApurementDecision.self) { try $0.receive($1) }
    When(.apurementPlan, ApurementPlan.self) { try $0.receive($1) }
    When(.apurementVersement, ApurementVersement.self) { try $0.receive($1) }
    When(.apurementLoyer, ApurementLoyer.self) { try $0.receive($1) }
    When(.apurementIncident, ApurementIncident.self) { try $0.receive($1) }
    When(.apurementSolde, ApurementSolde.self) { try $0.receive($1) }
    When(.apurementProtocole, ApurementProtocole.self) { try $0.receive($1) }
    When(.surendettementDepot, SurendettementDepot.self) { try $0.receive($1) }
    When(.surendettementRecevabilite, SurendettementRecevabilite.self) { try $0.receive($1) }
    When(.surendettementMesures, SurendettementMesures.self) { try $0.receive($1) }
    When(.aplDecision, APLDecision.self) { try $0.receive($1, from: $2.kind) }
    When(.aplRenvoi, APLRenvoi.self) { try $0.receive($1) }
    When(.tribunalDecision, TribunalDecision.self) { $0.learn($1) }
  }

  /// What the end of each delay does.
  public static func expire(
    _ kind: SettlementDeadline, _ deadline: Deadline, in context: inout SettlementContext
  ) throws {
    switch kind {
    case .planReply: try context.planReplyExpired()
    case .fslReply: try context.fslReplyExpired()
    case .fslPayment: try context.fslPays()
    case .aidConstitution: try context.arrearsConstituted(deadline)
    case .aidNotice: try context.aidNoticeExpired()
    case .aidSignal: try context.aidSignalExpired()
    case .directPayment: context.directPaymentUnanswered()
    case .directPaymentStart: try context.directPaymentStarts(deadline)
    case .aidReply: try context.aidReplyExpired()
    case .aidCheck: try context.aidCheckReached(deadline)
    case .instalment: try context.instalmentUnpaid(deadline)
    case .grace: try context.graceExpired(deadline)
    case .rent: try context.rentUnpaid()
    case .surendettementProposal: try context.surendettementProposalExpired()
    case .surendettementRuling: try context.surendettementRulingExpired()
    case .surendettementAppeal: break  // Nobody may appeal any more: nothing else changes.
    case .surendettementEnd: try context.surendettementEnded()
    case .surendettementContest: try context.surendettementUncontested()
    case .clauseSuspension: try context.clauseSuspensionEnded()
    case .surendettementRefile: try context.refileExpired()
    case .protocolEnd: try context.protocolEnded()
    case .protocolRenegotiation: try context.renegotiationExpired()
    case .protocolBackPayment: try context.backPaymentDue()
    case .solidarity: try context.solidarityEnded(deadline)
    }
  }

  /// What the yearly evaluation counts.
  public static func conclude(_ context: inout SettlementContext) { context.remember() }

  /// Whether a curator or tutor reads the letters.
  public static func hasGuardian(_ file: SettlementFile) -> Bool { file.isProtected }
}

/// The rules of debt-settlement in a département.
public typealias DebtSettlementRules = CaseworkRules<DebtSettlementCasework>

/// A message being decided by debt-settlement.
public typealias SettlementContext = DecisionContext<DebtSettlementCasework>
