import Contracts
import LegalCalendar
import SagaOrchestratorDomain
import Testing
import Vocabulary

/// Lives made at random through the very function that runs, dates, deadlines and reviews included:
/// a check on the argument by which the tracks are proved one by one, and the proof of what only
/// dates can show.
@Suite struct RandomLifeTests {
  /// The acts of a life come in the order of their days: the runtime sees to it.
  @Test(arguments: 0..<40, [2017, 2019, 2023])
  func everyPromiseHoldsInALifeMadeAtRandom(_ seed: Int, _ year: Int) throws {
    var dice = Dice(seed: seed)
    var story = Story(from: Day("\(year)-04-03") ?? "2017-04-03")
    for _ in 0..<60 {
      let trigger = Trigger.allCases.randomElement(using: &dice) ?? .reviewDue
      let told = story.today.adding(days: Int.random(in: 0...20, using: &dice))
      let ahead = told.adding(days: Int.random(in: 5...400, using: &dice))
      try story.advance(to: told)
      let before = story.dossier
      try story.hear(
        trigger, on: told, hearing: Bool.random(using: &dice) ? ahead : nil,
        until: Bool.random(using: &dice) ? ahead : nil)
      let place = "graine \(seed), \(year), \(trigger)"
      checkShape(story, place)
      checkDays(story, place)
      checkRules(story, place)
      if !before.situation.isClosed { checkProtections(story, from: before, trigger, place) }
    }
  }

  /// No day that is past when it is told; a schedule's first instalment is no limit.
  private func checkDays(_ story: Story, _ place: String) {
    for command in story.sent.suffix(story.last.count) where command.order != .keepScheduleAlive {
      #expect(command.until.map { $0 >= command.on } ?? true, "\(place), \(command.order)")
    }
  }

  private func checkShape(_ story: Story, _ place: String) {
    let situation = story.dossier.situation
    #expect(Set(story.last).count == story.last.count, "\(place)")
    let closed = [
      situation.contact == .closed, situation.debt == .closed, situation.housing == .closed,
      situation.procedure == .closed,
    ]
    #expect(Set(closed).count == 1, "\(place)")
    let rights = situation.circumstances.intersection(Circumstance.rights)
    if situation.isClosed {
      #expect(story.armed.isEmpty, "\(place)")
      return
    }
    #expect(situation.circumstances.contains(.rightOpen) == !rights.isEmpty, "\(place)")
    let armed = Set(story.armed.keys.map { $0.prefix { $0 != "." } })
    let isProtected = armed.contains("protection")
    #expect(armed.isSuperset(of: ["contact", "debt", "housing"]), "\(place)")
    #expect(armed.contains("procedure") || isProtected, "\(place)")
    if story.last.contains(.tellPrefetProtection) {
      #expect(!situation.circumstances.intersection(Circumstances.bars).isEmpty, "\(place)")
    }
    if situation.procedure == .evictionPossible {
      let held = situation.circumstances.intersection(Circumstances.bars)
      #expect(held.isEmpty, "\(place), \(held.elements)")
    }
    if situation.circumstances.contains(.diagnosed) {
      let helped =
        situation.debt.isUnderWay || situation.debt == .cleared || situation.housing.isUnderWay
        || situation.housing == .vacated
      #expect(helped, "\(place)")
    }
  }

  /// Every deadline that waits has a version of a rule behind it.
  private func checkRules(_ story: Story, _ place: String) {
    for step in story.dossier.steps.values {
      let name = step.rule.rule
      let isLaw = RuleID(rawValue: name) != nil
      let isCharte = CharteDelay(rawValue: name) != nil
      let isAct = ["AUDIENCE", "DELIBERE"].contains(name) && step.rule.version == "acte"
      #expect(isLaw || isCharte || isAct, "\(place), \(name)")
      #expect(!step.rule.version.isEmpty, "\(place), \(name)")
    }
    for (kind, armed) in story.armed {
      #expect(!armed.deadline.rule.isEmpty && !armed.deadline.article.isEmpty, "\(place), \(kind)")
    }
  }

  /// No word but those that end a protection by law ends it or moves its end to an earlier day.
  private func checkProtections(
    _ story: Story, from before: Dossier, _ trigger: Trigger, _ place: String
  ) {
    let after = story.dossier
    guard !after.situation.isClosed else { return }
    for protection in Circumstance.protections where protection != .winterTruce {
      guard before.situation.circumstances.contains(protection) else { continue }
      if !after.situation.circumstances.contains(protection) {
        #expect(protection.ends[trigger] != nil, "\(place), \(protection)")
      } else if let old = before.days.end(of: protection), let new = after.days.end(of: protection)
      {
        #expect(new >= old, "\(place), \(protection)")
      }
    }
  }
}

extension KnownDays {
  /// The last day of a protection, where an act told it.
  fileprivate func end(of protection: Circumstance) -> Day? {
    [
      .judgeDelaysInForce: judgeDelaysUntil, .jexDelaysInForce: jexUntil,
      .quitPeriodNotRun: quitUntil, .surendettementSuspension: suspensionUntil,
      .protocolInForce: protocolUntil, .clauseSuspended: clauseUntil,
    ][protection] ?? nil
  }
}
