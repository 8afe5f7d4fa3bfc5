import Foundation
import Vocabulary

@testable import amont_simulator

/// Households that live the same lives and differ in how Amont hears of them.
struct Cohort: Sendable {
  /// One household, and the one that lives the same with its events in order, once each.
  struct Member: Sendable {
    let life: Life
    let telling: Telling
    let seed: UInt64
    /// The place of the household that hears the same on the same days; `nil` for that one.
    var model: Int?
    /// The place of the household that hears of every act on its day; `nil` for that one.
    var prompt: Int?

    /// The day on which it is read: every event has come, and what it armed may have ended.
    var end: Day { life.end.adding(days: 7 * Cohort.weeksLate + Self.daysAfter) }

    private static let daysAfter = 30
  }

  private(set) var members: [Member] = []

  /// Households told in any order: `AMONT_SHUFFLE_HOUSEHOLDS` says another number.
  static let size = number("AMONT_SHUFFLE_HOUSEHOLDS") ?? 306
  /// The seed of the first one, the others follow: `AMONT_SHUFFLE_SEED` says another.
  static let firstSeed = number("AMONT_SHUFFLE_SEED") ?? 1
  /// For each life, timetables by which its events come weeks late.
  private static let timetables = 3
  /// How late an event may come, in weeks.
  static let weeksLate = 4

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  init(_ lives: [Life], size: Int = size, firstSeed: Int = firstSeed) {
    // One half hears all on one late day; the other half in the course of the life, weeks late.
    let share = max(1, size / (2 * lives.count * Self.timetables))
    var seed = UInt64(max(0, firstSeed))
    for life in lives {
      let prompt = members.count
      members.append(
        Member(life: life, telling: Telling(inOrder: life.steps.map(\.day)), seed: seed))
      let atTheEnd = Telling(inOrder: life.steps.map { _ in life.end })
      add(share * Self.timetables, of: life, told: atTheEnd, after: prompt, &seed)
      for timetable in 0..<Self.timetables {
        var dice = Dice(seed: seed, household: timetable, purpose: "timetable")
        let days = life.steps.map { step in
          Self.postDay(step.day, weeks: dice.number(0...Self.weeksLate))
        }
        add(share, of: life, told: Telling(inOrder: days), after: prompt, &seed)
      }
    }
  }

  private mutating func add(
    _ count: Int, of life: Life, told: Telling, after prompt: Int, _ seed: inout UInt64
  ) {
    let model = members.count
    members.append(Member(life: life, telling: told, seed: seed, prompt: prompt))
    for _ in 0..<count {
      var dice = Dice(seed: seed, household: 0, purpose: "order")
      let telling = told.shuffled(by: &dice)
      members.append(
        Member(life: life, telling: telling, seed: seed, model: model, prompt: prompt))
      seed += 1
    }
  }

  /// Late post is opened on Mondays: households share the days on which something arrives.
  private static func postDay(_ day: Day, weeks: Int) -> Day {
    guard weeks > 0 else { return day }
    let sinceMonday = (day.ordinal + 3) % 7
    return day.adding(days: 7 * weeks - sinceMonday)
  }
}
