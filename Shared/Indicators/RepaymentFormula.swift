public import Vocabulary

/// What a household can pay each month for its debt, by the formula of one body (domain.md 3.3.1).
///
/// A figure proposes. It never decides on a person (RGPD art. 22; loi 78-17 art. 47).
public enum RepaymentFormula: Sendable, Hashable {
  /// max(0, what is left - what is kept by consumption unit): the FSL, landlords.
  case simple(keptPerUnit: Cents)
  /// min(seizable part of the resources; resources - RSA of the household): the commission de
  /// surendettement (C. consom. L731-1, L731-2, R731-1 to R731-3).
  case banqueDeFrance(SeizureScale, rsa: Cents)

  /// The identifier to store with a result.
  public var id: String {
    switch self {
    case .simple: "capacite-simple-v1"
    case .banqueDeFrance: "capacite-banque-de-france-v1"
    }
  }

  /// The capacity of a month; `nil` while resources are unknown.
  public func capacity(of means: Means) -> Cents? {
    guard let left = means.left, let resources = means.resources else { return nil }
    switch self {
    case .simple(let kept):
      return Cents(
        max(left.value - Means.bounded(kept) * means.consumptionUnitTenths / 10, 0))
    case .banqueDeFrance(let scale, let rsa):
      let all = Cents(Means.bounded(resources) + Means.bounded(means.aid))
      let dependants = means.persons - 1
      let seizable = scale.seizable(ofMonth: all, dependants: dependants)
      let aboveRSA = all.value - Self.rsa(Means.bounded(rsa), dependants: dependants)
      // Current expenses come first: what is not left cannot be paid.
      return Cents(max(min(seizable.value, aboveRSA, left.value), 0))
    }
  }

  /// The RSA of a household: half more for the second person, three tenths for each further one
  /// (CASF R262-1, the forty per cent of the third child left out).
  private static func rsa(_ alone: Int, dependants: Int) -> Int {
    guard dependants > 0 else { return alone }
    return alone * (15 + 3 * (dependants - 1)) / 10
  }
}
