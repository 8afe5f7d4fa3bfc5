/// What the Charte of the département fixes of contact and diagnosis, where the law gives no
/// number.
///
/// The numbers are kept between 1 and `longest`; the defaults are ours.
public struct DiagnosisCharter: Sendable, Hashable {
  /// Days that a reminder gives to try once more.
  public let retryDays: Int
  /// Days between meeting a household and its diagnosis.
  public let diagnosisDays: Int
  /// Days before the hearing on which the court is sent what is known, when the DSF is missing.
  public let marginDays: Int
  /// Days that the household has to observe the DSF before the court reads it.
  public let observationDays: Int
  public let thresholds: CapacityThresholds

  /// The longest delay that a Charte may set, in days.
  public static let longest = 365
  /// Days before the last day for the DSF on which its operator is first warned.
  public static let firstWarningDays = 7

  public init(
    retryDays: Int = 10, diagnosisDays: Int = 15, marginDays: Int = 7,
    observationDays: Int = 8, thresholds: CapacityThresholds = CapacityThresholds()
  ) {
    func bounded(_ days: Int) -> Int { min(max(days, 1), Self.longest) }
    self.retryDays = bounded(retryDays)
    self.diagnosisDays = bounded(diagnosisDays)
    self.marginDays = bounded(marginDays)
    self.observationDays = bounded(observationDays)
    self.thresholds = thresholds
  }
}
