import Contracts
import LegalCalendar

/// Where the clearing of the debt stands.
public enum DebtPhase: String, TrackPhase {
  case noDebt, owed, settling, plan, frozen, measures, schedule, exhausted, cleared, closed

  /// The families of the phases.
  public typealias Family = DebtFamily
  public static let track = Track.debt
  public static let initial = owed

  /// Whether a way to clear the debt is being tried, or holds.
  public var isUnderWay: Bool {
    switch self {
    case .settling, .plan, .frozen, .measures, .schedule: true
    case .noDebt, .owed, .exhausted, .cleared, .closed: false
    }
  }

  /// What the current version says of each phase. A phase lists only the rows in which it differs
  /// from its family (`DebtFamily`): when this comes | the track goes there and we ask that |
  /// because of.
  // swift-format-ignore
  public var sheet: PhaseSheet<Self> {
    switch self {
    case .noDebt: PhaseSheet(.toClear, "Sans dette", "Le bailleur invoque un autre motif ; aucune dette n'est signalée.",
        until: PhaseDeadline(after: .halfYear), closing: [], awaits: Awaited("rien : aucune dette n'est signalée", from: "—")) {
        when([.arrearsReported, .noticeServed, .noticeBelowThreshold], either(.diagnosed, go(.settling, [.openSettlement], "instruction 2.1, 2.2 ; une dette apparaît"), go(.owed, [], "instruction 2.1 ; une dette apparaît")))
        when([.settlementStarted, .planRefused, .fslGranted, .fslRefused, .surendettementEnded], go(.settling, [], "instruction 2.2"))
        when([.planBroken, .cohesionProtocolBroken], go(.settling, [.openUrgentSettlement], "instruction 2.2 (3), 3.2"))
        when(.scheduleBySurendettement, go(.measures, [], "loi 89-462, art. 24 VI ; C. consom. L714-1"))
        when([.diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove, .planCompleted, .debtCleared, .settlementExhausted,
          .aidSuspended, .summonsServed, .scheduleKept, .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay,
          .quitOrderServed, .quitOrderUnnotified, .policeAidRequested, .policeAidPremature, .policeAidGranted], ignore("aucune dette n'est suivie"))
        when([.surendettementPlanAdopted, .surendettementMoratorium, .debtErased, .cohesionProtocolSigned, .clauseSuspendedAfterPRP], ignore("rien n'est dû au bailleur"))
      }
    case .owed: PhaseSheet(.toClear, "Dette signalée", "La dette est connue ; aucun dispositif n'est encore saisi.",
        until: PhaseDeadline(after: .newAttempt), closing: [], awaits: Awaited("l'ouverture d'une voie d'apurement", from: "service social")) {
        when(.otherMotiveReported, either(.arrearsKnown, ignore("la dette est déjà suivie"), go(.noDebt, [], "instruction II : tous les motifs ; aucune dette n'est signalée")))
        when([.diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove], either(.noticeRunning, go(.settling, [.openUrgentSettlement], "instruction 2.2 (2)"), go(.settling, [.openSettlement], "instruction 2.1, 2.2")))
        when([.settlementStarted, .planRefused, .fslGranted, .fslRefused, .surendettementEnded], go(.settling, [], "instruction 2.2"))
        when([.planBroken, .aidSuspended, .cohesionProtocolBroken], go(.settling, [.openUrgentSettlement], "instruction 2.2 (3), 3.2"))
        when(.settlementExhausted, go(.exhausted, [], "instruction 2.2 ; le relogement prend le relais"))
        when(.summonsServed, go(.settling, [.openUrgentSettlement], "instruction 2.2 ; avant l'audience"))
        when([.evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified,
          .policeAidRequested, .policeAidPremature, .policeAidGranted], go(.settling, [.openUrgentSettlement], "instruction 3.2"))
        when(.reviewDue, either(.informationOnly, stay([], "loi 89-462, art. 24 I ; sous le seuil, une simple information"), either(.noticeRunning, go(.settling, [.openUrgentSettlement], "instruction 2.2 (2)"), go(.settling, [.openSettlement], "instruction 2.1, 2.2"))))
      }
    case .settling: PhaseSheet(.toClear, "Apurement engagé", "Le bailleur, le FSL ou la CAF sont saisis.",
        until: PhaseDeadline(after: .settlement), closing: [.stopSettlement], awaits: Awaited("la réponse des dispositifs saisis", from: "bailleur, FSL, CAF ou MSA, commission")) {
        when([.noticeServed, .noticeBelowThreshold], stay([.openUrgentSettlement], "instruction 2.2 (2)"))
        when([.planBroken, .cohesionProtocolBroken, .scheduleBroken], stay([.openUrgentSettlement], "instruction 3.2"))
        when(.settlementExhausted, go(.exhausted, [], "instruction 2.2 ; le relogement prend le relais"))
        when(.summonsServed, stay([.openUrgentSettlement], "instruction 2.2 ; avant l'audience"))
        when(.reviewDue, stay([.openUrgentSettlement], "instruction 2.2 ; Charte", review: .overdue))
      }
    case .plan: PhaseSheet(.toClear, "Plan d'apurement", "Le bailleur a accepté un plan ; les échéances sont suivies.",
        until: PhaseDeadline(after: .settlementCheck), closing: [], awaits: Awaited("le paiement des échéances du plan", from: "ménage, suivi par le bailleur")) {
        when(.planBroken, go(.settling, [.openUrgentSettlement], "instruction 3.2 ; le plan est rompu"))
        when(.cohesionProtocolBroken, go(.settling, [.openUrgentSettlement], "instruction 3.2 ; le protocole est rompu"))
        when(.reviewDue, stay([], "CCH R351-30 ; le plan est contrôlé tous les six mois"))
      }
    case .frozen: PhaseSheet(.toClear, "Surendettement recevable", "La dette antérieure est gelée : le ménage ne peut plus la payer.",
        until: PhaseDeadline(after: .settlementCheck), closing: [], awaits: Awaited("les mesures", from: "commission de surendettement")) {
        Self.underTheCommission
        when(.reviewDue, stay([], "C. consom. L722-2 ; les mesures de la commission sont attendues"))
        Self.frozenDebt
      }
    case .measures: PhaseSheet(.toClear, "Mesures de surendettement", "Le plan ou la suspension arrêtés par la commission sont suivis.",
        until: PhaseDeadline(after: .settlementCheck), closing: [], awaits: Awaited("la fin des mesures", from: "commission de surendettement, ménage")) {
        Self.underTheCommission
        when(.reviewDue, stay([], "C. consom. L732-1 ; les mesures de la commission sont suivies"))
        Self.frozenDebt
      }
    case .schedule: PhaseSheet(.toClear, "Échéancier du juge", "Le juge a accordé des délais ; les échéances sont suivies.",
        until: PhaseDeadline(after: .settlementCheck), closing: [], awaits: Awaited("le paiement de l'échéancier du juge", from: "ménage, suivi par le bailleur")) {
        when(.scheduleBroken, go(.settling, [.openUrgentSettlement], "instruction 3.2 ; l'échéancier est rompu"))
        when([.evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay], go(.settling, [.openUrgentSettlement], "instruction 3.2"))
        when(.reviewDue, stay([], "instruction 3.2 ; l'échéancier est suivi"))
        when([.planAgreed, .surendettementAdmitted], ignore("cette réponse ne change pas l'étape de l'apurement"))
        when([.surendettementPlanAdopted, .surendettementMoratorium], ignore("loi 89-462, art. 24 VI : le juge cale les délais sur les mesures"))
        when(.delaysGranted, ignore("cet acte ne change pas l'apurement"))
      }
    case .exhausted: PhaseSheet(.toClear, "Voies d'apurement épuisées", "Aucun dispositif n'a abouti.",
        until: PhaseDeadline(after: .halfYear), closing: [], awaits: Awaited("une voie nouvelle, sinon un réexamen", from: "sous-commission")) {
        when([.noticeServed, .summonsServed], go(.settling, [.openUrgentSettlement], "instruction 2.2"))
        when(.noticeBelowThreshold, either(.diagnosed, go(.settling, [.openSettlement], "instruction 2.1, 2.2 ; une dette nouvelle"), go(.owed, [], "loi 89-462, art. 24 I ; une dette nouvelle, sous le seuil")))
        when([.diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove, .reviewDue], either(.noticeRunning, go(.settling, [.openUrgentSettlement], "instruction 2.2 (2)"), go(.settling, [.openSettlement], "instruction 2.1, 2.2")))
        when([.settlementStarted, .fslGranted], go(.settling, [], "instruction 2.2"))
        when([.planBroken, .cohesionProtocolBroken, .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay], go(.settling, [.openUrgentSettlement], "instruction 3.2"))
        when(.aidSuspended, ignore("cette réponse ne change pas l'étape de l'apurement"))
      }
    case .cleared: PhaseSheet(.cleared, "Dette soldée", "Rien n'est plus dû au bailleur.", until: PhaseDeadline(after: .followUp), closing: [], awaits: Awaited("la confirmation que rien n'est plus dû", from: "bailleur"))
    case .closed: PhaseSheet(.closed, "Clos", "Le dossier est clos.", until: nil, closing: [])
    }
  }

  /// What the phases have in common in which the commission of surendettement leads.
  // swift-format-ignore
  @TableRowsBuilder<Self> private static var underTheCommission: [TableRow<Self>] {
    when(.planAgreed, review(.contradiction, "C. consom. L722-5 : la dette gelée ne peut être payée"))
    when(.surendettementRefused, go(.settling, [.openSettlement], "instruction 2.2"))
    when(.surendettementEnded, either(.debtCleared, go(.cleared, [], "C. consom. L741-2"), go(.settling, [.openSettlement], "instruction 2.2")))
    when([.surendettementPlanAdopted, .surendettementMoratorium], go(.measures, [], "C. consom. L732-1, L733-1"))
  }

  /// What changes nothing while the older debt may not be paid.
  // swift-format-ignore
  @TableRowsBuilder<Self> private static var frozenDebt: [TableRow<Self>] {
    when([.surendettementAdmitted, .aidSuspended], ignore("cette réponse ne change pas l'étape de l'apurement"))
    when(.cohesionProtocolSigned, ignore("C. consom. L722-16 : la dette gelée ne peut être payée"))
  }
}
