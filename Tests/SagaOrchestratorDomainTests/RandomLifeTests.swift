import Contracts
import LegalCalendar
import SagaOrchestratorDomain
import Testing
import Vocabulary

/// Lives made at random through the very function that runs, dates, deadlines and reviews included:
/// a check on the argument by which the tracks are explored one by one.
@Suite struct RandomLifeTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var mixed = state
      mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
      return mixed ^ (mixed >> 33)
    }
  }

  @Test(arguments: 0..<60) func everyPromiseHoldsInALifeMadeAtRandom(_ seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &+ 2_017)
    var story = Story(from: "2017-04-03")
    for _ in 0..<60 {
      let trigger = Trigger.allCases.randomElement(using: &dice) ?? .reviewDue
      let told = story.today.adding(days: Int.random(in: 0...20, using: &dice))
      let on = told.adding(days: -Int.random(in: 0...40, using: &dice))
      let ahead = told.adding(days: Int.random(in: 5...120, using: &dice))
      let before = story.dossier.situation
      try story.hear(
        trigger, on: on, told: told, hearing: Bool.random(using: &dice) ? ahead : nil,
        until: Bool.random(using: &dice) ? ahead : nil)
      check(story, after: trigger, from: before, seed)
    }
  }

  private func check(_ story: Story, after trigger: Trigger, from before: Situation, _ seed: Int) {
    let situation = story.dossier.situation
    #expect(Set(story.last).count == story.last.count, "graine \(seed), \(trigger)")
    let closed = [
      situation.contact == .closed, situation.debt == .closed, situation.housing == .closed,
      situation.procedure == .closed,
    ]
    #expect(Set(closed).count == 1, "graine \(seed), \(trigger)")
    if situation.isClosed {
      #expect(story.armed.isEmpty, "graine \(seed), \(trigger)")
      return
    }
    let armed = Set(story.armed.keys.map { $0.prefix { $0 != "." } })
    let isProtected = armed.contains("protection")
    #expect(armed.isSuperset(of: ["contact", "debt", "housing"]), "graine \(seed), \(trigger)")
    #expect(armed.contains("procedure") || isProtected, "graine \(seed), \(trigger)")
    if situation.procedure == .evictionPossible {
      let held = situation.circumstances.intersection(Circumstances.protections)
      #expect(held.isEmpty, "graine \(seed), \(trigger), \(held.elements)")
    }
    if situation.circumstances.contains(.diagnosed) {
      let helped =
        situation.debt.isUnderWay || situation.debt == .cleared || situation.housing.isUnderWay
      #expect(helped, "graine \(seed), \(trigger)")
    }
  }
}
