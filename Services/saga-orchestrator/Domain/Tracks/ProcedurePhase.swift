import Contracts
import LegalCalendar

/// Where the landlord's procedure stands, from the first signal to the end of the follow-up.
public enum ProcedurePhase: String, TrackPhase {
  case prevention, noticeServed, noticeExpired, clauseBlocked
  case summoned, judgmentAwaited, struckOut, claimEnded, withdrawn, schedule, commissionSchedule
  case clauseSuspended, cohesionProtocol, evictionOrdered, evictionDelayed
  case quitServed, quitSuspended, quitExpired, policeAidAsked, policeAidRefused
  case evictionHeld, evictionPossible, evicted, evictedIrregularly, left, debtClaim
  case closed

  /// The families of the phases.
  public typealias Family = ProcedureFamily
  public static let track = Track.procedure
  public static let initial = prevention

  /// Whether a title exists and may come to be executed.
  public var isExecution: Bool {
    switch self {
    case .evictionOrdered, .evictionDelayed, .quitServed, .quitSuspended, .quitExpired,
      .policeAidAsked, .policeAidRefused, .evictionHeld, .evictionPossible, .cohesionProtocol:
      true
    case .prevention, .noticeServed, .noticeExpired, .clauseBlocked, .summoned,
      .judgmentAwaited, .struckOut, .claimEnded, .withdrawn, .schedule, .commissionSchedule,
      .clauseSuspended,
      .evicted, .evictedIrregularly, .left, .debtClaim, .closed:
      false
    }
  }

