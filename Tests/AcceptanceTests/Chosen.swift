import Foundation
import Testing

/// Which scenarios are played: all, or those that `AMONT_ACCEPTANCE_ONLY` names (`SC01 SC33`).
enum Chosen {
  private static let only = ProcessInfo.processInfo.environment["AMONT_ACCEPTANCE_ONLY"]
    .map { Set($0.split(separator: " ").map(String.init)) }

  /// Whether a choice was made.
  static let isPart = only != nil

  static func contains(_ scenario: Scenario) -> Bool { only?.contains(scenario.id) ?? true }
}

extension Trait where Self == ConditionTrait {
  /// Judged where the servers of the tests run and the scenario is not left out.
  static func played(_ scenario: Scenario) -> Self {
    .enabled(
      if: Theatre.isAvailable && Chosen.contains(scenario),
      "left out by AMONT_ACCEPTANCE_ONLY, or no servers: start with Tests/run")
  }
}
