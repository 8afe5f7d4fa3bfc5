import Casework
public import Contracts
import LegalCalendar
public import Vocabulary

/// What an act says.
public enum ActContent: Sendable, Hashable {
  case summons(Summons)
  /// The hearing was held. `isRentResumed` is what the court holds of the current rent (art. 24 V).
  case hearing(isTenantPresent: Bool, rulingOn: Day?, isRentResumed: Bool?, at: LieuAudience?)
  /// The hearing of that day is postponed.
  case postponement(to: Day, at: LieuAudience?)
  case ruling(Ruling)
  /// The decision was served; a référé has a shorter delay of appeal.
  case notification(isSummary: Bool)
  /// An appeal is lodged, or ends; where the decision is reversed in part, whether the eviction is.
  case appeal(TribunalAppel.Etape, isEvictionReversed: Bool?)
  /// The commandement de quitter les lieux; without a day the préfet was not seized of it.
  case quitOrder(prefectSeizedOn: Day?)
  /// The juge de l'exécution grants delays until that day, or refuses them.
  case jexRuling(until: Day?, basis: ExecutionDelaisJEX.Fondement)
  /// The judge suspends the eviction until that day, at the commission de surendettement's request.
  case surendettementStay(until: Day?)
  /// A protocole de cohésion sociale: the landlord gives up the eviction until that day.
  case protocole(until: Day)
  /// The concours de la force publique is requested.
  case policeAidRequest
  /// Two months of the préfet's silence: an implied refusal, noted by Amont.
  case policeAidSilence
  /// The préfet grants it, from that day, or refuses it, for that reason.
  case policeAidDecision(isGranted: Bool, from: Day?, reason: ExecutionCFPDecision.Motif?)
  /// The eviction was carried out; `hasFurniture` where somebody said.
  case eviction(withPoliceAid: Bool, hasFurniture: Bool?)
  /// The household left of its own accord; the keys may have come back before any judgment.
  case departure(withKeys: Bool)
  /// The landlord claims an indemnity from the State.
  case compensationClaim(Cents)
  /// The préfet pays that indemnity, or refuses.
  case compensationDecision(isGranted: Bool, amount: Cents)
  /// Two months of silence reject the claim, noted by Amont.
  case compensationSilence

  public var kind: ActKind {
    switch self {
    case .summons: .summons
    case .hearing: .hearing
    case .postponement: .postponement
    case .ruling: .ruling
    case .notification: .notification
    case .appeal: .appeal
    case .quitOrder: .quitOrder
    case .jexRuling: .jexRuling
    case .surendettementStay: .surendettementStay
    case .protocole: .protocole
    case .policeAidRequest: .policeAidRequest
    case .policeAidSilence: .policeAidSilence
    case .policeAidDecision: .policeAidDecision
    case .eviction: .eviction
    case .departure: .departure
    case .compensationClaim: .compensationClaim
    case .compensationDecision: .compensationDecision
    case .compensationSilence: .compensationSilence
    }
  }
}

/// The kinds of acts. The raw values are stored and never change.
public enum ActKind: String, CaseIterable, Sendable, Hashable {
  case summons, hearing, postponement, ruling, notification, appeal
  case quitOrder = "quit-order"
  case jexRuling = "jex-ruling"
  case surendettementStay = "surendettement-stay"
  case protocole
  case policeAidRequest = "police-aid-request"
  case policeAidSilence = "police-aid-silence"
  case policeAidDecision = "police-aid-decision"
  case eviction, departure
  case compensationClaim = "compensation-claim"
  case compensationDecision = "compensation-decision"
  case compensationSilence = "compensation-silence"

  /// How far in the procedure the act stands. `nil` for what may come at any time and does not move
  /// the procedure: a juge de l'exécution, an appeal, an indemnity.
  var stage: Int? {
    switch self {
    case .summons: 1
    case .hearing, .postponement: 2
    case .ruling: 3
    case .quitOrder: 4
    case .policeAidRequest: 5
    case .policeAidSilence, .policeAidDecision: 6
    case .eviction, .departure: 7
    case .jexRuling, .surendettementStay, .protocole, .notification, .appeal, .compensationClaim,
      .compensationDecision, .compensationSilence:
      nil
    }
  }

  /// Whether the household is no longer in the dwelling.
  var isEnd: Bool {
    switch self {
    case .eviction, .departure: true
    case .summons, .hearing, .postponement, .ruling, .notification, .appeal, .quitOrder, .jexRuling,
      .surendettementStay, .protocole, .policeAidRequest, .policeAidSilence, .policeAidDecision,
      .compensationClaim, .compensationDecision, .compensationSilence:
      false
    }
  }

  /// Whether it protects the occupation of the dwelling, which its end makes void.
  var isStay: Bool {
    switch self {
    case .jexRuling, .surendettementStay, .protocole: true
    case .summons, .hearing, .postponement, .ruling, .notification, .appeal, .quitOrder,
      .policeAidRequest, .policeAidSilence, .policeAidDecision, .eviction, .departure,
      .compensationClaim, .compensationDecision, .compensationSilence:
      false
    }
  }
}
