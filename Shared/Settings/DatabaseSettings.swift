/// Where the PostgreSQL database of a service is, and who the service is there.
///
/// ## Configuration keys
/// - `AMONT_DATABASE_HOST` (required): a host name, an address, or the folder of a socket.
/// - `AMONT_DATABASE_PORT` (default 5432): from 1 to 65535.
/// - `AMONT_DATABASE_NAME` (required): the database.
/// - `AMONT_DATABASE_USER` (required): the role; it owns no tables.
/// - `AMONT_DATABASE_PASSWORD` or `AMONT_DATABASE_PASSWORD_FILE` (one is required).
/// - `AMONT_DATABASE_SSL_MODE` (default `prefer`): one of ``SSLMode``.
public struct DatabaseSettings: Sendable {
  /// How the connection is protected, in libpq's words.
  public enum SSLMode: String, CaseIterable, Sendable {
    case disable, allow, prefer, require
    case verifyCA = "verify-ca"
    case verifyFull = "verify-full"
  }

  /// A host name, an address, or the folder of a socket.
  public var host: String
  public var port: Int = 5_432
  public var name: String
  public var user: String
  public var password: Secret
  public var sslMode: SSLMode = .prefer

  /// Reads the settings; what is wrong is noted in the reader.
  public init(_ reader: inout SettingsReader) {
    host = reader.requiredString("database.host")
    port = reader.int("database.port", default: 5_432, in: 1...65_535)
    name = reader.requiredString("database.name")
    user = reader.requiredString("database.user")
    password = reader.secret("database.password")
    sslMode = reader.choice("database.ssl.mode", default: .prefer)
  }
}
