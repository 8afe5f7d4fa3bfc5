import Contracts

/// Court and execution, version 2. One line, one rule: when | the track goes to | and we | because of.
enum ProcedureTrackV2 {
  /// The cell of a phase and a trigger. One function a phase: its section of the table.
  static func row(_ phase: ProcedurePhase, _ trigger: Trigger) -> Row<ProcedurePhase> {
    switch phase {
    case .prevention: prevention(trigger)
    case .noticeServed: noticeServed(trigger)
    case .noticeExpired: noticeExpired(trigger)
    case .clauseBlocked: clauseBlocked(trigger)
    case .summoned: summoned(trigger)
    case .judgmentAwaited: judgmentAwaited(trigger)
    case .claimEnded: claimEnded(trigger)
    case .withdrawn: withdrawn(trigger)
    case .schedule: schedule(trigger)
    case .commissionSchedule: commissionSchedule(trigger)
    case .clauseSuspended: clauseSuspended(trigger)
    case .cohesionProtocol: cohesionProtocol(trigger)
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
    case .debtClaim: debtClaim(trigger)
    case .closed: closed(trigger)
    }
  }

  // Five rows serve many phases: what the préfet and the huissier report is an act, whatever came
  // before it. They alone decide between a regular eviction and one that a protection forbids.

  /// The CFP is requested: where a protection holds, the préfet is told at once.
  static let policeAidRequested: Row<ProcedurePhase> = unlessProtected(
    { go(.policeAidAsked, [telling($0)], $0.basis) },
    free: go(.policeAidAsked, [], "CPCE L153-1, R153-1"))

  /// The CFP is granted: nothing may be planned while a protection holds.
  static let policeAidGranted: Row<ProcedurePhase> = unlessProtected(
    { go(.evictionHeld, [telling($0)], $0.basis) },
    free: go(.evictionPossible, [], "CPCE L153-1 ; instruction 3.2"))

  /// A protection ends: another one may still hold.
  static let released: Row<ProcedurePhase> = unlessProtected(
    { stay([], $0.basis) },
    free: go(.evictionPossible, [.raiseRehousingPriority], "CPCE L153-1 ; instruction 3.2"))

  /// The monthly look at an eviction that a protection holds back.
  static let awaited: Row<ProcedurePhase> = unlessProtected(
    { stay([.raiseRehousingPriority], $0.basis) },
    free: go(.evictionPossible, [.raiseRehousingPriority], "CPCE L153-1 ; instruction 3.2"))

  /// An eviction is reported: what was done is recorded; whether it was lawful is another matter.
  static let eviction: Row<ProcedurePhase> = unlessProtected(
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

  /// One row for each protection that may hold, and the row where none does.
  private static func unlessProtected(
    _ held: (Circumstance) -> Row<ProcedurePhase>, free: Row<ProcedurePhase>
  ) -> Row<ProcedurePhase> {
    Circumstance.protections.reversed().reduce(free) { either($1, held($1), $0) }
  }

  /// How the préfet is told of a protection.
  private static func telling(_ protection: Circumstance) -> Order {
    protection == .daloPriorityWithoutOffer ? .tellPrefetDALO : .tellPrefetProtection
  }
}
