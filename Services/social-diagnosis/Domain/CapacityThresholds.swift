public import Vocabulary

/// The indicators that the partners share, as the Charte fixes them (instruction § 2.2 (4)).
///
/// No law sets them; the defaults are ours and stand until the Charte says otherwise. Numbers out
/// of range are brought back into it.
public struct CapacityThresholds: Sendable, Hashable {
  /// T1: the highest effort rate, in ten-thousandths (3 300 is 33 %).
  public let highestEffort: Int
  /// T2: the lowest that may be left to live on, by consumption unit and by day.
  public let lowestLeftPerDay: Cents
  /// What is left to the household before anything is asked of it for its debt, by consumption unit
  /// and by month.
  public let keptPerMonth: Cents
  /// The largest debt that the FSL takes in charge.
  public let fslCeiling: Cents
  /// The longest plan, in monthly instalments: 36 (loi 89-462 art. 24 V).
  public let longestPlan: Int

  public init(
    highestEffort: Int = 3_300, lowestLeftPerDay: Cents = Cents(1_000),
    keptPerMonth: Cents = Cents(30_000), fslCeiling: Cents = Cents(500_000), longestPlan: Int = 36
  ) {
    self.highestEffort = min(max(highestEffort, 0), 10_000)
    self.lowestLeftPerDay = lowestLeftPerDay
    self.keptPerMonth = keptPerMonth
    self.fslCeiling = fslCeiling
    self.longestPlan = min(max(longestPlan, 1), 36)
  }
}
