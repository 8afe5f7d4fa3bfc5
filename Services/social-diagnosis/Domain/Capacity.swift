public import Contracts
public import Vocabulary

/// What the indicators say of a household's capacity to stay. They propose: a score never decides
/// on a person (loi 78-17 art. 47), so the social worker's wish prevails over them.
public struct Capacity: Sendable, Hashable {
  /// What is proposed.
  public enum Conclusion: String, CaseIterable, Sendable {
    case maintien
    case maintienSousCondition = "maintien-sous-condition"
    case relogement
    case indetermine

    /// The conclusion as a social worker says it.
    public var said: String {
      switch self {
      case .maintien: "maintien"
      case .maintienSousCondition: "maintien sous condition"
      case .relogement: "relogement"
      case .indetermine: "aucune conclusion"
      }
    }
  }

  /// What the conclusion rests on: the measure to open, or what is missing.
  public enum Measure: String, CaseIterable, Sendable {
    /// Nothing is owed and the rent is paid.
    case none
    /// A plan that the household can bear.
    case plan
    /// A plan that it can bear once it pays its rent again.
    case rentToResume = "reprise-du-loyer"
    /// The FSL: the debt is too large for a plan.
    case fsl
    /// The commission de surendettement: it is too large for the FSL as well.
    case surendettement
    /// Another dwelling: this one is too dear, whatever becomes of the debt.
    case cheaperDwelling = "logement-moins-cher"
    /// Another dwelling: the household wishes to leave.
    case wishToLeave = "souhait-de-partir"
    /// The resources must be known first.
    case resourcesToKnow = "ressources-a-connaitre"
  }

  /// The formula of the effort rate: several are in use, so the one applied is stored with it.
  /// `(rent + charges - housing aid) / resources without housing aid`.
  public static let formula = "effort-net-hors-aide-v1"
  /// The highest effort rate that is stored, in ten-thousandths: resources may be zero.
  public static let highestStoredEffort = 1_000_000

  public let conclusion: Conclusion
  public let measure: Measure
  /// Consumption units, in tenths: 1 for the first person, 0.5 for each other of 14 or more, 0.3
  /// for each younger one.
  public let consumptionUnitTenths: Int
  /// The effort rate in ten-thousandths; `nil` while resources are unknown.
  public let effort: Int?
  /// What is left to live on, each month and by consumption unit; `nil` while resources are
  /// unknown.
  public let leftPerUnit: Cents?
  /// What can be asked for the debt each month; `nil` while resources are unknown.
  public let repayment: Cents?

  public init(
    conclusion: Conclusion, measure: Measure, consumptionUnitTenths: Int, effort: Int?,
    leftPerUnit: Cents?, repayment: Cents?
  ) {
    self.conclusion = conclusion
    self.measure = measure
    self.consumptionUnitTenths = consumptionUnitTenths
    self.effort = effort
    self.leftPerUnit = leftPerUnit
    self.repayment = repayment
  }

  /// Computes the capacity to stay of a household.
  public init(of diagnostic: Diagnostic, by thresholds: CapacityThresholds) {
    let units = Capacity.unitTenths(adults: diagnostic.adultes, children: diagnostic.enfants)
    consumptionUnitTenths = units
    guard let resources = diagnostic.ressources.map(Capacity.bounded) else {
      conclusion = .indetermine
      measure = .resourcesToKnow
      effort = nil
      leftPerUnit = nil
      repayment = nil
      return
    }
    let gross = Capacity.bounded(diagnostic.loyer) + Capacity.bounded(diagnostic.charges)
    let net = max(gross - Capacity.bounded(diagnostic.aide), 0)
    let left =
      resources + Capacity.bounded(diagnostic.aide) - gross
      - Capacity.bounded(diagnostic.charges_fixes)
    let rate = Capacity.rate(of: net, in: resources)
    let perUnit = left * 10 / units
    let free = max(left - Capacity.bounded(thresholds.keptPerMonth) * units / 10, 0)
    effort = rate
    leftPerUnit = Cents(perUnit)
    repayment = Cents(free)
    let isSustainable =
      rate <= thresholds.highestEffort
      && perUnit >= Capacity.bounded(thresholds.lowestLeftPerDay) * Capacity.daysOfMonth
    (conclusion, measure) = Capacity.conclude(
      diagnostic, isSustainable: isSustainable, free: free, by: thresholds)
  }

  /// The order of the tests is the order of the decision: the dwelling first, then the debt.
  private static func conclude(
    _ diagnostic: Diagnostic, isSustainable: Bool, free: Int, by thresholds: CapacityThresholds
  ) -> (Conclusion, Measure) {
    guard diagnostic.souhaite_rester else { return (.relogement, .wishToLeave) }
    // A dwelling that is too dear makes a new debt even when the old one can be paid.
    guard isSustainable else { return (.relogement, .cheaperDwelling) }
    let debt = bounded(diagnostic.dette)
    let instalment = (debt + thresholds.longestPlan - 1) / thresholds.longestPlan
    if instalment <= free {
      guard diagnostic.loyer_repris else { return (.maintienSousCondition, .rentToResume) }
      return (.maintien, debt == 0 ? .none : .plan)
    }
    return (
      .maintienSousCondition,
      debt <= bounded(thresholds.fslCeiling) ? .fsl : .surendettement
    )
  }

  /// The OECD-modified scale that the INSEE uses.
  private static func unitTenths(adults: Int, children: Int) -> Int {
    let adults = min(max(adults, 1), mostPersons)
    let children = min(max(children, 0), mostPersons)
    return 10 + 5 * (adults - 1) + 3 * children
  }

  private static func rate(of cost: Int, in resources: Int) -> Int {
    guard cost > 0 else { return 0 }
    guard resources > 0 else { return highestStoredEffort }
    return min(cost * 10_000 / resources, highestStoredEffort)
  }

  private static let daysOfMonth = 30
  private static let mostPersons = 100
  /// A thousand million euros: below it no product of this file overflows.
  private static let largestAmount = 100_000_000_000

  /// Amounts come from outside: none may make the arithmetic trap.
  private static func bounded(_ amount: Cents) -> Int {
    min(max(amount.value, 0), largestAmount)
  }
}
