import Contracts

/// The concours de la force publique, from the request to what the préfet decides.
extension ProcedureTrackV2 {
  /// The préfet examines the request.
  // swift-format-ignore
  static func policeAidAsked(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .planAgreed:                       stay([.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .planCompleted, .debtCleared:      stay([.tellDebtCleared], "instruction 3.2 : demander au bailleur de renoncer au titre", review: .clearedAfterJudgment)
    case .debtErased:                       review(.clearedAfterJudgment, "C. consom. L714-1, L741-2 : le titre subsiste")
    case .cohesionProtocolSigned:           go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5")
    case .newLeaseSigned:                   go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .daloPriority:                     stay([.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .claimDismissed:                   go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .claimWithdrawn:                   go(.withdrawn, [.followUp], "CPC art. 394 ; le bailleur renonce au titre", review: .contradiction)
    case .delaysGranted, .evictionOrderedWithDelays:
                                            stay([.tellPrefetProtection], "loi 89-462, art. 24 V ; CPCE L412-3", review: .contradiction)
    case .scheduleBySurendettement:         stay([.tellPrefetProtection], "loi 89-462, art. 24 VI ; CPCE L412-3", review: .contradiction)
    case .clauseSuspendedAfterPRP:          stay([.tellPrefetProtection], "C. consom. L714-1 ; CPCE L412-3", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .appealFiled:                      stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                  stay([.tellPrefetProtection], "CPC art. 539, 514-3")
    case .judgmentReversed:                 go(.claimEnded, [], "CPC art. 561 ; le titre tombe", review: .contradiction)
    case .jexDelaysGranted:                 stay([.tellPrefetProtection], "CPCE L412-3")
    case .evictionSuspendedBySurendettement:
                                            stay([.tellPrefetProtection], "C. consom. L722-6 à L722-9")
    case .policeAidPremature:               stay([.tellPrematureRequest], "CPCE L412-1, R153-1 ; demande prématurée", review: .executionDuringProtection)
    case .policeAidGranted:                 policeAidGranted
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1, R153-1")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .keysReturned:                     go(.left, [], "CPCE L451-1 ; les clés sont rendues")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .policeAidSilence:                 go(.policeAidRefused, [], "CPCE R153-1 : deux mois de silence valent refus")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .hearingHeld, .hearingPostponed, .scheduleBroken,
      .evictionOrdered, .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified,
      .policeAidRequested:                  ignore("un acte plus avancé est déjà connu")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .settlementStarted, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded,
      .surendettementPlanAdopted, .surendettementMoratorium, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .cohesionProtocolBroken, .cohesionProtocolEnded, .appealEnded, .surendettementSuspensionEnded,
      .clauseSuspensionEnded:               ignore("la protection est levée, l'étape demeure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .daloFiled, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled, .dahoPriority,
      .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .judgmentNotified:                 ignore("la notification ne change pas cette étape")
    case .jexDelaysEnded:                   ignore("la protection du juge de l'exécution est levée, l'étape demeure")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .reviewDue:        ignore("échéance d'une étape déjà quittée")
    case .quitPeriodEnded:                  ignore("le délai du CQL est passé ; la demande reste à l'instruction")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The préfet refused, in words or by silence.
  // swift-format-ignore
  static func policeAidRefused(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .planAgreed:                       stay([.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .planCompleted, .debtCleared:      stay([.tellDebtCleared], "instruction 3.2 : demander au bailleur de renoncer au titre", review: .clearedAfterJudgment)
    case .debtErased:                       review(.clearedAfterJudgment, "C. consom. L714-1, L741-2 : le titre subsiste")
    case .cohesionProtocolSigned:           go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5")
    case .newLeaseSigned:                   go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .daloPriority:                     stay([.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .claimDismissed:                   go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .claimWithdrawn:                   go(.withdrawn, [.followUp], "CPC art. 394 ; le bailleur renonce au titre", review: .contradiction)
    case .delaysGranted, .evictionOrderedWithDelays:
                                            stay([.tellPrefetProtection], "loi 89-462, art. 24 V ; CPCE L412-3", review: .contradiction)
    case .scheduleBySurendettement:         stay([.tellPrefetProtection], "loi 89-462, art. 24 VI ; CPCE L412-3", review: .contradiction)
    case .clauseSuspendedAfterPRP:          stay([.tellPrefetProtection], "C. consom. L714-1 ; CPCE L412-3", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .appealFiled:                      stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                  stay([.tellPrefetProtection], "CPC art. 539, 514-3")
    case .judgmentReversed:                 go(.claimEnded, [], "CPC art. 561 ; le titre tombe", review: .contradiction)
    case .jexDelaysGranted:                 stay([.tellPrefetProtection], "CPCE L412-3")
    case .evictionSuspendedBySurendettement:
                                            stay([.tellPrefetProtection], "C. consom. L722-6 à L722-9")
    case .policeAidRequested:               policeAidRequested
    case .policeAidPremature:               stay([.tellPrematureRequest], "CPCE L412-1, R153-1 ; demande prématurée", review: .executionDuringProtection)
    case .policeAidGranted:                 policeAidGranted
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .keysReturned:                     go(.left, [], "CPCE L451-1 ; les clés sont rendues")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .reviewDue:                        stay([.raiseRehousingPriority], "instruction 3.2")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .hearingHeld, .hearingPostponed, .scheduleBroken,
      .evictionOrdered, .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified,
      .policeAidRefused:                    ignore("un acte plus avancé est déjà connu")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .settlementStarted, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded,
      .surendettementPlanAdopted, .surendettementMoratorium, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .cohesionProtocolBroken, .cohesionProtocolEnded, .appealEnded, .surendettementSuspensionEnded,
      .clauseSuspensionEnded:               ignore("la protection est levée, l'étape demeure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .daloFiled, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled, .dahoPriority,
      .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .judgmentNotified:                 ignore("la notification ne change pas cette étape")
    case .jexDelaysEnded:                   ignore("la protection du juge de l'exécution est levée, l'étape demeure")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The CFP is granted, but a protection holds.
  // swift-format-ignore
  static func evictionHeld(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .planAgreed:                       stay([.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .planBroken, .cohesionProtocolBroken, .cohesionProtocolEnded, .daloRefused, .daloOfferMade,
      .daloRightLost, .scheduleBroken, .appealEnded, .jexDelaysEnded, .surendettementSuspensionEnded,
      .judgeDelaysEnded, .quitPeriodEnded, .clauseSuspensionEnded, .truceEnded:
                                            released
    case .planCompleted, .debtCleared:      stay([.tellDebtCleared], "instruction 3.2 : demander au bailleur de renoncer au titre", review: .clearedAfterJudgment)
    case .debtErased:                       review(.clearedAfterJudgment, "C. consom. L714-1, L741-2 : le titre subsiste")
    case .cohesionProtocolSigned:           go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5")
    case .newLeaseSigned:                   go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .daloPriority:                     stay([.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .claimDismissed:                   go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .claimWithdrawn:                   go(.withdrawn, [.followUp], "CPC art. 394 ; le bailleur renonce au titre", review: .contradiction)
    case .delaysGranted, .evictionOrderedWithDelays:
                                            stay([.tellPrefetProtection], "loi 89-462, art. 24 V ; CPCE L412-3", review: .contradiction)
    case .scheduleBySurendettement:         stay([.tellPrefetProtection], "loi 89-462, art. 24 VI ; CPCE L412-3", review: .contradiction)
    case .clauseSuspendedAfterPRP:          stay([.tellPrefetProtection], "C. consom. L714-1 ; CPCE L412-3", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .appealFiled:                      stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                  stay([.tellPrefetProtection], "CPC art. 539, 514-3")
    case .judgmentReversed:                 go(.claimEnded, [], "CPC art. 561 ; le titre tombe", review: .contradiction)
    case .quitOrderServed:                  go(.evictionHeld, [], "CPCE L412-1 ; le délai court")
    case .jexDelaysGranted:                 stay([.tellPrefetProtection], "CPCE L412-3")
    case .evictionSuspendedBySurendettement:
                                            stay([.tellPrefetProtection], "C. consom. L722-6 à L722-9")
    case .policeAidPremature:               stay([.tellPrematureRequest], "CPCE L412-1, R153-1 ; demande prématurée", review: .executionDuringProtection)
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .keysReturned:                     go(.left, [], "CPCE L451-1 ; les clés sont rendues")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .reviewDue:                        awaited
    case .truceStarted:                     stay([.tellPrefetProtection], "CPCE L412-6")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .hearingHeld, .hearingPostponed, .evictionOrdered,
      .evictionOrderedWithoutQuitDelay, .quitOrderUnnotified, .policeAidRequested, .policeAidGranted:
                                            ignore("un acte plus avancé est déjà connu")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .settlementStarted, .planRefused, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded,
      .surendettementPlanAdopted, .surendettementMoratorium, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .daloFiled, .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade,
      .accommodationOffered:                ignore("le relogement ne change pas l'étape de la procédure")
    case .judgmentNotified:                 ignore("la notification ne change pas cette étape")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .policeAidSilence:                    ignore("échéance d'une étape déjà quittée")
    }
  }

  /// The CFP is granted and nothing protects the household.
  // swift-format-ignore
  static func evictionPossible(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .planAgreed:                       go(.evictionHeld, [.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .planCompleted, .debtCleared:      stay([.tellDebtCleared], "instruction 3.2 : demander au bailleur de renoncer au titre", review: .clearedAfterJudgment)
    case .debtErased:                       review(.clearedAfterJudgment, "C. consom. L714-1, L741-2 : le titre subsiste")
    case .cohesionProtocolSigned:           go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5")
    case .newLeaseSigned:                   go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .daloPriority:                     go(.evictionHeld, [.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .claimDismissed:                   go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .claimWithdrawn:                   go(.withdrawn, [.followUp], "CPC art. 394 ; le bailleur renonce au titre", review: .contradiction)
    case .delaysGranted:                    go(.evictionHeld, [.tellPrefetProtection], "loi 89-462, art. 24 V", review: .contradiction)
    case .scheduleBySurendettement:         go(.evictionHeld, [.tellPrefetProtection], "loi 89-462, art. 24 VI", review: .contradiction)
    case .clauseSuspendedAfterPRP:          go(.evictionHeld, [.tellPrefetProtection], "C. consom. L714-1", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .evictionOrderedWithDelays:        go(.evictionHeld, [.tellPrefetProtection], "CPCE L412-3", review: .contradiction)
    case .appealFiled:                      stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                  go(.evictionHeld, [.tellPrefetProtection], "CPC art. 539, 514-3")
    case .judgmentReversed:                 go(.claimEnded, [], "CPC art. 561 ; le titre tombe", review: .contradiction)
    case .jexDelaysGranted:                 go(.evictionHeld, [.tellPrefetProtection], "CPCE L412-3")
    case .evictionSuspendedBySurendettement:
                                            go(.evictionHeld, [.tellPrefetProtection], "C. consom. L722-6 à L722-9")
    case .policeAidPremature:               stay([.tellPrematureRequest], "CPCE L412-1, R153-1 ; demande prématurée", review: .executionDuringProtection)
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .keysReturned:                     go(.left, [], "CPCE L451-1 ; les clés sont rendues")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .reviewDue:                        stay([.raiseRehousingPriority], "instruction 3.2 ; le relogement ou l'hébergement d'abord")
    case .truceStarted:                     go(.evictionHeld, [.tellPrefetProtection], "CPCE L412-6")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .hearingHeld, .hearingPostponed, .scheduleBroken,
      .evictionOrdered, .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified,
      .policeAidRequested, .policeAidGranted:
                                            ignore("un acte plus avancé est déjà connu")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .settlementStarted, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded,
      .surendettementPlanAdopted, .surendettementMoratorium, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .cohesionProtocolBroken, .cohesionProtocolEnded, .appealEnded, .surendettementSuspensionEnded,
      .clauseSuspensionEnded:               ignore("la protection est levée, l'étape demeure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .daloFiled, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled, .dahoPriority,
      .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .judgmentNotified:                 ignore("la notification ne change pas cette étape")
    case .jexDelaysEnded:                   ignore("la protection du juge de l'exécution est levée, l'étape demeure")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceEnded:                       ignore("la trêve suspend l'exécution, non la procédure")
    }
  }
}
