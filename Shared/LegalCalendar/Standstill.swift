import Vocabulary

/// What stood still from 12 March to 23 June 2020 (ordonnance 2020-306, articles 4 and 7).
///
/// Known to the trade, and not read in the text: a lawyer must confirm a date that rests on it, and
/// each such date says so.
enum Standstill {
  static let period = Day.date(2020, 3, 12)...Day.date(2020, 6, 23)
  static let certainty = Certainty.medium

  /// Why a delay ends later than it would, in French; a value that was not read in the text says so
  /// wherever it is shown.
  static var reason: String {
    switch certainty {
    case .law, .seed, .high, .parameter: "ordonnance 2020-306"
    case .medium, .low: "ordonnance 2020-306, à vérifier"
    }
  }

  /// The clause of a lease: a delay that would have ended in the period ends after it, by as many
  /// days as had run in it.
  private static let clauses: Set<RuleID> = [.cdpDelai, .assuranceClause]
  /// The silence of an administration: the days of the period do not count.
  private static let silences: Set<RuleID> = [.cfpSilence, .cfpPrematuree, .indemnSilence]

  /// The end of a delay with the period taken off, or `nil` where the period changes nothing.
  ///
  /// - Parameters:
  ///   - end: Where the delay ends without it.
  ///   - origin: From when it runs.
  ///   - count: Counts the same delay from another day.
  static func end(
    of rule: String, at end: Day, from origin: Day, count: (Day) throws(RuleError) -> Day
  ) throws(RuleError) -> Day? {
    guard let id = RuleID(rawValue: rule) else { return nil }
    if clauses.contains(id), period.contains(end) {
      return period.upperBound.adding(days: end.days(since: max(origin, period.lowerBound)))
    }
    guard silences.contains(id), end >= period.lowerBound, origin <= period.upperBound else {
      return nil
    }
    if origin >= period.lowerBound { return try count(period.upperBound) }
    return end.adding(days: period.upperBound.days(since: period.lowerBound) + 1)
  }
}
