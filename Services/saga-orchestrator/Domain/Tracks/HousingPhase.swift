import Contracts
import LegalCalendar

/// Where the search for another dwelling stands.
public enum HousingPhase: String, TrackPhase {
  case notSought, sought, offered, accepted, sheltered, vacated, closed

  /// The families of the phases.
  public typealias Family = HousingFamily
  public static let track = Track.housing
  public static let initial = notSought

  /// Whether a dwelling is being sought, offered or awaited.
  public var isUnderWay: Bool {
    switch self {
    case .sought, .offered, .accepted, .sheltered: true
    case .notSought, .vacated, .closed: false
    }
  }

  /// What the current version says of each phase. A phase lists only the rows in which it differs
  /// from its family (`HousingFamily`): when this comes | the track goes there and we ask that |
  /// because of.
  // swift-format-ignore
  public var sheet: PhaseSheet<Self> {
    switch self {
    case .notSought: PhaseSheet(.staying, "Maintien visé", "Aucun relogement n'est demandé : le ménage doit pouvoir rester.",
        until: PhaseDeadline(after: .halfYear), closing: [], awaits: Awaited("rien : le maintien est visé, sinon un réexamen", from: "—"))
    case .vacated: PhaseSheet(.staying, "Logement rendu", "Le ménage a rendu les clés ; rien n'est recherché pour lui.",
        until: PhaseDeadline(after: .halfYear), closing: [], awaits: Awaited("rien : le logement est rendu", from: "—")) {
        when(.reviewDue, stay([], "CPCE L451-1 ; le logement est rendu"))
        when(.otherMotiveReported, ignore("le motif ne change pas le relogement"))
        when([.diagnosedCanStay, .diagnosedCanStayOnConditions], ignore("le contact ne change pas le relogement"))
        when(.diagnosedMustMove, ignore("le ménage est déjà parti"))
        when([.settlementExhausted, .offerRefused, .scheduleBroken, .evictionOrdered, .evictionOrderedWithDelays,
          .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified, .policeAidRequested, .policeAidPremature, .policeAidGranted,
          .keysReturned], ignore("le logement est rendu"))
        when([.offerRefusedWithReason, .offerRefusedUnjustified], ignore("cette étape du relogement est déjà dépassée"))
        when(.departed, ignore("le relogement est déjà recherché"))
      }
    case .sought: PhaseSheet(.search, "Relogement recherché", "Bailleurs et réservataires sont saisis d'une demande.",
        until: PhaseDeadline(after: .rehousing), closing: [.stopRehousing], awaits: Awaited("une proposition de logement", from: "bailleurs et réservataires")) {
        when([.diagnosedMustMove, .settlementExhausted], stay([.raiseRehousingPriority], "instruction 2.2"))
      }
    case .offered: PhaseSheet(.search, "Logement proposé", "Le ménage a une proposition et doit répondre.",
        until: PhaseDeadline(after: .offer), closing: [.stopRehousing], awaits: Awaited("la réponse à la proposition", from: "ménage")) {
        when(.offerRefused, go(.sought, [.raiseRehousingPriority], "instruction 2.2"))
        when(.offerRefusedWithReason, go(.sought, [.raiseRehousingPriority], "CCH R441-10 ; refus motivé, une autre offre suit"))
        when(.offerRefusedUnjustified, go(.sought, [.raiseRehousingPriority], "CCH R441-16-3 ; seul le préfet peut mettre fin au droit", review: .rightAtRisk))
        when(.reviewDue, go(.sought, [.raiseRehousingPriority], "CCH R441-10 ; sans réponse, la recherche reprend"))
        when([.offerMade, .daloOfferMade], ignore("cette étape du relogement est déjà dépassée"))
      }
    case .accepted: PhaseSheet(.search, "Logement accepté", "Le ménage a accepté ; le bail est à signer.",
        until: PhaseDeadline(after: .lease), closing: [.stopRehousing], awaits: Awaited("la signature du bail", from: "bailleur de la proposition")) {
        when(.offerRefused, go(.sought, [.raiseRehousingPriority], "instruction 2.2"))
        when(.offerRefusedWithReason, go(.sought, [.raiseRehousingPriority], "CCH R441-10 ; refus motivé, une autre offre suit"))
        when(.offerRefusedUnjustified, go(.sought, [.raiseRehousingPriority], "CCH R441-16-3 ; seul le préfet peut mettre fin au droit", review: .rightAtRisk))
        when(.reviewDue, go(.sought, [.raiseRehousingPriority], "instruction 2.2 ; le bail n'est pas signé", review: .overdue))
        when([.offerMade, .offerAccepted, .daloOfferMade], ignore("cette étape du relogement est déjà dépassée"))
        when(.departed, ignore("le relogement est déjà recherché"))
        when(.keysReturned, ignore("le ménage a déjà où aller"))
      }
    case .sheltered: PhaseSheet(.search, "Hébergé", "Le ménage a une place d'hébergement ; le relogement est recherché.",
        until: PhaseDeadline(after: .followUp), closing: [.stopRehousing], awaits: Awaited("une proposition de logement", from: "bailleurs et réservataires")) {
        when(.reviewDue, stay([.raiseRehousingPriority], "instruction 3.2 ; l'hébergement n'est pas une fin"))
        when([.dahoFiled, .dahoPriority], ignore("le ménage est déjà hébergé"))
        when(.accommodated, ignore("cette étape du relogement est déjà dépassée"))
        when(.departed, ignore("le relogement est déjà recherché"))
        when(.keysReturned, ignore("le ménage a déjà où aller"))
      }
    case .closed: PhaseSheet(.closed, "Clos", "Le dossier est clos.", until: nil, closing: [])
    }
  }
}
