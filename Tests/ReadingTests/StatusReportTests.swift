import Contracts
import Testing

@testable import amontctl

@Suite struct StatusReportTests {
  private static let known = 8

  private func report(_ change: (inout StatusReport.Line) -> Void, ledger: [String] = [])
    -> StatusReport
  {
    var line = StatusReport.Line(
      service: .rehousing, tables: .init(runtime: Self.known, own: 2),
      queue: .init(ready: 3, consumers: 1))
    change(&line)
    return StatusReport(lines: [line], ledger: ledger, runtimeKnown: Self.known)
  }

  @Test func aServiceWithWorkNeedsNobody() throws {
    let report = report { $0.tables?.pending = 40 }
    #expect(report.needs.isEmpty)
    #expect(report.text.hasSuffix("all is well\n"))
    #expect(try report.json.contains("\"ok\":true"))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let says: String
    let change: @Sendable (inout StatusReport.Line) -> Void

    init(_ says: String, _ change: @escaping @Sendable (inout StatusReport.Line) -> Void) {
      (self.says, self.change) = (says, change)
    }

    var testDescription: String { says }
  }

  static let cases = [
    Case("nobody reads its queue") { $0.queue?.consumers = 0 },
    Case("2 dead letters") { $0.queue?.dead = 2 },
    Case("4 messages are blocked: 'amontctl outbox'") { $0.tables?.blocked = 4 },
    Case("waits for the broker since 61 s") {
      $0.tables?.pending = 1
      $0.tables?.oldestSeconds = 61
    },
    Case("5 messages wait for you: 'amontctl quarantine'") { $0.tables?.quarantined = 5 },
    Case("use the amontctl of the release that runs") { $0.tables?.runtime = 7 },
    Case("its database does not answer") {
      $0.tables = nil
      $0.problems = ["its database does not answer: connectionFailed"]
    },
  ]

  @Test(arguments: cases) func whatNeedsSomebodyIsSaidWithWhatToDo(_ one: Case) throws {
    let report = report(one.change)
    #expect(report.needs.count == 1)
    #expect(report.needs.allSatisfy { $0.hasPrefix("rehousing: ") && $0.contains(one.says) })
    #expect(report.text.contains("LOOK  rehousing: "))
    #expect(try report.json.contains("\"ok\":false"))
  }

  @Test func whatDoesNotBalanceIsSaid() {
    #expect(report({ _ in }, ledger: ["intake: received is not applied"]).needs.count == 1)
  }
}
