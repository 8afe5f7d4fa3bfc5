import ArgumentParser
import Contracts
import OperatorReading

/// Checks that nothing was lost or counted twice, service by service and between services.
struct LedgerCommand: AsyncParsableCommand, DeclaredCommand {
  static let data = ShownData.nothingPersonal("counts messages")
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "The conservation ledger; status 1 when it does not balance.",
    discussion: """
      While the services work, messages are on their way, and look lost. With --settle it looks again
      each second, for that long at most, until what had been sent at its first look has come; so it may
      be asked at any time, from cron too.
      """)
  @Flag(help: "Print JSON.") var json = false
  @Option(help: "Seconds to wait for what is on its way.") var settle = 0

  func run() async throws {
    let databases = try await ServiceDatabases.open(OperatorSettings.fromEnvironment())
    let ledger = try await databases.ledger(settlingFor: .seconds(settle))
    await databases.close()
    print(json ? try ledger.json : ledger.table)
    if !ledger.problems.isEmpty { throw ExitCode.failure }
  }
}

extension ServiceDatabases {
  /// The ledger, once what was sent at the first look has come, or that time has passed.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func ledger(settlingFor time: Duration) async throws -> LedgerReport {
    let first = try await ledger()
    var ledger = first
    let end = ContinuousClock.now + time
    while !ledger.problems.isEmpty, ContinuousClock.now < end {
      try await Task.sleep(for: .seconds(1), clock: .continuous)
      ledger = try await self.ledger(since: first)
    }
    return ledger
  }
}
