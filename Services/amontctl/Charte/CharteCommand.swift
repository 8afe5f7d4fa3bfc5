import ArgumentParser
import Charte
import Contracts
import OperatorReading
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The Charte of a département as a file, for whoever edits it; no server is needed.
struct CharteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "charte", abstract: "The Charte of a département as a file; needs no server.",
    subcommands: [Check.self, Show.self])

  /// Says everything that is wrong with a file, or what it holds.
  struct Check: ParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("the Charte")
    static let configuration = CommandConfiguration(
      abstract: "Says everything that is wrong with a file, or sums it up. Status 0 or 1.")
    @Argument(help: "The file, such as deploy/chartes/93.yaml.") var file: String
    @Option(help: "The folder of communes.csv.") var data = "deploy/data"

    func run() throws {
      let charte = try sound(file)
      let table = "\(data)/communes.csv"
      guard let bytes = FileManager.default.contents(atPath: table) else {
        throw OperatorError("\(table) : illisible ; indiquez son dossier par --data")
      }
      let communes = CommunePeriod.communes(
        of: charte.code, in: String(decoding: bytes, as: UTF8.self))
      let report = CharteReport(charte, communes: communes)
      for line in report.lines { print(line) }
      do {
        try charte.check(against: communes, file: file)
      } catch {
        throw OperatorError(error.description)
      }
    }
  }

  /// Shows each parameter with its value and where it comes from.
  struct Show: ParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("the Charte")
    static let configuration = CommandConfiguration(
      abstract: "Shows each parameter: value, set or default, source and how sure it is.")
    @Argument(help: "The file, such as deploy/chartes/93.yaml.") var file: String
    @Option(help: "The day of opening of a dossier, YYYY-MM-DD; the last version without it.")
    var on: String?
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
      let charte = try sound(file)
      let sheet = CharteSheet(charte, version: try version(of: charte))
      if json { return print(try Wire.encode(sheet)) }
      for line in sheet.lines { print(line) }
    }

    private func version(of charte: DepartementCharte) throws -> CharteVersion {
      guard let on else { return charte.version(on: Day(ordinal: .max)) }
      guard let day = Day(on) else { throw ValidationError("--on wants a date: YYYY-MM-DD") }
      return charte.version(on: day)
    }
  }
}

/// The Charte of a file, or its problems as what the command says.
private func sound(_ file: String) throws -> DepartementCharte {
  do {
    return try DepartementCharte(contentsOf: file)
  } catch {
    throw OperatorError(error.description)
  }
}
