import ArgumentParser

/// The operator's tool: `amontctl <command> --help`.
@main
struct Amontctl: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amontctl",
    abstract:
      "Operates Amont: topology, ledger, funnel, dossiers, deadlines, quarantine, outbox, bench.",
    version: "0.1.0",
    subcommands: [
      LawCommand.self, CharteCommand.self, TopologyCommand.self, LedgerCommand.self,
      FunnelCommand.self, ReportCommand.self, DossierCommand.self, DeadlinesCommand.self,
      DoubtsCommand.self,
      QuarantineCommand.self, OutboxCommand.self, PlayCommand.self, ReplayCommand.self,
      ClockCommand.self, FingerprintCommand.self, SagaCommand.self, BenchCommand.self,
    ])
}
