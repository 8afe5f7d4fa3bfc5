import Foundation
import Testing

/// Scenarios that Amont cannot play yet, each with what is missing. They are neither played nor judged
/// until their line is taken out; the list is to be empty.
enum Awaited {
  static let missing: [String: String] = [
    "SC03": "the landlord's own delay (APL.signal) is not shown once he has signalled in time",
    "SC07": "a second source of one debt still asks the préfecture for a review",
    "SC09": "below the threshold the contact is not yet light, and the FSL is asked",
    "SC11": "a rectified address does not reach the saga's commission; the old one is not told",
    "SC13": "the alert to update the table is not sent for a commune that is no commission's",
    "SC16": "a DSF of carence does not carry the landlord's and the CAF's amounts",
    "SC19": "a household known to have left is followed for three months before the dossier closes",
    "SC26": "the term of an amendment is not armed under its rule",
    "SC28": "a broken schedule is dated of the end of the five days, not of the unpaid term",
    "SC29": "the operator is not told that the DSF is without object when the landlord withdraws",
    "SC33": "the delay of a late seizure is armed under another rule than CQL.delai",
    "SC35": "a later circumstance does not open a demand of accommodation at once",
    "SC37": "the hold of the DALO is lifted by the offer, not only by the préfet's decision",
    "SC39": "an accommodated household is followed for three months before the dossier closes",
    "SC40": "an evicted household is followed for three months before the dossier closes",
    "SC41": "the solidarity of a leaver has no delay, the stayer no new diagnosis",
    "SC46": "no event tells of a request for access (RGPD art. 12)",
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
