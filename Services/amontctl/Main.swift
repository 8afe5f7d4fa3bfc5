import ArgumentParser
import OperatorReading
import Settings

/// The operator's tool: `amontctl <command> --help`.
///
/// Commands, their help and their tables are in English, for whoever operates Amont. A dossier, a
/// list of doubts and the yearly evaluation are in French, for the agents who read them.
@main
struct Amontctl: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amontctl",
    abstract:
      "Operates Amont: topology, status, ledger, funnel, dossiers, deadlines, quarantine, outbox, readings.",
    version: Release.version,
    subcommands: [
      LawCommand.self, ContractCommand.self, CharteCommand.self, TopologyCommand.self,
      StatusCommand.self, LedgerCommand.self,
      FunnelCommand.self, ReportCommand.self, DossierCommand.self, DeadlinesCommand.self,
      DoubtsCommand.self, QuarantineCommand.self, OutboxCommand.self, FingerprintCommand.self,
      SagaCommand.self, ReadingsCommand.self, RetentionCommand.self, KeysCommand.self,
      EraseCommand.self,
    ])
}

extension OperatorSettings {
  /// The settings of this program.
  ///
  /// - Throws: `SettingsError` with everything that is missing or wrong.
  static func fromEnvironment() throws -> OperatorSettings {
    try fromEnvironment(of: "amontctl")
  }
}
