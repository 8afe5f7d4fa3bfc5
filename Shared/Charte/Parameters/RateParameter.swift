import LegalCalendar
/// Parts of a whole, in ten-thousandths: 3 300 is 33 %.
public enum RateParameter: String, CaseIterable, Sendable {
  case highestEffort = "capacite.taux-effort-maximal"
}

extension RateParameter: CharteParameter {
  // swift-format-ignore
  /// The table: default, meaning, source, certainty.
  public var row: ParameterRow<Int> {
    switch self {
    case .highestEffort: ParameterRow(3_300, "taux d'effort le plus élevé qui permet le maintien (T1)", "usage local", .low)
    }
  }

  /// A percentage.
  public var expected: String { "une part de 0 à 100 % : « 33 % » ou « 33,5 % »" }

  /// Reads `33,5 %`.
  public func value(of text: String) -> Int? {
    guard let rate = Quantity.hundredths(of: text, units: ["%"]), (0...10_000).contains(rate)
    else { return nil }
    return rate
  }

  /// Writes `33,5 %`.
  public func text(of value: Int) -> String { Quantity.text(ofHundredths: value) + " %" }
}
