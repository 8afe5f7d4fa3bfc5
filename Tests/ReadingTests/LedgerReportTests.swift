import Contracts
import Testing

@testable import amontctl

@Suite("The ledger of all services") struct LedgerReportTests {
  private func report(emitted: Int, confirmed: Int, pending: Int) -> LedgerReport {
    var line = LedgerLine()
    line.counted = ["emitted": emitted, "confirmed": confirmed]
    line.tables = ["emitted": emitted, "pending": pending]
    return LedgerReport(lines: [.rehousing: line])
  }

  @Test(
    "What is confirmed is what was emitted and is not pending, as counted",
    arguments: [
      (emitted: 9, confirmed: 7, pending: 2, balanced: true),
      (emitted: 9, confirmed: 9, pending: 2, balanced: false),
      (emitted: 9, confirmed: 6, pending: 2, balanced: false),
      (emitted: 0, confirmed: 0, pending: 0, balanced: true),
    ])
  func confirmed(_ row: (emitted: Int, confirmed: Int, pending: Int, balanced: Bool)) {
    let report = report(emitted: row.emitted, confirmed: row.confirmed, pending: row.pending)
    #expect(report.problems.isEmpty == row.balanced)
    #expect(report.json.contains("\"confirmed\":\(row.confirmed)"), "the counter itself is shown")
  }
}
