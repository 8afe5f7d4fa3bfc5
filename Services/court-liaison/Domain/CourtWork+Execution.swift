import Contracts
import LegalCalendar
import Vocabulary

// From the commandement de quitter les lieux to the end.

extension CourtWork {
  mutating func receive(_ act: ExecutionCQL, from sender: String) throws {
    let content = ActContent.quitOrder(prefectSeizedOn: act.prefet_saisi)
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

  private mutating func reportQuitOrder(_ index: Int) throws {
    let act = file.acts[index]
    guard let delay = try quitDelay(act) else {
      try report(
        .quitOrderUnnotified, on: act.date,
        "Le commandement de quitter les lieux est signifié, mais le préfet n'en est pas saisi : le"
          + " délai de deux mois est suspendu.", article: Basis.quitNotification)
      return try tellUnseized(
        index,
        "Le préfet n'est pas saisi du commandement de quitter les lieux :"
          + " saisissez-le, le délai de deux mois est suspendu jusque-là.", due: nil)
    }
    try report(
      .quitOrderServed, on: act.date,
      "Le commandement de quitter les lieux est signifié et le préfet en est saisi ; aucune expulsion"
        + " n'est possible dans les deux mois.", article: delay.article, until: delay.due)
    guard delay.origin > act.date.adding(days: rules.charter.seizureToleranceDays) else { return }
    try tellUnseized(
      index,
      "Le préfet a été saisi tardivement du commandement de quitter les lieux : le délai de"
        + " deux mois ne court que de cette saisine.", due: delay.due)
  }

  private mutating func tellUnseized(_ index: Int, _ text: String, due: Day?) throws {
    guard !file.acts[index].isIrregularityTold || due != nil else { return }
    file.acts[index].isIrregularityTold = true
    try tell(
      .prefetNonSaisi, to: .user(file.acts[index].sender), text, article: Basis.quitNotification,
      due: due)
  }

  /// The two months of a CQL: from the act, or from the préfet's seizure when it came later (CPCE
  /// L412-1, L412-5). `nil` while the préfet is not seized: the delay does not run.
  func quitDelay(_ act: Act) throws -> Deadline? {
    guard case .quitOrder(let seized?) = act.content else { return nil }
    return try rules.calendar.deadline(
      .cqlDelai, origin: max(act.date, seized), decidedBy: act.date)
  }

  mutating func receive(_ act: ExecutionDelaisJEX, from sender: String) throws {
    let before = file.jexDelaysEnd
    let arrival = try enter(.jexRuling(until: act.fin), on: act.date, from: sender) { known, said in
      guard case .jexRuling(let before) = known, case .jexRuling(let after) = said else {
        return nil
      }
      return .jexRuling(until: [before, after].compactMap(\.self).max())
    }
    switch arrival {
    case .known, .contested, .refused: return
    case .past:
      // A shorter, older grant changes nothing; a longer one still protects.
      guard file.day(of: .eviction) == nil, file.day(of: .departure) == nil else { return }
    case .amended, .current, .late: break
    }
    guard let end = file.jexDelaysEnd, end >= today, end > before ?? end.adding(days: -1) else {
      return
    }
    let deadline = Deadline(
      origin: act.date, rule: RuleID.delaisL412.rawValue, article: Basis.executionDelays,
      delay: "jusqu'au jour fixé par le juge", raw: end, due: end, reason: "")
    decision.deadlines.append(
      .arm(
        kind: CourtDeadline.jexDelays.rawValue, deadline: deadline,
        firesOn: end.adding(days: 1), household: household))
    try report(
      .jexDelaysGranted, on: act.date,
      "Le juge de l'exécution accorde des délais pour quitter les lieux.",
      article: Basis.executionDelays, until: end)
  }

  /// The delays of the juge de l'exécution are over. One that was prolonged since has another day.
  mutating func jexDelaysExpired(_ expired: Deadline) throws {
    guard file.jexDelaysEnd == expired.due, file.day(of: .eviction) == nil,
      file.day(of: .departure) == nil
    else { return }
    try report(
      .jexDelaysEnded, on: expired.due, "Les délais du juge de l'exécution sont écoulés.",
      article: Basis.executionDelays)
  }

  mutating func receive(_ act: ExecutionExpulsion, from sender: String) throws {
    switch try enter(.eviction, on: act.date, from: sender, merge: { known, _ in known }) {
    case .known, .amended, .late, .contested, .refused: return
    // An eviction is reported whatever else is known: it must never pass unseen.
    case .current, .past:
      try report(
        .evictionReported, on: act.date, "L'expulsion est exécutée : procès-verbal dressé.",
        article: Basis.eviction)
    }
    disarmAll()
  }

  mutating func receive(_ act: ExecutionReprise, from sender: String) throws {
    switch try enter(.departure, on: act.date, from: sender, merge: { known, _ in known }) {
    case .known, .amended, .late, .past, .contested, .refused: return
    case .current:
      try report(
        .departed, on: act.date, "Le ménage a quitté les lieux : procès-verbal de reprise.",
        article: Basis.departure)
    }
    disarmAll()
  }

  /// Nothing is awaited any more.
  mutating func disarmAll() {
    for kind in CourtDeadline.allCases {
      decision.deadlines.append(.disarm(kind: kind.rawValue, household: household))
    }
  }
}
