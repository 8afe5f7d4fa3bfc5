public import Vocabulary

/// A public holiday: its day, and its name in French.
public struct Holiday: Hashable, Sendable {
  public let day: Day
  /// The name, as it stands in the reason of a deadline: `lundi de Pentecôte`.
  public let name: String
}

/// What makes a day a public holiday, year after year.
struct HolidayRule: Hashable, Sendable {
  /// Where in the year the holiday falls.
  enum Place: Hashable, Sendable {
    /// The same date each year.
    case date(month: Int, day: Int)
    /// A number of days after Easter Sunday (before when negative).
    case easter(Int)
  }

  let place: Place
  let name: String
  var firstYear = 1

  /// The day of the holiday in that year, or `nil` where the year has none.
  func day(in year: Int) -> Day? {
    guard year >= firstYear else { return nil }
    switch place {
    case .date(let month, let day): return Day(year: year, month: month, day: day)
    case .easter(let offset): return Easter.sunday(of: year)?.adding(days: offset)
    }
  }
}

extension HolidayRule {
  /// Code du travail L3133-1, in the order of the year.
  ///
  /// Whit Monday stays in the list in 2005 to 2007: the law of 30 June 2004 made it the default
  /// solidarity day, on which people worked, but left it among the public holidays.
  static let national: [HolidayRule] = [
    HolidayRule(place: .date(month: 1, day: 1), name: "1er janvier"),
    HolidayRule(place: .easter(1), name: "lundi de Pâques"),
    HolidayRule(place: .date(month: 5, day: 1), name: "1er mai"),
    HolidayRule(place: .date(month: 5, day: 8), name: "8 mai"),
    HolidayRule(place: .easter(39), name: "jeudi de l'Ascension"),
    HolidayRule(place: .easter(50), name: "lundi de Pentecôte"),
    HolidayRule(place: .date(month: 7, day: 14), name: "14 juillet"),
    HolidayRule(place: .date(month: 8, day: 15), name: "15 août"),
    HolidayRule(place: .date(month: 11, day: 1), name: "1er novembre"),
    HolidayRule(place: .date(month: 11, day: 11), name: "11 novembre"),
    HolidayRule(place: .date(month: 12, day: 25), name: "25 décembre"),
  ]

  /// What a département adds to the national holidays.
  static func local(to departement: String) -> [HolidayRule] {
    switch departement {
    case "57", "67", "68":  // Alsace-Moselle: code du travail L3134-13.
      [
        HolidayRule(place: .easter(-2), name: "vendredi saint"),
        HolidayRule(place: .date(month: 12, day: 26), name: "26 décembre"),
      ]
    // Code du travail L3422-2, décret 83-1003.
    case "971": [abolition(month: 5, day: 27)]
    case "972": [abolition(month: 5, day: 22)]
    case "973": [abolition(month: 6, day: 10)]
    case "974": [abolition(month: 12, day: 20)]
    case "976": [abolition(month: 4, day: 27)]
    // Named by the décret 2012-553.
    case "977": [abolition(month: 10, day: 9, from: 2012)]
    case "978": [abolition(month: 5, day: 28, from: 2012)]
    default: []
    }
  }

  private static func abolition(month: Int, day: Int, from year: Int = 1984) -> HolidayRule {
    HolidayRule(
      place: .date(month: month, day: day), name: "abolition de l'esclavage", firstYear: year)
  }
}
