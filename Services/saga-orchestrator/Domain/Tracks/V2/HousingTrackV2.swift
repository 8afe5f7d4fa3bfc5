import Contracts

/// Rehousing and accommodation, version 2. One line, one rule: when | the track goes to | and we | because of.
enum HousingTrackV2 {
  /// The cell of a phase and a trigger. One function a phase: its section of the table.
  static func row(_ phase: HousingPhase, _ trigger: Trigger) -> Row<HousingPhase> {
    switch phase {
    case .notSought: notSought(trigger)
    case .sought: sought(trigger)
    case .offered: offered(trigger)
    case .accepted: accepted(trigger)
    case .sheltered: sheltered(trigger)
    case .vacated: vacated(trigger)
    case .closed: closed(trigger)
    }
  }
}
