import Contracts

/// Court and execution, version 1. One line, one rule: when | the track goes to | and we | because of.
enum ProcedureTrackV1 {
  /// The cell of a phase and a trigger. One function a phase: its section of the table.
  static func row(_ phase: ProcedurePhaseV1, _ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch phase {
    case .prevention: prevention(trigger)
    case .noticeServed: noticeServed(trigger)
    case .noticeExpired: noticeExpired(trigger)
    case .clauseBlocked: clauseBlocked(trigger)
    case .summoned: summoned(trigger)
    case .judgmentAwaited: judgmentAwaited(trigger)
    case .claimEnded: claimEnded(trigger)
    case .schedule: schedule(trigger)
    case .evictionOrdered: evictionOrdered(trigger)
    case .evictionDelayed: evictionDelayed(trigger)
    case .quitServed: quitServed(trigger)
    case .quitSuspended: quitSuspended(trigger)
    case .quitExpired: quitExpired(trigger)
    case .policeAidAsked: policeAidAsked(trigger)
    case .policeAidRefused: policeAidRefused(trigger)
    case .evictionHeld: evictionHeld(trigger)
    case .evictionPossible: evictionPossible(trigger)
    case .evicted: evicted(trigger)
    case .evictedIrregularly: evictedIrregularly(trigger)
    case .left: left(trigger)
    case .closed: closed(trigger)
    }
  }

  // Five rows serve many phases: what the préfet and the huissier report is an act, whatever came
  // before it. They alone decide between a regular eviction and one that a protection forbids.

  /// The CFP is requested: where a protection holds, the préfet is told at once.
  static let policeAidRequested: Row<ProcedurePhaseV1> = unlessProtected(
    { go(.policeAidAsked, [telling($0)], $0.basis) },
    free: go(.policeAidAsked, [], "CPCE L153-1, R153-1"))

  /// The CFP is granted: nothing may be planned while a protection holds.
  static let policeAidGranted: Row<ProcedurePhaseV1> = unlessProtected(
    { go(.evictionHeld, [telling($0)], $0.basis) },
    free: go(.evictionPossible, [], "CPCE L153-1 ; instruction 3.2"))

  /// A protection ends: another one may still hold.
  static let released: Row<ProcedurePhaseV1> = unlessProtected(
    { stay([], $0.basis) },
    free: go(.evictionPossible, [.raiseRehousingPriority], "CPCE L153-1 ; instruction 3.2"))

  /// The monthly look at an eviction that a protection holds back.
  static let awaited: Row<ProcedurePhaseV1> = unlessProtected(
    { stay([.raiseRehousingPriority], $0.basis) },
    free: go(.evictionPossible, [.raiseRehousingPriority], "CPCE L153-1 ; instruction 3.2"))

  /// An eviction is reported: what was done is recorded; whether it was lawful is another matter.
  static let eviction: Row<ProcedurePhaseV1> = unlessProtected(
    {
      go(
        .evictedIrregularly,
        [.tellPrefetIrregularEviction, .recordPostMortem, .openAccommodation], $0.basis,
        review: .irregularEviction)
    },
    free: either(
      .accommodationOffered,
      go(.evicted, [.recordPostMortem], "instruction 3.2 ; signe d'une faille du dispositif"),
      go(
        .evicted, [.recordPostMortem, .openAccommodation],
        "instruction 3.2 ; aucune expulsion sans proposition d'hébergement",
        review: .evictionWithoutAccommodation)))

  /// The protections of version 1, in the order in which its rows try them.
  private static let protections: [Circumstance] = [
    .winterTruce, .quitPeriodNotRun, .planInForce, .scheduleInForce, .judgeDelaysInForce,
    .jexDelaysInForce, .daloPriorityWithoutOffer,
  ]

  /// One row for each protection that may hold, and the row where none does.
  private static func unlessProtected(
    _ held: (Circumstance) -> Row<ProcedurePhaseV1>, free: Row<ProcedurePhaseV1>
  ) -> Row<ProcedurePhaseV1> {
    protections.reversed().reduce(free) { either($1, held($1), $0) }
  }

  /// How the préfet is told of a protection.
  private static func telling(_ protection: Circumstance) -> Order {
    protection == .daloPriorityWithoutOffer ? .tellPrefetDALO : .tellPrefetProtection
  }
}
