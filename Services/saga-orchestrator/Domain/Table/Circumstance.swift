/// What is true of a household and matters to more than one track. Tracks speak to each other only
/// through these. Stored by name.
public enum Circumstance: String, CaseIterable, Codable, Sendable {
  // Protections: while one holds, Amont plans no eviction.
  case winterTruce, daloPriorityWithoutOffer, planInForce, scheduleInForce, judgeDelaysInForce
  case quitPeriodNotRun, jexDelaysInForce
  // What the tracks must know of each other.
  case quitOrderNotified, diagnosed, mustMove, debtCleared, noticeRunning, surendettementAdmitted
  case accommodationOffered
  // Read from the phases of debt and housing, never learned.
  case settlementUnderWay, rehousingUnderWay

  /// The protections, in the order in which the tables try them: DALO last, since the préfet is told
  /// of it in other words.
  public static let protections: [Circumstance] = [
    .winterTruce, .quitPeriodNotRun, .planInForce, .scheduleInForce, .judgeDelaysInForce,
    .jexDelaysInForce, .daloPriorityWithoutOffer,
  ]

  /// Those that follow from the phases of other tracks.
  public static let derived: Circumstances = [.settlementUnderWay, .rehousingUnderWay]

  var bit: UInt32 {
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
    }
  }
}

extension Circumstance {
  /// The text that makes a protection of it; for the others, where it comes from.
  public var basis: Basis {
    switch self {
    case .winterTruce: "CPCE L412-6"
    case .daloPriorityWithoutOffer: "instruction 3.2 ; instruction du 26 octobre 2012"
    case .planInForce: "instruction 2.2 (1) ; plan accepté par le bailleur"
    case .scheduleInForce: "loi 89-462, art. 24 V"
    case .judgeDelaysInForce: "CPCE L412-3"
    case .quitPeriodNotRun: "CPCE L412-1, L412-5"
    case .jexDelaysInForce: "CPCE L412-3, R412-4"
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
