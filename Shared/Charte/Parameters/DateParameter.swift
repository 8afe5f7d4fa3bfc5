import LegalCalendar
public import Vocabulary

/// Days from which, or until which, an uncertain text holds.
public enum DateParameter: CaseIterable, Sendable {
  case decreeCCAPEX, decreeAid
}

extension DateParameter: CharteParameter {
  // swift-format-ignore
  /// The table: place in the file, default, meaning, source, certainty.
  public var row: ParameterRow<Day> {
    switch self {
    case .decreeCCAPEX: ParameterRow("points-incertains.decret-2026-83.depuis", Self.day(2026, 2, 14), "entrée en vigueur du décret 2026-83", "décret 2026-83, article par article à vérifier", .low)
    case .decreeAid: ParameterRow("points-incertains.decret-2026-84.depuis", Self.day(2027, 1, 1), "entrée en vigueur du décret 2026-84", "décret 2026-84", .medium)
    }
  }

  public var expected: String { "une date de la forme 2026-02-14" }

  /// Reads `2026-02-14`.
  public func value(of text: String) -> Day? {
    Day(text).flatMap { LegalCalendar.span.contains($0) ? $0 : nil }
  }

  /// Writes `2026-02-14`.
  public func text(of value: Day) -> String { value.description }

  /// The rows hold dates of the calendar; a slip of ours would show as 1970 in the table's test.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(ordinal: 0)
  }
}
