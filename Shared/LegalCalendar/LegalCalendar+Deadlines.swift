public import Vocabulary

extension LegalCalendar {
  /// The deadline that a rule sets, in the version that the day which decides selects.
  ///
  /// - Parameters:
  ///   - id: the rule.
  ///   - origin: the day from which the delay runs, or the hearing for a rule that counts back.
  ///   - scopeDay: the day that selects the version; `Rule.scope` says which act it is the day of.
  /// - Throws: `RuleError.noVersion` where no version is in force, `notADelay` where the rule gives
  ///   no date, `outsideCalendar` where the count leaves `span`.
  public func deadline(
    _ id: RuleID, origin: Day, decidedBy scopeDay: Day
  ) throws(RuleError) -> Deadline {
    try deadline(RuleBook.rule(id, on: scopeDay), origin: origin)
  }

  /// The deadline that this version of a rule sets.
  ///
  /// - Throws: `RuleError.notADelay` where the rule gives no date, `outsideCalendar` where the
  ///   count leaves `span`.
  public func deadline(_ rule: Rule, origin: Day) throws(RuleError) -> Deadline {
    guard case .delay(let delay, let counting) = rule.value else { throw .notADelay(rule.id) }
    return try deadline(
      origin: origin, delay: delay, rule: rule.id.rawValue, article: rule.article,
      counting: counting)
  }

  /// The deadline of a delay that no rule of the book holds, such as one that a judge sets.
  ///
  /// - Parameters:
  ///   - origin: the day of the act, which does not count, or the hearing for `Counting.before`.
  ///   - delay: the delay.
  ///   - rule: the identifier to store with the deadline.
  ///   - article: the text that sets the delay, as a French reader cites it.
  ///   - counting: how the last day is found.
  /// - Throws: `RuleError.outsideCalendar` where the count leaves `span`.
  public func deadline(
    origin: Day, delay: Delay, rule: String, article: String, counting: Counting = .extended
  ) throws(RuleError) -> Deadline {
    if case .before = counting {
      return try latest(before: origin, delay: delay, rule: rule, article: article)
    }
    let raw = try count(delay, from: origin, forward: true)
    let stood = try Standstill.end(of: rule, at: raw, from: origin) { (day) throws(RuleError) in
      try count(delay, from: day, forward: true)
    }
    let last = stood ?? raw
    let due: Day
    let moved: String
    switch counting {
    case .fixed, .before: (due, moved) = (last, "")
    case .extended: (due, moved) = working(last)
    case .franc: (due, moved) = working(last.adding(days: 1))
    }
    return Deadline(
      origin: origin, rule: rule, article: article, delay: delay.description,
      raw: counting == .franc ? raw.adding(days: 1) : raw, due: try inside(due),
      reason: [stood.map { _ in Standstill.reason }, moved.isEmpty ? nil : moved]
        .compactMap(\.self).joined(separator: ", puis "))
  }

  /// The first working day from that one on, and why the two differ.
  private func working(_ day: Day) -> (due: Day, reason: String) {
    let due = workingDay(onOrAfter: day)
    return (due, reason(day, to: due))
  }

  /// The latest day for an act that must come at least `delay` before a hearing.
  ///
  /// - Parameters:
  ///   - hearing: the day of the hearing, which does not count; it is the origin of the deadline.
  ///   - delay: what must lie between the act and the hearing.
  ///   - rule: the identifier to store with the deadline.
  ///   - article: the text that sets the delay, as a French reader cites it.
  ///   - counting: what becomes of a day that is not worked; the calendar's own choice without it.
  /// - Throws: `RuleError.outsideCalendar` where the count leaves `span`.
  public func latest(
    before hearing: Day, delay: Delay, rule: String, article: String,
    counting: BackwardCounting? = nil
  ) throws(RuleError) -> Deadline {
    let raw = try count(delay, from: hearing, forward: false)
    let due: Day
    switch counting ?? backward {
    case .previousWorkingDay: due = workingDay(onOrBefore: raw)
    case .asCounted: due = raw
    }
    return Deadline(
      origin: hearing, rule: rule, article: article, delay: delay.description, raw: raw,
      due: try inside(due), reason: reason(raw, to: due))
  }

  /// Months first, then weeks and days, then working days (CPC art. 641).
  private func count(
    _ delay: Delay, from origin: Day, forward: Bool
  ) throws(RuleError) -> Day {
    let sign = forward ? 1 : -1
    let start = try inside(origin)
    guard var day = start.adding(months: sign * delay.months) else {
      throw .outsideCalendar(origin)
    }
    day = day.adding(days: sign * (delay.weeks * 7 + delay.days))
    for _ in 0..<delay.workingDays {
      let next = day.adding(days: sign)
      day = forward ? workingDay(onOrAfter: next) : workingDay(onOrBefore: next)
    }
    return try inside(day)
  }

  private func inside(_ day: Day) throws(RuleError) -> Day {
    guard Self.span.contains(day) else { throw .outsideCalendar(day) }
    return day
  }

  /// The days that were passed over, in French. A weekend is named by the day that the count met
  /// first: `samedi, puis 11 novembre` says enough of the Sunday between them.
  private func reason(_ raw: Day, to due: Day) -> String {
    let step = due < raw ? -1 : 1
    var names: [String] = []
    var day = raw
    var metWeekend = false
    while day != due {
      let weekday = day.weekday
      let isWeekend = weekday == .saturday || weekday == .sunday
      if let holiday = holidayName(on: day) {
        names.append(holiday)
      } else if !(isWeekend && metWeekend) {
        names.append(weekday.frenchName)
        metWeekend = isWeekend
      }
      day = day.adding(days: step)
    }
    return names.joined(separator: ", puis ")
  }
}

extension Deadline {
  /// The first day on which an act that must wait for the end of the delay is lawful: the day after
  /// it. Whether an act may be served on that day is another question: see `allowsService(on:)`.
  public var firstLawfulDay: Day { due.adding(days: 1) }
}
