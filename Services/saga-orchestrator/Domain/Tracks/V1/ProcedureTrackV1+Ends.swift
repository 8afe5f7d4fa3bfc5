import Contracts

/// The household has left, and the dossier ends.
extension ProcedureTrackV1 {
  /// The eviction was carried out while nothing protected the household.
  // swift-format-ignore
  static func evicted(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .accommodated, .departed:          go(.left, [], "instruction 3.2")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .evictionReported:                 ignore("l'expulsion est déjà enregistrée")
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBroken, .scheduleKept, .evictionOrdered, .evictionOrderedWithDelays, .quitOrderServed,
      .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested, .policeAidGranted,
      .policeAidRefused:                    ignore("le ménage n'est plus dans le logement")
    case .reviewDue:                        either(.accommodationOffered, go(.closed, [], "instruction 3.2 ; fin du suivi"), go(.left, [.openAccommodation], "instruction 3.2 ; aucune solution n'est connue", review: .withoutSolution))
    case .arrearsReported, .noticeServed, .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting,
      .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended, .rehousingStarted, .offerMade, .offerRefused,
      .offerAccepted, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .accommodationOffered,
      .truceStarted, .truceEnded:           ignore("le ménage n'est plus dans le logement")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    }
  }

  /// An eviction was reported while a protection held.
  // swift-format-ignore
  static func evictedIrregularly(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .accommodated, .departed:          go(.left, [], "instruction 3.2")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .evictionReported:                 ignore("l'expulsion est déjà enregistrée")
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBroken, .scheduleKept, .evictionOrdered, .evictionOrderedWithDelays, .quitOrderServed,
      .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested, .policeAidGranted,
      .policeAidRefused:                    ignore("le ménage n'est plus dans le logement")
    case .reviewDue:                        go(.left, [.raiseRehousingPriority], "instruction 3.2 ; le suivi continue")
    case .arrearsReported, .noticeServed, .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting,
      .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended, .rehousingStarted, .offerMade, .offerRefused,
      .offerAccepted, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .accommodationOffered,
      .truceStarted, .truceEnded:           ignore("le ménage n'est plus dans le logement")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    }
  }

  /// The household has left; the follow-up goes on.
  // swift-format-ignore
  static func left(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .evictionReported:                 eviction
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBroken, .scheduleKept, .evictionOrdered, .evictionOrderedWithDelays, .quitOrderServed,
      .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested, .policeAidGranted,
      .policeAidRefused, .departed:         ignore("le ménage n'est plus dans le logement")
    case .reviewDue:                        go(.closed, [], "instruction 3.2 ; fin du suivi")
    case .arrearsReported, .noticeServed, .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting,
      .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended, .rehousingStarted, .offerMade, .offerRefused,
      .offerAccepted, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .accommodationOffered,
      .accommodated, .truceStarted, .truceEnded:
                                            ignore("le ménage n'est plus dans le logement")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    }
  }

  /// The dossier is closed; a new act opens it again.
  // swift-format-ignore
  static func closed(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .arrearsReported:                  go(.prevention, [], "instruction 1.2 ; le dossier se rouvre")
    case .noticeServed:                     either(.surendettementAdmitted, go(.clauseBlocked, [], "C. consom. L722-2 ; instruction 2.2 (2)"), go(.noticeServed, [], "loi 89-462, art. 24 I"))
    case .summonsServed:                    either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V", review: .afterClosure)
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .afterClosure)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .afterClosure)
    case .quitOrderServed:                  go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3", review: .afterClosure)
    case .quitOrderUnnotified:              go(.quitSuspended, [.askCourtForTime], "CPCE L412-5", review: .afterClosure)
    case .policeAidRequested:               .flagged(.afterClosure, policeAidRequested)
    case .policeAidGranted:                 .flagged(.afterClosure, policeAidGranted)
    case .evictionReported:                 .flagged(.afterClosure, eviction)
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .scheduleBroken, .scheduleKept,
      .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused, .departed:
                                            ignore("le dossier est clos")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting, .settlementStarted,
      .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused, .debtCleared,
      .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended, .rehousingStarted, .offerMade, .offerRefused,
      .offerAccepted, .rehoused, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .accommodationOffered,
      .accommodated, .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed,
      .decisionOverdue, .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .reviewDue, .truceStarted,
      .truceEnded:                          ignore("le dossier est clos")
    }
  }
}
