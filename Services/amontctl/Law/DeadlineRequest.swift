import LegalCalendar
import Vocabulary

/// A delay to count, as a person or a program asks for it.
struct DeadlineRequest: Decodable, Sendable {
  /// The units of a delay.
  enum Unit: String, CaseIterable, Codable, Sendable {
    case months, weeks, days
    case workingDays = "working-days"
  }

  /// The day from which it is counted, or the hearing before which it is.
  let origin: Day
  let count: Int
  let unit: Unit
  /// The département, whose public holidays count; the métropole's without it.
  var departement: String?
  /// Whether it is counted back from the origin.
  var before: Bool?

  enum CodingKeys: String, CodingKey {
    case origin, count, unit, units, departement, before
  }

  /// The answer to a request.
  struct Answer: Encodable, Sendable, Equatable {
    /// The day before any extension.
    let raw: String
    /// The last day.
    let due: String
    /// Why the two differ, in French; empty where they do not.
    let reason: String
  }

  /// Counts it (CPC art. 640 to 642).
  ///
  /// - Throws: `RuleError` for an unknown département or a day outside of the calendar;
  ///   `DelayError` for a count that no delay has.
  func answer() throws -> Answer {
    let calendar = try departement.map { try LegalCalendar(departement: $0) } ?? .metropole
    guard let delay else { throw DelayError() }
    let article = "CPC art. 640 à 642"
    let deadline =
      before == true
      ? try calendar.latest(before: origin, delay: delay, rule: "DELAI", article: article)
      : try calendar.deadline(origin: origin, delay: delay, rule: "DELAI", article: article)
    return Answer(
      raw: deadline.raw.description, due: deadline.due.description, reason: deadline.reason)
  }

  private var delay: Delay? {
    switch unit {
    case .months: Delay(months: count)
    case .weeks: Delay(weeks: count)
    case .days: Delay(days: count)
    case .workingDays: Delay(workingDays: count)
    }
  }
}

extension DeadlineRequest {
  /// The unit goes by `unit`, and by `units` too, as it did first.
  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    origin = try fields.decode(Day.self, forKey: .origin)
    count = try fields.decode(Int.self, forKey: .count)
    unit =
      try fields.decodeIfPresent(Unit.self, forKey: .units)
      ?? fields.decode(Unit.self, forKey: .unit)
    departement = try fields.decodeIfPresent(String.self, forKey: .departement)
    before = try fields.decodeIfPresent(Bool.self, forKey: .before)
  }
}

/// A count that no delay has.
struct DelayError: Error, CustomStringConvertible {
  let description = "count must be between 0 and \(Delay.limit)"
}
