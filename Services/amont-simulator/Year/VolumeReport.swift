import OperatorReading
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A year's counts beside those of the table: what was asked for, what partners published, what
/// the services recorded. Pure.
struct VolumeReport: Sendable {
  /// What a count may differ by, beyond what chance does to a small one: in hundredths.
  static let tolerance = 3.0
  /// Chance: standard deviations that are no surprise in a table of thirty lines.
  static let deviations = 4.0
  /// What a share of the funnel may differ by, in points.
  static let points = 3.0

  let scale: Double
  let published: [Volume: Int]
  let recorded: [Volume: Int]
  /// Dossiers opened in the year.
  let dossiers: Int

  /// One step of the funnel: how many of the second for a hundred of the first.
  private static let steps: [(of: Volume?, reached: Volume)] = [
    (nil, .summons), (nil, .surendettement), (nil, .offer), (.hearing, .postponement),
    (.summons, .decision), (.decision, .delays), (.decision, .quitOrder),
    (.quitOrder, .policeAidRequest), (.policeAidRequest, .policeAidGrant),
    (.policeAidGrant, .eviction), (.policeAidRequest, .dalo),
  ]

  /// Counts, a line of the table each.
  var counts: String {
    let rows = Volume.allCases.map { volume -> [String] in
      let wanted = wanted(volume)
      let got = recorded[volume, default: 0]
      return [
        volume.name, String(Int(wanted.rounded())), String(published[volume, default: 0]),
        String(got), Self.signed((Double(got) / max(1, wanted) - 1) * 100) + " %",
      ]
    }
    return TextTable([["par an", "voulu", "publié", "enregistré", "écart"]] + rows).text
  }

  /// The funnel's shares, those of the table and those of the services side by side.
  var ratios: String {
    let rows = Self.steps.map { step -> [String] in
      let (wanted, got) = (wantedShare(step), share(step))
      return [
        name(step), Self.tenths(wanted) + " %", Self.tenths(got) + " %",
        Self.signed(got - wanted) + " pt",
      ]
    }
    return TextTable([["pour cent", "voulu", "enregistré", "écart"]] + rows).text
  }

  /// A sentence for each number that is beyond what may be.
  var problems: [String] {
    Volume.allCases.compactMap { volume in
      let (wanted, got) = (wanted(volume), Double(recorded[volume, default: 0]))
      let allowed = wanted * Self.tolerance / 100 + Self.deviations * wanted.squareRoot()
      return abs(got - wanted) <= allowed
        ? nil
        : "\(volume.name.drop { $0 == " " }): \(Int(got)), voulu \(Int(wanted)) à"
          + " \(Int(allowed)) près"
    }
      + Self.steps.compactMap { step in
        let (wanted, got) = (wantedShare(step), share(step))
        let share = min(max(wanted / 100, 0.01), 0.99)
        let noise = (share * (1 - share) / max(1, count(step.of))).squareRoot() * 100
        let allowed = Self.points + Self.deviations * noise
        return abs(got - wanted) <= allowed
          ? nil
          : "\(name(step)): \(Self.tenths(got)) %, voulu \(Self.tenths(wanted)) à"
            + " \(Self.tenths(allowed)) près"
      }
  }

  private func wanted(_ volume: Volume) -> Double { Double(volume.aYear) * scale }

  private func count(_ volume: Volume?) -> Double {
    Double(volume.map { recorded[$0, default: 0] } ?? dossiers)
  }

  private func share(_ step: (of: Volume?, reached: Volume)) -> Double {
    count(step.reached) * 100 / max(1, count(step.of))
  }

  private func wantedShare(_ step: (of: Volume?, reached: Volume)) -> Double {
    Double(step.reached.aYear) * 100 / Double(step.of?.aYear ?? Volume.dossiers)
  }

  private func name(_ step: (of: Volume?, reached: Volume)) -> String {
    let reached = String(step.reached.name.drop { $0 == " " })
    return reached + " / " + (step.of?.name ?? "dossiers ouverts")
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10),\(abs(tenths) % 10)"
  }

  private static func signed(_ value: Double) -> String {
    (value < 0 ? "" : "+") + tenths(value)
  }
}
