import LegalCalendar
import Vocabulary

/// Every date that follows by law from the known days of a procedure, by one walk through the table
/// of rules: a rule that counts from a known day gives a line.
struct ProcedureTimeline: Sendable {
  /// One line: a known day, a date that follows from it, or what is missing to count it.
  struct Line: Encodable, Sendable, Hashable {
    /// The day; `nil` where the day that decides which version applies is not known.
    let due: String?
    /// The rule's name, or the milestone's.
    let rule: String
    /// The delay or what happened, in French.
    let value: String
    let from: String?
    let article: String?
    /// Why the day was moved, or what is missing.
    let reason: String
  }

  let calendar: LegalCalendar
  let days: [Milestone: Day]
  /// Whether the decision is an ordonnance de référé.
  private let isSummary: Bool

  /// A timeline from the days that are known.
  ///
  /// - Throws: `RuleError` for a day outside of the calendar, or that no version of a rule covers.
  init(calendar: LegalCalendar, days known: [Milestone: Day], isSummary: Bool = false) throws {
    self.calendar = calendar
    self.isSummary = isSummary
    var days = known
    // Two ends of delays are themselves days from which others count.
    for (act, end, id) in [
      (Milestone.commandement, Milestone.finCommandement, RuleID.cdpDelai),
      (.cql, .finCQL, .cqlDelai),
    ] where days[end] == nil {
      guard let rule = RuleBook.rules.first(where: { $0.id == id }), let origin = days[act],
        let decisive = days[rule.scope]
      else { continue }
      days[end] = try calendar.deadline(id, origin: origin, decidedBy: decisive).due
    }
    self.days = days
  }

  /// The lines, by day; those that cannot be counted last.
  ///
  /// - Throws: `RuleError` for a day outside of the calendar.
  func lines() throws -> [Line] {
    let known = days.map { milestone, day in
      Line(
        due: day.description, rule: "—", value: milestone.rawValue, from: nil, article: nil,
        reason: remark(on: milestone, day))
    }
    // Two versions that cannot be told apart for want of a day say so once.
    let counted = Set(try RuleBook.rules.filter { !isLeftOut($0.id) }.compactMap(line))
    return (known + counted + missing + evictionLines).sorted {
      ($0.due ?? "9999", $0.rule, $0.value) < ($1.due ?? "9999", $1.rule, $1.value)
    }
  }

  private func line(_ rule: Rule) throws -> Line? {
    guard case .delay = rule.value, let origin = days[rule.origin] else { return nil }
    guard let decisive = days[rule.scope] else {
      return Line(
        due: nil, rule: rule.id.rawValue, value: "", from: rule.origin.rawValue,
        article: rule.article, reason: "manque : \(rule.scope.rawValue)")
    }
    guard rule.covers(decisive) else { return nil }
    let deadline = try calendar.deadline(rule, origin: origin)
    return Line(
      due: deadline.due.description, rule: rule.id.rawValue, value: rule.value.description,
      from: rule.origin.rawValue, article: rule.article,
      reason: [deadline.reason, missed(rule.id, due: deadline.due) ?? ""].filter { !$0.isEmpty }
        .joined(separator: " ; "))
  }

  /// Of two delays for one act, the one that does not apply.
  private func isLeftOut(_ rule: RuleID) -> Bool {
    let isPremature = days[.demandeCFP].flatMap { asked in
      days[.finCQL].map { asked <= $0 }
    }
    return switch rule {
    case .appelJugement: isSummary
    case .appelRefere: !isSummary
    case .cfpSilence: isPremature == true
    case .cfpPrematuree: isPremature != true
    // Of a default decision only, of which a timeline knows nothing.
    case .opposition, .jugementNonAvenu: true
    default: false
    }
  }
}
