import Foundation
import Testing

/// Scenarios that Amont cannot play yet, each with what is missing. They are neither played nor judged
/// until their line is taken out; the list is to be empty.
enum Awaited {
  static let missing: [String: String] = [:]

  /// Whether the awaited ones are played all the same, to see how far they are from passing.
  static let arePlayed = ProcessInfo.processInfo.environment["AMONT_ACCEPTANCE_AWAITED"] == "play"

  /// What a scenario waits for; `nil` where it is played.
  static func reason(_ scenario: Scenario) -> String? {
    arePlayed ? nil : missing[scenario.id]
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
