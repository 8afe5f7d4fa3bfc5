import Charte
import Foundation
import SagaOrchestratorDomain
import Testing

@testable import amontctl

@Suite("The yearly evaluation, as it may be published") struct YearReportTests {
  @Test("Each indicator of the reference has its line, and a share has a denominator")
  func everyIndicatorHasItsLine() {
    let lines = IndicatorLine.all
    #expect(Set(lines.map(\.id)).count == lines.count)
    let known = Set(lines.map { String($0.id.split(separator: ".")[0]) })
    for id in [
      "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "P1", "P2", "P3", "D1", "D2", "J1", "E1",
      "AP1", "R1", "DA1", "X1", "A1", "C1", "Q1", "S1",
    ] { #expect(known.contains(id), "\(id)") }
    for line in lines { #expect((line.kind == .share) == !line.outOf.isEmpty, "\(line.id)") }
  }

  @Test("A commitment of the Charte aims at a line of the report, and each such line may have one")
  func everyCommitmentHasItsLine() {
    #expect(Set(Commitment.indicators) == Set(IndicatorLine.all.map(\.id)))
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
      figures.add(value, of: Quantity(mark), .commission, segment)
      figures.add(value, of: Quantity(mark), .all, "")
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
    let delay = try #require(YearFigures.MeasuredDelay(row.dossiers))
    #expect(delay.count == row.dossiers.values.reduce(0, +))
    #expect(delay.median == row.median && delay.ninth == row.ninth)
    #expect(YearFigures.MeasuredDelay([:]) == nil)
  }

  @Test("The kinds of decisions do not tell each other by the sum of all, nor by another indicator")
  func decisionsAreOneFamily() {
    var figures = YearFigures()
    for (mark, value) in [(Mark.dismissed, 3), (.delaysGranted, 40), (.evictionOrdered, 60)] {
      figures.add(value, of: Quantity(mark), .all, "")
    }
    let rows = YearReport(year: 2018, of: figures).rows.filter { $0.cut == "ensemble" }
    let decisions = rows.filter { $0.indicator.hasPrefix("J1") }
    #expect(decisions.map(\.numerator) == ["< 5", "0", "n. c.", "60", "0"])
    #expect(decisions.first?.denominator == "103")
    // With F5.delais = 40, J1.delais would be known, and so the three dismissals.
    #expect(rows.first { $0.indicator == "F5.delais" }?.numerator == "n. c.")
  }

  @Test("The euros, the months and the days of a figure are shown where it is")
  func measuresFollowTheirNumber() {
    var figures = YearFigures()
    for (segment, number) in [("931", 12), ("932", 3), ("933", 8)] {
      for (cut, segment) in [(Cut.all, ""), (.commission, segment)] {
        figures.add(number, of: .indemnityGranted, cut, segment)
        figures.add(number * 150_050, of: Quantity.indemnityGranted.measure, cut, segment)
        figures.add(number, of: .liability, cut, segment)
        figures.add(number * 40, of: Quantity.liability.measure, cut, segment)
      }
    }
    let rows = YearReport(year: 2024, of: figures).rows
    func shares(_ id: String) -> [String?] {
      rows.filter { $0.indicator == id && ["ensemble", "sous-commission"].contains($0.cut) }.map(
        \.share)
    }
    #expect(shares("C1.montants") == ["34511 €", "18006 €", nil, nil])
    #expect(shares("C1.mois") == ["30,7 mois", "16,0 mois", nil, nil])
  }
}
