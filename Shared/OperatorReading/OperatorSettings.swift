public import AMQP
public import Configuration
public import Contracts
public import PostgreSQL
public import Sealing
public import Settings
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where everything is, read once from the environment.
///
/// ## Configuration keys
/// - `AMONT_DATABASE_HOST`, `AMONT_DATABASE_PORT` (default 5432): PostgreSQL.
/// - `AMONT_AUDITOR_USER` (default `amont_auditor`), `AMONT_AUDITOR_PASSWORD` or
///   `AMONT_AUDITOR_PASSWORD_FILE`: a role that may read every service's tables.
/// - `AMONT_AGENT`: the person who uses amontctl, by first name and name; `--agent` comes first.
/// - `AMONT_READINGS_PASSWORD` or `AMONT_READINGS_PASSWORD_FILE`: the role `readings`, which adds
///   to the log of readings; for every command that shows what belongs to households.
/// - `AMONT_READINGS_OWNER_PASSWORD` or `AMONT_READINGS_OWNER_PASSWORD_FILE`: the log's owner; only
///   for its migrations and its purge.
/// - `AMONT_BROKER_HOST`, `AMONT_BROKER_PORT`, `AMONT_BROKER_VHOST`, `AMONT_BROKER_USER`,
///   `AMONT_BROKER_PASSWORD` or `AMONT_BROKER_PASSWORD_FILE`: a user that may declare the topology.
/// - `AMONT_CHARTE_FILE`: the Charte of the département, for the targets of the yearly evaluation.
/// - `AMONT_PARTNERS_FILE`: the file of partners, for the commands that send to one of them.
/// - `AMONT_MASTER_KEY` or `AMONT_MASTER_KEY_FILE`: what wraps the keys of the households, for the
///   commands that read what is sealed.
/// - `AMONT_SERVICE_SECRETS`: a folder with one file a service, its database password; only for the
///   commands that change rows.
public struct OperatorSettings: Sendable {
  private let databaseHost: String
  private let databasePort: Int
  /// The role that may read every service's tables, and its password.
  private let auditor: String
  private let auditorPassword: Secret
  /// The password of the role that writes the log of readings, and that of the log's owner.
  public let readingsPassword: Secret?, readingsOwnerPassword: Secret?
  /// Who uses the program, where the environment says so.
  public let agent: String?
  /// Where RabbitMQ is, and who may declare the topology there.
  public let broker: BrokerSettings
  /// The Charte of the département, where one is given.
  public let charteFile: String?
  public let partnersFile: String?
  /// The folder of the services' own passwords, for the commands that change rows.
  public let serviceSecrets: String?

  /// What wraps the keys of the households; `nil` where none was given.
  public let masterKeys: MasterKeys?

  /// The program that asks, as the database and the broker show it.
  private let program: String

  /// Reads the settings from the environment of this process.
  ///
  /// - Throws: `SettingsError` with everything that is missing or wrong.
  public static func fromEnvironment(of program: String) throws -> OperatorSettings {
    try read(.environment, of: program)
  }

  /// Reads settings from wherever they come.
  ///
  /// - Throws: `SettingsError` with everything that is missing or wrong.
  public static func read(_ config: ConfigReader, of program: String) throws -> OperatorSettings {
    try SettingsReader.read(config) { reader in
      OperatorSettings(
        databaseHost: reader.requiredString("database.host"),
        databasePort: reader.int("database.port", default: 5_432, in: 1...65_535),
        auditor: reader.string("auditor.user", default: "amont_auditor"),
        auditorPassword: reader.secret("auditor.password"),
        readingsPassword: reader.secretIfPresent("readings.password"),
        readingsOwnerPassword: reader.secretIfPresent("readings.owner.password"),
        agent: reader.string("agent"), broker: BrokerSettings(&reader),
        charteFile: reader.string("charte.file"), partnersFile: reader.string("partners.file"),
        serviceSecrets: reader.string("service.secrets"),
        masterKeys: reader.string("master.key") == nil && reader.string("master.key.file") == nil
          ? nil : reader.masterKeys("master.key"),
        program: program)
    }
  }

  /// The name of a service's database.
  public static func database(of service: ServiceName) -> String {
    "amont_" + service.rawValue.split(separator: "-").joined(separator: "_")
  }

  /// A connection that reads one service's tables.
  ///
  /// - Throws: `PostgresError` when it cannot be reached.
  public func connect(to service: ServiceName) async throws -> PostgresConnection {
    try await PostgresConnection.connect(
      database(Self.database(of: service)))
  }

  /// A connection that may change one service's rows, as the service itself: the auditor may not.
  ///
  /// - Throws: `OperatorError` without that service's password; `PostgresError` when the database
  ///   cannot be reached.
  public func writer(of service: ServiceName) async throws -> PostgresConnection {
    guard let serviceSecrets else {
      throw OperatorError(
        "set AMONT_SERVICE_SECRETS to the folder of the services' database passwords")
    }
    guard
      let password = try? String(
        contentsOfFile: serviceSecrets + "/" + service.rawValue, encoding: .utf8)
    else { throw OperatorError("no password of \(service.rawValue) in AMONT_SERVICE_SECRETS") }
    return try await PostgresConnection.connect(
      database(
        Self.database(of: service), user: service.rawValue,
        password: String(password.prefix { !$0.isNewline })))
  }

  /// A database of this server, by name, as the auditor.
  public func database(_ name: String) -> PostgresConfiguration {
    database(name, user: auditor, password: auditorPassword.revealed)
  }

  /// A database of this server, by name, as somebody else.
  public func database(_ name: String, user: String, password: String) -> PostgresConfiguration {
    PostgresConfiguration(
      host: databaseHost, port: databasePort, database: name, user: user, password: password,
      applicationName: program)
  }

  /// How to reach the broker, as the administrator or as somebody else.
  public func brokerConfiguration(user: String? = nil, password: String? = nil) -> AMQPConfiguration
  {
    AMQPConfiguration(
      host: broker.host, port: broker.port, virtualHost: broker.virtualHost,
      user: user ?? broker.user, password: password ?? broker.password.revealed,
      connectionName: program,
      tls: broker.tls.map {
        AMQPConfiguration.TLS(
          caFile: $0.caFile, certificateFile: $0.certificateFile, keyFile: $0.keyFile,
          verifyPeer: true)
      })
  }
}

extension OperatorSettings {
  static func keys(
    of subjects: Set<HouseholdID>, by masters: MasterKeys?,
    _ read: (Query) async throws -> Rows
  ) async throws -> HouseholdKeys {
    guard let masters else {
      throw OperatorError(
        "what this reads is sealed: set AMONT_MASTER_KEY_FILE to the file of master keys")
    }
    var keys = HouseholdKeys()
    for some in subjects.sorted().chunks(of: portion) {
      try keys.add(try await read(KeyTable.read(Array(some))), of: some, by: masters)
    }
    return keys
  }

  /// Keys that are read with one statement.
  private static let portion = 10_000
}

extension Array {
  /// Parts of so many elements, the last one of the rest.
  func chunks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}

extension PostgresConnection {
  /// Rows of one statement, with what their values are sealed by.
  ///
  /// - Throws: `OperatorError` where no master key was given; what the database refuses.
  public func opened(_ query: Query, by masters: MasterKeys?) async throws -> Rows {
    let rows = try await self.query(query)
    let subjects = rows.subjects
    guard !subjects.isEmpty else { return rows }
    return rows.opened(
      with: try await OperatorSettings.keys(of: subjects, by: masters) { try await self.query($0) })
  }
}
