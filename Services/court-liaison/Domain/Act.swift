public import Contracts
public import Vocabulary

/// An act of the procedure, as Amont learnt of it. Acts are never removed.
public struct Act: Sendable, Hashable {
  /// The day of the act: the only one that counts for a delay.
  public var date: Day
  /// The day on which Amont received it.
  public var receivedOn: Day
  /// The broker account that sent it.
  public var sender: String
  /// What it says.
  public var content: ActContent
  /// What Amont makes of it.
  public var standing: Standing
  /// Whether its irregularity was told: once is enough.
  public var isIrregularityTold: Bool

  /// What Amont makes of an act.
  public enum Standing: String, CaseIterable, Sendable, Hashable {
    /// It counts.
    case counted
    /// It contradicts another act of the same kind and day: people must say which one is right.
    case contested
  }

  /// An act made of its parts.
  public init(
    date: Day, receivedOn: Day, sender: String, content: ActContent, standing: Standing = .counted,
    isIrregularityTold: Bool = false
  ) {
    self.date = date
    self.receivedOn = receivedOn
    self.sender = sender
    self.content = content
    self.standing = standing
    self.isIrregularityTold = isIrregularityTold
  }
}

/// What an act says.
public enum ActContent: Sendable, Hashable {
  /// The assignation.
  case summons(notifiedOn: Day, hearing: Day, isForDebt: Bool)
  /// The hearing was held.
  case hearing(isTenantPresent: Bool, rulingOn: Day?)
  /// The hearing of that day is postponed.
  case postponement(to: Day)
  /// The judge decided. `first` is the first instalment, `end` the last day of the delays.
  case ruling(TribunalDecision.Sens, instalments: Int?, first: Day?, end: Day?)
  /// The commandement de quitter les lieux; without a day the préfet was not seized of it.
  case quitOrder(prefectSeizedOn: Day?)
  /// The juge de l'exécution grants delays until that day, or refuses them.
  case jexRuling(until: Day?)
  /// The concours de la force publique is requested.
  case policeAidRequest
  /// The préfet grants or refuses it.
  case policeAidDecision(isGranted: Bool)
  /// The eviction was carried out.
  case eviction
  /// The household left of its own accord.
  case departure

  /// The kind of the act.
  public var kind: Kind {
    switch self {
    case .summons: .summons
    case .hearing: .hearing
    case .postponement: .postponement
    case .ruling: .ruling
    case .quitOrder: .quitOrder
    case .jexRuling: .jexRuling
    case .policeAidRequest: .policeAidRequest
    case .policeAidDecision: .policeAidDecision
    case .eviction: .eviction
    case .departure: .departure
    }
  }

  /// The kinds of acts. The raw values are stored and never change.
  public enum Kind: String, CaseIterable, Sendable, Hashable {
    case summons
    case hearing
    case postponement
    case ruling
    case quitOrder = "quit-order"
    case jexRuling = "jex-ruling"
    case policeAidRequest = "police-aid-request"
    case policeAidDecision = "police-aid-decision"
    case eviction
    case departure

    /// How far in the procedure the act stands. `nil` for the juge de l'exécution, who may be seized
    /// at any time of the execution and does not move the procedure.
    var stage: Int? {
      switch self {
      case .summons: 1
      case .hearing, .postponement: 2
      case .ruling: 3
      case .quitOrder: 4
      case .jexRuling: nil
      case .policeAidRequest: 5
      case .policeAidDecision: 6
      case .eviction, .departure: 7
      }
    }

    /// Whether the household is no longer in the dwelling.
    var isEnd: Bool {
      switch self {
      case .eviction, .departure: true
      case .summons, .hearing, .postponement, .ruling, .quitOrder, .jexRuling, .policeAidRequest,
        .policeAidDecision:
        false
      }
    }
  }
}
