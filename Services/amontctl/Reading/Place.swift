import AMQP
import Configuration
import Contracts
import PostgreSQL
import Settings

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
/// - `AMONT_BROKER_HOST`, `AMONT_BROKER_PORT`, `AMONT_BROKER_VHOST`, `AMONT_BROKER_USER`,
///   `AMONT_BROKER_PASSWORD` or `AMONT_BROKER_PASSWORD_FILE`: a user that may declare the topology.
/// - `AMONT_CHARTE_FILE`: the Charte of the département, for the targets of the yearly evaluation.
/// - `AMONT_PARTNERS_FILE`: the file of partners, for the commands that send to one of them.
/// - `AMONT_SERVICE_SECRETS`: a folder with one file a service, its database password; only for the
///   commands that change rows.
struct Place {
  let databaseHost: String
  let databasePort: Int
  let auditor: String
  let auditorPassword: Secret
  let broker: BrokerSettings
  /// The Charte of the département, where one is given.
  let charteFile: String?
  /// The file of partners, where one is given.
  let partnersFile: String?
  /// The folder of the services' own passwords, for the commands that change rows.
  let serviceSecrets: String?

  /// Reads the environment, or says what is missing and leaves with status 78.
  static func fromEnvironment() throws -> Place {
    try read(ConfigReader(provider: EnvironmentVariablesProvider()))
  }

  /// Reads settings from wherever they come.
  ///
  /// - Throws: `SettingsError` with all that is missing.
  static func read(_ settings: ConfigReader) throws -> Place {
    try SettingsReader.read(settings) { reader in
      Place(
        databaseHost: reader.requiredString("database.host"),
        databasePort: reader.int("database.port", default: 5_432, in: 1...65_535),
        auditor: reader.string("auditor.user", default: "amont_auditor"),
        auditorPassword: reader.secret("auditor.password"), broker: BrokerSettings(&reader),
        charteFile: reader.string("charte.file"), partnersFile: reader.string("partners.file"),
        serviceSecrets: reader.string("service.secrets"))
    }
  }

  /// The name of a service's database.
  static func database(of service: ServiceName) -> String {
    "amont_" + service.rawValue.split(separator: "-").joined(separator: "_")
  }

  /// A connection that reads one service's tables.
  ///
  /// - Throws: `PostgresError` when it cannot be reached.
  func connect(to service: ServiceName) async throws -> PostgresConnection {
    try await PostgresConnection.connect(
      PostgresConfiguration(
        host: databaseHost, port: databasePort, database: Place.database(of: service),
        user: auditor, password: auditorPassword.revealed, applicationName: "amontctl"))
  }

  /// A connection that may change one service's rows, as the service itself: the auditor may not.
  ///
  /// - Throws: `OperatorError` without that service's password; `PostgresError` when the database
  ///   cannot be reached.
  func writer(of service: ServiceName) async throws -> PostgresConnection {
    guard let serviceSecrets else {
      throw OperatorError(
        "set AMONT_SERVICE_SECRETS to the folder of the services' database passwords")
    }
    let path = serviceSecrets + "/" + service.rawValue
    guard let password = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw OperatorError("no password of \(service.rawValue) in AMONT_SERVICE_SECRETS")
    }
    return try await PostgresConnection.connect(
      PostgresConfiguration(
        host: databaseHost, port: databasePort, database: Place.database(of: service),
        user: service.rawValue,
        password: String(password.prefix { !$0.isNewline }), applicationName: "amontctl"))
  }

  /// The same broker, as somebody.
  func brokerConfiguration(user: String? = nil, password: String? = nil) -> AMQPConfiguration {
    AMQPConfiguration(
      host: broker.host, port: broker.port, virtualHost: broker.virtualHost,
      user: user ?? broker.user, password: password ?? broker.password.revealed,
      connectionName: "amontctl",
      tls: broker.tls.map {
        AMQPConfiguration.TLS(
          caFile: $0.caFile, certificateFile: $0.certificateFile, keyFile: $0.keyFile,
          verifyPeer: true)
      })
  }
}
