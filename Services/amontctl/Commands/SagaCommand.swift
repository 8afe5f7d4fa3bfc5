import ArgumentParser
import Contracts
import OperatorReading
import PostgreSQL
import SagaOrchestratorDomain
import Vocabulary

/// The saga's versions: what a new one would do, and the move to it.
struct SagaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "saga", abstract: "The versions of the saga's tables.",
    subcommands: [DryRun.self, Migrate.self, Pages.self])

  struct DryRun: RecordedReading {
    static let configuration = CommandConfiguration(
      commandName: "dry-run",
      abstract: "Evaluates the current version over every live dossier of an older one.",
      discussion: """
        unchanged: all that the dossier waits for has the same effect; moved: something has another;
        blocked: the dossier cannot go. With one blocked dossier it leaves with status 1, and the
        deployment scripts stop; --dossiers says which.
        """)
    @Flag(help: "Print JSON.") var json = false
    @Flag(help: "Name the dossiers that do not stay as they are.") var dossiers = false
    @OptionGroup var reader: ReaderOptions
    static let name = "saga dry-run --dossiers"
    var archiveAccess: ArchiveAccess { .open("evaluates dossiers that are open, and no other") }

    var isPersonal: Bool { dossiers }

    func find(_ settings: OperatorSettings) async throws -> DryRunReport {
      let connection = try await settings.connect(to: .sagaOrchestrator)
      let report = try await SagaMove(tables: .current).dryRun(in: connection)
      await connection.close()
      return dossiers ? report : report.counted
    }

    func subject(of report: DryRunReport) -> ReadingSubject {
      .list(report.dossiers.map(\.dossier), "la reprise des dossiers par une version nouvelle")
    }

    func show(_ report: DryRunReport) throws {
      print(json ? try Wire.encode(report) + "\n" : report.text, terminator: "")
      if report.blocked > 0 { throw ExitCode(1) }
    }
  }

  struct Migrate: AsyncParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("counts dossiers")
    static let configuration = CommandConfiguration(
      commandName: "migrate",
      abstract: "Moves every live dossier to the current version, in batches.",
      discussion: """
        Refuses while one is blocked. Days and what is awaited stay as they were computed. May be
        stopped and run again at any time, while the services run. Needs AMONT_SERVICE_SECRETS.
        """)
    @Option(help: "The day that the timeline tells, YYYY-MM-DD.") var on: String

    func run() async throws {
      guard let day = Day(on) else { throw OperatorError("--on takes a day: YYYY-MM-DD") }
      let connection = try await OperatorSettings.fromEnvironment().writer(of: .sagaOrchestrator)
      let move = SagaMove(tables: .current)
      let report = try await move.dryRun(in: connection)
      guard report.blocked == 0 else {
        await connection.close()
        print(report.counted.text, terminator: "")
        throw ExitCode(1)
      }
      let count = try await move.all(on: day, in: connection)
      await connection.close()
      print("moved to version \(move.tables.version): \(count)")
    }
  }
}

extension SagaCommand {
  struct Pages: ParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("the tables")
    static let configuration = CommandConfiguration(
      abstract: "Prints the tables of a version, as a jurist reads them.",
      discussion: "In French, as Markdown. Needs neither the database nor the broker.")
    @Option(help: "The version; by default the current one.")
    var version = ProcedureTables.current.version
    @Option(help: "One track: contact, debt, housing or procedure; by default all.")
    var track: String?

    func run() throws {
      print(try SagaPages(version: version, track: track).text(), terminator: "")
    }
  }
}

extension SagaMove {
  /// What would become of every live dossier.
  ///
  /// - Throws: `PostgresError` when they cannot be read.
  func dryRun(in connection: PostgresConnection) async throws -> DryRunReport {
    var report = DryRunReport(version: tables.version)
    var last: HouseholdID?
    while true {
      let verdicts = try await verdicts(behind: last, in: connection)
      for verdict in verdicts { report.count(verdict) }
      guard verdicts.count == Self.batch, let next = verdicts.last else { return report }
      last = next.household
    }
  }

  /// Moves every live dossier that can go, and says how many did.
  ///
  /// - Throws: `PostgresError` when a batch cannot be written; those before it have moved.
  func all(on day: Day, in connection: PostgresConnection) async throws -> Int {
    var count = 0
    var last: HouseholdID?
    while true {
      let verdicts = try await verdicts(behind: last, in: connection)
      if !verdicts.isEmpty {
        count += try await move(verdicts.map(\.household), on: day, in: connection)
      }
      guard verdicts.count == Self.batch, let next = verdicts.last else { return count }
      last = next.household
    }
  }
}
