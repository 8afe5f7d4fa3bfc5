import Contracts
import LegalCalendar
import Vocabulary

// How the day of a phase's deadline is found.

extension SagaWork {
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
    dossier.steps[track] = AwaitedStep(trigger: found.trigger, due: found.deadline.due)
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

  /// The deadline of a phase; `nil` where the end of a protection, armed by itself, is its deadline.
  private func find(
    _ phase: PhaseDeadline, since act: Day
  ) throws -> (trigger: Trigger, deadline: Deadline, firesOn: Day)? {
    let calendar = rules.calendar
    let tomorrow = today.adding(days: 1)
    func after(_ deadline: Deadline) -> (trigger: Trigger, deadline: Deadline, firesOn: Day) {
      (phase.trigger, deadline, max(deadline.due.adding(days: 1), tomorrow))
    }
    let days = dossier.days
    switch phase.term {
    case .fromAct(let rule):
      // A rule without a version for so old an act leaves the Charte.
      if let deadline = try? calendar.deadline(rule, origin: act, decidedBy: act) {
        return after(deadline)
      }
    case .fromDecision(let rule):
      if let deadline = try? calendar.deadline(rule, origin: today, decidedBy: today) {
        return after(deadline)
      }
    case .beforeHearing(let rule):
      if let hearing = days.hearing,
        let deadline = try? calendar.deadline(rule, origin: hearing, decidedBy: hearing)
      {
        // Told on the last day itself, while something can still be done.
        return (phase.trigger, deadline, max(deadline.due, tomorrow))
      }
    case .hearing:
      if let hearing = days.hearing {
        return after(fixed(hearing, "AUDIENCE", "jour de l'audience"))
      }
    case .judgment:
      if let day = days.judgment, day > today {
        return after(fixed(day, "DELIBERE", "jour du délibéré"))
      }
    case .quitPeriod:
      if Self.end(of: .quitPeriod, in: dossier) != nil { return nil }
    case .judgeDelays:
      if Self.end(of: .judgeDelays, in: dossier) != nil { return nil }
    case .charte: break
    }
    let isProtection = phase.term == .quitPeriod || phase.term == .judgeDelays
    let deadline = try calendar.deadline(
      origin: today, delay: rules.charte[phase.fallback], rule: phase.fallback.rawValue,
      article: "Charte de prévention de l'expulsion")
    // No delay of the Charte ends a protection: it only asks for a look.
    return (
      isProtection ? .reviewDue : phase.trigger, deadline,
      max(deadline.due.adding(days: 1), tomorrow)
    )
  }

  private func fixed(_ day: Day, _ rule: String, _ words: String) -> Deadline {
    Deadline(
      origin: today, rule: rule, article: "loi 89-462, art. 24", delay: words, raw: day, due: day,
      reason: "")
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
