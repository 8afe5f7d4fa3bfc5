public import Casework
public import Contracts
import LegalCalendar
public import Vocabulary

/// Decides what follows from a message for the rehousing of a household.
///
/// Two promises hold after every message: an open demand always has a deadline, and a household has
/// at most one offer to answer.
public enum RehousingCasework: CaseworkService {
  public static let start = CaseworkStart(
    .rehousing, file: RehousingFile(), charter: RehousingCharter(), endsPastDelaysAtOnce: true)

  /// What the saga may ask of rehousing.
  public enum OwnOrder: String, CaseIterable {
    case openRehousing, raiseRehousingPriority, openAccommodation, reachHousehold, stopRehousing
  }

  /// What intake says of the household.
  public static func learn(_ opened: DossierOpened, in context: inout RehousingContext) {
    context.file.landlord = opened.landlord ?? context.file.landlord
  }

  /// What each order does.
  public static func obey(
    _ order: OwnOrder, _ command: Command, in context: inout RehousingContext
  ) throws {
    switch order {
    case .openRehousing: try context.openDemand(command)
    case .raiseRehousingPriority: try context.raisePriority(command)
    case .openAccommodation: try context.openAccommodation(command)
    case .reachHousehold: try context.askWhereItIs(command)
    case .stopRehousing: try context.stop(command)
    }
  }

  public static let events = EventHandlers<RehousingCasework> {
    When(.relogementDemande, RelogementDemande.self) { try $0.receive($1) }
    When(.relogementProposition, RelogementProposition.self) {
      try $0.receive($1, from: $2.account)
    }
    When(.relogementReponse, RelogementReponse.self) { try $0.receive($1) }
    When(.relogementRefus, RelogementRefus.self) { try $0.receive($1, from: $2.account) }
    When(.relogementBail, RelogementBail.self) { try $0.receive($1) }
    When(.daloRecours, DALORecours.self) { context, recours in
      switch recours.droit ?? .dalo {
      case .dalo: try context.receive(recours)
      case .daho: try context.receiveDAHO(recours)
      }
    }
    When(.daloDecision, DALODecision.self) { context, ruling in
      switch ruling.droit ?? .dalo {
      case .dalo: try context.receive(ruling)
      case .daho: try context.receiveDAHO(ruling)
      }
    }
    When(.daloFin, DALOFin.self) { try $0.receive($1) }
    When(.hebergementDemande, HebergementDemande.self) { try $0.receive($1) }
    When(.hebergementOrientation, HebergementOrientation.self) { try $0.receive($1) }
  }

  /// What the end of each delay does.
  public static func expire(
    _ kind: RehousingDeadline, _ deadline: Deadline, in context: inout RehousingContext
  ) throws {
    switch kind {
    case .demandReply: try context.demandReplyExpired()
    case .offerReply: try context.offerReplyExpired()
    case .offerLease: try context.offerLeaseExpired()
    case .daloDecision: try context.daloDecisionExpired()
    case .daloOffer: try context.daloOfferExpired(deadline)
    case .dahoDecision: try context.dahoDecisionExpired()
    case .dahoPlace: try context.dahoPlaceExpired()
    case .registration: try context.registrationExpired()
    case .accommodationReply: try context.accommodationReplyExpired()
    }
  }
}

/// The rules of rehousing in a département.
public typealias RehousingRules = CaseworkRules<RehousingCasework>

/// A message being decided by rehousing.
public typealias RehousingContext = DecisionContext<RehousingCasework>
