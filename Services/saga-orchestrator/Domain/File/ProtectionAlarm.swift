import Contracts
import LegalCalendar
import Vocabulary

/// The deadlines of protections that end on a known day, by the kind under which they are armed.
/// Each goes on running when the phase changes.
enum ProtectionAlarm: String, CaseIterable {
  case truce = "protection.treve"
  case judgeDelays = "protection.delais-du-juge"
  case quitPeriod = "protection.cql"
  case suspension = "protection.surendettement"
  case protocolTerm = "protection.protocole"
  case clauseSuspension = "protection.clause"

  var protection: Circumstance {
    switch self {
    case .truce: .winterTruce
    case .judgeDelays: .judgeDelaysInForce
    case .quitPeriod: .quitPeriodNotRun
    case .suspension: .surendettementSuspension
    case .protocolTerm: .protocolInForce
    case .clauseSuspension: .clauseSuspended
    }
  }

  /// What happens when it fires; the truce may begin or end.
  var trigger: Trigger {
    switch self {
    case .truce: .truceEnded
    case .judgeDelays: .judgeDelaysEnded
    case .quitPeriod: .quitPeriodEnded
    case .suspension: .surendettementSuspensionEnded
    case .protocolTerm: .cohesionProtocolEnded
    case .clauseSuspension: .clauseSuspensionEnded
    }
  }

  /// What sets its day.
  var start: Trigger {
    switch self {
    case .truce: .truceStarted
    case .judgeDelays: .evictionOrderedWithDelays
    case .quitPeriod: .quitOrderServed
    case .suspension: .evictionSuspendedBySurendettement
    case .protocolTerm: .cohesionProtocolSigned
    case .clauseSuspension: .clauseSuspendedAfterPRP
    }
  }

  /// Its day; the truce has its own, by the calendar.
  var day: WritableKeyPath<KnownDays, Day?>? {
    switch self {
    case .truce: nil
    case .judgeDelays: \.judgeDelaysUntil
    case .quitPeriod: \.quitUntil
    case .suspension: \.suspensionUntil
    case .protocolTerm: \.protocolUntil
    case .clauseSuspension: \.clauseUntil
    }
  }

  /// The rule under which it is armed, as it is stored.
  var rule: String {
    switch self {
    case .truce: "TREVE"
    case .quitPeriod: RuleID.cqlDelai.rawValue
    case .judgeDelays: RuleID.delaisL412.rawValue
    case .suspension: RuleID.surendetExpulsion.rawValue
    case .protocolTerm: "PROTOCOLE"
    case .clauseSuspension: RuleID.jugeSurendettement.rawValue
    }
  }

  /// The text that sets it.
  var article: String {
    switch self {
    case .truce: "CPCE L412-6"
    case .judgeDelays: "CPCE L412-3, L412-4"
    case .quitPeriod: "CPCE L412-1, L412-5"
    case .suspension: "C. consom. L722-6 à L722-9"
    case .protocolTerm: "CCH L353-15-2, L442-6-5"
    case .clauseSuspension: "C. consom. L714-1"
    }
  }

  /// How long it is, in French.
  var delay: String {
    switch self {
    case .truce: "trêve hivernale"
    case .judgeDelays: "délai fixé par le juge"
    case .quitPeriod: "2 mois"
    case .suspension: "suspension fixée par le juge"
    case .protocolTerm: "terme du protocole"
    case .clauseSuspension: "24 mois"
    }
  }
}
