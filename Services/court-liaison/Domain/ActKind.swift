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
