public import Contracts

extension Circumstance {
  /// What ends a protection, each with the text that says so: nothing else shortens it. Empty for
  /// what is no protection.
  ///
  /// The two months of the CQL also end, by a CQL, where the judge had set them aside (CPCE L412-1,
  /// second paragraph), and never while the préfet is not seized (CPCE L412-5).
  public var ends: [Trigger: LegalBasis] {
    switch self {
    case .winterTruce: [.truceEnded: "CPCE L412-6", .truceSetAside: "CPCE L412-6, L412-7"]
    case .daloPriorityWithoutOffer:
      [
        .daloRefused: "CCH L441-2-3", .daloRightLost: "CCH R441-16-3 ; décision du préfet",
        .rehoused: "instruction 3.2",
      ]
    case .planInForce:
      [
        .planBroken: "instruction 2.2 (1)", .planCompleted: "instruction 2.2 (1)",
        .debtCleared: "instruction 2.2", .debtErased: "C. consom. L741-2",
      ]
    case .scheduleInForce:
      [
        .scheduleBroken: "loi 89-462, art. 24 VII", .scheduleKept: "loi 89-462, art. 24 VII",
        .claimDismissed: "le titre tombe", .claimWithdrawn: "le titre tombe",
        .judgmentReversed: "le titre tombe", .newLeaseSigned: "le titre tombe",
        .clauseSuspendedAfterPRP: "C. consom. L714-1 ; la clause reste suspendue deux ans",
        .debtErased: "C. consom. L714-1 ; la clause reste suspendue deux ans",
      ]
    case .judgeDelaysInForce:
      [
        .judgeDelaysEnded: "CPCE L412-4", .claimDismissed: "le titre tombe",
        .claimWithdrawn: "le titre tombe", .judgmentReversed: "le titre tombe",
        .newLeaseSigned: "le titre tombe",
      ]
    case .quitPeriodNotRun:
      [
        .quitPeriodEnded: "CPCE L412-1",
        .quitOrderServed: "CPCE L412-1 ; le juge a écarté le délai",
        .quitOrderUnnotified: "CPCE L412-1 ; le juge a écarté le délai",
      ]
    case .jexDelaysInForce: [.jexDelaysEnded: "CPCE L412-4, R412-4"]
    case .executionStayed:
      [
        .appealEnded: "CPC art. 539, 514-3", .claimWithdrawn: "le titre tombe",
        .judgmentReversed: "le titre tombe", .newLeaseSigned: "le titre tombe",
      ]
    case .surendettementSuspension:
      [.surendettementSuspensionEnded: "C. consom. L722-6 à L722-9"]
    case .protocolInForce:
      [
        .cohesionProtocolBroken: "CCH L353-15-2", .cohesionProtocolEnded: "CCH L353-15-2",
        .newLeaseSigned: "CCH L353-15-2 ; un nouveau bail est signé",
      ]
    case .clauseSuspended:
      [
        .clauseSuspensionEnded: "C. consom. L714-1", .scheduleKept: "C. consom. L714-1",
        .scheduleBroken: "loi 89-462, art. 24 VIII ; loyer impayé",
        .newLeaseSigned: "le titre tombe",
      ]
    case .quitOrderNotified, .diagnosed, .mustMove, .debtCleared, .noticeRunning,
      .surendettementAdmitted, .accommodationOffered, .otherMotive, .arrearsKnown,
      .quitDelayWaived, .transferRequested, .sessionFailed, .sessionsFailed, .truceSetAside,
      .noticeFrozen, .timeAsked, .evicted,
      .restitutionDue, .appealPending, .dahoPriority, .rightOpen,
      .informationOnly, .settlementUnderWay, .rehousingUnderWay:
      [:]
    }
  }
}
