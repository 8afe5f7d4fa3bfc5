import Foundation
import Testing

/// Scenarios that Amont cannot play yet, each with what is missing. They are neither played nor judged
/// until their line is taken out; the list is to be empty.
enum Awaited {
  static let missing: [String: String] = [
    "SC09": "a signal below the threshold asks for the full contact, and its reminders never end",
    "SC13":
      "an INSEE code in no table is checked as an address, the table is not asked to be mended",
    "SC16":
      "the DSF of carence leaves out the landlord's and the CAF's data; the hearing is told once",
    "SC19": "reminders of contact and DSF go on after the household has left",
    "SC28": "a schedule is broken at the end of the tolerance, not at the first unpaid term (2023)",
    "SC29": "the DSF that was asked is not called off when the landlord withdraws",
    "SC33": "the deadline of the CQL says the day of the act as its origin, not that of the seisin",
    "SC37": "an offer lifts the hold of a DALO priority; only the préfet's decision may",
    "SC39": "reminders of contact go on after the household has left",
    "SC41": "no deadline for the end of solidarity, no new diagnosis for the one who stays",
    "SC46": "no event by which a household asks for its data",
  ]

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
