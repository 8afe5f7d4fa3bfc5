public import LegalCalendar
import Vocabulary

/// What the State's texts say of one version of a rule: on which wordings it rests, and whether its
/// days are days on which one of them began or ended.
public struct RuleEvidence: Sendable {
  /// The version of the rule.
  public let rule: Rule
  /// The wordings in force on its days, as far as the index knows.
  public let versions: [ArticleVersion]
  /// Whether an article that the rule cites is in the index.
  public let isInIndex: Bool
  /// Whether its first day is one on which a wording begins.
  public let isFirstDayDated: Bool
  /// Whether its last day is one on which a wording ends.
  public let isLastDayDated: Bool

  /// Looks the rule's articles up.
  public init(of rule: Rule, in index: ArticleIndex = .embedded) {
    let cited = ArticleCitation.all(in: rule.article).map(index.versions).filter { !$0.isEmpty }
    self.rule = rule
    isInIndex = !cited.isEmpty
    versions = cited.joined().filter { $0.mayOverlap(from: rule.from, through: rule.through) }
    isFirstDayDated = cited.contains { $0.begins(on: rule.from) }
    isLastDayDated = cited.contains { $0.ends(on: rule.through) }
  }

  /// What the rule's own reason is needed for, and lacks: nothing, where all is in order.
  public var fault: String? {
    guard isInIndex else { return nil }
    let isDated = isFirstDayDated && isLastDayDated
    if !isDated, rule.days.isEmpty {
      return "neither a version day of its article nor a reason (`days:`)"
    }
    if isDated, !rule.days.isEmpty { return "a reason for days that need none" }
    return nil
  }
}

extension [ArticleVersion] {
  /// Whether a wording begins on that day; with `nil`, whether the oldest is older than we are
  /// asked, or took over an older text.
  fileprivate func begins(on day: Day?) -> Bool {
    guard let code = first?.article.code else { return false }
    guard let day else {
      return contains { version in
        switch version.from {
        case .before: true
        case .on(let first): first == code.codifiedOn
        case .perhaps, .unknown: false
        }
      }
    }
    return day == code.codifiedOn
      || contains { $0.from == .on(day) || $0.through == .on(day.adding(days: -1)) }
  }

  /// Whether a wording ends on that day; with `nil`, whether one is in force.
  fileprivate func ends(on day: Day?) -> Bool {
    guard let day else { return contains { $0.through == nil } }
    return contains { $0.through == .on(day) || $0.from == .on(day.adding(days: 1)) }
  }
}
