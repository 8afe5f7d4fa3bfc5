import LegalCalendar
public import Vocabulary

/// Weights by steps: up to a bound, so many points; beyond the last bound, one.
public enum ScaleParameter: CaseIterable, Sendable {
  case urgency, solvability

  /// How many steps a scale may have, how far they go and how much they weigh.
  public static let mostSteps = 6, farthest = 1_000, heaviest = 10
}

extension ScaleParameter: CharteParameter {
  // swift-format-ignore
  /// The table: place in the file, default, meaning, source, certainty.
  public var row: ParameterRow<[ScaleStep]> {
    switch self {
    case .urgency: ParameterRow("priorite.urgence", [ScaleStep(upTo: 15, weight: 5), ScaleStep(upTo: 30, weight: 4), ScaleStep(upTo: 60, weight: 3), ScaleStep(upTo: 120, weight: 2)], "poids de l'urgence, par jours restant avant l'étape suivante", "critère proposé", .parameter)
    case .solvability: ParameterRow("priorite.solvabilite", [ScaleStep(upTo: 3, weight: 3), ScaleStep(upTo: 6, weight: 2)], "poids de la solvabilité, par dette en loyers", "critère proposé", .parameter)
    }
  }

  public var expected: String {
    "d'un à \(Self.mostSteps) paliers qui montent, d'un à \(Self.heaviest) points :"
      + " « \(text(of: row.standard)) »"
  }

  /// Reads `5 points jusqu'à 15 jours, 4 points jusqu'à 30 jours`.
  public func value(of text: String) -> [ScaleStep]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let steps = parts.compactMap { step(String($0)) }
    guard steps.count == parts.count, (1...Self.mostSteps).contains(steps.count),
      zip(steps, steps.dropFirst()).allSatisfy({ $0.upTo < $1.upTo })
    else { return nil }
    return steps
  }

  private func step(_ text: String) -> ScaleStep? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 5, words[2] == "jusqu'à" || words[2] == "jusqu’à",
      let weight = Int(words[0]), (1...Self.heaviest).contains(weight),
      let upTo = Int(words[3]), (1...Self.farthest).contains(upTo),
      ["point", "points"].contains(words[1]), [unit, String(unit.dropLast())].contains(words[4])
    else { return nil }
    return ScaleStep(upTo: upTo, weight: weight)
  }

  private var unit: String {
    switch self {
    case .urgency: "jours"
    case .solvability: "loyers"
    }
  }

  /// Writes `5 points jusqu'à 15 jours, 4 points jusqu'à 30 jours`.
  public func text(of value: [ScaleStep]) -> String {
    value.map {
      "\($0.weight) \($0.weight > 1 ? "points" : "point") jusqu'à \($0.upTo) \(unit)"
    }.joined(separator: ", ")
  }
}
