import Contracts
import SagaOrchestratorDomain

/// What is proved of the tables, by name; each is also what a broken table is caught by.
enum Property: String, CaseIterable {
  case everyOpenPhaseHasADeadline, everyDeadlineDoesSomething, everyPhaseHasAnExit
  case everyPhaseIsReached
  case noEvictionIsPossibleWhileAProtectionHolds
  case noEvictionIsRegularWhileAProtectionHeld
  case anIrregularEvictionIsRecordedReviewedAndTold
  case noActShortensAProtection
  case noDossierClosesItselfWhileARightIsOpen
  case noDossierClosesByTime
  case aBarIsNeverToldForWhatOnlyObliges
  case aDiagnosedHouseholdIsHelped
  case noOrderIsSentTwice, aClosedDossierIsSilent, aDepositChangesNothing
}

/// A property that does not hold, and one place that shows it.
struct Finding: Hashable, CustomStringConvertible {
  var property: Property
  var example: String

  var description: String { "\(property.rawValue): \(example)" }
}

extension Trigger {
  /// Whether the trigger opens a closed dossier again.
  var reopens: Bool {
    [
      .arrearsReported, .noticeServed, .noticeBelowThreshold, .otherMotiveReported,
      .summonsServed, .delaysGranted,
      .scheduleBySurendettement, .evictionOrdered, .evictionOrderedWithDelays,
      .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified,
      .policeAidRequested, .policeAidPremature, .policeAidGranted, .evictionReported,
      // Only where an eviction is then to be made good.
      .judgmentReversed,
    ].contains(self)
  }
}
