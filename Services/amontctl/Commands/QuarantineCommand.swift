public import ArgumentParser
public import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

/// What the services set aside for an operator to look at.
struct QuarantineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine", abstract: "Messages that an operator must look at.",
    subcommands: [List.self, Show.self, Release.self, Discard.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Those that wait, service by service.")
    /// How many rows of a service are shown.
    static let limit = 200
    @Flag(help: "Those that were released or discarded too.") var all = false

    func run() async throws {
      let databases = try await ServiceDatabases.open(OperatorSettings.fromEnvironment())
      var shelved: [Quarantined] = []
      for service in ServiceName.allCases {
        shelved += try await databases.quarantined(of: service, all: all, limit: Self.limit)
      }
      await databases.close()
      print(shelved.isEmpty ? "rien n'attend" : Quarantined.table(shelved))
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One message with its reason, its history and its payload (personal data).")
    @OptionGroup var row: QuarantineRow

    func run() async throws {
      let databases = try await ServiceDatabases.open(OperatorSettings.fromEnvironment())
      let found = try await databases.quarantined(of: row.service, id: row.id)
      await databases.close()
      guard let found else { throw row.absent }
      print(found.sheet)
    }
  }

  struct Release: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Gives a message back to its service, once its cause is repaired.")
    @OptionGroup var row: QuarantineRow

    func run() async throws { try await row.move(to: "released") }
  }

  struct Discard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sets a message aside for good; its row is kept.")
    @OptionGroup var row: QuarantineRow

    func run() async throws { try await row.move(to: "discarded") }
  }
}

/// One row of a service's quarantine, as an operator names it.
struct QuarantineRow: ParsableArguments {
  @Argument(help: "The service.") var service: ServiceName
  @Argument(help: "The row's number, as `quarantine list` shows it.") var id: Int

  var absent: OperatorError {
    OperatorError("\(service.rawValue) has no message \(id) that waits: see quarantine list")
  }

  /// Moves a waiting row; done twice, the second time finds nothing.
  func move(to state: String) async throws {
    let connection = try await OperatorSettings.fromEnvironment().writer(of: service)
    let moved = try await connection.query(
      """
      UPDATE quarantine SET state = \(state), history = history || E'\\n' || \("operator: " + state)
      WHERE id = \(id) AND state = 'waiting' RETURNING id
      """)
    await connection.close()
    guard moved.count == 1 else { throw absent }
    print("\(service.rawValue) \(id): \(state)")
  }
}

extension ServiceName: ExpressibleByArgument {}
