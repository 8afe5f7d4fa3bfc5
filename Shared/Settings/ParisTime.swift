import Vocabulary

/// The civil time of metropolitan France, by the European Union's rule, in force since 1996.
///
/// Summer time runs from the last Sunday of March to the last Sunday of October, both at 01:00 UTC.
/// Written out because a time zone database and ICU would cost more memory than the service.
enum ParisTime {
  private static let secondsOfDay = 86_400
  private static let secondsOfHour = 3_600

  /// The civil day in Paris at that instant, in seconds since 1970.
  static func day(at instant: Int) -> Day {
    Day(ordinal: floorDivision(instant + offset(at: instant), by: secondsOfDay))
  }

  /// How far Paris is ahead of UTC at that instant, in seconds.
  static func offset(at instant: Int) -> Int {
    let year = Day(ordinal: floorDivision(instant, by: secondsOfDay)).components.year
    let isSummer =
      instant >= change(inMonth: 3, of: year) && instant < change(inMonth: 10, of: year)
    return isSummer ? 2 * secondsOfHour : secondsOfHour
  }

  /// 01:00 UTC on the last Sunday of the month, which has 31 days.
  private static func change(inMonth month: Int, of year: Int) -> Int {
    guard let last = Day(year: year, month: month, day: 31) else { return .max }
    let daysSinceSunday: Int =
      switch last.weekday {
      case .sunday: 0
      case .monday: 1
      case .tuesday: 2
      case .wednesday: 3
      case .thursday: 4
      case .friday: 5
      case .saturday: 6
      }
    return (last.ordinal - daysSinceSunday) * secondsOfDay + secondsOfHour
  }

  private static func floorDivision(_ value: Int, by divisor: Int) -> Int {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
