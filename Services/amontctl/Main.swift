import ArgumentParser

/// The operator's tool: `amontctl <command> --help`.
@main
struct Amontctl: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amontctl",
    abstract: "Operates Amont: the topology, the conservation ledger, the bench.",
    version: "0.1.0",
    subcommands: [TopologyCommand.self, LedgerCommand.self, BenchCommand.self])
}