  /// What the current version says of each phase. A phase lists only the rows in which it differs
  /// from its family (`ProcedureFamily`): when this comes | the track goes there and we ask that |
  /// because of.
  // swift-format-ignore
  public var sheet: PhaseSheet<Self> {
    switch self {
    case .prevention: PhaseSheet(.beforeTitle, "Prévention", "Un impayé est signalé ; aucun acte n'est signifié.",
        until: PhaseDeadline(after: .halfYear), closing: [], awaits: Awaited("un apurement, sinon un réexamen", from: "ménage et dispositifs"))
    case .noticeServed: PhaseSheet(.beforeTitle, "Commandement de payer en cours", "Le délai du commandement court : la dette peut être apurée en urgence.",
        until: PhaseDeadline(.noticeExpired, .notice, or: .newAttempt), closing: [.closeCourtFile], awaits: Awaited("le paiement dans le délai du commandement", from: "ménage, FSL")) {
        when(.surendettementAdmitted, go(.clauseBlocked, [], "C. consom. L722-2 ; instruction 2.2 (2)"))
        when(.noticeExpired, go(.noticeExpired, [], "loi 89-462, art. 24 I"))
        when([.arrearsReported, .noticeServed, .noticeBelowThreshold], ignore("le premier commandement compte"))
        when(.reviewDue, ignore("étape déjà quittée"))
      }
    case .noticeExpired: PhaseSheet(.beforeTitle, "Commandement expiré", "La clause résolutoire est acquise ; une assignation peut suivre.",
        until: PhaseDeadline(after: .followUp), closing: [.closeCourtFile], awaits: Awaited("un accord ou une assignation", from: "bailleur, huissier")) {
        when(.debtErased, stay([], "Cass. 2e civ., 10 janvier 2019 ; la clause reste acquise"))
        when(.reviewDue, review(.dormant, "Charte ; examen semestriel"))
        when([.arrearsReported, .noticeServed, .noticeBelowThreshold], ignore("la clause est déjà acquise"))
      }
    case .clauseBlocked: PhaseSheet(.beforeTitle, "Clause neutralisée", "La recevabilité est intervenue dans le délai : la clause ne joue pas.",
        until: PhaseDeadline(after: .halfYear), closing: [.closeCourtFile], awaits: Awaited("la suite du surendettement", from: "commission de surendettement")) {
        when([.surendettementRefused, .surendettementEnded], go(.prevention, [], "C. consom. L722-2 ; la protection prend fin"))
        when(.summonsServed, .flagged(.contradiction, either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))))
        when(.arrearsReported, ignore("la clause ne joue pas pendant la procédure de surendettement"))
        when([.noticeServed, .noticeBelowThreshold], either(.noticeFrozen, ignore("C. consom. L722-5 : la dette est née avant la recevabilité"), go(.noticeServed, [], "loi 89-462, art. 24 I ; C. consom. L722-5, la dette est née après la recevabilité")))
      }
    case .summoned: PhaseSheet(.beforeTitle, "Assigné", "Une audience est fixée.",
        until: PhaseDeadline(.hearingPassed, .hearing, or: .followUp), closing: [.closeCourtFile], awaits: Awaited("la tenue de l'audience", from: "tribunal")) {
        when([.diagnosedCanStay, .diagnosedCanStayOnConditions], stay([.askCourtForTime], "loi 89-462, art. 24 V ; instruction 2.1"))
        when(.diagnosedMustMove, stay([.askCourtForTime], "CPCE L412-3 ; instruction 2.2"))
        when([.settlementStarted, .planAgreed, .fslGranted, .surendettementAdmitted, .aidMaintained, .rehousingStarted, .offerAccepted,
          .daloPriority], stay([.tellCourtOfMeasures], "instruction 3.1"))
        when([.planCompleted, .debtCleared], stay([.tellDebtCleared], "instruction 2.2 ; la dette est soldée, la demande perd son objet"))
        when([.surendettementPlanAdopted, .surendettementMoratorium], stay([.tellCourtOfMeasures], "loi 89-462, art. 24 VI ; instruction 3.1"))
        when(.debtErased, stay([.tellCourtOfMeasures], "loi 89-462, art. 24 VI ; C. consom. L741-2"))
        when([.summonsServed, .hearingPostponed], go(.summoned, [.informTenantOfHearing], "instruction 2.1"))
        when(.hearingHeld, go(.judgmentAwaited, [], "instruction 3.1"))
        Self.decided
        when(.claimStruckOut, go(.struckOut, [], "CPC art. 381 ; l'instance est suspendue"))
        when(.hearingPassed, go(.judgmentAwaited, [], "instruction 3.1 ; le jour de l'audience est passé"))
        when([.arrearsReported, .noticeServed, .noticeBelowThreshold], ignore("un acte ultérieur est connu"))
        when(.reviewDue, ignore("étape déjà quittée"))
      }
    case .judgmentAwaited: PhaseSheet(.beforeTitle, "Décision attendue", "L'audience a eu lieu ; la décision est attendue.",
        until: PhaseDeadline(.decisionOverdue, .judgment, or: .judgment), closing: [.closeCourtFile], awaits: Awaited("la décision", from: "tribunal")) {
        when([.planCompleted, .debtCleared], stay([.tellDebtCleared], "instruction 2.2 ; la dette est soldée, la demande perd son objet"))
        when(.debtErased, stay([.tellCourtOfMeasures], "loi 89-462, art. 24 VI ; C. consom. L741-2"))
        when(.hearingHeld, go(.judgmentAwaited, [], "instruction 3.1"))
        when(.hearingPostponed, go(.summoned, [.informTenantOfHearing], "instruction 2.1 ; nouvelle audience"))
        Self.decided
        when(.claimStruckOut, go(.struckOut, [], "CPC art. 381 ; l'instance est suspendue"))
        when(.decisionOverdue, go(.judgmentAwaited, [], "instruction 3.1 ; la décision n'est pas connue", review: .overdue))
        when([.arrearsReported, .noticeServed, .noticeBelowThreshold], ignore("un acte ultérieur est connu"))
        when(.reviewDue, ignore("étape déjà quittée"))
      }
    case .struckOut: PhaseSheet(.beforeTitle, "Affaire radiée", "L'affaire est retirée du rôle : l'instance est suspendue, et peut être rétablie pendant deux ans.",
        until: PhaseDeadline(after: .halfYear), closing: [.closeCourtFile], awaits: Awaited("le rétablissement de l'affaire, sinon un réexamen", from: "bailleur, tribunal")) {
        when([.planCompleted, .debtCleared], stay([.tellDebtCleared], "instruction 2.2 ; la dette est soldée, la demande perd son objet"))
        when(.debtErased, stay([], "C. consom. L741-2 ; l'instance demeure"))
        when(.hearingHeld, go(.judgmentAwaited, [], "instruction 3.1 ; l'affaire est rétablie"))
        when(.hearingPostponed, go(.summoned, [.informTenantOfHearing], "instruction 2.1 ; l'affaire est rétablie"))
        when([.claimDismissed, .judgmentReversed], go(.claimEnded, [], "instruction 1.2 ; le suivi social continue trois mois"))
        when(.claimWithdrawn, go(.withdrawn, [.followUp], "CPC art. 394 ; le suivi social continue trois mois"))
        when(.keysReturned, go(.debtClaim, [.tellDeparture], "CPCE L451-1 ; la dette reste en litige"))
        when(.reviewDue, review(.dormant, "CPC art. 381, 386 ; la radiation n'éteint pas l'instance"))
        when([.arrearsReported, .noticeServed, .noticeBelowThreshold], ignore("un acte ultérieur est connu"))
        when(.claimStruckOut, ignore("la radiation est déjà connue"))
      }
    case .claimEnded: PhaseSheet(.beforeTitle, "Instance éteinte", "Rejet, irrecevabilité ou désistement : le suivi social continue.",
        until: PhaseDeadline(after: .followUp), closing: [.closeCourtFile], awaits: Awaited("un accord durable, sinon un réexamen", from: "bailleur et ménage")) {
        when(.cohesionProtocolSigned, go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5"))
        when(.newLeaseSigned, go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé"))
        when(.claimWithdrawn, go(.withdrawn, [.followUp], "CPC art. 394 ; instruction 2.1 ; le suivi social continue trois mois"))
        Self.decidedAfterEnd
        when(.judgmentNotified, stay([], "CPC art. 538, 490 ; le délai d'appel court"))
        when(.appealFiled, stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue"))
        when(.executionStayed, stay([], "CPC art. 539, 514-3"))
        when(.reviewDue, either(.debtCleared, either(.mustMove, go(.prevention, [], "instruction 2.2 ; le relogement se poursuit"), proposed("instruction 2.2")), go(.prevention, [], "instruction 1.2 ; la prévention reprend")))
        when([.hearingHeld, .hearingPostponed], ignore("l'instance est éteinte"))
        when([.claimDismissed, .claimStruckOut, .judgmentReversed], ignore("l'instance est déjà éteinte"))
      }
    case .withdrawn: PhaseSheet(.beforeTitle, "Bailleur désisté", "Le bailleur a renoncé, ou l'assignation est caduque : suivi de trois mois.",
        until: PhaseDeadline(after: .followUp), closing: [.closeCourtFile], awaits: Awaited("la fin du suivi de trois mois", from: "service social")) {
        when(.cohesionProtocolSigned, go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5"))
        when(.newLeaseSigned, go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé"))
        Self.decidedAfterEnd
        when(.appealFiled, stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue"))
        when(.executionStayed, stay([], "CPC art. 539, 514-3"))
        when(.reviewDue, either(.mustMove, go(.prevention, [], "instruction 2.2 ; le relogement se poursuit"), proposed("CPC art. 394")))
        when([.hearingHeld, .hearingPostponed], ignore("l'instance est éteinte"))
        when([.claimDismissed, .claimStruckOut, .judgmentReversed], ignore("l'instance est déjà éteinte"))
        when(.claimWithdrawn, ignore("le désistement est déjà connu"))
      }
    case .schedule: PhaseSheet(.judgesSchedule, "Délais de paiement du juge", "La clause est suspendue tant que l'échéancier du juge est tenu.",
        until: PhaseDeadline(after: .halfYear), closing: [.closeCourtFile], awaits: Awaited("la suite de l'échéancier du juge", from: "ménage et bailleur"))
    case .commissionSchedule: PhaseSheet(.judgesSchedule, "Délais calés sur le surendettement", "Les délais du juge suivent les mesures de surendettement.",
        until: PhaseDeadline(after: .halfYear), closing: [.closeCourtFile], awaits: Awaited("la suite des délais calés sur les mesures", from: "commission, ménage")) {
        when([.debtCleared, .scheduleKept], either(.mustMove, go(.claimEnded, [], "loi 89-462, art. 24 VI ; C. consom. L714-1 ; le relogement se poursuit"), ended("loi 89-462, art. 24 VI ; C. consom. L714-1 ; le bail est maintenu")))
        when(.scheduleBySurendettement, go(.commissionSchedule, [], "loi 89-462, art. 24 VI ; la dernière décision compte"))
        when(.scheduleBroken, go(.evictionOrdered, [.askCourtForTime], "loi 89-462, art. 24 VI ; C. consom. L714-1 ; instruction 3.2"))
        when(.reviewDue, either(.debtCleared, either(.mustMove, go(.claimEnded, [], "loi 89-462, art. 24 VI ; C. consom. L714-1 ; le relogement se poursuit"), proposed("loi 89-462, art. 24 VI ; C. consom. L714-1")), stay([], "instruction 3.2 ; les mesures de la commission sont suivies")))
      }
    case .clauseSuspended: PhaseSheet(.judgesSchedule, "Clause suspendue après effacement", "La dette est effacée ; la clause est suspendue deux ans.",
        until: PhaseDeadline(.clauseSuspensionEnded, .clauseSuspension, or: .halfYear), closing: [.closeCourtFile], awaits: Awaited("le paiement du loyer pendant deux ans", from: "ménage, suivi par le bailleur")) {
        when(.arrearsReported, review(.contradiction, "C. consom. L714-1 : le loyer courant doit être payé"))
        when(.delaysGranted, go(.schedule, [], "loi 89-462, art. 24 V ; dette nouvelle"))
        when(.scheduleBySurendettement, go(.commissionSchedule, [], "loi 89-462, art. 24 VI ; dette nouvelle"))
        when(.scheduleBroken, go(.evictionOrdered, [.askCourtForTime], "loi 89-462, art. 24 VIII ; le loyer courant n'est pas payé, la clause reprend effet"))
        when(.quitOrderServed, go(.quitServed, [.tellPrefetProtection], "C. consom. L714-1 ; le CQL est prématuré", review: .executionDuringProtection))
        when(.quitOrderUnnotified, go(.quitSuspended, [.tellPrefetProtection], "C. consom. L714-1 ; le CQL est prématuré", review: .executionDuringProtection))
        when(.reviewDue, review(.overdue, "C. consom. L714-1 : la fin de la suspension n'est pas connue"))
        when([.scheduleKept, .clauseSuspensionEnded], either(.mustMove, go(.claimEnded, [], "C. consom. L714-1 ; le relogement se poursuit"), either(.rightOpen, go(.claimEnded, [], "C. consom. L714-1", review: .rightOpen), go(.closed, [], "C. consom. L714-1 ; la clause est réputée n'avoir pas joué"))))
        when([.debtCleared, .debtErased], ignore("la dette est déjà effacée"))
      }
    case .cohesionProtocol: PhaseSheet(.title, "Protocole de cohésion sociale", "Le bailleur social a renoncé à expulser tant que le protocole est tenu.",
        until: PhaseDeadline(.cohesionProtocolEnded, .protocolTerm, or: .halfYear), closing: [.closeCourtFile], awaits: Awaited("l'exécution du protocole, puis un bail", from: "ménage et bailleur social")) {
        when(.cohesionProtocolSigned, go(.cohesionProtocol, [], "CCH L353-15-2 ; avenant, trois ans au plus"))
        when(.cohesionProtocolBroken, go(.evictionOrdered, [.askCourtForTime], "CCH L353-15-2 ; le bailleur peut reprendre l'exécution"))
        when(.cohesionProtocolEnded, go(.evictionOrdered, [.askCourtForTime], "CCH L353-15-2 ; le terme est venu sans nouveau bail", review: .overdue))
        Self.decidedAfterTitle
        when(.evictionOrderedWithDelays, stay([.tellPrefetProtection], "CPCE L412-3", review: .contradiction))
        when([.quitOrderServed, .quitOrderUnnotified], stay([.tellPrefetProtection], "CCH L353-15-2 ; pas d'exécution pendant le protocole", review: .executionDuringProtection))
        Self.policeAid(.executionDuringProtection)
        when(.reviewDue, review(.overdue, "CCH L353-15-2 ; le terme du protocole n'est pas connu"))
      }
    case .evictionOrdered: PhaseSheet(.title, "Expulsion ordonnée", "Un titre d'expulsion existe.",
        until: PhaseDeadline(after: .afterJudgment), closing: [.closeCourtFile], awaits: Awaited("le CQL, ou un départ ou un relogement", from: "huissier")) {
        Self.decidedAfterTitle
        when(.evictionOrderedWithDelays, go(.evictionDelayed, [], "CPCE L412-3", review: .contradiction))
        when(.judgmentNotified, stay([], "CPC art. 538, 490 ; le délai d'appel court"))
        when(.quitOrderServed, either(.quitDelayWaived, go(.quitExpired, [], "CPCE L412-1 ; le juge a écarté le délai"), go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3")))
        when(.quitOrderUnnotified, either(.quitDelayWaived, go(.quitExpired, [], "CPCE L412-1, L412-5 ; le délai écarté ne peut être suspendu"), go(.quitSuspended, [.askCourtForTime], "CPCE L412-5")))
        Self.policeAid(.missedStep)
      }
    case .evictionDelayed: PhaseSheet(.title, "Expulsion ordonnée avec délais", "Un titre existe ; le juge a laissé du temps pour partir.",
        until: PhaseDeadline(.judgeDelaysEnded, .judgeDelays, or: .halfYear), closing: [.closeCourtFile], awaits: Awaited("la fin des délais du juge", from: "calendrier")) {
        Self.decidedAfterTitle
        when(.evictionOrderedWithDelays, go(.evictionDelayed, [], "CPCE L412-3 ; la dernière décision compte"))
        when(.judgmentNotified, stay([], "CPC art. 538, 490 ; le délai d'appel court"))
        when(.quitOrderServed, either(.quitDelayWaived, go(.quitExpired, [], "CPCE L412-1 ; le juge a écarté le délai"), go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3")))
        when(.quitOrderUnnotified, either(.quitDelayWaived, go(.quitExpired, [], "CPCE L412-1, L412-5 ; le délai écarté ne peut être suspendu"), go(.quitSuspended, [.askCourtForTime], "CPCE L412-5")))
        Self.policeAid(.executionDuringProtection)
        when(.judgeDelaysEnded, go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3, L412-4 ; instruction 3.2"))
        when(.reviewDue, stay([.raiseRehousingPriority], "CPCE L412-4 ; la fin des délais n'est pas connue", review: .overdue))
      }
    case .quitServed: PhaseSheet(.title, "Commandement de quitter les lieux", "Le CQL est signifié et le préfet saisi : deux mois courent.",
        until: PhaseDeadline(.quitPeriodEnded, .quitPeriod, or: .afterJudgment), closing: [.closeCourtFile], awaits: Awaited("la fin des deux mois du CQL", from: "calendrier")) {
        when(.quitOrderServed, go(.quitServed, [], "CPCE L412-1 ; le dernier délai compte"))
        when(.quitOrderUnnotified, go(.quitSuspended, [], "CPCE L412-5", review: .contradiction))
        when(.quitPeriodEnded, go(.quitExpired, [.raiseRehousingPriority], "CPCE L412-1 ; instruction 3.2"))
        when(.reviewDue, review(.overdue, "CPCE L412-1 : la fin du délai n'est pas connue"))
      }
    case .quitSuspended: PhaseSheet(.title, "CQL suspendu", "Le CQL est signifié mais le préfet n'est pas saisi : rien ne court.",
        until: PhaseDeadline(after: .prefetUnseized), closing: [.closeCourtFile], awaits: Awaited("la saisine du préfet", from: "huissier")) {
        when(.quitOrderServed, either(.quitDelayWaived, go(.quitExpired, [], "CPCE L412-1 ; le juge a écarté le délai"), go(.quitServed, [], "CPCE L412-5, L412-1")))
        when(.quitOrderUnnotified, either(.quitDelayWaived, go(.quitExpired, [], "CPCE L412-1, L412-5 ; le délai écarté ne peut être suspendu"), ignore("le préfet n'est toujours pas saisi")))
        Self.policeAid(.missedStep)
        when(.reviewDue, review(.overdue, "CPCE L412-5 : le préfet n'est toujours pas saisi"))
        when(.quitPeriodEnded, ignore("CPCE L412-5 : le délai est suspendu"))
      }
    case .quitExpired: PhaseSheet(.title, "CQL expiré", "Les deux mois du CQL sont passés ; le CFP peut être demandé.",
        until: PhaseDeadline(after: .afterJudgment), closing: [.closeCourtFile], awaits: Awaited("une demande de CFP, ou un départ", from: "huissier, ménage"))
    case .policeAidAsked: PhaseSheet(.title, "CFP demandé", "Le préfet instruit la demande de concours de la force publique.",
        until: PhaseDeadline(.policeAidSilence, .fromAct(rule: .cfpSilence), or: .afterJudgment), closing: [.closeCourtFile], awaits: Awaited("la décision sur le CFP", from: "préfet")) {
        when(.policeAidRefused, go(.policeAidRefused, [], "CPCE L153-1, R153-1"))
        when(.policeAidSilence, go(.policeAidRefused, [], "CPCE R153-1 : deux mois de silence valent refus"))
        when(.policeAidRequested, ignore("un acte ultérieur est connu"))
        when(.quitPeriodEnded, ignore("le délai du CQL est passé ; la demande reste à l'instruction"))
        when(.reviewDue, ignore("étape déjà quittée"))
      }
    case .policeAidRefused: PhaseSheet(.title, "CFP refusé", "Le préfet a refusé, ou s'est tu deux mois ; il peut encore accorder.",
        until: PhaseDeadline(after: .followUp), closing: [.closeCourtFile], awaits: Awaited("une nouvelle décision sur le CFP", from: "préfet")) {
        when(.policeAidRefused, ignore("un acte ultérieur est connu"))
      }
    case .evictionHeld: PhaseSheet(.title, "CFP accordé, expulsion retenue", "Le CFP est accordé mais une protection interdit l'expulsion : rien ne peut être prévu.",
        until: PhaseDeadline(after: .prefetUnseized), closing: [.closeCourtFile], awaits: Awaited("la fin des protections ou un relogement", from: "préfet")) {
        when([.cohesionProtocolBroken, .cohesionProtocolEnded, .scheduleBroken, .appealEnded, .jexDelaysEnded, .surendettementSuspensionEnded, .judgeDelaysEnded, .quitPeriodEnded, .clauseSuspensionEnded,
          .truceEnded, .truceSetAside], .ladder(.protectionEnded))
        when(.quitOrderServed, go(.evictionHeld, [], "CPCE L412-1 ; le délai court"))
        when(.reviewDue, .ladder(.monthlyLook))
        when(.truceStarted, stay([.tellPrefetProtection], "CPCE L412-6"))
        when([.policeAidRequested, .policeAidGranted], ignore("un acte ultérieur est connu"))
      }
    case .evictionPossible: PhaseSheet(.title, "CFP accordé, expulsion possible", "Le CFP est accordé et rien n'interdit l'expulsion ; un plan ou une priorité DALO obligent encore le préfet.",
        until: PhaseDeadline(after: .eviction), closing: [.closeCourtFile], awaits: Awaited("un hébergement, ou l'exécution", from: "SIAO, préfet")) {
        when(.delaysGranted, go(.evictionHeld, [.tellPrefetProtection], "loi 89-462, art. 24 V", review: .contradiction))
        when(.scheduleBySurendettement, go(.evictionHeld, [.tellPrefetProtection], "loi 89-462, art. 24 VI", review: .contradiction))
        when(.clauseSuspendedAfterPRP, go(.evictionHeld, [.tellPrefetProtection], "C. consom. L714-1", review: .contradiction))
        when(.evictionOrderedWithDelays, go(.evictionHeld, [.tellPrefetProtection], "CPCE L412-3", review: .contradiction))
        when(.executionStayed, go(.evictionHeld, [.tellPrefetProtection], "CPC art. 539, 514-3"))
        when(.jexDelaysGranted, go(.evictionHeld, [.tellPrefetProtection], "CPCE L412-3"))
        when(.evictionSuspendedBySurendettement, go(.evictionHeld, [.tellPrefetProtection], "C. consom. L722-6 à L722-9"))
        when(.reviewDue, stay([.raiseRehousingPriority], "instruction 3.2 ; le relogement ou l'hébergement d'abord"))
        when(.truceStarted, go(.evictionHeld, [.tellPrefetProtection], "CPCE L412-6"))
        when([.policeAidRequested, .policeAidGranted], ignore("un acte ultérieur est connu"))
      }
    case .evicted: PhaseSheet(.gone, "Expulsé", "L'expulsion a eu lieu sans qu'une protection l'interdise ; le suivi continue.",
        until: PhaseDeadline(after: .followUp), closing: [], awaits: Awaited("le retour d'expérience", from: "CCAPEX"))
    case .evictedIrregularly: PhaseSheet(.gone, "Expulsé malgré une protection", "Une expulsion a été signalée alors qu'une protection l'interdisait.",
        until: PhaseDeadline(after: .prefetUnseized), closing: [], awaits: Awaited("le retour d'expérience", from: "CCAPEX")) {
        when(.reviewDue, go(.left, [.raiseRehousingPriority], "instruction 3.2 ; le suivi continue"))
      }
    case .left: PhaseSheet(.gone, "Logement quitté", "Le ménage a quitté le logement ; le suivi continue.",
        until: PhaseDeadline(after: .followUp), closing: [], awaits: Awaited("une solution connue pour le ménage", from: "service social")) {
        when(.evictionReported, .ladder(.evictionReported))
        when(.reviewDue, proposed("instruction 3.2 ; fin du suivi"))
        when([.departed, .keysReturned], ignore("le ménage est parti"))
      }
    case .debtClaim: PhaseSheet(.gone, "Logement rendu, dette en litige", "L'expulsion est sans objet ; le juge n'a plus que la dette à connaître.",
        until: PhaseDeadline(after: .judgment), closing: [.closeCourtFile], awaits: Awaited("la suite de la demande en paiement", from: "tribunal, bailleur")) {
        when([.planCompleted, .debtCleared, .debtErased, .scheduleKept], go(.left, [], "instruction 2.2 ; la dette est soldée"))
        when([.summonsServed, .hearingPostponed], go(.debtClaim, [.informTenantOfHearing], "instruction 2.1 ; la dette reste en litige"))
        when(.hearingHeld, go(.debtClaim, [], "instruction 3.1"))
        when([.claimDismissed, .claimWithdrawn, .delaysGranted, .scheduleBySurendettement, .clauseSuspendedAfterPRP, .evictionOrdered,
          .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .judgmentReversed], go(.left, [], "CPCE L451-1 ; le juge n'a plus que la dette à connaître"))
        when(.evictionReported, .ladder(.evictionReported))
        when(.reviewDue, go(.left, [], "instruction 3.1 ; la décision sur la dette n'est pas connue", review: .overdue))
        when(.surendettementSuspensionEnded, ignore("l'étape demeure"))
        when([.departed, .keysReturned], ignore("le ménage est parti"))
      }
    case .closed: PhaseSheet(.closed, "Clos", "Le dossier est clos ; un acte nouveau le rouvre.", until: nil, closing: [])
    }
  }

  /// What the court decides of a case, and the keys given back while it lasts.
  // swift-format-ignore
  @TableRowsBuilder<Self> private static var decided: [TableRow<Self>] {
    when([.claimDismissed, .judgmentReversed], either(.debtCleared, either(.mustMove, go(.claimEnded, [], "instruction 2.2 ; le relogement se poursuit"), ended("instruction 2.2 ; la dette est soldée")), go(.claimEnded, [], "instruction 1.2 ; le suivi social continue trois mois")))
    when(.claimWithdrawn, either(.debtCleared, either(.mustMove, go(.withdrawn, [.followUp], "instruction 2.2 ; le relogement se poursuit"), ended("instruction 2.2 ; la dette est soldée")), go(.withdrawn, [.followUp], "CPC art. 394 ; instruction 2.1 ; le suivi social continue trois mois")))
    when(.delaysGranted, go(.schedule, [], "loi 89-462, art. 24 V"))
    when(.scheduleBySurendettement, go(.commissionSchedule, [], "loi 89-462, art. 24 VI"))
    when(.clauseSuspendedAfterPRP, go(.clauseSuspended, [], "C. consom. L714-1"))
    when(.evictionOrdered, go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2"))
    when(.evictionOrderedWithDelays, go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2"))
    when(.evictionOrderedWithoutQuitDelay, go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté"))
    when(.keysReturned, go(.debtClaim, [.tellCourtOfMeasures, .tellDeparture], "CPCE L451-1 ; sans objet pour l'expulsion, la dette reste en litige"))
  }

  /// A decision for the landlord although the case had ended.
  // swift-format-ignore
  @TableRowsBuilder<Self> private static var decidedAfterEnd: [TableRow<Self>] {
    when(.delaysGranted, go(.schedule, [], "loi 89-462, art. 24 V", review: .contradiction))
    when(.scheduleBySurendettement, go(.commissionSchedule, [], "loi 89-462, art. 24 VI", review: .contradiction))
    when(.clauseSuspendedAfterPRP, go(.clauseSuspended, [], "C. consom. L714-1", review: .contradiction))
    when(.evictionOrdered, go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .contradiction))
    when(.evictionOrderedWithDelays, go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .contradiction))
    when(.evictionOrderedWithoutQuitDelay, go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .contradiction))
  }

  /// A decision for the household although a title exists.
  // swift-format-ignore
  @TableRowsBuilder<Self> private static var decidedAfterTitle: [TableRow<Self>] {
    when(.delaysGranted, go(.schedule, [], "loi 89-462, art. 24 V ; décision postérieure", review: .contradiction))
    when(.scheduleBySurendettement, go(.commissionSchedule, [], "loi 89-462, art. 24 VI ; décision postérieure", review: .contradiction))
    when(.clauseSuspendedAfterPRP, go(.clauseSuspended, [], "C. consom. L714-1 ; décision postérieure", review: .contradiction))
  }

  /// What is reported of the CFP although the title does not allow it yet: a human must look.
  @TableRowsBuilder<Self> private static func policeAid(_ why: ReviewReason) -> [TableRow<Self>] {
    when(.policeAidRequested, .flagged(why, .ladder(.policeAidRequested)))
    when(.policeAidGranted, .flagged(why, .ladder(.policeAidGranted)))
    when(.policeAidRefused, go(.policeAidRefused, [], "CPCE L153-1", review: why))
  }
}
