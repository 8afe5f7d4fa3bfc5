import ArgumentParser
import ContractDocuments
import Contracts
import Foundation
import IntakeDomain
import OperatorReading
import Vocabulary

/// What partners and Amont tell each other, generated from the declarations; no server is needed.
struct ContractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contract",
    abstract: "The contract with partners: schemas, AsyncAPI, a page; needs no server.",
    subcommands: [Write.self, Check.self, Diff.self])

  /// Writes the contract into a folder.
  struct Write: ParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("the contract")
    static let configuration = CommandConfiguration(
      abstract: "Writes schemas, examples, the AsyncAPI document and the page into a folder.")
    @Argument(help: "A folder; it is made, and files of these names are replaced.") var folder:
      String

    func run() throws {
      let top = URL(fileURLWithPath: folder, isDirectory: true)
      let files = ContractFiles.all()
      for (path, text) in files {
        let file = top.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file, options: .atomic)
      }
      print("\(files.count) files written")
    }
  }

  /// Says what intake would find wrong with events.
  struct Check: ParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal(
      "says what is wrong with a file that is given to it")
    static let configuration = CommandConfiguration(
      abstract: "Says what is wrong with the data of events, without sending them.",
      discussion: """
        Reads one JSON object a line, {"type":"signalement.cdp","data":{…}}; prints one a line,
        {"erreurs":[…],"avertissements":[…]}, as a receipt would have them. What needs the account, the
        dossier or the table of communes is not asked.
        """)
    @Option(help: "The day of reception, YYYY-MM-DD; without it, what needs it is not asked.")
    var on: String?

    private struct Answer: Encodable {
      let erreurs: [Receipt.Problem], avertissements: [Receipt.Warning]
    }

    func run() throws {
      let today = try on.map { text in
        guard let day = Day(text) else { throw ValidationError("--on takes a day: YYYY-MM-DD") }
        return day
      }
      while let line = readLine(strippingNewline: true) {
        guard let event = try? JSONValue.read(Array(line.utf8)), let data = event["data"],
          let kind = event["type"]?.text.flatMap(Self.kind)
        else { throw ValidationError("a line is no {\"type\":…,\"data\":…} of a known type") }
        let answer = OfflineCheck.answer(to: Array(data.canonical.utf8), as: kind, on: today)
        print(
          try Wire.encode(Answer(erreurs: answer.problems, avertissements: answer.warnings)))
      }
    }

    /// By its name or by its whole type.
    private static func kind(_ text: String) -> EventKind? {
      EventKind(rawValue: text) ?? EventKind(type: text)
    }
  }

  /// Compares two contracts.
  struct Diff: ParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("the contract")
    static let configuration = CommandConfiguration(
      abstract: "Names what a change of the contract breaks, and for whom.",
      discussion: "Leaves with status 1 where something breaks.")
    @Argument(help: "The folder of the contract as it was.") var old: String
    @Argument(help: "The folder of the contract as it is to be.") var new: String

    func run() throws {
      let changes = ContractChanges(from: try schemas(in: old), to: try schemas(in: new))
      print(changes.text, terminator: "")
      if changes.breaks { throw ExitCode(1) }
    }

    private func schemas(in folder: String) throws -> [String: JSONValue] {
      let top = URL(fileURLWithPath: folder, isDirectory: true).appending(path: "schemas")
      guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: top.path) else {
        throw OperatorError(
          "\(folder) has no folder of schemas: make one with 'amontctl contract write'")
      }
      var schemas: [String: JSONValue] = [:]
      for path in paths where path.hasSuffix(".json") {
        let bytes = Array(try Data(contentsOf: top.appending(path: path)))
        guard let schema = try? JSONValue.read(bytes) else {
          throw OperatorError("\(path) is no sound JSON")
        }
        schemas[path] = schema
      }
      return schemas
    }
  }
}
