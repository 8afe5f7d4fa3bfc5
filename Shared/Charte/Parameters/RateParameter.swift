import LegalCalendar
/// Parts of a whole, in ten-thousandths: 3 300 is 33 %.
public enum RateParameter: CaseIterable, Sendable {
  case highestEffort
}

extension RateParameter: CharteParameter {
  // swift-format-ignore
  /// The table: place in the file, default, meaning, source, certainty.
  public var row: ParameterRow<Int> {
    switch self {
    case .highestEffort: ParameterRow("capacite.taux-effort-maximal", 3_300, "taux d'effort le plus élevé qui permet le maintien (T1)", "usage local", .low)
    }
  }

  public var expected: String { "une part de 0 à 100 % : « 33 % » ou « 33,5 % »" }

  /// Reads `33,5 %`.
  public func value(of text: String) -> Int? {
    guard let rate = WrittenQuantity.hundredths(of: text, units: ["%"]), (0...10_000).contains(rate)
    else { return nil }
    return rate
  }

  /// Writes `33,5 %`.
  public func text(of value: Int) -> String { WrittenQuantity.text(ofHundredths: value) + " %" }
}
