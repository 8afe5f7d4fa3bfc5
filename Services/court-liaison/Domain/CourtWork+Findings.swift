import Contracts
import LegalCalendar
import Vocabulary

// What a judge's findings take from the delays of execution, by the law of his day.

extension CourtWork {
  /// Whether the two months of the CQL do not run: for an entry by voie de fait since 25 November 2018,
  /// for bad faith since 29 July 2023 (CPCE L412-1). The judge says so, nobody else.
  func liftsQuitDelay(_ ruling: Ruling, on day: Day) -> Bool {
    let isBadFaith = ruling.findings.contains(.badFaith)
    if isBadFaith, version(of: .cqlMauvaiseFoi, on: day) != nil { return true }
    let isTrespass =
      ruling.findings.contains(.trespass) || (ruling.sens == .expulsionSansDelai && !isBadFaith)
    return isTrespass && version(of: .cqlException, on: day) != nil
  }

  /// Whether the decision that stands took the two months away.
  var isQuitDelayLifted: Bool {
    guard let (ruling, day) = file.ruling else { return false }
    return liftsQuitDelay(ruling, on: day)
  }

  /// Whether no delay of L412-3 may be granted: bad faith since 29 July 2023, students' housing
  /// (L412-7).
  var isTimeExcluded: Bool {
    guard let (ruling, day) = file.ruling else { return false }
    return ruling.findings.contains(.studentHousing)
      || (ruling.findings.contains(.badFaith) && version(of: .cqlMauvaiseFoi, on: day) != nil)
  }

  /// Whether the truce does not hold: the judge set it aside, or students' housing (L412-6, L412-7).
  var isTruceSetAside: Bool {
    guard let (ruling, _) = file.ruling else { return false }
    return !ruling.findings.isDisjoint(with: [.truceSetAside, .studentHousing])
  }

  /// The last days between which the delays of a judge may end.
  func delayBounds(
    of basis: ExecutionDelaisJEX.Fondement, decidedOn day: Day
  ) throws -> (shortest: Day, longest: Day) {
    switch basis {
    case .delais:
      let rule = try RuleBook.rule(.delaisL412, on: day)
      guard case .range(let shortest, let longest) = rule.value else {
        throw RuleError.notADelay(.delaisL412)
      }
      return (try end(shortest, from: day, rule), try end(longest, from: day, rule))
    case .durete:
      // Three months at most, added to the end of the delay of the CQL.
      let start = try file.latest(.quitOrder).flatMap { try quitDelay(file.acts[$0])?.due } ?? day
      return (
        day,
        try rules.calendar.deadline(
          .cqlProrogation, origin: max(start, day), decidedBy: file.day(of: .quitOrder) ?? day
        ).due
      )
    }
  }

  private func end(_ delay: Delay, from day: Day, _ rule: Rule) throws -> Day {
    try rules.calendar.deadline(
      origin: day, delay: delay, rule: rule.id.rawValue, article: rule.article, counting: .fixed
    ).due
  }

  /// Delays beyond what the law allows count as they were given: a protection is never shortened here.
  /// The préfet is told, once.
  mutating func checkBounds(
    until end: Day, of basis: ExecutionDelaisJEX.Fondement, at index: Int
  ) throws {
    let bounds = try delayBounds(of: basis, decidedOn: file.acts[index].date)
    let isExcluded = basis == .delais && isTimeExcluded
    guard isExcluded || end < bounds.shortest || end > bounds.longest else { return }
    try tellOnce(
      .outOfBounds, ofActAt: index,
      isExcluded
        ? "Des délais sont accordés alors que la décision les exclut : faites préciser lequel fait"
          + " foi."
        : "Les délais accordés sortent des bornes de la loi à la date de la décision : faites-les"
          + " préciser.",
      article: basis == .delais ? Basis.executionDelays : Basis.hardship, due: bounds.longest)
  }
}
