import Charte
import Foundation
import SagaOrchestratorDomain
import Testing

@testable import amontctl

@Suite("The yearly evaluation, as it may be published") struct YearReportTests {
  @Test(
    "A figure from one to four is hidden, and so is one from which it would follow",
    arguments: [
      ([0, 12, 30], ["0", "12", "30"]),
      ([3, 12, 30], ["< 5", "n. c.", "30"]),
      ([3, 0, 30], ["< 5", "0", "n. c."]),
      // One and one: their sum, two, would tell both.
      ([1, 1, 30, 40], ["< 5", "< 5", "n. c.", "40"]),
      ([4, 4, 30], ["< 5", "< 5", "n. c."]),
      ([2, 3, 30], ["< 5", "< 5", "30"]),
      // One and five: the sum, six, would tell both.
      ([1, 5, 30, 40], ["< 5", "n. c.", "n. c.", "40"]),
      // One and five, and nothing else: not even which one is small.
      ([1, 5, 0], ["n. c.", "n. c.", "0"]), ([4], ["< 5"]), ([], []),
    ])
  func smallFiguresAreHidden(_ row: (parts: [Int], shown: [String])) {
    #expect(SmallCells.show(row.parts).map(\.text) == row.shown)
  }

  @Test("Whatever the figures, no hidden part is the only one that its sum allows")
  func noHiddenPartFollows() {
    var chance = SeededGenerator(seed: 20_170_322)
    for round in 0..<5_000 {
      let parts = (0..<Int.random(in: 3...7, using: &chance)).map { _ in
        Int.random(in: 0...12, using: &chance)
      }
      let shown = SmallCells.show(parts)
      let hidden = shown.indices.filter { if case .figure = shown[$0] { false } else { true } }
      let sum = hidden.reduce(0) { $0 + parts[$1] }
      for place in hidden where shown[place] == .small {
        // Every other value that a small figure may have, with the others as they may be.
        let others = hidden.filter { $0 != place }
        let least = others.reduce(0) { $0 + (shown[$1] == .small ? 1 : SmallCells.threshold) }
        let most = others.contains { shown[$0] != .small } ? Int.max : others.count * 4
        let possible = (1...4).filter { (least...max(least, most)).contains(sum - $0) }
        let isPublished = parts.reduce(0, +) >= SmallCells.threshold
        #expect(possible.count > 1 || !isPublished, "seed 20170322, round \(round): \(parts)")
      }
    }
  }

  @Test("Each indicator of the reference has its line, and a share has a denominator")
  func everyIndicatorHasItsLine() {
    let lines = IndicatorLine.all
    #expect(Set(lines.map(\.id)).count == lines.count)
    let known = Set(lines.map { String($0.id.split(separator: ".")[0]) })
    for id in [
      "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "P1", "P2", "P3", "D1", "D2", "J1", "E1",
      "AP1",
      "R1", "DA1", "X1", "C1",
    ] { #expect(known.contains(id), "\(id)") }
    for line in lines { #expect((line.kind == .share) == !line.outOf.isEmpty, "\(line.id)") }
  }

  @Test("A commitment of the Charte aims at a line of the report, and each such line may have one")
  func everyCommitmentHasItsLine() {
    // The presence at the hearing is court-liaison's own figure.
    #expect(Set(Commitment.indicators) == Set(IndicatorLine.all.map(\.id)).union(["A1"]))
  }

  @Test(
    "The targets of a year are those of the Charte with which it ends",
    arguments: [
      (year: 2018, line: "P3.mois", target: "au moins 60 %"),
      (year: 2018, line: "R1.social", target: "au plus 0"),
      (year: 2025, line: "A1", target: "au moins 66 %"), (year: 2017, line: "P3.mois", target: nil),
    ])
  func targets(_ row: (year: Int, line: String, target: String?)) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../deploy/chartes/93.yaml").standardizedFileURL.path
    #expect(try Targets(of: row.year, in: file).byIndicator[row.line] == row.target)
  }

  @Test("A share is written only where both of its figures are")
  func aShareNeedsBoth() throws {
    var figures = YearFigures()
    func set(_ mark: Mark, _ segment: String, _ value: Int) {
      figures.sums[.init(mark: mark, cut: .commission, segment: segment)] = value
      figures.sums[.init(mark: mark, cut: .all, segment: ""), default: 0] += value
    }
    for (segment, handled, summoned) in [("931", 30, 60), ("932", 2, 40), ("933", 50, 52)] {
      set(.handledBeforeHearing, segment, handled)
      set(.summoned, segment, summoned)
    }
    let report = YearReport(year: 2018, of: figures, targets: ["P1": "au moins 70 %"])
    let rows = report.rows.filter { $0.indicator == "P1" }
    #expect(rows.first { $0.cut == "ensemble" }?.numerator == "82")
    #expect(rows.first { $0.cut == "ensemble" }?.share == "53,9 %")
    #expect(rows.allSatisfy { $0.target == "au moins 70 %" })
    let bySegment = Dictionary(uniqueKeysWithValues: rows.map { ($0.segment, $0) })
    #expect(bySegment["931"]?.share == "50,0 %")
    #expect(bySegment["932"]?.numerator == "< 5")
    // Two of fifty-two were not handled: the numerator would tell it.
    #expect(bySegment["933"]?.numerator == "n. c.")
    #expect(bySegment["933"]?.denominator == "52")
    #expect(bySegment["932"]?.share == nil && bySegment["933"]?.share == nil)
    #expect(report.csv.split(separator: "\r\n").count == report.rows.count + 1)
  }

  @Test(
    "The median and the ninth decile are days that some household waited",
    arguments: [
      ([8: 1], 8, 8), ([0: 5, 10: 5], 0, 10), ([1: 1, 2: 1, 3: 1], 2, 3),
      ([5: 9, 60: 1], 5, 5), ([5: 89, 60: 11], 5, 60),
    ])
  func delaysAreThoseOfHouseholds(_ row: (dossiers: [Int: Int], median: Int, ninth: Int)) throws {
    let delay = try #require(YearFigures.Delay(row.dossiers))
    #expect(delay.count == row.dossiers.values.reduce(0, +))
    #expect(delay.median == row.median && delay.ninth == row.ninth)
    #expect(YearFigures.Delay([:]) == nil)
  }

  @Test("The kinds of decisions do not tell each other by the sum of all")
  func decisionsAreOneFamily() {
    var figures = YearFigures()
    for (mark, value) in [(Mark.dismissed, 3), (.delaysGranted, 40), (.evictionOrdered, 60)] {
      figures.sums[.init(mark: mark, cut: .all, segment: "")] = value
    }
    let rows = YearReport(year: 2018, of: figures).rows.filter {
      $0.indicator.hasPrefix("J1") && $0.cut == "ensemble"
    }
    #expect(rows.map(\.numerator) == ["< 5", "0", "n. c.", "60", "0"])
    #expect(rows.first?.denominator == "103")
  }
}

/// Seeded chance (SplitMix64), so that a failure can be played again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
