import Contracts

/// Contact, diagnosis and DSF, version 2. One line, one rule: when | the track goes to | and we | because of.
enum ContactTrackV2 {
  /// The cell of a phase and a trigger. One function a phase: its section of the table.
  static func row(_ phase: ContactPhase, _ trigger: Trigger) -> Row<ContactPhase> {
    switch phase {
    case .signalled: signalled(trigger)
    case .informed: informed(trigger)
    case .interviewAsked: interviewAsked(trigger)
    case .contactLate: contactLate(trigger)
    case .interviewProposed: interviewProposed(trigger)
    case .met: met(trigger)
    case .notFound: notFound(trigger)
    case .toComplete: toComplete(trigger)
    case .diagnosed: diagnosed(trigger)
    case .dsfAsked: dsfAsked(trigger)
    case .dsfLate: dsfLate(trigger)
    case .dsfSent: dsfSent(trigger)
    case .dsfSentWithoutMeeting: dsfSentWithoutMeeting(trigger)
    case .away: away(trigger)
    case .closed: closed(trigger)
    }
  }
}
