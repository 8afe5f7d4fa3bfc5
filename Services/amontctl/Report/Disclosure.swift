/// Which figures of a report may be shown: each is one cell, in whatever indicators it stands, so
/// that what one hides no other tells.
struct Disclosure {
  /// A figure of the report, or one that a reader gets by subtraction.
  private enum Figure: Hashable {
    case sum([Quantity], Cut, String)
    /// What is left of a whole when a part of it is taken away.
    case rest(of: [Quantity], without: [Quantity], Cut, String)
  }

  private var places: [Figure: Int] = [:]
  private var values: [Int] = []
  private var isPublished: [Bool] = []
  private var relations: [SmallCells.Relation] = []
  private var cells: SmallCells?

  init(of lines: [IndicatorLine], _ figures: YearFigures) {
    for line in lines {
      for cut in line.cuts {
        for segment in figures.segments(cut, of: line.counts) {
          for sum in [line.counts, line.outOf] where !sum.isEmpty {
            isPublished[place(.sum(sum, cut, segment), figures)] = true
          }
        }
      }
    }
    for line in lines { relateSegments(of: line, figures) }
    for line in lines where !line.outOf.isEmpty {
      relate(line.counts, within: line.outOf, line.cuts, figures)
    }
    for sum in Set(lines.flatMap { [$0.counts, $0.outOf] }) where sum.count > 1 {
      relate(parts: sum.map { [$0] }, of: sum, figures)
    }
    for (part, whole) in IndicatorLine.nested {
      relate([part], within: [whole], Cut.usual, figures)
    }
    cells = SmallCells(values, isPublished: isPublished, relations: relations)
  }

  /// A figure as it may be shown; one that is in no line is hidden.
  subscript(_ sum: [Quantity], _ cut: Cut, _ segment: String) -> SmallCells.Shown {
    guard let place = places[.sum(sum, cut, segment)], let cells else { return .withheld }
    return cells.shown[place]
  }

  private mutating func place(_ figure: Figure, _ figures: YearFigures) -> Int {
    if let known = places[figure] { return known }
    places[figure] = values.count
    switch figure {
    case .sum(let sum, let cut, let segment): values.append(figures.sum(sum, cut, segment))
    case .rest(let whole, let part, let cut, let segment):
      values.append(figures.sum(whole, cut, segment) - figures.sum(part, cut, segment))
    }
    isPublished.append(false)
    return values.count - 1
  }

  /// The segments of a cut add up to the whole.
  private mutating func relateSegments(of line: IndicatorLine, _ figures: YearFigures) {
    for sum in [line.counts, line.outOf] where !sum.isEmpty {
      for cut in line.cuts where cut != .all {
        let parts = figures.segments(cut, of: line.counts).map {
          place(.sum(sum, cut, $0), figures)
        }
        let whole = place(.sum(sum, .all, ""), figures)
        relations.append(SmallCells.Relation(whole: whole, parts: parts))
      }
    }
  }

  /// A numerator and what is missing to its denominator.
  private mutating func relate(
    _ part: [Quantity], within whole: [Quantity], _ cuts: [Cut], _ figures: YearFigures
  ) {
    for cut in cuts {
      for segment in figures.segments(cut, of: whole) {
        let rest = place(.rest(of: whole, without: part, cut, segment), figures)
        relations.append(
          SmallCells.Relation(
            whole: place(.sum(whole, cut, segment), figures),
            parts: [place(.sum(part, cut, segment), figures), rest]))
      }
    }
  }

  /// A sum of several quantities.
  private mutating func relate(
    parts: [[Quantity]], of whole: [Quantity], _ figures: YearFigures
  ) {
    for cut in Cut.usual {
      for segment in figures.segments(cut, of: whole) {
        relations.append(
          SmallCells.Relation(
            whole: place(.sum(whole, cut, segment), figures),
            parts: parts.map { place(.sum($0, cut, segment), figures) }))
      }
    }
  }
}
