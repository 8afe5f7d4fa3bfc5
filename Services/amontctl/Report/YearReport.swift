import Contracts
import SagaOrchestratorDomain

/// The evaluation of a year, as it may be published.
struct YearReport: Encodable, Sendable {
  /// One figure of one indicator in one segment.
  struct Row: Encodable, Sendable, Hashable {
    let indicator: String, name: String, cut: String, segment: String
    /// `< 5` where it is small, `n. c.` where it would tell a small one.
    let numerator: String
    let denominator: String?
    /// In per cent, or for a delay its median and its 90th percentile, in days.
    let share: String?
    /// What the instruction or the Charte aims at.
    let target: String?
    let source: String
  }

  let year: Int
  let rows: [Row]

  /// The report of the figures of a year, with the rows of the services that know more.
  init(
    year: Int, of figures: YearFigures, targets: [String: String] = [:], more: [Row] = []
  ) {
    self.year = year
    rows =
      IndicatorLine.all.flatMap { line in
        Cut.allCases.flatMap { YearReport.rows(of: line, $0, figures, targets[line.id]) }
      } + more
  }

  private static let source = "saga-orchestrator, table indicator"

  private static func rows(
    of line: IndicatorLine, _ cut: Cut, _ figures: YearFigures, _ target: String?
  ) -> [Row] {
    let segments = figures.segments(cut)
    if line.kind == .delay { return delays(of: line, cut, segments, figures, target) }
    let above = segments.map { figures.sum(line.marks, cut, $0) }
    let below = segments.map { figures.sum(line.outOf, cut, $0) }
    // What is missing to the denominator tells as much as the numerator.
    var telling = Set(
      segments.indices.filter {
        line.kind == .share && SmallCells.isSmall(below[$0] - above[$0])
      })
    telling.formUnion(withheldInFamily(line, cut, segments, figures))
    let shownAbove = shown(above, cut, telling)
    let shownBelow = shown(below, cut, [])
    return segments.indices.map { place in
      Row(
        indicator: line.id, name: line.name, cut: cut.rawValue, segment: segments[place],
        numerator: shownAbove[place].text,
        denominator: line.kind == .share ? shownBelow[place].text : nil,
        share: line.kind == .share ? share(shownAbove[place], shownBelow[place]) : nil,
        target: target ?? line.target.map(String.init), source: source)
    }
  }

  private static func shown(
    _ figures: [Int], _ cut: Cut, _ telling: Set<Int>
  ) -> [SmallCells.Shown] {
    guard cut == .all else { return SmallCells.show(figures, alsoSmall: telling) }
    // The whole is no part of a sum that is published.
    return figures.indices.map {
      if SmallCells.isSmall(figures[$0]) { return .small }
      return telling.contains($0) ? .withheld : .figure(figures[$0])
    }
  }

  /// Where the other lines of a family, with their sum, would tell this one.
  private static func withheldInFamily(
    _ line: IndicatorLine, _ cut: Cut, _ segments: [String], _ figures: YearFigures
  ) -> Set<Int> {
    guard let family = line.family else { return [] }
    let lines = IndicatorLine.all.filter { $0.family == family }
    guard let own = lines.firstIndex(where: { $0.id == line.id }) else { return [] }
    return Set(
      segments.indices.filter { place in
        let parts = lines.map { figures.sum($0.marks, cut, segments[place]) }
        return SmallCells.show(parts)[own] == .withheld
      })
  }

  private static func share(_ above: SmallCells.Shown, _ below: SmallCells.Shown) -> String? {
    guard case .figure(let above) = above, case .figure(let below) = below, below > 0 else {
      return nil
    }
    let tenths = (above * 1_000 + below / 2) / below
    return "\(tenths / 10),\(tenths % 10) %"
  }

  private static func delays(
    of line: IndicatorLine, _ cut: Cut, _ segments: [String], _ figures: YearFigures,
    _ target: String?
  ) -> [Row] {
    let found = segments.map { segment in
      line.marks.first.flatMap {
        figures.delays[YearFigures.Cell(mark: $0, cut: cut, segment: segment)]
      }
    }
    let counts = shown(found.map { $0?.count ?? 0 }, cut, [])
    return segments.indices.map { place in
      var days: String?
      if case .figure(let count) = counts[place], count > 0, let delay = found[place] {
        days = "médiane \(delay.median) j, 9e décile \(delay.ninth) j"
      }
      return Row(
        indicator: line.id, name: line.name, cut: cut.rawValue, segment: segments[place],
        numerator: counts[place].text, denominator: nil, share: days, target: target,
        source: source)
    }
  }
}

extension SmallCells.Shown {
  /// As it is published.
  var text: String {
    switch self {
    case .figure(let figure): String(figure)
    case .small: "< \(SmallCells.threshold)"
    case .withheld: "n. c."
    }
  }
}

extension YearReport {
  private static let head = [
    "indicateur", "intitulé", "découpage", "segment", "numérateur", "dénominateur", "part",
    "objectif",
    "source",
  ]

  private var cells: [[String]] {
    rows.map {
      [
        $0.indicator, $0.name, $0.cut, $0.segment, $0.numerator, $0.denominator ?? "",
        $0.share ?? "", $0.target ?? "", $0.source,
      ]
    }
  }

  /// Columns for people.
  var table: String {
    "Évaluation de l'année \(year)\n\n"
      + TextTable([Self.head] + cells, leading: [0, 1, 2, 3, 6, 8]).text
  }

  /// Columns for a spreadsheet (RFC 4180).
  var csv: String { ([Self.head] + cells).map(CSV.line).joined() }
}
