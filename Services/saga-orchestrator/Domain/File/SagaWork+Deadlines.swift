import Contracts
import LegalCalendar
import Vocabulary

// A deadline belongs to a phase: entering arms it, leaving disarms it. Three protections have an end
// of their own, which goes on running when the phase changes.

/// The deadlines of protections, by the kind under which they are armed.
enum ProtectionAlarm: String, CaseIterable {
  case truce = "protection.treve"
  case judgeDelays = "protection.delais-du-juge"
  case quitPeriod = "protection.cql"

  /// What happens when it fires; the truce may begin or end.
  var trigger: Trigger {
    switch self {
    case .truce: .truceEnded
    case .judgeDelays: .judgeDelaysEnded
    case .quitPeriod: .quitPeriodEnded
    }
  }

  /// What sets its day.
  var start: Trigger {
    switch self {
    case .truce: .truceStarted
    case .judgeDelays: .evictionOrderedWithDelays
    case .quitPeriod: .quitOrderServed
    }
  }
}

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
    guard dossier.steps[track] == AwaitedStep(trigger: trigger, due: fired.deadline.due) else {
      return
    }
    dossier.steps[track] = nil
    try fire(trigger, fired.deadline, on: trigger == .reviewDue ? track : nil)
  }

  private mutating func fire(_ alarm: ProtectionAlarm, _ deadline: Deadline) throws {
    switch alarm {
    case .truce:
      dossier.days.truceChange = nil
      try keepUpWithTruce()
      armTruce()
    case .judgeDelays:
      guard dossier.days.judgeDelaysUntil == deadline.due else { return }
      try fire(.judgeDelaysEnded, deadline, on: nil)
    case .quitPeriod:
      guard dossier.days.quitUntil == deadline.due else { return }
      try fire(.quitPeriodEnded, deadline, on: nil)
    }
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
    for alarm in [ProtectionAlarm.judgeDelays, .quitPeriod] {
      try move(alarm, from: Self.end(of: alarm, in: old), happening)
    }
    armTruce()
  }

  /// The day on which a protection ends by itself, where it holds and the day is known.
  static func end(of alarm: ProtectionAlarm, in dossier: Dossier) -> Day? {
    let circumstances = dossier.situation.circumstances
    guard !dossier.situation.isClosed else { return nil }
    switch alarm {
    case .truce: return nil
    case .judgeDelays:
      return circumstances.contains(.judgeDelaysInForce) ? dossier.days.judgeDelaysUntil : nil
    case .quitPeriod:
      let runs =
        circumstances.contains(.quitPeriodNotRun) && circumstances.contains(.quitOrderNotified)
      return runs ? dossier.days.quitUntil : nil
    }
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
    let isQuit = alarm == .quitPeriod
    let set = Deadline(
      origin: happening.on, rule: isQuit ? RuleID.cqlDelai.rawValue : RuleID.delaisL412.rawValue,
      article: isQuit ? "CPCE L412-1, L412-5" : "CPCE L412-3, L412-4",
      delay: isQuit ? "2 mois" : "délai fixé par le juge", raw: end, due: end, reason: "")
    let counted = try? rules.calendar.deadline(
      .cqlDelai, origin: happening.on, decidedBy: happening.on)
    let deadline = isQuit && counted?.due == end ? counted ?? set : set
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
        origin: today, rule: "TREVE", article: article, delay: "trêve hivernale", raw: due,
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
