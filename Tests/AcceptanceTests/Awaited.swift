import Foundation
import Testing

/// Scenarios that Amont cannot play yet, each with what is missing. They are neither played nor judged
/// until their line is taken out; the list is to be empty.
enum Awaited {
  static let missing: [String: String] = [:]

  /// Whether the awaited ones are played all the same, to see how far they are from passing.
  static let arePlayed = ProcessInfo.processInfo.environment["AMONT_ACCEPTANCE_AWAITED"] == "play"

  /// Where `AMONT_ACCEPTANCE_ONLY` names scenarios (`SC01 SC33`), the others are left out.
  private static let only = ProcessInfo.processInfo.environment["AMONT_ACCEPTANCE_ONLY"]
    .map { Set($0.split(separator: " ").map(String.init)) }

  /// Why a scenario is left out; `nil` where it is played.
  static func reason(_ scenario: Scenario) -> String? {
    if let only, !only.contains(scenario.id) { return "left out by AMONT_ACCEPTANCE_ONLY" }
    return arePlayed ? nil : missing[scenario.id]
  }
}

extension Trait where Self == ConditionTrait {
  /// Judged where the servers of the tests run and nothing is missing.
  static func awaited(_ scenario: Scenario) -> Self {
    let reason = Awaited.reason(scenario)
    return .enabled(
      if: Theatre.isAvailable && reason == nil,
      Comment(rawValue: reason.map { "missing: " + $0 } ?? "no servers: start with Tests/run"))
  }
}
