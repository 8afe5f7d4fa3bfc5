public import ArgumentParser
public import Contracts
import Messaging
import OperatorReading
import PostgreSQL
import Vocabulary

/// What the services set aside for an operator to look at.
struct QuarantineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine", abstract: "Messages that an operator must look at.",
    subcommands: [List.self, Show.self, Release.self, Discard.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("names messages by service, number and type")
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

  struct Show: RecordedReading {
    static let configuration = CommandConfiguration(
      abstract: "One message with its reason, its history and its payload (personal data).")
    @OptionGroup var row: QuarantineRow
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var reader: ReaderOptions
    static let name = "quarantine show"
    var archiveAccess: ArchiveAccess { archive.access }

    func find(_ settings: OperatorSettings) async throws -> Quarantined {
      try await row.find(settings)
    }

    func subject(of found: Quarantined) -> ReadingSubject { row.subject(of: found) }

    func show(_ found: Quarantined) { print(found.sheet) }
  }

  struct Release: QuarantineMove {
    static let configuration = CommandConfiguration(
      abstract: "Gives a message back to its service, once its cause is repaired.")
    @OptionGroup var row: QuarantineRow
    @OptionGroup var reader: ReaderOptions
    static let name = "quarantine release"
    static let state = "released"
  }

  struct Discard: QuarantineMove {
    static let configuration = CommandConfiguration(
      abstract: """
        Sets a message aside for good; its row is kept, and its text where it belongs to a dossier. \
        That of any other is destroyed.
        """)
    @OptionGroup var row: QuarantineRow
    @OptionGroup var reader: ReaderOptions
    static let name = "quarantine discard"
    static let state = "discarded"

    func act(_ settings: OperatorSettings, by purpose: ReadingPurpose) async throws {
      try await row.discard(by: purpose.agent, settings)
    }
  }
}

/// One row of a service's quarantine, as an operator names it.
struct QuarantineRow: ParsableArguments {
  @Argument(help: "The service.") var service: ServiceName
  @Argument(help: "The row's number, as `quarantine list` shows it.") var id: Int

  var absent: OperatorError {
    OperatorError("\(service.rawValue) has no message \(id) that waits: see quarantine list")
  }

  /// The row with its payload.
  func find(_ settings: OperatorSettings) async throws -> Quarantined {
    let databases = try await ServiceDatabases.open(settings)
    let found = try await databases.quarantined(of: service, id: id)
    await databases.close()
    guard let found else { throw absent }
    return found
  }

  /// Of whom it is: a message that names no dossier yet is named by its own reference.
  func subject(of found: Quarantined) -> ReadingSubject {
    ReadingSubject(
      dossiers: found.household.map { [$0] } ?? [],
      scope: "message \(service.rawValue) \(id), référence \(found.reference)")
  }

  /// Sets it aside for good, with the key of its own where no dossier has it.
  func discard(by agent: AgentName, _ settings: OperatorSettings) async throws {
    guard let today = CalendarClock.today() else {
      throw OperatorError("the clock of this machine is out of the calendar: set it")
    }
    let connection = try await settings.writer(of: service)
    let isDone = try await Erasure.discard(
      id, noting: "\(agent) : discarded", on: today, in: connection, of: service)
    await connection.close()
    guard isDone else { throw absent }
    print("\(service.rawValue) \(id): discarded")
  }

  /// Moves a waiting row; done twice, the second time finds nothing.
  func move(to state: String, by agent: AgentName, _ settings: OperatorSettings) async throws {
    let connection = try await settings.writer(of: service)
    let moved = try await connection.query(
      """
      UPDATE quarantine SET state = \(state), history = history || E'\\n' || \("\(agent) : \(state)")
      WHERE id = \(id) AND state = 'waiting' RETURNING id
      """)
    await connection.close()
    guard moved.count == 1 else { throw absent }
    print("\(service.rawValue) \(id): \(state)")
  }
}

/// What a person decides of a waiting message; the person stays in its history.
protocol QuarantineMove: RecordedAct {
  /// The message.
  var row: QuarantineRow { get }
  /// What becomes of it.
  static var state: String { get }
}

extension QuarantineMove {
  func subject(_ settings: OperatorSettings) async throws -> ReadingSubject {
    row.subject(of: try await row.find(settings))
  }

  func act(_ settings: OperatorSettings, by purpose: ReadingPurpose) async throws {
    try await row.move(to: Self.state, by: purpose.agent, settings)
  }
}

extension ServiceName: ExpressibleByArgument {}
