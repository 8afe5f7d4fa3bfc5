import Contracts
import LegalCalendar
import Vocabulary

// A deadline belongs to a phase: entering arms it, leaving disarms it. Some protections have an
// end of their own, which goes on running when the phase changes.

extension SagaWork {
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
    var happening = Happening(
      trigger, on: deadline.due,
      text: "Échéance : " + happened + (track.map { " (\($0.frenchName))" } ?? "") + ".",
      article: deadline.article, track: track)
    happening.isDeadline = true
    try happen(happening)
  }

  /// After a step: the tracks that entered a phase, and the protections.
  mutating func moveDeadlines(_ step: Step, from old: Dossier, _ happening: Happening) throws {
    for track in Track.allCases where step.entered[track] != nil {
      try arm(track, since: happening.on)
    }
    for alarm in ProtectionAlarm.allCases where alarm != .truce {
      try move(alarm, from: Self.end(of: alarm, in: old), happening)
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
    _ alarm: ProtectionAlarm, from old: Day?, _ happening: Happening
  ) throws {
    let end = Self.end(of: alarm, in: dossier)
    // The day that this message brought is already in `old`: its trigger tells that it is new.
    guard end != old || happening.trigger == alarm.start else { return }
    guard let end else {
      // The one that just fired is armed no more.
      if !happening.isDeadline || happening.trigger != alarm.trigger { disarm(alarm.rawValue) }
      return
    }
    let origin = happening.from ?? happening.on
    let set = Deadline(
      origin: origin, rule: alarm.rule, article: alarm.article, delay: alarm.delay,
      raw: end, due: end, reason: "")
    let counted = RuleID(rawValue: alarm.rule).flatMap {
      try? rules.calendar.deadline($0, origin: origin, decidedBy: happening.on)
    }
    let deadline = counted?.due == end ? counted ?? set : set
    arm(
      alarm.rawValue, deadline, firesOn: end.adding(days: 1),
      alarm.trigger)
  }

  /// Where a title exists, the dossier is woken on the day on which the truce begins or ends.
  private mutating func armTruce() {
    let isWatched = dossier.situation.procedure.isExecution
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
