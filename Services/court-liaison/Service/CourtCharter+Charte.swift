public import Charte
public import CourtLiaisonDomain
public import ServiceHost

extension CourtCharter: CharterOfService {
  public init(_ version: CharteVersion) {
    self.init(
      rulingDays: version[CountParameter.ruling],
      seizureToleranceDays: version[CountParameter.seizureTolerance],
      quitSuspension: QuitSuspension(rawValue: version[ChoiceParameter.unseizedPrefect])
        ?? .runsFromSeizure,
      reviewMonths: version[CountParameter.refusalReview])
  }
}
