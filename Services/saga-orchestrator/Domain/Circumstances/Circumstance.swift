/// What is true of a household and matters to more than one track. Tracks speak to each other only
/// through these. Stored by name.
public enum Circumstance: String, CaseIterable, Codable, Sendable {
  // Protections: while one that bars holds, Amont plans no eviction.
  case winterTruce, daloPriorityWithoutOffer, planInForce, scheduleInForce, judgeDelaysInForce
  case quitPeriodNotRun, jexDelaysInForce
  case executionStayed, surendettementSuspension, protocolInForce, clauseSuspended
  // What the tracks must know of each other.
  case quitOrderNotified, diagnosed, mustMove, debtCleared, noticeRunning, surendettementAdmitted
  case accommodationOffered
  case otherMotive, arrearsKnown, quitDelayWaived, transferRequested
  // All that is known is a commandement below the threshold of the arrêté (SIGNAL.seuil).
  case informationOnly
  // A judge set the truce aside, or the law does (CPCE L412-6, L412-7).
  case truceSetAside
  // The commandement is for a debt that the recevabilité froze: later debts are not (L722-5).
  case noticeFrozen
  // The household was asked to ask this judge for time: it is asked once.
  case timeAsked
  // Sessions of the commission that found no solution: one, then two or more.
  case sessionFailed, sessionsFailed
  // An eviction was carried out; its title fell afterwards, and the dwelling is owed back.
  case evicted, restitutionDue
  // An appeal is not decided yet.
  case appealPending
  // The préfet owes a place (CCH L441-2-3 III) and has had none proposed yet.
  case dahoPriority
  // Read from the phases of debt and housing, and from what keeps a right open, never learned.
  case settlementUnderWay, rehousingUnderWay, rightOpen

  /// The protections, in the order in which the tables try them: DALO last, since the préfet is
  /// told of it in other words.
  public static let protections: [Circumstance] = [
    .winterTruce, .quitPeriodNotRun, .planInForce, .scheduleInForce, .judgeDelaysInForce,
    .jexDelaysInForce, .executionStayed, .surendettementSuspension, .protocolInForce,
    .clauseSuspended, .daloPriorityWithoutOffer,
  ]

  /// Those that bar an eviction: carried out while one holds, it is irregular.
  public static let bars = protections.filter { !obligations.contains($0) }

  /// Those that only oblige: the préfet is told, and the State answers for its refusal. An eviction
  /// carried out while one holds is not irregular for that.
  public static let obligations: [Circumstance] = [.planInForce, .daloPriorityWithoutOffer]

  /// Those that follow from the phases of other tracks, or from other circumstances.
  public static let derived: Circumstances = [.settlementUnderWay, .rehousingUnderWay, .rightOpen]

  /// What keeps a right of the household open: no dossier closes by itself meanwhile.
  public static let rights: Circumstances = [
    .clauseSuspended, .daloPriorityWithoutOffer, .dahoPriority, .restitutionDue, .appealPending,
  ]

  var bit: UInt64 {
    switch self {
    case .winterTruce: 1 << 0
    case .daloPriorityWithoutOffer: 1 << 1
    case .planInForce: 1 << 2
    case .scheduleInForce: 1 << 3
    case .judgeDelaysInForce: 1 << 4
    case .quitPeriodNotRun: 1 << 5
    case .jexDelaysInForce: 1 << 6
    case .quitOrderNotified: 1 << 7
    case .diagnosed: 1 << 8
    case .mustMove: 1 << 9
    case .debtCleared: 1 << 10
    case .noticeRunning: 1 << 11
    case .surendettementAdmitted: 1 << 12
    case .accommodationOffered: 1 << 13
    case .settlementUnderWay: 1 << 14
    case .rehousingUnderWay: 1 << 15
    case .executionStayed: 1 << 16
    case .surendettementSuspension: 1 << 17
    case .protocolInForce: 1 << 18
    case .clauseSuspended: 1 << 19
    case .otherMotive: 1 << 20
    case .arrearsKnown: 1 << 21
    case .quitDelayWaived: 1 << 22
    case .transferRequested: 1 << 23
    case .sessionFailed: 1 << 24
    case .sessionsFailed: 1 << 25
    case .informationOnly: 1 << 26
    case .truceSetAside: 1 << 27
    case .noticeFrozen: 1 << 28
    case .timeAsked: 1 << 29
    case .evicted: 1 << 30
    case .restitutionDue: 1 << 31
    case .appealPending: 1 << 32
    case .rightOpen: 1 << 33
    case .dahoPriority: 1 << 34
    }
  }
}

extension Circumstance {
  /// The text that makes a protection of it; for the others, where it comes from.
  public var basis: LegalBasis {
    switch self {
    case .winterTruce: "CPCE L412-6"
    case .daloPriorityWithoutOffer: "instruction 3.2 ; instruction du 26 octobre 2012"
    case .planInForce: "instruction 2.2 (1) ; plan accepté par le bailleur"
    case .scheduleInForce: "loi 89-462, art. 24 V"
    case .judgeDelaysInForce: "CPCE L412-3"
    case .quitPeriodNotRun: "CPCE L412-1, L412-5"
    case .jexDelaysInForce: "CPCE L412-3, R412-4"
    case .executionStayed: "CPC art. 539, 514-3"
    case .surendettementSuspension: "C. consom. L722-6 à L722-9"
    case .protocolInForce: "CCH L353-15-2, L442-6-5"
    case .clauseSuspended: "C. consom. L714-1"
    case .otherMotive, .arrearsKnown: "instruction II"
    case .informationOnly: "loi 89-462, art. 24 I"
    case .quitDelayWaived: "CPCE L412-1"
    case .transferRequested: "instruction 1.2"
    case .truceSetAside: "CPCE L412-6, L412-7"
    case .noticeFrozen: "C. consom. L722-5"
    case .timeAsked, .evicted: "instruction 3.2"
    case .restitutionDue: "CPCE L111-10"
    case .appealPending: "CPC art. 542"
    case .dahoPriority: "CCH L441-2-3 III"
    case .rightOpen: "RGPD art. 22"
    case .sessionFailed, .sessionsFailed: "instruction 1.2.1"
    case .quitOrderNotified: "CPCE L412-5"
    case .diagnosed, .mustMove: "instruction 2.1"
    case .debtCleared: "instruction 2.2"
    case .noticeRunning: "loi 89-462, art. 24 I"
    case .surendettementAdmitted: "C. consom. L722-2"
    case .accommodationOffered: "instruction 3.2"
    case .settlementUnderWay, .rehousingUnderWay: "instruction 2.2"
    }
  }
}
