import Charte
import CourtLiaisonDomain

extension CourtCharter {
  /// What a version of the Charte fixes for the procedure.
  init(_ version: CharteVersion) {
    self.init(
      rulingDays: version[CountParameter.ruling],
      seizureToleranceDays: version[CountParameter.seizureTolerance],
      quitSuspension: QuitSuspension(rawValue: version[ChoiceParameter.unseizedPrefect])
        ?? .runsFromSeizure,
      reviewMonths: version[CountParameter.refusalReview])
  }
}
