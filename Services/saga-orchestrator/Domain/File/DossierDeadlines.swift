import Contracts
import LegalCalendar
import Vocabulary

// A deadline belongs to a phase: entering arms it, leaving disarms it. Some protections have an
// end of their own, which goes on running when the phase changes.

extension DossierDecision {
  /// A deadline fires: an ordinary trigger, offered to its own track where only that one waits.
  mutating func fire(_ fired: DeadlineFired) throws {
    if let alarm = ProtectionAlarm(rawValue: fired.kind) { return try fire(alarm, fired.deadline) }
    let parts = fired.kind.split(separator: ".")
    guard parts.count == 2, let track = Track(rawValue: String(parts[0])),
      let trigger = Trigger(rawValue: String(parts[1]))
    else {
      decision = .quarantine("échéance inconnue")
      return
    }
    // The phase was left, or its deadline moved, in the same batch.
    guard let step = dossier.steps[track], step.trigger == trigger, step.due == fired.deadline.due
    else { return }
    dossier.steps[track] = nil
    try fire(trigger, fired.deadline, on: trigger == .reviewDue ? track : nil)
  }

  private mutating func fire(_ alarm: ProtectionAlarm, _ deadline: Deadline) throws {
    guard let day = alarm.day else {
      dossier.days.truceChange = nil
      try keepUpWithTruce()
      return armTruce()
    }
    guard dossier.days[keyPath: day] == deadline.due else { return }
    try fire(alarm.trigger, deadline, on: nil)
  }

  private mutating func fire(_ trigger: Trigger, _ deadline: Deadline, on track: Track?) throws {
    let happened = trigger.frenchName
    var event = SagaEvent(
      trigger, on: deadline.due,
      text: "Échéance : " + happened + (track.map { " (\($0.frenchName))" } ?? "") + ".",
      article: deadline.article, track: track)
    event.isDeadline = true
    try happen(event)
  }

  /// After a step: the tracks that entered a phase, and the protections.
  mutating func moveDeadlines(_ step: Transition, from old: Dossier, _ event: SagaEvent) throws {
    for track in Track.allCases where step.entered[track] != nil {
      try arm(track, since: event.on)
    }
    for alarm in ProtectionAlarm.allCases where alarm != .truce {
      try move(alarm, from: Self.end(of: alarm, in: old), event)
    }
    armTruce()
  }

  /// The day on which a protection ends by itself, where it holds and the day is known.
  static func end(of alarm: ProtectionAlarm, in dossier: Dossier) -> Day? {
    let circumstances = dossier.situation.circumstances
    guard !dossier.situation.isClosed, circumstances.contains(alarm.protection),
      let day = alarm.day
    else { return nil }
    // Without the préfet the two months of a CQL do not run.
    if alarm == .quitPeriod, !circumstances.contains(.quitOrderNotified) { return nil }
    return dossier.days[keyPath: day]
  }

  private mutating func move(
    _ alarm: ProtectionAlarm, from old: Day?, _ event: SagaEvent
  ) throws {
    let end = Self.end(of: alarm, in: dossier)
    // The day that this message brought is already in `old`: its trigger tells that it is new.
    guard end != old || event.trigger == alarm.start else { return }
    guard let end else {
      // The one that just fired is armed no more.
      if !event.isDeadline || event.trigger != alarm.trigger { disarm(alarm.rawValue) }
      return
    }
    let origin = event.from ?? event.on
    let set = Deadline(
      origin: origin, rule: alarm.rule, article: alarm.article, delay: alarm.delay,
      raw: end, due: end, reason: "")
    let counted = RuleID(rawValue: alarm.rule).flatMap {
      try? rules.calendar.deadline($0, origin: origin, decidedBy: event.on)
    }
    let deadline = counted?.due == end ? counted ?? set : set
    arm(
      alarm.rawValue, deadline, firesOn: end.adding(days: 1),
      alarm.trigger)
  }

