public import Vocabulary

/// What a version of a rule says.
public enum RuleValue: Hashable, Sendable {
  case delay(Delay, Counting)
  /// A delay that the judge fixes between two bounds, both included.
  case range(shortest: Delay, longest: Delay)
  /// The arrears from which a commandement de payer is signalled: months without interruption, or
  /// times the monthly rent without charges. Where the range is open, the préfet fixes the number.
  case signal(months: ClosedRange<Int>, rents: ClosedRange<Int>)
  /// The arrears from which a housing aid is in question: so many times the monthly rent.
  case arrears(rents: Int, RentBase)
  /// The arrears from which a housing aid is in question: above an amount, or so many months after
  /// a first default, whatever the amount.
  case arrearsOver(Cents, orMonths: Int)
  /// The body that is competent, in French.
  case competence(String)
  /// A duty without a number, in French.
  case duty(String)

  /// The rent that a multiple is taken of.
  public enum RentBase: String, Hashable, Sendable, CaseIterable {
    case withoutCharges
    case withCharges
  }
}

extension RuleValue: CustomStringConvertible {
  /// The value as a French reader writes it.
  public var description: String {
    switch self {
    case .delay(let delay, .extended): delay.description
    case .delay(let delay, .fixed): "\(delay), sans report"
    case .delay(let delay, .franc): "\(delay) (délai franc)"
    case .delay(let delay, .before): "\(delay) avant"
    case .range(let shortest, let longest): "de \(shortest) à \(longest)"
    case .signal(let months, let rents):
      "impayé de \(said(months)) mois ou dette de \(said(rents)) fois le loyer hors charges"
    case .arrears(let rents, .withoutCharges): "\(rents) fois le loyer hors charges"
    case .arrears(let rents, .withCharges): "\(rents) fois le loyer et les charges"
    case .arrearsOver(let amount, let months):
      "plus de \(amount), ou \(months) mois après un premier impayé"
    case .competence(let text), .duty(let text): text
    }
  }

  private func said(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound) à \(range.upperBound)"
  }
}
