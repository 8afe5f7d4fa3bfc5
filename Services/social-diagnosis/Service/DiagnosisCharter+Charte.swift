public import Charte
public import SocialDiagnosisDomain
public import ServiceHost

extension DiagnosisCharter: CharterOfService {
  public init(_ version: CharteVersion) {
    self.init(
      retryDays: version[CountParameter.contactRetry],
      diagnosisDays: version[CountParameter.diagnosisAfterMeeting],
      marginDays: version[CountParameter.dsfMargin],
      observationDays: version[CountParameter.dsfObservations],
      thresholds: CapacityThresholds(version))
  }
}

extension CapacityThresholds {
  /// The indicators that the partners share under a version of the Charte.
  init(_ version: CharteVersion) {
    self.init(
      highestEffort: version[RateParameter.highestEffort],
      lowestLeftPerDay: version[AmountParameter.lowestLeftPerDay],
      keptPerMonth: version[AmountParameter.keptPerMonth],
      fslCeiling: version[AmountParameter.fslDebtCeiling],
      longestPlan: version[CountParameter.longestPlan])
  }
}
