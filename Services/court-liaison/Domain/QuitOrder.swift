import Casework
import Contracts
import LegalCalendar
import Vocabulary

// The commandement de quitter les lieux.

extension CourtContext {
  mutating func receive(_ act: ExecutionCQL, from sender: String) throws {
    let content = ActContent.quitOrder(prefectSeizedOn: act.prefet_saisi)
    guard act.conjoint_violent != true else {
      return setApart(content, on: act.acte, from: sender)
    }
    let arrival = try enter(content, on: act.acte, from: sender) { known, said in
      guard case .quitOrder(let before) = known, case .quitOrder(let after) = said else {
        return nil
      }
      // Two days of seizure: the later one leaves the household its whole delay.
      return .quitOrder(prefectSeizedOn: [before, after].compactMap(\.self).max())
    }
    switch arrival {
    case .known, .past, .contested, .refused: return
    case .amended(let index), .current(let index): try reportQuitOrder(index)
    case .late(let index):
      let end = try quitDelay(file.acts[index])?.due
      if let end, end < today { break }
      try reportQuitOrder(index)
    }
    try checkPoliceAidRequest()
  }

  /// A CQL needs a title that may be executed: one served too early has to be served again.
  private mutating func checkTitle(_ index: Int) throws {
    guard let stay = appealStay(on: file.acts[index].date) else { return }
    try tellOnce(
      .stayedTitle, ofActAt: index,
      "Le commandement de quitter les lieux est prématuré : " + stay.text, article: stay.article,
      due: stay.until)
  }

  private mutating func reportQuitOrder(_ index: Int) throws {
    let act = file.acts[index]
    try checkTitle(index)
    if isQuitDelayLifted {
      return try report(
        .quitOrderServed, on: act.date,
        "Le commandement de quitter les lieux est signifié ; la décision écarte le délai de deux"
          + " mois.", article: CourtBasis.quitDelay, until: act.date)
    }
    guard let delay = try quitDelay(act) else {
      try report(
        .quitOrderUnnotified, on: act.date,
        "Le commandement de quitter les lieux est signifié, mais le préfet n'en est pas saisi : le"
          + " délai de deux mois est suspendu.", article: CourtBasis.quitNotification)
      return try tellUnseized(
        index,
        "Le préfet n'est pas saisi du commandement de quitter les lieux :"
          + " saisissez-le, le délai de deux mois est suspendu jusque-là.", due: nil)
    }
    try report(
      .quitOrderServed, on: act.date,
      "Le commandement de quitter les lieux est signifié et le préfet en est saisi ; aucune expulsion"
        + " n'est possible dans le délai de \(delay.delay).", article: delay.article,
      from: delay.origin == act.date ? nil : delay.origin, until: delay.due)
    guard case .quitOrder(let seized?) = act.content,
      seized > act.date.adding(days: rules.charter.seizureToleranceDays)
    else { return }
    try tellUnseized(
      index,
      "Le préfet a été saisi tardivement du commandement de quitter les lieux : le délai de"
        + " deux mois est suspendu jusqu'à cette saisine.", due: delay.due)
  }

  private mutating func tellUnseized(_ index: Int, _ text: String, due: Day?) throws {
    let isNew = file.acts[index].told.insert(.unseizedPrefect).inserted
    guard isNew || due != nil else { return }
    try tell(
      .prefetNonSaisi, to: .user(file.acts[index].sender), text,
      article: CourtBasis.quitNotification,
      due: due)
  }

  /// The two months of a CQL (CPCE L412-1), which are suspended while the préfet is not seized
  /// (L412-5): how, the Charte says. `nil` while he is not.
  func quitDelay(_ act: Act) throws -> Deadline? {
    guard case .quitOrder(let seized?) = act.content else { return nil }
    let late = max(0, seized.days(since: act.date))
    switch rules.charter.quitSuspension {
    case .runsFromSeizure:
      return try wholeQuitDelay(from: act.date.adding(days: late), servedOn: act.date)
    case .addsElapsedDays:
      let whole = try wholeQuitDelay(from: act.date, servedOn: act.date)
      let raw = whole.raw.adding(days: late)
      let due = rules.calendar.workingDay(onOrAfter: raw)
      return Deadline(
        origin: act.date, rule: whole.rule, article: whole.article,
        delay: whole.delay + ", suspendu \(late) jours", raw: raw, due: due,
        reason: due == raw ? "" : "jour non ouvré")
    }
  }

  /// The two months, or what the judge left of them (CPCE L412-1).
  private func wholeQuitDelay(from origin: Day, servedOn day: Day) throws -> Deadline {
    guard let left = file.ruling?.content.quitDelay else {
      return try rules.calendar.deadline(.cqlDelai, origin: origin, decidedBy: day)
    }
    return try rules.calendar.deadline(
      origin: origin, delay: left, rule: RuleID.cqlReduction.rawValue,
      article: CourtBasis.quitDelay)
  }
}
