public import Indicators
public import Vocabulary

/// What the Charte of the département fixes of the settlement of debts, where the law gives no
/// number.
///
/// Numbers out of range are brought back into it; the defaults are ours.
public struct SettlementCharter: Sendable, Hashable {
  /// Months that the landlord has to answer a plan.
  public let planReplyMonths: Int
  public let fslReplyMonths: Int
  /// The same by the urgent procedure (instruction § 2.2 (2)).
  public let urgentFSLReplyMonths: Int
  /// Months that the CAF has to answer.
  public let aidReplyMonths: Int
  /// Months that a proposed surendettement may keep a settlement open.
  public let surendettementMonths: Int
  /// Days after which an instalment that is not paid breaks the schedule.
  public let graceDays: Int
  /// The instalment that is proposed where 36 months allow it.
  public let instalment: Cents
  /// The part of an instalment, in percent, that counts as the instalment.
  public let sufficientShare: Int
  /// Months of rent and charges from which the FSL is asked before the landlord.
  public let largeDebtMonths: Int
  /// The largest debt that the FSL takes in charge.
  public let fslCeiling: Cents
  /// How the household's capacity to pay is computed.
  public let capacity: RepaymentFormula
  /// Other debts up to that amount do not make a case of surendettement.
  public let negligibleOtherDebts: Cents
  /// How the text of 2016 on the arrears of the aid is read: « charges comprises » as the
  /// instruction does, or « hors charges » as it says (domain.md 2.2, APL.impaye).
  public let readsChargesIncluded: Bool
  /// Arrears up to that amount have halved delays (CCH R351-30 e, text of 2016).
  public let smallArrears: Cents
  /// Whether they also have them under the codes of 2019 and later, whose text was not read.
  public let halvesSmallArrearsSince2019: Bool
  /// Whether the commission decides on the aid from 2027 on (décret 2026-84, known by
  /// commentaries).
  public let commissionDecidesOnAid: Bool

  /// The longest delay of a Charte in months, and the longest tolerance in days.
  public static let longestMonths = 12, longestGrace = 30
  /// The longest plan, in monthly instalments (loi 89-462 art. 24 V).
  public static let longestPlan = BearablePlan.longest
  public static let mostReminders = 3

  public init(
    planReplyMonths: Int = 1, fslReplyMonths: Int = 2, urgentFSLReplyMonths: Int = 1,
    aidReplyMonths: Int = 2, surendettementMonths: Int = 4, graceDays: Int = 5,
    instalment: Cents = Cents(7_000), sufficientShare: Int = 90, largeDebtMonths: Int = 6,
    fslCeiling: Cents = Cents(500_000),
    capacity: RepaymentFormula = .simple(keptPerUnit: Cents(30_000)),
    negligibleOtherDebts: Cents = .zero, readsChargesIncluded: Bool = false,
    smallArrears: Cents = Cents(100_00), halvesSmallArrearsSince2019: Bool = false,
    commissionDecidesOnAid: Bool = true
  ) {
    func months(_ count: Int) -> Int { min(max(count, 1), Self.longestMonths) }
    self.planReplyMonths = months(planReplyMonths)
    self.fslReplyMonths = months(fslReplyMonths)
    self.urgentFSLReplyMonths = months(urgentFSLReplyMonths)
    self.aidReplyMonths = months(aidReplyMonths)
    self.surendettementMonths = months(surendettementMonths)
    self.graceDays = min(max(graceDays, 0), Self.longestGrace)
    self.instalment = max(instalment, Cents(1))
    self.sufficientShare = min(max(sufficientShare, 1), 100)
    self.largeDebtMonths = min(max(largeDebtMonths, 1), 1_000)
    self.fslCeiling = fslCeiling
    self.capacity = capacity
    self.negligibleOtherDebts = max(negligibleOtherDebts, .zero)
    self.readsChargesIncluded = readsChargesIncluded
    self.smallArrears = smallArrears
    self.halvesSmallArrearsSince2019 = halvesSmallArrearsSince2019
    self.commissionDecidesOnAid = commissionDecidesOnAid
  }
}
