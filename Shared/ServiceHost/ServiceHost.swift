public import Charte
public import Contracts
public import LegalCalendar
import Logging
public import Messaging
import Observability
public import PostgreSQL
import Sealing
import ServiceLifecycle
public import Settings
public import Vocabulary

/// Builds a whole service around its participant: the only place where live values are made.
///
/// ```
/// <service>            serves until SIGTERM
/// <service> migrate    brings the database to the version that this build expects, then leaves
/// <service> --version  says what it is
/// ```
public enum ServiceHost {
  /// What a participant may be built from.
  public struct Surroundings: Sendable {
    /// The settings of the process.
    public let settings: ServiceSettings
    /// The Charte of the département; `nil` where it gives none, and the defaults hold.
    public let charte: DepartementCharte?
    /// The legal calendar of the département, without the choices of its Charte.
    public let calendar: LegalCalendar

    init(_ settings: ServiceSettings, charte: DepartementCharte?) throws(RuleError) {
      self.settings = settings
      self.charte = charte
      calendar = try LegalCalendar(departement: settings.departement)
    }

    /// What decides, by version of the Charte; once and for all where there is none.
    ///
    /// - Parameter make: Makes it of the legal calendar and of a version; `nil` stands for the
    ///   defaults.
    public func rules<Rules>(
      _ make: (LegalCalendar, CharteVersion?) -> Rules
    ) -> ByVersion<Rules> {
      charte?.mapping { make(calendar.chosen(by: $0), $0) }
        ?? ByVersion(always: make(calendar, nil))
    }
  }

  /// Runs the service that the arguments ask for, and returns the exit status of the process.
  ///
  /// - Parameters:
  ///   - service: Its name.
  ///   - migrations: Its own tables, by number.
  ///   - sealed: Which of their columns are sealed.
  ///   - following: What follows a migration, as the owner of the tables.
  ///   - uses: Which of them are not changed freely, or are emptied: the role that serves may do no
  ///     more.
  ///   - make: Builds the participant; throws a sentence that an operator can act upon.
  public static func run<Runner: Participant>(
    _ service: ServiceName, migrations: [Migration], sealed: [SealedTable] = [],
    following: @Sendable (PostgresConnection) async throws -> Void = { _ in },
    uses: [String: TableUse] = [:], arguments: [String],
    make: @Sendable (Surroundings) throws -> Runner
  ) async -> Int32 {
    switch arguments.dropFirst().first {
    case "--version":
      print("\(service.rawValue) \(Release.version)")
      return 0
    case "migrate": return await migrate(service, migrations, sealed, following, uses)
    case nil, "serve": return await serve(service, migrations, make)
    case .some:
      print("usage: \(service.rawValue) [serve | migrate | --version]")
      return ExitStatus.usage
    }
  }

  private static func migrate(
    _ service: ServiceName, _ migrations: [Migration], _ sealed: [SealedTable],
    _ following: @Sendable (PostgresConnection) async throws -> Void, _ uses: [String: TableUse]
  ) async -> Int32 {
    let settings = ServiceSettings.fromEnvironmentOrExit()
    bootstrapLogging(
      service: service.rawValue, version: Release.version, instance: settings.instance,
      level: settings.logLevel.logger)
    let logger = Logger(label: service.rawValue)
    do {
      let connection = try await PostgresConnection.connect(
        settings.database.configuration(name: service.rawValue + " migrate"))
      let migrator = Migrator()
      for (set, list) in [("runtime", RuntimeSchema.migrations), (service.rawValue, migrations)] {
        for applied in try await migrator.apply(list, set: set, on: connection) {
          logger.notice(
            "Migration applied", metadata: [LogKey.migration: "\(set) \(applied.number)"])
        }
      }
      // The role that serves bears the service's name.
      let grants = Grants(
        to: service.rawValue, uses: RuntimeSchema.uses.merging(uses) { _, own in own })
      if try await !grants.apply(on: connection) {
        logger.notice("No role that serves: no rights given")
      }
      let count = try await seal(sealed, by: settings.masterKeys, in: connection)
      if count > 0 { logger.notice("Rows sealed", metadata: ["rows": "\(count)"]) }
      try await following(connection)
      await connection.close()
      return 0
    } catch let problem as KeyProblem {
      return leave(service, for: problem)
    } catch let error as SettingsError {
      SettingsError.say("\(error)")
      return SettingsError.exitStatus
    } catch {
      logger.critical("Migration failed", metadata: [LogKey.reason: "\(error)"])
      return ExitStatus.failure
    }
  }

  /// Seals what is in plain, once the keys were compared.
  private static func seal(
    _ sealed: [SealedTable], by masters: MasterKeys, in connection: PostgresConnection
  ) async throws -> Int {
    try await KeyCheck.look(with: masters) { try await connection.query($0) }
    return try await SealStep(connection: connection, masters: masters)
      .seal(RuntimeSchema.sealed + sealed)
  }

  /// Says what whoever keeps the secrets must do.
  private static func leave(_ service: ServiceName, for problem: KeyProblem) -> Int32 {
    SettingsError.say("\(service.rawValue): \(problem)")
    return SettingsError.exitStatus
  }

  private static func serve<Runner: Participant>(
    _ service: ServiceName, _ migrations: [Migration],
    _ make: @Sendable (Surroundings) throws -> Runner
  ) async -> Int32 {
    let settings = ServiceSettings.fromEnvironmentOrExit()
    bootstrapLogging(
      service: service.rawValue, version: Release.version, instance: settings.instance,
      level: settings.logLevel.logger)
    let logger = Logger(label: service.rawValue)
    do {
      let clock = try settings.clock.makeClock(zone: settings.zone)
      let charte = try settings.charteFile.map {
        try DepartementCharte(contentsOf: $0, of: settings.departement)
      }
      let participant = try make(try Surroundings(settings, charte: charte))
      logger.notice(charte == nil ? "No Charte: the defaults hold" : "Charte read")
      let assembly = Assembly(
        service: service, settings: settings, migrations: migrations, logger: logger)
      try await assembly.run(participant, clock: clock)
      logger.notice("Service stopped")
      return 0
    } catch let problem as KeyProblem {
      return leave(service, for: problem)
    } catch let error as CharteError {
      // For the eyes of whoever edits the file: all of it, as it stands.
      SettingsError.say(error.description)
      return SettingsError.exitStatus
    } catch let error as SettingsError {
      SettingsError.say("\(error)")
      return SettingsError.exitStatus
    } catch {
      logger.critical("Service cannot run", metadata: [LogKey.reason: "\(error)"])
      return ExitStatus.failure
    }
  }
}

extension LegalCalendar {
  /// The same calendar by the choices of a version of the Charte.
  func chosen(by version: CharteVersion) -> LegalCalendar {
    let backward: BackwardCounting =
      switch version[ChoiceParameter.backward] {
      case "sans-report": .asCounted
      case _: .previousWorkingDay
      }
    let truces = version.truces.isEmpty ? self.truces : TruceTable(rules: version.truces)
    return (try? LegalCalendar(departement: departement, backward: backward, truces: truces))
      ?? self
  }
}

/// What the process says as it leaves.
enum ExitStatus {
  static let failure: Int32 = 1
  static let usage: Int32 = 64
}

extension LogLevel {
  /// The same level for the logging library.
  var logger: Logger.Level {
    switch self {
    case .trace: .trace
    case .debug: .debug
    case .info: .info
    case .notice: .notice
    case .warning: .warning
    case .error: .error
    case .critical: .critical
    }
  }
}
