import Contracts
import LegalCalendar

/// Where the contact with the household, its diagnosis and the DSF stand.
public enum ContactPhase: String, TrackPhase {
  case signalled, informed, interviewAsked, contactLate, interviewProposed, met, notFound
  case toComplete
  case diagnosed, dsfAsked, dsfLate, dsfSent, dsfSentWithoutMeeting, away, closed

  /// The families of the phases.
  public typealias Family = ContactFamily
  public static let track = Track.contact
  public static let initial = signalled

  /// What the current version says of each phase. A phase lists only the rows in which it differs
  /// from its family (`ContactFamily`): when this comes | the track goes there and we ask that |
  /// because of.
  // swift-format-ignore
  public var sheet: PhaseSheet<Self> {
    switch self {
    case .signalled: PhaseSheet(.meeting, "Signalé", "Le dossier vient de s'ouvrir ; personne n'est encore chargé du ménage.",
        until: PhaseDeadline(.contactOverdue, .fromDecision(rule: .contactProposition), or: .contact), closing: [], awaits: Awaited("la proposition d'un entretien", from: "service social ou antenne")) {
        when([.arrearsReported, .noticeServed], go(.interviewAsked, [.proposeInterview], "instruction 2.1 (1)"))
        when(.otherMotiveReported, go(.interviewAsked, [.proposeInterview], "instruction II : tous les motifs"))
        when(.noticeBelowThreshold, go(.informed, [.informHousehold], "loi 89-462, art. 24 I ; sous le seuil, une simple information"))
        when(.contactAttempted, go(.interviewProposed, [], "instruction 2.1 ; tentative documentée"))
        when(.summonsServed, either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"), go(.interviewAsked, [.proposeInterview], "instruction II : tous les motifs ; aucun DSF n'est prévu")), go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III")))
        when([.hearingHeld, .hearingPostponed] + Trigger.decisions + [.evictionReported], go(.interviewAsked, [.proposeInterview], "instruction 3.2"))
        when(.contactOverdue, go(.interviewAsked, [.proposeInterview], "instruction 2.1 ; Charte"))
      }
    case .informed: PhaseSheet(.meeting, "Simple information", "Le seuil de l'arrêté n'est pas atteint : le ménage reçoit une information, sans délai.",
        until: PhaseDeadline(after: .halfYear), closing: [.stopContact], awaits: Awaited("un fait nouveau : simple information", from: "—")) {
        when([.arrearsReported, .noticeServed], go(.interviewAsked, [.proposeInterview], "instruction 2.1 (1)"))
        when(.otherMotiveReported, go(.interviewAsked, [.proposeInterview], "instruction II : tous les motifs"))
        when(.contactAttempted, go(.interviewProposed, [], "instruction 2.1 ; tentative documentée"))
        when([.householdSplit, .tenantDied, .violenceReported, .protectedAdultFound], go(.interviewAsked, [.proposeInterview], "instruction 2.1 ; la situation appelle plus qu'une information"))
        when(.summonsServed, either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"), go(.interviewAsked, [.proposeInterview], "instruction II : tous les motifs ; aucun DSF n'est prévu")), go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III")))
        when([.hearingHeld, .hearingPostponed] + Trigger.decisions + [.evictionReported], go(.interviewAsked, [.proposeInterview], "instruction 3.2"))
        when(.reviewDue, stay([], "loi 89-462, art. 24 I ; sous le seuil, une simple information"))
        when(.noticeBelowThreshold, ignore("le ménage est déjà informé"))
      }
    case .interviewAsked: PhaseSheet(.meeting, "Entretien demandé", "Un service doit proposer un entretien au ménage.",
        until: PhaseDeadline(.contactOverdue, .fromDecision(rule: .contactProposition), or: .contact), closing: [.stopContact], awaits: Awaited("la proposition d'un entretien", from: "service social ou antenne")) {
        when(.contactAttempted, go(.interviewProposed, [], "instruction 2.1 ; tentative documentée"))
        when(.contactOverdue, go(.contactLate, [.escalateContact], "instruction 2.1 ; Charte"))
      }
    case .contactLate: PhaseSheet(.meeting, "Contact en retard", "L'entretien n'a pas été proposé ou n'a rien donné à temps.",
        until: PhaseDeadline(.diagnosisOverdue, after: .diagnosis), closing: [.stopContact], awaits: Awaited("une rencontre et un premier diagnostic", from: "service social, préfecture alertée")) {
        when(.contactAttempted, go(.interviewProposed, [], "instruction 2.1 ; tentative documentée"))
        when(.diagnosisOverdue, review(.overdue, "instruction 2.1 ; les rappels continuent, la commission revoit"))
      }
    case .interviewProposed: PhaseSheet(.meeting, "Entretien proposé", "Le ménage a reçu une proposition d'entretien.",
        until: PhaseDeadline(.diagnosisOverdue, after: .diagnosis), closing: [.stopContact], awaits: Awaited("l'entretien et le premier diagnostic", from: "service social et ménage")) {
        when(.diagnosisOverdue, go(.contactLate, [.escalateContact], "instruction 2.1 ; Charte"))
        when(.interviewProposed, ignore("cette étape du contact est déjà dépassée"))
      }
    case .met: PhaseSheet(.meeting, "Ménage rencontré", "Le ménage a été rencontré ; le diagnostic est attendu.",
        until: PhaseDeadline(.diagnosisOverdue, after: .diagnosis), closing: [.stopContact], awaits: Awaited("le premier diagnostic", from: "service social ou antenne")) {
        Self.diagnosisAwaited
        when([.interviewProposed, .householdMet, .householdNotFound], ignore("cette étape du contact est déjà dépassée"))
      }
    case .notFound: PhaseSheet(.meeting, "Ménage non rencontré", "Plusieurs tentatives par des voies différentes sont restées sans réponse.",
        until: PhaseDeadline(after: .newAttempt), closing: [.stopContact], awaits: Awaited("une nouvelle tentative de contact", from: "service social")) {
        when([.noticeServed, .noticeBelowThreshold] + Trigger.decisions + [.reviewDue], go(.interviewAsked, [.proposeInterview], "instruction 2.1, 3.2 ; nouvelle tentative"))
        when(.householdNotFound, ignore("cette étape du contact est déjà dépassée"))
      }
    case .toComplete: PhaseSheet(.meeting, "Diagnostic à compléter", "Le diagnostic ne permet pas encore de dire si le ménage peut rester.",
        until: PhaseDeadline(.diagnosisOverdue, after: .diagnosis), closing: [.stopContact], awaits: Awaited("les éléments qui manquent au diagnostic", from: "service social")) {
        Self.diagnosisAwaited
        when([.interviewProposed, .householdMet, .diagnosisInconclusive], ignore("cette étape du contact est déjà dépassée"))
      }
    case .dsfSentWithoutMeeting: PhaseSheet(.meeting, "DSF de carence transmis", "Le juge sait que le ménage n'a pas pu être rencontré.",
        until: PhaseDeadline(after: .halfYear), closing: [.stopContact], awaits: Awaited("l'audience, sinon un réexamen", from: "tribunal")) {
        when(.hearingPostponed, stay([.updateDSF], "loi 89-462, art. 24 III ; nouvelle audience"))
        when(Trigger.decisions + [.reviewDue], go(.interviewAsked, [.proposeInterview], "instruction 3.2 ; nouvelle tentative"))
        when([.householdNotFound, .dsfSentWithoutMeeting], ignore("cette étape du contact est déjà dépassée"))
      }
    case .diagnosed: PhaseSheet(.diagnosis, "Diagnostic posé", "La capacité de se maintenir dans le logement est connue.",
        until: PhaseDeadline(after: .halfYear), closing: [.stopContact], awaits: Awaited("un fait nouveau, sinon un réexamen", from: "sous-commission")) {
        when(.hearingPostponed, ignore("cet acte ne change pas le contact"))
      }
    case .dsfAsked: PhaseSheet(.diagnosis, "DSF demandé", "Le diagnostic social et financier est demandé pour l'audience.",
        until: PhaseDeadline(.dsfOverdue, .beforeHearing(rule: .dsfRemise), or: .diagnosis), closing: [.stopContact], awaits: Awaited("le DSF", from: "opérateur du DSF")) {
        when([.diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove], stay([], "instruction 2.1 ; le diagnostic nourrit le DSF"))
        when(.summonsServed, either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "loi 89-462, art. 24 III ; nouvelle assignation"), stay([], "loi 89-462, art. 24 III, IV : le DSF ne vaut que pour une dette")), go(.dsfAsked, [.prepareDSF], "loi 89-462, art. 24 III ; nouvelle assignation")))
        when([.hearingHeld, .dsfOverdue], go(.dsfLate, [.escalateContact], "loi 89-462, art. 24 III"))
        when(Trigger.decisions + [.claimDismissed, .claimWithdrawn, .claimStruckOut, .judgmentReversed], either(.diagnosed, go(.diagnosed, [], "instruction 2.1 ; le diagnostic reste acquis"), go(.interviewAsked, [.proposeInterview], "instruction 3.2")))
        when(.evictionReported, ignore("le contact avec le ménage est déjà engagé"))
        when(.reviewDue, ignore("étape déjà quittée"))
      }
    case .dsfLate: PhaseSheet(.diagnosis, "DSF en retard", "L'audience approche ou est passée, et le juge n'a pas le DSF.",
        until: PhaseDeadline(after: .dsfAfterHearing), closing: [.stopContact], awaits: Awaited("le DSF, même tardif", from: "opérateur du DSF, préfecture alertée")) {
        when([.diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove], stay([], "instruction 2.1"))
        when(.dsfSent, go(.dsfSent, [], "loi 89-462, art. 24 III ; transmis hors délai"))
        when(.dsfSentWithoutMeeting, go(.dsfSentWithoutMeeting, [.informTenantOfHearing], "loi 89-462, art. 24 III ; transmis hors délai"))
        when(.summonsServed, either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "loi 89-462, art. 24 III ; nouvelle assignation"), stay([], "loi 89-462, art. 24 III, IV : le DSF ne vaut que pour une dette")), go(.dsfAsked, [.prepareDSF], "loi 89-462, art. 24 III ; nouvelle assignation")))
        when(Trigger.decisions + [.claimDismissed, .claimWithdrawn, .claimStruckOut, .judgmentReversed, .reviewDue], either(.diagnosed, go(.diagnosed, [], "instruction 2.1 ; le diagnostic reste acquis"), go(.interviewAsked, [.proposeInterview], "instruction 3.2")))
        when(.evictionReported, ignore("le contact avec le ménage est déjà engagé"))
      }
    case .dsfSent: PhaseSheet(.diagnosis, "DSF transmis", "Le juge a le diagnostic social et financier.",
        until: PhaseDeadline(after: .halfYear), closing: [.stopContact], awaits: Awaited("l'audience, sinon un réexamen", from: "tribunal")) {
        when(.householdNotFound, go(.notFound, [], "instruction 2.1 ; carence après deux tentatives"))
        when(.hearingPostponed, stay([.updateDSF], "loi 89-462, art. 24 III ; nouvelle audience"))
        when([.dsfSent, .dsfSentWithoutMeeting], ignore("cette étape du contact est déjà dépassée"))
      }
    case .away: PhaseSheet(.away, "Ménage parti", "Le ménage n'est plus dans le logement : plus personne ne l'y cherche.",
        until: PhaseDeadline(after: .halfYear), closing: [], awaits: Awaited("rien : le ménage est parti", from: "—"))
    case .closed: PhaseSheet(.closed, "Clos", "Le dossier est clos.", until: nil, closing: [])
    }
  }

  /// The household was met, its diagnosis is awaited: what changes in it asks for another
  /// interview.
  // swift-format-ignore
  @TableRowsBuilder<Self> private static var diagnosisAwaited: [TableRow<Self>] {
    when([.householdSplit, .tenantDied], stay([.proposeInterview], "loi 89-462, art. 8-1, 14 ; ressources et UC à recalculer"))
    when(.violenceReported, stay([.proposeInterview], "C. civ. 515-9 ; entretien séparé"))
    when(.protectedAdultFound, stay([.proposeInterview], "C. civ. 467 ; avec le curateur ou le tuteur"))
    when(.diagnosisOverdue, go(.contactLate, [.escalateContact], "instruction 2.1 ; Charte"))
  }
}
