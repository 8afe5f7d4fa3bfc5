import ArgumentParser
import Contracts
import OperatorReading
import Vocabulary

/// The yearly evaluation.
struct ReportCommand: AsyncParsableCommand, DeclaredCommand {
  static let data = ShownData.nothingPersonal("counts households, small cells hidden")
  /// How it is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
  }

  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "The yearly evaluation: every indicator with its numerator and denominator.",
    discussion: """
      Per sub-commission, kind of landlord and motive. Figures from 1 to 4 are hidden, and so are those
      from which one could be computed. Acts are counted in the year of their own day; a share of
      households in the year of their first signal, a share of assignations in that of the
      assignation, so that it may still rise later.
      """)
  @Option(help: "The civil year.") var year: Int
  @Option(help: "table, csv or json.") var format = Format.table
  @Option(help: "The Charte with the targets; by default the file of AMONT_CHARTE_FILE.")
  var charte: String?

  func validate() throws {
    guard (2000...2100).contains(year) else {
      throw ValidationError("--year wants a year from 2000 to 2100")
    }
  }

  func run() async throws {
    let settings = try OperatorSettings.fromEnvironment()
    let targets = try (charte ?? settings.charteFile).map { try Targets(of: year, in: $0) }
    let databases = try await ServiceDatabases.open(settings)
    let report = try await databases.report(of: year, targets: targets?.byIndicator ?? [:])
    await databases.close()
    switch format {
    case .table: print(report.table, terminator: "")
    case .csv: print(report.csv, terminator: "")
    case .json: print(try Wire.encode(report))
    }
  }
}
