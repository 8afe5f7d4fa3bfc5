public import Vocabulary

/// What the State may owe a landlord whom it refuses the concours de la force publique, in cents
/// (CPCE L153-1, R154-7): the rent and the charges lost, day by day.
public enum Indemnity {
  /// The most days that one forecast counts: a hundred years.
  public static let mostDays = 36_600

  /// What is lost from `start` to the day before `end`.
  ///
  /// A whole month is worth its rent; a part of a month, as many of its days. What the household paid
  /// meanwhile is taken off, and nothing is ever owed by the landlord.
  ///
  /// - Parameters:
  ///   - monthly: Rent and recoverable charges of a month.
  ///   - paid: What was paid for the whole period.
  ///   - suspended: Days that do not count, such as those of a protocole de cohésion sociale.
  public static func forecast(
    monthly: Cents, paid: Cents = .zero, from start: Day, until end: Day,
    suspended: [ClosedRange<Day>] = []
  ) -> Cents {
    let last = min(end, start.adding(days: mostDays))
    var lost = Cents.zero
    var day = start
    while day < last {
      let (year, month, quantieme) = day.components
      let length = Day.length(ofMonth: month, year: year)
      let next = min(last, day.adding(days: length - quantieme + 1))
      let counted = (day.ordinal..<next.ordinal).count { ordinal in
        !suspended.contains { $0.contains(Day(ordinal: ordinal)) }
      }
      lost = lost + part(monthly, counted, of: length)
      day = next
    }
    return max(.zero, lost - paid)
  }

  /// So many days of a month, to the nearest cent.
  private static func part(_ monthly: Cents, _ days: Int, of length: Int) -> Cents {
    guard days < length else { return monthly }
    let (product, overflow) = monthly.value.multipliedReportingOverflow(by: days)
    return overflow ? monthly : Cents((product + length / 2) / length)
  }
}
