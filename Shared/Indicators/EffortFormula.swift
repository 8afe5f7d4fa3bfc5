import Vocabulary

/// The formulas of the effort rate (taux d'effort). Each body uses its own; the instruction asks
/// for articulated, mutually known indicators (§ 2.2 (4)), so the one applied is stored with its
/// result.
///
/// The raw values are stored and never change.
public enum EffortFormula: String, CaseIterable, Sendable, Hashable {
  /// (rent + charges - aid) / resources without aid.
  case netWithoutAid = "effort-net-hors-aide-v1"
  /// (rent + charges) / (resources + aid).
  case grossWithAid = "effort-brut-aide-comprise-v1"

  /// The highest rate, in ten-thousandths: resources may be zero.
  public static let highest = 1_000_000

  /// The rate in ten-thousandths (3 300 is 33 %); `nil` while resources are unknown.
  public func rate(of means: Means) -> Int? {
    guard let resources = means.resources.map(Means.bounded) else { return nil }
    switch self {
    case .netWithoutAid: return Self.rate(of: means.netHousingCost.value, in: resources)
    case .grossWithAid:
      return Self.rate(of: means.gross, in: resources + Means.bounded(means.aid))
    }
  }

  private static func rate(of cost: Int, in resources: Int) -> Int {
    guard cost > 0 else { return 0 }
    guard resources > 0 else { return highest }
    return min(cost * 10_000 / resources, highest)
  }
}
