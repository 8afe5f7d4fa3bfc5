/// Where the database is, who connects, and how long anything may take.
///
/// The password appears in no description, so a configuration may stand in a log.
public struct PostgresConfiguration: Sendable {
  /// The server's host name or address.
  public var host: String
  /// The server's TCP port.
  public var port: Int
  /// The database to use.
  public var database: String
  /// The role that connects.
  public var user: String
  /// The role's password. Never printed.
  public var password: String
  /// The name by which the server's views show these connections.
  public var applicationName: String
  /// How long one attempt to connect may take, in seconds.
  public var connectTimeoutSeconds: Int
  /// How long one statement may run, in milliseconds; 0 means without limit.
  public var statementTimeoutMilliseconds: Int
  /// What libpq calls `sslmode`: `disable`, `prefer`, `require`, `verify-ca` or `verify-full`.
  public var sslMode: String
  /// How long a transaction may stay open without a statement, in milliseconds; 0: without limit.
  public var idleInTransactionTimeoutMilliseconds: Int
  /// Whether a statement is planned once for a session, and not anew for the values of each run:
  /// for sessions that run few statements again and again, each on few rows. Planning a recursive
  /// one takes longer than running it.
  public var plansOnce = false
  /// Until when requests may last, once somebody says so; shared by all connections that it is
  /// given to.
  public var deadline: RequestDeadline?

  /// The settings of a connection; the defaults suit a server in the same network.
  public init(
    host: String = "127.0.0.1", port: Int = 5432, database: String, user: String,
    password: String, applicationName: String = "amont", connectTimeoutSeconds: Int = 5,
    statementTimeoutMilliseconds: Int = 30_000, sslMode: String = "prefer",
    idleInTransactionTimeoutMilliseconds: Int = 60_000
  ) {
    self.host = host
    self.port = port
    self.database = database
    self.user = user
    self.password = password
    self.applicationName = applicationName
    self.connectTimeoutSeconds = connectTimeoutSeconds
    self.statementTimeoutMilliseconds = statementTimeoutMilliseconds
    self.sslMode = sslMode
    self.idleInTransactionTimeoutMilliseconds = idleInTransactionTimeoutMilliseconds
  }

  /// The keywords and values for libpq.
  ///
  /// Values are read as text, so the form of dates and bytes is fixed here rather than left to the
  /// server's own settings. Keep-alives find a peer that vanished without a word.
  var keywords: [(name: String, value: String)] {
    [
      ("host", host), ("port", String(port)), ("dbname", database), ("user", user),
      ("password", password), ("application_name", applicationName), ("sslmode", sslMode),
      ("client_encoding", "UTF8"), ("options", sessionOptions), ("keepalives_idle", "15"),
      ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "30000"),
    ]
  }

  private var sessionOptions: String {
    let timeouts = [
      "statement_timeout=\(max(0, statementTimeoutMilliseconds))",
      "idle_in_transaction_session_timeout=\(max(0, idleInTransactionTimeoutMilliseconds))",
    ]
    let forms = [
      "datestyle=ISO", "timezone=UTC", "bytea_output=hex", "client_min_messages=warning",
    ]
    // A plan made while a table was empty would read it whole for as long as the session lasts.
    // What has no index then looks very dear, and nobody should compile it for that.
    let plans =
      plansOnce ? ["plan_cache_mode=force_generic_plan", "enable_seqscan=off", "jit=off"] : []
    return (timeouts + forms + plans).map { "-c \($0)" }.joined(separator: " ")
  }
}

extension PostgresConfiguration: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// Where and as whom; never the password.
  public var description: String { "\(user)@\(host):\(port)/\(database)" }

  /// The same as `description`.
  public var debugDescription: String { description }

  /// No children, so that `dump` shows no password either.
  public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
