import Contracts
public import Vocabulary

/// Something that happened to a household and that the yearly evaluation counts, with its own day.
/// The indicators are read from the set of these alone: what comes twice or late changes nothing.
public struct IndicatorFact: Hashable, Sendable {
  /// What happened. The raw values are stored and never change.
  public enum What: String, CaseIterable, Sendable {
    // Signals
    case noticeSignalled, landlordReferral, aidArrears, freeReferral, otherMotive
    // Contact and diagnosis
    case interviewProposed, met, diagnosed, measureTaken, dsfSent, dsfWithoutMeeting
    // Debt
    case planAgreed, planRefused, fslGranted, fslRefused
    case surendettementAdmitted, surendettementRefused, aidMaintained, aidSuspended, debtCleared
    // Housing
    case offerMade, offerRefused, offerAccepted, rehoused
    case daloPriority, daloServed, accommodationOffered, accommodated
    // Court
    case summoned, dismissed, withdrawn, delaysGranted, evictionOrdered, evictionDelayed
    case scheduleKept, scheduleBroken
    // Execution
    case quitOrder, policeAidRequested, policeAidGranted, policeAidRefused, policeAidSilence
    case evicted, departed, compensationClaimed, compensationDecided
    // Days that acts set: the end of the commandement, the hearing
    case noticeEnds, hearingFixed
  }

  public var what: What
  /// The civil day on which it happened.
  public var on: Day

  public init(_ what: What, on day: Day) {
    self.what = what
    self.on = day
  }
}

extension IndicatorFact.What {
  /// What tells that it happened; a trigger may tell of more than one thing. A table, however long.
  // swift-format-ignore
  var triggers: Set<Trigger> {
    switch self {
    // The saga reads these from the partner's own signal, or from the days of the dossier.
    case .landlordReferral, .aidArrears, .freeReferral, .noticeEnds, .hearingFixed: []
    case .noticeSignalled: [.noticeServed, .noticeBelowThreshold]
    case .otherMotive: [.otherMotiveReported]
    case .interviewProposed: [.interviewProposed]
    case .met: [.householdMet]
    case .diagnosed: [.diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove]
    case .measureTaken: [
      .settlementStarted, .planAgreed, .fslGranted, .surendettementAdmitted, .aidMaintained,
      .rehousingStarted, .offerMade, .accommodationOffered]
    case .dsfSent: [.dsfSent]
    case .dsfWithoutMeeting: [.dsfSentWithoutMeeting]
    case .planAgreed: [.planAgreed]
    case .planRefused: [.planRefused]
    case .fslGranted: [.fslGranted]
    case .fslRefused: [.fslRefused]
    case .surendettementAdmitted: [.surendettementAdmitted]
    case .surendettementRefused: [.surendettementRefused]
    case .aidMaintained: [.aidMaintained]
    case .aidSuspended: [.aidSuspended]
    case .debtCleared: [.debtCleared, .planCompleted, .debtErased]
    case .offerMade: [.offerMade]
    case .offerRefused: [.offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified]
    case .offerAccepted: [.offerAccepted]
    case .rehoused: [.rehoused]
    case .daloPriority: [.daloPriority]
    // The household must be rehoused before the concours is carried out: an offer is not enough.
    case .daloServed: [.daloRightLost, .rehoused]
    case .accommodationOffered: [.accommodationOffered, .dahoOfferMade]
    case .accommodated: [.accommodated]
    case .summoned: [.summonsServed]
    case .dismissed: [.claimDismissed]
    case .withdrawn: [.claimWithdrawn]
    case .delaysGranted: [.delaysGranted, .scheduleBySurendettement]
    case .evictionOrdered: [.evictionOrdered, .evictionOrderedWithoutQuitDelay]
    case .evictionDelayed: [.evictionOrderedWithDelays]
    case .scheduleKept: [.scheduleKept]
    case .scheduleBroken: [.scheduleBroken]
    case .quitOrder: [.quitOrderServed, .quitOrderUnnotified]
    case .policeAidRequested: [.policeAidRequested]
    case .policeAidGranted: [.policeAidGranted]
    case .policeAidRefused: [.policeAidRefused]
    case .policeAidSilence: [.policeAidSilence]
    case .evicted: [.evictionReported]
    case .departed: [.departed, .keysReturned]
    case .compensationClaimed: [.compensationClaimed]
    case .compensationDecided: [.compensationDecided]
    }
  }

  /// What a partner's own signal is, where the trigger that it pulls says less.
  init?(_ event: PartnerEvent) {
    if case .saisineBailleurPM = event {
      self = .landlordReferral
    } else if case .signalementImpayeAPL = event {
      self = .aidArrears
    } else if case .saisineLibre = event {
      self = .freeReferral
    } else {
      return nil
    }
  }
}
