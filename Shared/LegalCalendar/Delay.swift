/// A length of time as the law writes it: `2 mois`, `6 semaines`, `15 jours ouvrés`.
///
/// Months are counted before weeks and days (CPC art. 641), working days last.
public struct Delay: Hashable, Sendable {
  /// Months, counted by quantième.
  public let months: Int
  /// Weeks of seven calendar days.
  public let weeks: Int
  /// Calendar days, the weeks not included.
  public let days: Int
  /// Working days: Monday to Friday, public holidays excluded.
  public let workingDays: Int

  /// The largest number of each unit. No delay of the field comes near it; it bounds the counting.
  public static let limit = 1_200

  /// A delay read from outside, or `nil` where a number is negative or above `limit`.
  public init?(months: Int = 0, weeks: Int = 0, days: Int = 0, workingDays: Int = 0) {
    let allowed = 0...Delay.limit
    guard [months, weeks, days, workingDays].allSatisfy(allowed.contains) else { return nil }
    self.init(checked: months, weeks, days, workingDays)
  }

  /// A number of months, then of days, written in code: both from 0 to `limit`.
  public static func months(_ count: Int, andDays days: Int = 0) -> Delay {
    Delay(checked: count, 0, days, 0)
  }

  /// A number of weeks written in code, from 0 to `limit`.
  public static func weeks(_ count: Int) -> Delay { Delay(checked: 0, count, 0, 0) }

  /// A number of calendar days written in code, from 0 to `limit`.
  public static func days(_ count: Int) -> Delay { Delay(checked: 0, 0, count, 0) }

  /// A number of working days written in code, from 0 to `limit`.
  public static func workingDays(_ count: Int) -> Delay { Delay(checked: 0, 0, 0, count) }

  private init(checked months: Int, _ weeks: Int, _ days: Int, _ workingDays: Int) {
    let allowed = 0...Delay.limit
    // Only a constant of our own code can fail here: outside data goes through `init?`.
    precondition([months, weeks, days, workingDays].allSatisfy(allowed.contains))
    self.months = months
    self.weeks = weeks
    self.days = days
    self.workingDays = workingDays
  }
}

extension Delay: CustomStringConvertible {
  /// The delay as a French reader writes it: `1 mois et 15 jours`.
  public var description: String {
    let parts = [
      months > 0 ? "\(months) mois" : nil,
      weeks > 0 ? "\(weeks) semaine\(plural(weeks))" : nil,
      days > 0 ? "\(days) jour\(plural(days))" : nil,
      workingDays > 0 ? "\(workingDays) \(workingDays > 1 ? "jours ouvrés" : "jour ouvré")" : nil,
    ]
    let said = parts.compactMap { $0 }
    return said.isEmpty ? "0 jour" : said.joined(separator: " et ")
  }

  private func plural(_ count: Int) -> String { count > 1 ? "s" : "" }
}
