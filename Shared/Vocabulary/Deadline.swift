/// A date that the law (or the Charte) sets, with everything needed to explain it.
///
/// A deadline is never a bare date: a jurist must be able to see where it starts, under which rule
/// it runs, what the count gave, and why the day was moved.
public struct Deadline: Hashable, Sendable, Codable {
  /// The day of the act, event or decision from which the delay runs (CPC art. 640).
  public let origin: Day
  /// The identifier of the rule, such as `CDP.delai`.
  public let rule: String
  /// The article that sets the delay, as a French reader cites it.
  public let article: String
  /// The delay as words: `2 mois`.
  public let delay: String
  /// What the count gives before any extension.
  public let raw: Day
  /// The last day of the delay, after extension (CPC art. 642).
  public let due: Day
  /// Why `due` differs from `raw`, in French; empty when it does not.
  public let reason: String

  public init(
    origin: Day, rule: String, article: String, delay: String, raw: Day, due: Day, reason: String
  ) {
    self.origin = origin
    self.rule = rule
    self.article = article
    self.delay = delay
    self.raw = raw
    self.due = due
    self.reason = reason
  }
}
