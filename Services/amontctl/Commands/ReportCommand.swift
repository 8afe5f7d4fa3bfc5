import ArgumentParser
import Contracts
import Vocabulary

/// The yearly evaluation.
struct ReportCommand: AsyncParsableCommand {
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
  @Option(
    name: .customLong("target"), help: "A target of the Charte: P1=60. May be given several times.")
  var targets: [String] = []

  func validate() throws {
    guard (2000...2100).contains(year) else {
      throw ValidationError("--year wants a year from 2000 to 2100")
    }
    _ = try chosenTargets()
  }

  func run() async throws {
    let books = try await Books.open(Place.fromEnvironment())
    let report = try await books.report(of: year, targets: chosenTargets())
    await books.close()
    switch format {
    case .table: print(report.table, terminator: "")
    case .csv: print(report.csv, terminator: "")
    case .json: print(try Wire.encode(report))
    }
  }

  private func chosenTargets() throws -> [String: Int] {
    var chosen: [String: Int] = [:]
    for text in targets {
      let parts = text.split(separator: "=").map(String.init)
      guard parts.count == 2, let value = Int(parts[1]),
        IndicatorLine.all.contains(where: { $0.id == parts[0] })
      else { throw ValidationError("--target wants an indicator and a number: P1=60") }
      chosen[parts[0]] = value
    }
    return chosen
  }
}