  /// Where a title exists, the dossier is woken on the day on which the truce begins or ends.
  private mutating func armTruce() {
    let isWatched =
      dossier.situation.procedure.isExecution
      && !dossier.situation.circumstances.contains(.truceSetAside)
    let change = isWatched ? nextTruceChange : nil
    guard change?.firesOn != dossier.days.truceChange else { return }
    dossier.days.truceChange = change?.firesOn
    guard let change else { return disarm(ProtectionAlarm.truce.rawValue) }
    arm(ProtectionAlarm.truce.rawValue, change.deadline, firesOn: change.firesOn, change.trigger)
  }

  private var nextTruceChange: (deadline: Deadline, firesOn: Day, trigger: Trigger)? {
    let calendar = rules.calendar
    func deadline(_ due: Day, _ article: String) -> Deadline {
      Deadline(
        origin: today, rule: ProtectionAlarm.truce.rule, article: article, delay: "trêve hivernale",
        raw: due,
        due: due, reason: "")
    }
    if let truce = calendar.truce(on: today) {
      return (deadline(truce.end, truce.article), truce.end.adding(days: 1), .truceEnded)
    }
    let year = today.components.year
    let next = [year, year + 1].lazy.compactMap(calendar.truces.truce(ofWinter:))
      .first { $0.start > today }
    return next.map { (deadline($0.start, $0.article), $0.start, .truceStarted) }
  }
}

// MARK: - How the day of a phase's deadline is found

/// A deadline found: what happens when it fires, and the day on which it does.
private typealias Found = (
  trigger: Trigger, deadline: Deadline, rule: RuleVersion, firesOn: Day
)

extension PhaseDeadline.Term {
  fileprivate var isBeforeHearing: Bool {
    if case .beforeHearing = self { true } else { false }
  }
}

extension PhaseDeadline.Term {
  fileprivate var alarm: ProtectionAlarm? {
    switch self {
    case .quitPeriod: .quitPeriod
    case .judgeDelays: .judgeDelays
    case .clauseSuspension: .clauseSuspension
    case .protocolTerm: .protocolTerm
    case .fromAct, .fromDecision, .beforeHearing, .hearing, .judgment, .notice, .charte: nil
    }
  }
}

extension DossierDecision {
  /// Arms the deadline of the phase in which a track stands, in place of the one it waited for.
  mutating func arm(_ track: Track, since act: Day) throws {
    let old = dossier.steps.removeValue(forKey: track)
    let oldKind = old.map { kind(track, $0.trigger) }
    guard let phase = deadline(of: track), let found = try find(phase, since: act) else {
      if let oldKind { disarm(oldKind) }
      return
    }
    let newKind = kind(track, found.trigger)
    if let oldKind, oldKind != newKind { disarm(oldKind) }
    dossier.steps[track] = AwaitedStep(
      trigger: found.trigger, due: found.deadline.due, rule: found.rule)
    arm(newKind, found.deadline, firesOn: found.firesOn, found.trigger)
  }

  private func kind(_ track: Track, _ trigger: Trigger) -> String {
    track.rawValue + "." + trigger.rawValue
  }

  private func deadline(of track: Track) -> PhaseDeadline? {
    let situation = dossier.situation
    switch track {
    case .contact: return tables.contact.deadline(situation.contact)
    case .debt: return tables.debt.deadline(situation.debt)
    case .housing: return tables.housing.deadline(situation.housing)
    case .procedure: return tables.procedure.deadline(situation.procedure)
    }
  }

