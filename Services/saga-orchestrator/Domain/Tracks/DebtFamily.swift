import Contracts

/// The families of the phases of this track: what holds in every phase of a family, unless the
/// phase says otherwise. One line, one rule: when | the track goes to | and we | because of.
public enum DebtFamily: String, PhaseFamily {
  case toClear, cleared, closed

  /// Its name, in French, and what its phases answer.
  public var sheet: FamilySheet<DebtPhase> {
    switch self {
    case .toClear: FamilySheet("Dette à apurer") { Self.toClear(DebtAct($0)) }
    case .cleared: FamilySheet("Dette soldée") { Self.cleared(DebtAct($0)) }
    case .closed: .closed { $0.reopening.map(Self.reopened) ?? Self.secret($0) }
    }
  }

  /// From the first arrears to an agreement, to measures, or to the end of all ways.
  // swift-format-ignore
  private static func toClear(_ act: DebtAct) -> TableCell<DebtPhase> {
    switch act {
    case .always(let cell):               cell
    case .planAgreed:                     go(.plan, [], "instruction 2.2 (1)")
    case .paid:                           go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .surendettementAdmitted:         go(.frozen, [], "C. consom. L722-5")
    case .surendettementMeasures:         go(.measures, [.stopSettlement], "C. consom. L732-1, L733-1")
    case .debtErased:                     go(.cleared, [.stopSettlement], "C. consom. L741-2 ; la dette est effacée")
    case .aidSuspended:                   stay([.openUrgentSettlement], "instruction 2.2 (3)")
    case .cohesionProtocolSigned:         go(.plan, [], "CCH L353-15-2, L442-6-5 ; le protocole apure la dette")
    case .delaysGranted:                  go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; instruction 3.2")
    case .scheduleBySurendettement:       go(.measures, [.stopSettlement], "loi 89-462, art. 24 VI ; C. consom. L714-1")
    case .clauseSuspendedAfterPRP:        go(.cleared, [.stopSettlement], "C. consom. L714-1, L741-2 ; la dette est effacée")
    case .scheduleBroken:                 go(.settling, [.openUrgentSettlement], "instruction 3.2")
    case .reviewDue:                      stay([], "instruction II ; aucune dette n'est signalée")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                          ignore("la dette est déjà suivie")
    case .diagnosis:                      ignore("le diagnostic ne change pas cette étape")
    case .settlementAnswer:               ignore("cette réponse ne change pas l'étape de l'apurement")
    case .court:                          ignore("cet acte ne change pas l'apurement")
    case .execution:                      ignore("l'apurement est déjà engagé")
    }
  }

  /// Nothing is owed any more.
  // swift-format-ignore
  private static func cleared(_ act: DebtAct) -> TableCell<DebtPhase> {
    switch act {
    case .always(let cell):               cell
    case .arrearsReported:                go(.settling, [.openSettlement], "instruction 2.2 ; dette nouvelle")
    case .noticeServed:                   go(.settling, [.openUrgentSettlement], "instruction 2.2 (2) ; dette nouvelle")
    case .noticeBelowThreshold:           either(.diagnosed, go(.settling, [.openSettlement], "instruction 2.1, 2.2 ; une dette nouvelle"), go(.owed, [], "loi 89-462, art. 24 I ; une dette nouvelle, sous le seuil"))
    case .reviewDue:                      stay([], "instruction 3.2 ; la procédure reste à éteindre")
    case .diagnosis, .settlementAnswer, .planAgreed, .paid, .surendettementAdmitted, .aidSuspended, .court, .delaysGranted,
      .scheduleBySurendettement, .scheduleBroken, .execution:
                                          ignore("rien n'est plus dû")
    case .surendettementMeasures, .debtErased, .cohesionProtocolSigned, .clauseSuspendedAfterPRP:
                                          ignore("rien n'est dû au bailleur")
    }
  }

  /// What the commission of surendettement keeps secret changes nothing in a closed dossier either.
  private static func secret(_ trigger: Trigger) -> TableCell<DebtPhase>? {
    trigger == .surendettementFiled || trigger == .surendettementRefused
      ? stay([], "C. consom. L721-3 : secret, rien ne change") : nil
  }

  /// The dossier is closed; an act opens it again.
  // swift-format-ignore
  private static func reopened(_ act: Reopening) -> TableCell<DebtPhase> {
    switch act {
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                          go(.owed, [], "instruction 1.2 ; le dossier se rouvre")
    case .otherMotiveReported:            go(.noDebt, [], "instruction II : tous les motifs ; le dossier se rouvre")
    case .summonsServed:                  go(.settling, [.openUrgentSettlement], "instruction 2.2 ; le dossier se rouvre")
    case .delaysGranted:                  go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; le dossier se rouvre")
    case .scheduleBySurendettement:       go(.measures, [], "loi 89-462, art. 24 VI ; le dossier se rouvre")
    case .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified,
      .policeAidRequested, .policeAidPremature, .policeAidGranted, .evictionReported:
                                          go(.settling, [.openUrgentSettlement], "instruction 3.2 ; le dossier se rouvre")
    case .judgmentReversed:               either(.restitutionDue, go(.owed, [], "CPCE L111-10"), ignore("le dossier est clos"))
    }
  }
}
