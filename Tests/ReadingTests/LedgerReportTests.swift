import Contracts
import OperatorReading
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
  func confirmed(_ row: (emitted: Int, confirmed: Int, pending: Int, balanced: Bool)) throws {
    let report = report(emitted: row.emitted, confirmed: row.confirmed, pending: row.pending)
    #expect(report.problems.isEmpty == row.balanced)
    #expect(
      try report.json.contains("\"confirmed\":\(row.confirmed)"), "the counter itself is shown")
  }

  /// What court-liaison had sent to the saga at two looks, and what the saga had taken at both.
  struct Traffic: Sendable, CustomTestStringConvertible {
    let what: String
    let sent: (Int, Int), taken: (Int, Int), pending: Int
    /// What each look alone says, and what both together.
    let alone: Bool, together: Bool

    var testDescription: String { what }
  }

  static let traffic = [
    Traffic(
      what: "nothing moves", sent: (5, 5), taken: (5, 5), pending: 0, alone: true, together: true),
    Traffic(
      what: "on its way, and more behind it", sent: (5, 9), taken: (3, 6), pending: 0, alone: false,
      together: true),
    Traffic(
      what: "not given to the broker yet", sent: (5, 9), taken: (3, 4), pending: 5, alone: true,
      together: true),
    Traffic(
      what: "one was lost", sent: (5, 9), taken: (3, 4), pending: 0, alone: false, together: false),
    Traffic(
      what: "taken between two readings of one look", sent: (5, 9), taken: (7, 9), pending: 0,
      alone: true, together: true),
    Traffic(
      what: "taken, and sent by nobody", sent: (5, 6), taken: (7, 7), pending: 0, alone: false,
      together: false),
  ]

  @Test("What was sent at the first look must have come at the second", arguments: traffic)
  func settling(_ row: Traffic) {
    func look(_ sent: Int, _ taken: Int, since earlier: LedgerReport? = nil) -> LedgerReport {
      var sender = LedgerLine()
      sender.emittedTo = [ServiceName.sagaOrchestrator.rawValue: sent]
      sender.counted = ["emitted": sent, "confirmed": sent - row.pending]
      sender.tables = ["emitted": sent, "pending": row.pending]
      var receiver = LedgerLine()
      receiver.takenFrom = [ServiceName.courtLiaison.source: taken]
      return LedgerReport(
        lines: [.courtLiaison: sender, .sagaOrchestrator: receiver], since: earlier)
    }
    #expect(look(row.sent.1, row.taken.1).problems.isEmpty == row.alone)
    let first = look(row.sent.0, row.taken.0)
    let second = look(row.sent.1, row.taken.1, since: first)
    #expect(second.problems.isEmpty == row.together, "\(second.problems)")
  }
}
