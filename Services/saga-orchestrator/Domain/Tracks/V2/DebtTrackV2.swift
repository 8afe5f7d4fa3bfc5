import Contracts

/// The debt, version 2. One line, one rule: when | the track goes to | and we | because of.
enum DebtTrackV2 {
  /// The cell of a phase and a trigger. One function a phase: its section of the table.
  static func row(_ phase: DebtPhase, _ trigger: Trigger) -> Row<DebtPhase> {
    switch phase {
    case .noDebt: noDebt(trigger)
    case .owed: owed(trigger)
    case .settling: settling(trigger)
    case .plan: plan(trigger)
    case .frozen: frozen(trigger)
    case .measures: measures(trigger)
    case .schedule: schedule(trigger)
    case .exhausted: exhausted(trigger)
    case .cleared: cleared(trigger)
    case .closed: closed(trigger)
    }
  }
}
