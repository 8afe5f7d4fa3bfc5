import Contracts
import LegalCalendar
import Vocabulary

// The periods for which the State is liable: a pure function of the acts.

extension CourtWork {
  /// Every period, in order; none where the title of the eviction was annulled (CE 17 May 2024).
  func liabilities() throws -> [Liability] {
    guard !isTitleAnnulled else { return [] }
    var count = LiabilityCount()
    let acts = file.counted.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }
    for (_, act) in acts {
      switch act.content {
      case .policeAidSilence: try open(.silence, on: act.date, &count)
      case .policeAidDecision(true, _, _): count.grantedOn = act.date
      // A request that came too early is refused without liability.
      case .policeAidDecision(false, _, .prematuree): break
      case .policeAidDecision(false, _, _): try open(.explicit, on: act.date, &count)
      case .eviction: try close(on: act.date, .use, &count)
      case .departure: try close(on: act.date, .departure, &count)
      case .summons, .hearing, .postponement, .ruling, .notification, .appeal, .quitOrder,
        .jexRuling, .surendettementStay, .protocole, .policeAidRequest, .compensationClaim,
        .compensationDecision, .compensationSilence:
        continue
      }
    }
    settle(&count)
    return count.periods.filter { period in period.endsOn.map { $0 > period.startsOn } ?? true }
  }

  /// The first refusal opens a period; another one takes an unused grant back.
  private func open(
    _ cause: Liability.Cause, on day: Day, _ count: inout LiabilityCount
  ) throws {
    count.grantedOn = nil
    guard count.open == nil else { return }
    let rule = try RuleBook.rule(.indemnisation, on: day)
    let start = try liabilityStart(refusedOn: day)
    count.periods.append(
      Liability(
        refusedOn: day, cause: cause, regime: rule.from == nil ? .caseLaw : .decree,
        startsOn: start, suspended: protocoles(after: start)))
  }

  /// A refusal that falls in the truce, in a judge's delays or in the two months of the CQL costs
  /// nothing before their end (CPCE R154-5); one of them may follow the other.
  private func liabilityStart(refusedOn day: Day) throws -> Day {
    var start = day
    for _ in 0..<Self.mostProtectionsInARow {
      let ends = try publicProtections(on: start).compactMap(\.until)
      guard let end = ends.max() else { return start }
      start = end.adding(days: 1)
    }
    return start
  }

  private static var mostProtectionsInARow: Int { 50 }

  private func protocoles(after start: Day) -> [ClosedRange<Day>] {
    file.counted.compactMap { act in
      guard case .protocole(let until) = act.content, until >= start, until >= act.date else {
        return nil
      }
      return act.date...until
    }
  }

  /// A grant used in its fortnight ends the period on its own day; otherwise the use does.
  private func close(
    on day: Day, _ ending: Liability.Ending, _ count: inout LiabilityCount
  ) throws {
    guard let index = count.open else { return }
    if let granted = count.grantedOn, try day <= lastUse(of: granted, count.periods[index]) {
      count.end(on: granted, .grant)
    } else {
      count.end(on: day, ending)
    }
  }

  /// What no act ended: the closure of the dossier, or a grant that may still be used in time.
  private func settle(_ count: inout LiabilityCount) {
    guard count.open != nil else { return }
    if let granted = count.grantedOn, granted != file.unusedGrantOn {
      count.end(on: granted, .grant)
    } else if let closed = file.closedOn {
      count.end(on: closed, .closure)
    }
  }

  private func lastUse(of granted: Day, _ period: Liability) throws -> Day {
    try rules.calendar.deadline(
      .indemnFin, origin: granted, decidedBy: period.refusedOn
    ).due
  }
}

/// Liability being counted, act by act.
private struct LiabilityCount {
  var periods: [Liability] = []
  /// The day of the grant that was not used yet.
  var grantedOn: Day?

  /// The place of the period that has no end.
  var open: Int? {
    periods.indices.last.flatMap { periods[$0].endsOn == nil ? $0 : nil }
  }

  mutating func end(on day: Day, _ ending: Liability.Ending) {
    guard let index = open else { return }
    periods[index].endsOn = day
    periods[index].ending = ending
    grantedOn = nil
  }
}
