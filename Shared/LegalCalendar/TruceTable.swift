public import Vocabulary

/// The winter truces, as dated rows and not as a formula: three times in twenty years the law moved
/// the last day.
public struct TruceTable: Hashable, Sendable {
  /// The rows. The first one that covers a winter gives its dates.
  public let rules: [TruceRule]

  public init(rules: [TruceRule]) { self.rules = rules }

  /// The truce of the métropole.
  ///
  /// In the winter of 2013-14 the new last day became law on 27 March only, after the old one had
  /// passed; the row keeps the new one and says so by its certainty.
  // swift-format-ignore
  public static let metropole = TruceTable(rules: [
    row(1999...2011, endsOn: 3, 15, "CCH L613-3",                                .high),
    row(2012...2012, endsOn: 3, 15, "CPCE L412-6",                               .high),
    row(2013...2013, endsOn: 3, 31, "CPCE L412-6, loi 2014-366 du 24 mars 2014", .medium),
    row(2014...2018, endsOn: 3, 31, "CPCE L412-6",                               .law),
    row(2019...2019, endsOn: 7, 10, "ordonnance 2020-331 ; loi 2020-546",           .medium),
    row(2020...2020, endsOn: 5, 31, "ordonnance 2021-141",                         .medium),
    row(2021...2100, endsOn: 3, 31, "CPCE L412-6",                               .law),
  ])

  /// The table of the métropole, used where no other is known: every row is doubtful.
  static let assumed = TruceTable(
    rules: metropole.rules.map {
      TruceRule(
        winters: $0.winters, start: $0.start, end: $0.end, article: $0.article, certainty: .low)
    })

  /// The truce that holds on that day, or `nil` outside of every truce of the table.
  public func truce(on day: Day) -> Truce? {
    let year = day.components.year
    return [year, year - 1].lazy.compactMap(truce(ofWinter:))
      .first { ($0.start...$0.end).contains(day) }
  }

  /// The truce of the winter that begins in that year, or `nil` where the table has none.
  public func truce(ofWinter year: Int) -> Truce? {
    rules.lazy.compactMap { $0.truce(ofWinter: year) }.first { $0.start <= $0.end }
  }

  private static func row(
    _ winters: ClosedRange<Int>, endsOn month: Int, _ day: Int, _ article: String,
    _ certainty: Certainty
  ) -> TruceRule {
    TruceRule(
      winters: winters, start: TruceRule.MonthDay(known: 11, 1),
      end: TruceRule.MonthDay(known: month, day), article: article, certainty: certainty)
  }
}

extension LegalCalendar {
  /// The winter truce that holds on that day, with its last day, or `nil` outside of every truce.
  ///
  /// The table begins with the winter of 1999-2000 and ends with that of 2100-01.
  public func truce(on day: Day) -> Truce? { truces.truce(on: day) }

  /// The first day, that one or a later one, on which no winter truce holds.
  ///
  /// The truce is only one of the conditions of an eviction: see `allowsService(on:)` for the
  /// others that depend on the day.
  public func firstDayOutsideTruce(onOrAfter day: Day) -> Day {
    truce(on: day)?.end.adding(days: 1) ?? day
  }
}
