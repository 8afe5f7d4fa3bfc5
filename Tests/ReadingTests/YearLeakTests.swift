import SagaOrchestratorDomain
import TestSupport
import Testing

@testable import amontctl

/// Somebody who has the whole report, and subtracts.
@Suite("No small figure of the report can be computed from the others") struct YearLeakTests {
  private static let seeds = Array(UInt64(1)...12)

  @Test("Over all indicators and breakdowns", arguments: seeds)
  func nothingFollows(_ seed: UInt64) throws {
    let year = Year(seed: seed)
    let report = YearReport(year: 2018, of: year.figures)
    let puzzle = Puzzle(report, year.figures)
    let computed = Reader(puzzle.printed, puzzle.sums).computed
    for (place, figure) in puzzle.truth.enumerated() where SmallCells.isSmall(figure) {
      #expect(
        computed[place] != figure, "seed \(seed): \(puzzle.names[place]) is \(figure), and is found"
      )
    }
    // It is still a report.
    let shown = report.rows.count { Int($0.numerator).map { $0 >= SmallCells.threshold } ?? false }
    #expect(shown > 10, "seed \(seed): \(shown) of \(report.rows.count)")
  }
}

/// A year made by chance: households in segments, each with what may happen to it.
private struct Year {
  var figures = YearFigures()

  init(seed: UInt64) {
    var chance = Seeded(seed: seed)
    let households = Int.random(in: 60...900, using: &chance)
    for _ in 0..<households {
      let cells: [(Cut, String)] = [
        (.all, ""), (.commission, "arrondissement-\(Int.random(in: 1...4, using: &chance))"),
        (.landlord, Bool.random(using: &chance) ? "personne-physique" : "personne-morale-sociale"),
        (.motive, Int.random(in: 0..<12, using: &chance) == 0 ? "autre" : "dette"),
      ]
      func note(_ quantities: Quantity...) {
        for (cut, segment) in cells {
          for one in quantities { figures.add(1, of: one, cut, segment) }
        }
      }
      func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &chance) < percent }
      note(Quantity(.opened))
      if happens(80) {
        note(Quantity(.contacted))
        if happens(90) { note(Quantity(.contactedWithinMonth)) }
      }
      if happens(50) {
        note(Quantity(.summoned), Quantity(.summonedForDebt))
        if happens(40) { note(Quantity(.dsfBeforeHearing)) }
        let decision = [
          Mark.dismissed, .withdrawn, .delaysGranted, .evictionOrdered, .evictionDelayed,
        ].randomElement(using: &chance)
        if let decision { note(Quantity(decision)) }
      }
      if happens(10) {
        note(Quantity(.policeAidRequested))
        note(Quantity(happens(50) ? .policeAidGranted : .policeAidRefused))
        if happens(50) { note(Quantity(.evicted)) }
      }
      if happens(15) {
        note(.path("fsl", .asked))
        if happens(70) { note(.path("fsl", .accepted)) }
      }
    }
  }
}

/// The printed figures of a report as a puzzle: what adds up to what, known from the names alone.
private struct Puzzle {
  var printed: [String] = []
  var truth: [Int] = []
  var names: [String] = []
  var sums: [(parts: [Int], whole: Int)] = []
  private var places: [String: Int] = [:]

  init(_ report: YearReport, _ figures: YearFigures) {
    for line in IndicatorLine.all {
      for row in report.rows where row.indicator == line.id {
        guard let cut = Cut(rawValue: row.cut) else { continue }
        let above = place(line.counts, cut, row.segment, row.numerator, figures)
        guard let denominator = row.denominator else { continue }
        let below = place(line.outOf, cut, row.segment, denominator, figures)
        // What is missing to the denominator.
        sums.append(([above, append("rest of \(row.indicator) \(row.segment)", "?", -1)], below))
        truth[truth.count - 1] = truth[below] - truth[above]
      }
    }
    for line in IndicatorLine.all {
      for sum in [line.counts, line.outOf] where !sum.isEmpty { add(sum, line.cuts, figures) }
    }
  }

  private mutating func add(_ sum: [Quantity], _ cuts: [Cut], _ figures: YearFigures) {
    for cut in cuts {
      let segments = figures.segments(cut, of: sum)
      let parts = segments.compactMap { places[name(sum, cut, $0)] }
      if cut != .all, let whole = places[name(sum, .all, "")] { sums.append((parts, whole)) }
      guard sum.count > 1 else { continue }
      for segment in segments {
        let whole = places[name(sum, cut, segment)]
        let parts = sum.compactMap { places[name([$0], cut, segment)] }
        if let whole, parts.count == sum.count { sums.append((parts, whole)) }
      }
    }
  }

  private func name(_ sum: [Quantity], _ cut: Cut, _ segment: String) -> String {
    sum.map(\.name).sorted().joined(separator: "+") + "|\(cut.rawValue)|\(segment)"
  }

  private mutating func append(_ name: String, _ text: String, _ value: Int) -> Int {
    printed.append(text)
    truth.append(value)
    names.append(name)
    return printed.count - 1
  }

  /// One figure, however many indicators print it: the one that prints most counts.
  private mutating func place(
    _ sum: [Quantity], _ cut: Cut, _ segment: String, _ text: String, _ figures: YearFigures
  ) -> Int {
    let name = name(sum, cut, segment)
    if let known = places[name] {
      if Int(text) != nil { printed[known] = text }
      return known
    }
    let place = append(name, text, figures.sum(sum, cut, segment))
    places[name] = place
    return place
  }
}
