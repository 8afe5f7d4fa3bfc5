/// The legal time of a département: it says which civil day an instant belongs to there.
///
/// Written out because FoundationEssentials knows no named zone on Linux, and Foundation's ICU
/// would cost more memory than the service. The three collectivités of the Pacific (986, 987, 988)
/// have no entry: neither loi 89-462 nor the CCAPEX of loi 90-449 holds there, so no service runs
/// for them.
public enum LegalZone: Hashable, Sendable, CaseIterable {
  /// Metropolitan France: UTC+1, in summer UTC+2.
  case paris
  /// Guadeloupe, Martinique, Saint-Barthélemy, Saint-Martin: UTC-4.
  case antilles
  /// Guyane: UTC-3.
  case guyane
  /// Saint-Pierre-et-Miquelon: UTC-3, in summer UTC-2, by the rule of North America.
  case miquelon
  /// La Réunion: UTC+4.
  case reunion
  /// Mayotte: UTC+3.
  case mayotte

  /// The zone of a département, by its INSEE code; Paris for any that is not overseas.
  public init(departement: String) {
    switch departement {
    case "971", "972", "977", "978": self = .antilles
    case "973": self = .guyane
    case "974": self = .reunion
    case "975": self = .miquelon
    case "976": self = .mayotte
    default: self = .paris
    }
  }

  /// The civil day at that instant, in seconds since 1970.
  ///
  /// An instant outside of the years 1 to 9999 counts as the nearest one inside: it may be anything
  /// that a message said, and no day of ours lies there.
  public func day(at instant: Int) -> Day {
    let instant = min(max(instant, Self.instants.lowerBound), Self.instants.upperBound)
    return Day(ordinal: Self.floorDivision(instant + offset(at: instant), by: Self.secondsOfDay))
  }

  /// How far the legal time is ahead of UTC at that instant, in seconds.
  public func offset(at instant: Int) -> Int {
    switch self {
    case .paris: (Self.isSummerInEurope(instant) ? 2 : 1) * Self.secondsOfHour
    case .antilles: -4 * Self.secondsOfHour
    case .guyane: -3 * Self.secondsOfHour
    case .miquelon: (Self.isSummerInNorthAmerica(instant) ? -2 : -3) * Self.secondsOfHour
    case .reunion: 4 * Self.secondsOfHour
    case .mayotte: 3 * Self.secondsOfHour
    }
  }

  private static let secondsOfDay = 86_400
  private static let secondsOfHour = 3_600
  /// From 2 January of the year 1 to 30 December 9999: with any offset the day still has a date.
  private static let instants = -62_135_510_400...253_402_128_000

  /// The European Union's rule, in force since 1996: from the last Sunday of March to the last
  /// Sunday of October, both at 01:00 UTC.
  private static func isSummerInEurope(_ instant: Int) -> Bool {
    let year = year(of: instant)
    func change(_ month: Int) -> Int {
      sunday(onOrAfter: 25, month, year) * secondsOfDay + secondsOfHour
    }
    return (change(3)..<change(10)).contains(instant)
  }

  /// The rule of North America, in force since 2007: from the second Sunday of March to the first
  /// Sunday of November, both at 02:00 of the time that ends, which Miquelon counts from UTC-3.
  private static func isSummerInNorthAmerica(_ instant: Int) -> Bool {
    let year = year(of: instant)
    let begin = sunday(onOrAfter: 8, 3, year) * secondsOfDay + 5 * secondsOfHour
    let end = sunday(onOrAfter: 1, 11, year) * secondsOfDay + 4 * secondsOfHour
    return (begin..<end).contains(instant)
  }

  /// The ordinal of the first Sunday on or after that day of a month.
  private static func sunday(onOrAfter day: Int, _ month: Int, _ year: Int) -> Int {
    guard let start = Day(year: year, month: month, day: day) else { return .max / secondsOfDay }
    // 1970-01-01 was a Thursday: three days later came the first Sunday.
    return start.ordinal + floorRemainder(3 - start.ordinal, by: 7)
  }

  private static func year(of instant: Int) -> Int {
    Day(ordinal: floorDivision(instant, by: secondsOfDay)).components.year
  }

  private static func floorDivision(_ value: Int, by divisor: Int) -> Int {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  private static func floorRemainder(_ value: Int, by divisor: Int) -> Int {
    value - floorDivision(value, by: divisor) * divisor
  }
}
