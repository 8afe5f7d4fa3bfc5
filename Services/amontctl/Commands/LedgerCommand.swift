import ArgumentParser
import Contracts

/// Checks that nothing was lost or counted twice, service by service and between services.
struct LedgerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "The conservation ledger; status 1 when it does not balance.")
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    let books = try await Books.open(Place.fromEnvironment())
    let ledger = try await books.ledger()
    await books.close()
    print(json ? ledger.json : ledger.table)
    if !ledger.problems.isEmpty { throw ExitCode.failure }
  }
}