  /// The deadline of a phase; `nil` where the end of a protection, armed by itself, is its
  /// deadline.
  private func find(_ phase: PhaseDeadline, since act: Day) throws -> Found? {
    let alarm = phase.term.alarm
    if let alarm, Self.end(of: alarm, in: dossier) != nil { return nil }
    let tomorrow = today.adding(days: 1)
    if let (deadline, rule) = lawful(phase.term, since: act) {
      // Before a hearing it is told on the last day itself, while something can still be done.
      let first = phase.term.isBeforeHearing ? deadline.due : deadline.due.adding(days: 1)
      // A commandement told late has expired on its own day: what came after it finds the clause
      // acquired.
      return (phase.trigger, deadline, rule, phase.term == .notice ? first : max(first, tomorrow))
    }
    let deadline = try rules.calendar.deadline(
      origin: today, delay: rules.charte[phase.fallback], rule: phase.fallback.rawValue,
      article: "Charte de prévention de l'expulsion")
    // No delay of the Charte ends a protection: it only asks for a look.
    return (
      alarm == nil ? phase.trigger : .reviewDue, deadline,
      RuleVersion(rule: phase.fallback.rawValue, version: rules.charte.version),
      max(deadline.due.adding(days: 1), tomorrow)
    )
  }

  /// The deadline that the law or an act sets; `nil` where it has no day, or where no version of
  /// the rule is so old: then the Charte serves.
  private func lawful(
    _ term: PhaseDeadline.Term, since act: Day
  ) -> (deadline: Deadline, rule: RuleVersion)? {
    let days = dossier.days
    switch term {
    case .fromAct(let rule): return counted(rule, from: act, decidedBy: act)
    case .fromDecision(let rule): return counted(rule, from: today, decidedBy: today)
    case .beforeHearing(let rule):
      return days.hearing.flatMap { counted(rule, from: $0, decidedBy: $0) }
    case .notice:
      return counted(
        .cdpDelai, from: act, decidedBy: days.noticeDecidedBy ?? noticeDecided(on: act))
    case .hearing:
      return days.hearing.map { fixed($0, "AUDIENCE", "jour de l'audience") }
    case .judgment:
      return days.judgment.flatMap {
        $0 > today ? fixed($0, "DELIBERE", "jour du délibéré") : nil
      }
    case .quitPeriod, .judgeDelays, .clauseSuspension, .protocolTerm, .charte:
      return nil
    }
  }

  private func counted(
    _ rule: RuleID, from origin: Day, decidedBy day: Day
  ) -> (deadline: Deadline, rule: RuleVersion)? {
    guard let version = try? RuleVersion(rule, decidedBy: day),
      let deadline = try? rules.calendar.deadline(rule, origin: origin, decidedBy: day)
    else { return nil }
    return (deadline, version)
  }

  private func fixed(
    _ day: Day, _ rule: String, _ words: String
  ) -> (deadline: Deadline, rule: RuleVersion) {
    let deadline = Deadline(
      origin: today, rule: rule, article: "loi 89-462, art. 24", delay: words, raw: day, due: day,
      reason: "")
    return (deadline, .act(rule))
  }

  mutating func arm(_ kind: String, _ deadline: Deadline, firesOn: Day, _ trigger: Trigger) {
    decision.deadlines.append(
      .arm(kind: kind, deadline: deadline, firesOn: firesOn, household: household))
    let moved = deadline.reason.isEmpty ? "" : ", reporté : \(deadline.reason)"
    let past = deadline.due < today ? " Ce jour est déjà passé : constaté." : ""
    write(
      .armed, on: today,
      "Jusqu'au \(deadline.due.frenchText) (\(deadline.delay) à compter du "
        + "\(deadline.origin.frenchText)\(moved)), puis : \(trigger.frenchName).\(past)",
      deadline.article)
  }

  mutating func disarm(_ kind: String) {
    decision.deadlines.append(.disarm(kind: kind, household: household))
    let trigger = kind.split(separator: ".").last.flatMap { Trigger(rawValue: String($0)) }
    let name = trigger.map { " : " + $0.frenchName } ?? " d'une protection"
    write(.disarmed, on: today, "Échéance levée" + name + ".", nil)
  }
}
