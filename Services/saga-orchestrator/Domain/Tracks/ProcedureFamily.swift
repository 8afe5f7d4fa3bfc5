import Contracts

/// The families of the phases of this track: what holds in every phase of a family, unless the
/// phase says otherwise. One line, one rule: when | the track goes to | and we | because of.
public enum ProcedureFamily: String, PhaseFamily {
  case beforeTitle, judgesSchedule, title, gone, closed

  /// Its name, in French, and what its phases answer.
  public var sheet: FamilySheet<ProcedurePhase> {
    switch self {
    case .beforeTitle:
      FamilySheet("Avant le titre d'expulsion") { Self.beforeTitle(ProcedureAct($0)) }
    case .judgesSchedule:
      FamilySheet("Échéanciers et suspensions du juge") { Self.judgesSchedule(ProcedureAct($0)) }
    case .title:
      FamilySheet("Titre et exécution") { Self.title(ProcedureAct($0)) }
    case .gone:
      FamilySheet("Après le départ") { Self.gone(ProcedureAct($0)) }
    case .closed: .closed { $0.reopening.map(Self.reopened) }
    }
  }

  /// From the first signal to the decision, and after a claim that ended without a title.
  // swift-format-ignore
  private static func beforeTitle(_ act: ProcedureAct) -> TableCell<ProcedurePhase> {
    switch act {
    case .policeAid(let cell):            .flagged(.missedStep, cell)
    case .whileThere(let cell), .leaving(let cell), .always(let cell): cell
    case .notice:                         either(.noticeFrozen, go(.clauseBlocked, [], "C. consom. L722-2 ; instruction 2.2 (2)"), go(.noticeServed, [], "loi 89-462, art. 24 I"))
    case .debtCleared:                    either(.mustMove, stay([], "instruction 2.2 ; la dette est soldée, le relogement se poursuit"), ended("instruction 2.2 ; la dette est soldée"))
    case .debtErased:                     either(.mustMove, stay([], "C. consom. L741-2 ; la dette est effacée, le relogement se poursuit"), ended("C. consom. L741-2 ; la dette est effacée"))
    case .cohesionProtocolSigned:         review(.missedStep, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .newLeaseSigned:                 review(.contradiction, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .summonsServed:                  either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .hearingHeld:                    go(.judgmentAwaited, [], "instruction 3.1", review: .missedStep)
    case .hearingPostponed:               go(.summoned, [.informTenantOfHearing], "instruction 2.1", review: .missedStep)
    case .claimDismissed, .claimWithdrawn, .claimStruckOut, .judgmentReversed:
                                          review(.missedStep, "loi 89-462, art. 24 : aucune instance n'est connue")
    case .delaysGranted:                  go(.schedule, [], "loi 89-462, art. 24 V", review: .missedStep)
    case .scheduleBySurendettement:       go(.commissionSchedule, [], "loi 89-462, art. 24 VI", review: .missedStep)
    case .clauseSuspendedAfterPRP:        go(.clauseSuspended, [], "C. consom. L714-1", review: .missedStep)
    case .scheduleBroken, .scheduleKept:  review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .evictionOrdered:                go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithDelays:      go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithoutQuitDelay:
                                          go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .missedStep)
    case .appealFiled:                    review(.missedStep, "CPC art. 538 : aucune décision n'est connue")
    case .executionStayed:                review(.missedStep, "CPC art. 539 : aucune décision n'est connue")
    case .quitOrderServed:                go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3", review: .missedStep)
    case .quitOrderUnnotified:            go(.quitSuspended, [.askCourtForTime], "CPCE L412-5", review: .missedStep)
    case .jexDelaysGranted:               review(.missedStep, "CPCE L412-3 : aucun titre n'est connu")
    case .evictionSuspendedBySurendettement:
                                          review(.missedStep, "C. consom. L722-6 à L722-9 : aucun titre n'est connu")
    case .evictionReported:               .ladder(.evictionReported)
    case .reviewDue:                      either(.debtCleared, either(.mustMove, review(.dormant, "Charte ; examen semestriel"), proposed("instruction 2.2")), review(.dormant, "Charte ; examen semestriel"))
    case .arrearsReported:                ignore("l'impayé est déjà suivi")
    case .planAgreed, .planCompleted:     ignore("l'apurement ne change pas l'étape")
    case .cohesionProtocolOver:           ignore("aucun protocole n'est en vigueur à cette étape")
    case .daloPriority:                   ignore("le relogement ne change pas l'étape")
    case .judgmentNotified:               ignore("la notification ne change pas cette étape")
    case .surendettementSuspensionEnded:  ignore("l'étape demeure")
    case .jexDelaysEnded:                 ignore("aucun délai du juge de l'exécution ne courait à cette étape")
    case .clauseSuspensionEnded:          ignore("étape déjà quittée")
    }
  }

  /// The judge suspended the clause as long as something is paid.
  // swift-format-ignore
  private static func judgesSchedule(_ act: ProcedureAct) -> TableCell<ProcedurePhase> {
    switch act {
    case .policeAid(let cell):            .flagged(.executionDuringProtection, cell)
    case .whileThere(let cell), .leaving(let cell), .always(let cell): cell
    case .debtCleared, .scheduleKept:     either(.mustMove, go(.claimEnded, [], "loi 89-462, art. 24 VII ; le relogement se poursuit"), ended("loi 89-462, art. 24 VII ; le bail est maintenu"))
    case .cohesionProtocolSigned:         go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5")
    case .newLeaseSigned:                 go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé")
    case .summonsServed:                  stay([.informTenantOfHearing], "instruction 2.1 ; nouvelle audience", review: .contradiction)
    case .claimDismissed, .judgmentReversed:
                                          either(.debtCleared, either(.mustMove, go(.claimEnded, [], "instruction 2.2 ; le relogement se poursuit"), ended("instruction 2.2 ; la dette est soldée")), go(.claimEnded, [], "instruction 1.2 ; le suivi social continue trois mois"))
    case .claimWithdrawn:                 either(.debtCleared, either(.mustMove, go(.withdrawn, [.followUp], "instruction 2.2 ; le relogement se poursuit"), ended("instruction 2.2 ; la dette est soldée")), go(.withdrawn, [.followUp], "CPC art. 394 ; instruction 2.1 ; le suivi social continue trois mois"))
    case .delaysGranted:                  go(.schedule, [], "loi 89-462, art. 24 V ; le dernier échéancier compte")
    case .scheduleBySurendettement:       go(.commissionSchedule, [], "loi 89-462, art. 24 VI ; C. consom. L714-1")
    case .clauseSuspendedAfterPRP, .debtErased:
                                          go(.clauseSuspended, [], "loi 89-462, art. 24 VIII ; C. consom. L714-1 ; deux ans, loyer courant payé")
    case .scheduleBroken:                 go(.evictionOrdered, [.askCourtForTime], "loi 89-462, art. 24 VII ; instruction 3.2")
    case .evictionOrdered:                go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithDelays:      go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithoutQuitDelay:
                                          go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .contradiction)
    case .judgmentNotified:               stay([], "CPC art. 538, 490 ; le délai d'appel court")
    case .appealFiled:                    stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                stay([], "CPC art. 539, 514-3")
    case .quitOrderServed:                go(.quitServed, [.tellPrefetProtection], "loi 89-462, art. 24 V ; le CQL est prématuré", review: .executionDuringProtection)
    case .quitOrderUnnotified:            go(.quitSuspended, [.tellPrefetProtection], "loi 89-462, art. 24 V ; le CQL est prématuré", review: .executionDuringProtection)
    case .jexDelaysGranted:               review(.missedStep, "CPCE L412-3 : aucun titre n'est connu")
    case .evictionSuspendedBySurendettement:
                                          review(.missedStep, "C. consom. L722-6 à L722-9 : aucun titre n'est connu")
    case .evictionReported:               .ladder(.evictionReported)
    case .reviewDue:                      either(.debtCleared, either(.mustMove, go(.claimEnded, [], "loi 89-462, art. 24 VII ; le relogement se poursuit"), proposed("loi 89-462, art. 24 VII")), stay([], "instruction 3.2 ; l'échéancier est suivi"))
    case .arrearsReported, .notice:       ignore("un acte ultérieur est connu")
    case .planAgreed, .planCompleted:     ignore("l'apurement ne change pas l'étape")
    case .cohesionProtocolOver:           ignore("aucun protocole n'est en vigueur à cette étape")
    case .daloPriority:                   ignore("le relogement ne change pas l'étape")
    case .hearingHeld, .hearingPostponed, .claimStruckOut:
                                          ignore("la décision est déjà rendue")
    case .surendettementSuspensionEnded, .clauseSuspensionEnded:
                                          ignore("l'étape demeure")
    case .jexDelaysEnded:                 ignore("aucun délai du juge de l'exécution ne courait à cette étape")
    }
  }

