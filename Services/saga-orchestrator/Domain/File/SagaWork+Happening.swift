import Contracts
import LegalCalendar
import Vocabulary

// What happens is judged by its own day, and takes effect on the business day.

extension SagaWork {
  mutating func happen(_ happening: Happening) throws {
    try keepUpWithTruce()
    isSecret = happening.isSecret
    dossier.note(happening.trigger, on: happening.on)
    write(
      happening.isDeadline ? .fired : .fact, on: happening.on, happening.text, happening.article,
      of: happening.trigger)
    // Later versions are told everything in the order of acts: nothing comes late to them.
    if tables.version == ProcedureTables.v1.version, let reason = lateness(happening) {
      write(.late, on: today, reason, nil)
      return
    }
    let before = dossier.situation
    if before.isClosed, tables.episodes.contains(happening.trigger) { forgetDays() }
    try learnDays(happening)
    let seen =
      happening.trigger == .evictionReported ? circumstances(on: happening.on) : nil
    let step = tables.step(before, happening.trigger, only: happening.track, seen: seen)
    try take(step, from: before, happening)
  }

  /// The truce comes and goes by the calendar: the dossier learns of it before anything else.
  mutating func keepUpWithTruce() throws {
    let isTruce = rules.calendar.truce(on: today) != nil
    let before = dossier.situation
    guard isTruce != before.circumstances.contains(.winterTruce) else { return }
    let trigger: Trigger = isTruce ? .truceStarted : .truceEnded
    let text = isTruce ? "La trêve hivernale est en cours." : "La trêve hivernale a pris fin."
    let happening = Happening(trigger, on: today, text: text, article: "CPCE L412-6")
    if before.procedure.isExecution { write(.fact, on: today, text, happening.article) }
    try take(tables.step(before, trigger), from: before, happening)
  }

  /// Why an act changes nothing any more, in French; `nil` where it may.
  private func lateness(_ happening: Happening) -> String? {
    let on = happening.on
    let days = dossier.days
    let trigger = happening.trigger
    if trigger == .evictionReported {
      return days.evictedOn == on ? "Cette expulsion est déjà enregistrée." : nil
    }
    if happening.isDeadline { return nil }
    if let closure = dossier.closure, on <= closure.on {
      return "Reçu après la clôture pour un fait antérieur : sans effet."
    }
    let isDebt = trigger == .arrearsReported || trigger == .noticeServed
    if isDebt, let clearedOn = days.clearedOn, on <= clearedOn {
      return "Dette antérieure à l'apurement complet : sans effet."
    }
    guard let hearing = days.hearing else { return nil }
    if trigger == .hearingHeld, on < hearing {
      return "Audience antérieure à celle qui est fixée : sans effet."
    }
    if trigger == .hearingPostponed, (happening.hearing ?? hearing) <= hearing {
      return "Renvoi déjà connu : sans effet."
    }
    return nil
  }

  /// What protected the household on a past day: an eviction is lawful or not by its own day, not by
  /// the day on which Amont hears of it.
  func circumstances(on day: Day) -> Circumstances {
    var seen = dossier.situation.circumstances.subtracting(Circumstances.protections)
    for protection in Circumstance.protections where protection != .winterTruce {
      seen.set(protection, to: dossier.periods[protection]?.covers(day) ?? false)
    }
    seen.set(.winterTruce, to: rules.calendar.truce(on: day) != nil)
    return seen
  }
}
