import Contracts

/// The families of the phases of this track: what holds in every phase of a family, unless the
/// phase says otherwise. One line, one rule: when | the track goes to | and we | because of.
public enum ContactFamily: String, PhaseFamily {
  case meeting, diagnosis, away, closed

  /// Its name, in French, and what its phases answer.
  public var sheet: FamilySheet<ContactPhase> {
    switch self {
    case .meeting: FamilySheet("Ménage à rencontrer") { Self.meeting(ContactAct($0)) }
    case .diagnosis: FamilySheet("Diagnostic et DSF") { Self.diagnosis(ContactAct($0)) }
    case .away: FamilySheet("Ménage parti") { Self.away(ContactAct($0)) }
    case .closed: .closed { $0.reopening.map(Self.reopened) }
    }
  }

  /// The household must be informed, met and diagnosed.
  // swift-format-ignore
  private static func meeting(_ act: ContactAct) -> TableCell<ContactPhase> {
    switch act {
    case .always(let cell):               cell
    case .interviewProposed:              go(.interviewProposed, [], "instruction 2.1")
    case .householdMet:                   go(.met, [], "instruction 2.1")
    case .householdNotFound:              go(.notFound, [], "instruction 2.1 ; carence après deux tentatives")
    case .diagnosisMade:                  go(.diagnosed, [], "instruction 2.1")
    case .diagnosisInconclusive:          go(.toComplete, [], "instruction 2.1")
    case .dsfSent:                        go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:          go(.dsfSentWithoutMeeting, [.informTenantOfHearing], "loi 89-462, art. 24 III")
    case .sessionWithoutSolution:         either(.sessionsFailed, stay([.escalateToCentral], "instruction 1.2.1 ; deux séances sans solution"), stay([], "instruction 1.2.2 ; une séance sans solution"))
    case .summonsServed:                  either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"), stay([], "loi 89-462, art. 24 III, IV : le DSF ne vaut que pour une dette")), go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"))
    case .departed:                       go(.away, [.stopContact], "CPCE L451-1 ; le ménage est parti")
    case .signal:                         ignore("le ménage est déjà suivi")
    case .contactAttempted:               ignore("cette étape du contact est déjà dépassée")
    case .householdSplit, .violenceReported, .protectedAdultFound:
                                          ignore("l'entretien à venir en tiendra compte")
    case .opinionGiven:                   ignore("décret 2015-1384 : l'avis oriente, il ne décide pas")
    case .otherCourtAct, .hearingPostponed, .decisionAgainstHousehold:
                                          ignore("cet acte ne change pas le contact")
    case .execution, .evictionReported:   ignore("le contact avec le ménage est déjà engagé")
    case .reviewDue:                      ignore("étape déjà quittée")
    }
  }

  /// The household is known; the judge must be told.
  // swift-format-ignore
  private static func diagnosis(_ act: ContactAct) -> TableCell<ContactPhase> {
    switch act {
    case .always(let cell):               cell
    case .diagnosisMade:                  stay([], "instruction 2.1 ; le dernier diagnostic compte")
    case .dsfSent:                        go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:          go(.dsfSentWithoutMeeting, [.informTenantOfHearing], "loi 89-462, art. 24 III")
    case .householdSplit:                 stay([.proposeInterview], "loi 89-462, art. 8-1, 14 ; ressources et UC à recalculer")
    case .violenceReported:               stay([.proposeInterview], "C. civ. 515-9 ; entretien séparé")
    case .protectedAdultFound:            stay([.proposeInterview], "C. civ. 467 ; avec le curateur ou le tuteur")
    case .sessionWithoutSolution:         either(.sessionsFailed, stay([.escalateToCentral], "instruction 1.2.1 ; deux séances sans solution"), stay([], "instruction 1.2.2 ; une séance sans solution"))
    case .summonsServed:                  either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"), stay([.proposeInterview], "instruction II : tous les motifs ; aucun DSF n'est prévu")), go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"))
    case .hearingPostponed:               go(.dsfAsked, [.updateDSF], "loi 89-462, art. 24 III ; nouvelle audience")
    case .decisionAgainstHousehold:       stay([.proposeInterview], "instruction 3.2")
    case .evictionReported:               stay([.proposeInterview], "instruction 3.2 ; accompagnement social")
    case .departed:                       go(.away, [.stopContact], "CPCE L451-1 ; le ménage est parti")
    case .reviewDue:                      stay([.proposeInterview], "instruction 2.1 ; l'accompagnement continue")
    case .signal:                         ignore("le ménage est déjà suivi")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosisInconclusive:
                                          ignore("cette étape du contact est déjà dépassée")
    case .opinionGiven:                   ignore("décret 2015-1384 : l'avis oriente, il ne décide pas")
    case .otherCourtAct:                  ignore("cet acte ne change pas le contact")
    case .execution:                      ignore("le contact avec le ménage est déjà engagé")
    }
  }

  /// The household left the dwelling: nobody is asked to find it there any more.
  // swift-format-ignore
  private static func away(_ act: ContactAct) -> TableCell<ContactPhase> {
    switch act {
    case .always(let cell):               cell
    case .evictionReported:               go(.interviewAsked, [.proposeInterview], "instruction 3.2 ; le ménage occupait encore le logement")
    case .reviewDue:                      stay([], "CPCE L451-1 ; le ménage est parti")
    case .signal, .summonsServed:         ignore("CPCE L451-1 : le ménage est parti, l'acte ne vise que la dette")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosisMade, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .violenceReported, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution,
      .otherCourtAct, .hearingPostponed, .decisionAgainstHousehold, .execution, .departed:
                                          ignore("le ménage est parti")
    }
  }

  /// The dossier is closed; an act opens it again.
  // swift-format-ignore
  private static func reopened(_ act: Reopening) -> TableCell<ContactPhase> {
    switch act {
    case .arrearsReported, .noticeServed: go(.interviewAsked, [.proposeInterview], "instruction 2.1 (1) ; le dossier se rouvre")
    case .otherMotiveReported:            go(.interviewAsked, [.proposeInterview], "instruction II : tous les motifs ; le dossier se rouvre")
    case .noticeBelowThreshold:           go(.informed, [.informHousehold], "loi 89-462, art. 24 I ; le dossier se rouvre, sous le seuil")
    case .summonsServed:                  either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; le dossier se rouvre"), go(.interviewAsked, [.proposeInterview], "instruction II : tous les motifs ; aucun DSF n'est prévu")), go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; le dossier se rouvre"))
    case .delaysGranted, .scheduleBySurendettement, .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay,
      .quitOrderServed, .quitOrderUnnotified, .policeAidRequested, .policeAidPremature, .policeAidGranted, .evictionReported:
                                          go(.interviewAsked, [.proposeInterview], "instruction 3.2 ; le dossier se rouvre")
    case .judgmentReversed:               either(.restitutionDue, go(.interviewAsked, [.proposeInterview], "CPCE L111-10"), ignore("le dossier est clos"))
    }
  }
}
