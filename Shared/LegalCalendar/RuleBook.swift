public import Vocabulary

/// Every rule of the legal calendar, with its versions.
///
/// The rows stand in five tables, in the order of the procedure: `procedure`, `diagnosis`,
/// `execution`, `debt` and `housing`. A change of the law is a new row and the last day of the old
/// one; a row is never edited once a deadline was computed with it.
public enum RuleBook {
  /// All the versions of all the rules, in the order of the procedure.
  public static let rules: [Rule] = procedure + diagnosis + execution + debt + housing

  /// Why the rows of housing aid end there.
  static let until2027 = "décret 2026-84, hors de l'index"

  /// Why the rows of article 24 begin or end there: the index is not sure of its day.
  static let law2023 = "loi 2023-668, en vigueur le 29 juillet 2023 comme ses autres articles"

  private static let versions = Dictionary(grouping: rules, by: \.id)

  /// The version of a rule in force on the day that decides; `Rule.scope` says which act it is the
  /// day of.
  ///
  /// - Throws: `RuleError.noVersion` where no version covers that day.
  public static func rule(_ id: RuleID, on day: Day) throws(RuleError) -> Rule {
    guard let rule = versions[id]?.first(where: { $0.covers(day) }) else {
      throw .noVersion(id, day)
    }
    return rule
  }

  /// A row of the tables, in the order in which a reader wants it.
  static func row(
    _ id: RuleID, _ from: Day?, _ through: Day?, _ value: RuleValue, from origin: Milestone,
    by scope: Milestone, _ article: String, _ source: String, _ certainty: Certainty,
    _ note: String = "", days: String = ""
  ) -> Rule {
    Rule(
      id: id, from: from, through: through, value: value, origin: origin, scope: scope,
      article: article, source: source, certainty: certainty, note: note, days: days)
  }
}
