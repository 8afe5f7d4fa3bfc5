import ArgumentParser
import Settings

/// Makes households and load: `amont-simulator <command> --help`. It is no part of a deployment:
/// nothing that operates needs it, and no image holds it.
///
/// Commands and their help are in English; what a play prints of households is in French, as
/// everywhere.
@main
struct AmontSimulator: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amont-simulator",
    abstract: "Plays invented households and partners, and measures the services under their load.",
    version: Release.version,
    subcommands: [
      PlayCommand.self, ReplayCommand.self, ClockCommand.self, BenchCommand.self,
    ])

  /// The name under which it appears in the databases and at the broker.
  static let program = "amont-simulator"
}