  /// A title exists and may come to be executed.
  // swift-format-ignore
  private static func title(_ act: ProcedureAct) -> TableCell<ProcedurePhase> {
    switch act {
    case .policeAid(let cell), .whileThere(let cell), .leaving(let cell), .always(let cell): cell
    case .planAgreed:                     stay([.tellPrefetObligation], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .planCompleted, .debtCleared:    stay([.tellDebtCleared], "instruction 3.2 : demander au bailleur de renoncer au titre", review: .clearedAfterJudgment)
    case .debtErased:                     review(.clearedAfterJudgment, "C. consom. L714-1, L741-2 : le titre subsiste")
    case .cohesionProtocolSigned:         go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5")
    case .newLeaseSigned:                 go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé")
    case .daloPriority:                   stay([.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .summonsServed:                  review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .claimDismissed:                 go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .claimWithdrawn:                 go(.withdrawn, [.followUp], "CPC art. 394 ; le bailleur renonce au titre", review: .contradiction)
    case .delaysGranted, .evictionOrderedWithDelays:
                                          stay([.tellPrefetProtection], "loi 89-462, art. 24 V ; CPCE L412-3", review: .contradiction)
    case .scheduleBySurendettement:       stay([.tellPrefetProtection], "loi 89-462, art. 24 VI ; CPCE L412-3", review: .contradiction)
    case .clauseSuspendedAfterPRP:        stay([.tellPrefetProtection], "C. consom. L714-1 ; CPCE L412-3", review: .contradiction)
    case .scheduleKept:                   go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .appealFiled:                    stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                stay([.tellPrefetProtection], "CPC art. 539, 514-3")
    case .judgmentReversed:               go(.claimEnded, [], "CPC art. 561 ; le titre tombe", review: .contradiction)
    case .jexDelaysGranted:               stay([.tellPrefetProtection], "CPCE L412-3")
    case .evictionSuspendedBySurendettement:
                                          stay([.tellPrefetProtection], "C. consom. L722-6 à L722-9")
    case .evictionReported:               .ladder(.evictionReported)
    case .reviewDue:                      either(.surendettementSuspension, stay([], "C. consom. L722-6 à L722-9 ; l'expulsion est suspendue"), stay([.raiseRehousingPriority], "instruction 3.2"))
    case .arrearsReported, .notice, .hearingHeld, .hearingPostponed, .claimStruckOut, .scheduleBroken, .evictionOrdered, .evictionOrderedWithoutQuitDelay,
      .quitOrderServed, .quitOrderUnnotified:
                                          ignore("un acte ultérieur est connu")
    case .cohesionProtocolOver, .surendettementSuspensionEnded, .clauseSuspensionEnded:
                                          ignore("l'étape demeure")
    case .judgmentNotified:               ignore("la notification ne change pas cette étape")
    case .jexDelaysEnded:                 ignore("l'étape demeure")
    }
  }

  /// The household has left; the follow-up goes on.
  // swift-format-ignore
  private static func gone(_ act: ProcedureAct) -> TableCell<ProcedurePhase> {
    switch act {
    case .always(let cell):               cell
    case .judgmentReversed:               either(.restitutionDue, review(.rightOpen, "CPCE L111-10 ; le logement est à restituer"), ignore("le ménage est parti"))
    case .leaving:                        go(.left, [], "instruction 3.2")
    case .reviewDue:                      either(.accommodationOffered, proposed("instruction 3.2 ; fin du suivi"), go(.left, [.openAccommodation], "instruction 3.2 ; aucune solution n'est connue", review: .withoutSolution))
    case .arrearsReported, .notice, .planAgreed, .planCompleted, .debtCleared, .debtErased,
      .cohesionProtocolSigned, .cohesionProtocolOver, .newLeaseSigned, .daloPriority, .summonsServed, .hearingHeld,
      .hearingPostponed, .claimDismissed, .claimWithdrawn, .claimStruckOut, .delaysGranted, .scheduleBySurendettement,
      .clauseSuspendedAfterPRP,
      .scheduleBroken, .scheduleKept, .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay,
      .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .policeAid, .whileThere:
                                          ignore("le ménage est parti")
    case .judgmentNotified:               ignore("la notification ne change pas cette étape")
    case .appealFiled, .executionStayed:  ignore("l'appel ne rend pas le logement")
    case .evictionReported:               ignore("l'expulsion est déjà enregistrée")
    case .clauseSuspensionEnded:          ignore("étape déjà quittée")
    }
  }

  /// The dossier is closed; an act opens it again.
  // swift-format-ignore
  private static func reopened(_ act: Reopening) -> TableCell<ProcedurePhase> {
    switch act {
    case .arrearsReported:                go(.prevention, [], "instruction 1.2 ; le dossier se rouvre")
    case .noticeServed, .noticeBelowThreshold:
                                          either(.noticeFrozen, go(.clauseBlocked, [], "C. consom. L722-2 ; instruction 2.2 (2)"), go(.noticeServed, [], "loi 89-462, art. 24 I"))
    case .otherMotiveReported:            go(.prevention, [], "instruction II : tous les motifs ; le dossier se rouvre")
    case .summonsServed:                  either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .delaysGranted:                  go(.schedule, [], "loi 89-462, art. 24 V", review: .afterClosure)
    case .scheduleBySurendettement:       go(.commissionSchedule, [], "loi 89-462, art. 24 VI", review: .afterClosure)
    case .evictionOrdered:                go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .afterClosure)
    case .evictionOrderedWithDelays:      go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .afterClosure)
    case .evictionOrderedWithoutQuitDelay:
                                          go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .afterClosure)
    case .quitOrderServed:                go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3", review: .afterClosure)
    case .quitOrderUnnotified:            go(.quitSuspended, [.askCourtForTime], "CPCE L412-5", review: .afterClosure)
    case .policeAidRequested:             .flagged(.afterClosure, .ladder(.policeAidRequested))
    case .policeAidPremature:             go(.evictionOrdered, [.tellPrematureRequest], "CPCE L412-1, R153-1 ; demande prématurée", review: .afterClosure)
    case .policeAidGranted:               .flagged(.afterClosure, .ladder(.policeAidGranted))
    case .evictionReported:               .flagged(.afterClosure, .ladder(.evictionReported))
    case .judgmentReversed:               either(.restitutionDue, go(.left, [], "CPCE L111-10", review: .rightOpen), ignore("le dossier est clos"))
    }
  }
}
