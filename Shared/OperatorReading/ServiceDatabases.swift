public import Contracts
public import PostgreSQL
import Sealing

/// The databases of all six services, open for reading.
public struct ServiceDatabases: Sendable {
  private let readers: [ServiceName: ReconnectingReader]
  private let masters: MasterKeys?

  /// Opens one connection to each service's database.
  ///
  /// - Throws: `PostgresError` when one cannot be reached.
  public static func open(_ settings: OperatorSettings) async throws -> ServiceDatabases {
    var readers: [ServiceName: ReconnectingReader] = [:]
    for service in ServiceName.allCases {
      let connection = StandingConnection(settings.database(OperatorSettings.database(of: service)))
      _ = try await connection.connection()
      readers[service] = ReconnectingReader(connection: connection)
    }
    return ServiceDatabases(readers: readers, masters: settings.masterKeys)
  }

  /// The rows of a query in one service's database.
  ///
  /// - Throws: `PostgresError` when the database refuses it or cannot be reached.
  public func query(_ service: ServiceName, _ query: Query) async throws -> Rows {
    guard let reader = readers[service] else { throw PostgresError(code: .closed) }
    return try await reader.read(query)
  }

  /// The same, with what its values are sealed by: read a row `of` its table, or a value `at` its
  /// place.
  ///
  /// - Throws: also `OperatorError` where no master key was given, and `SealingError` where it is
  ///   not the one that serves.
  public func opened(_ service: ServiceName, _ query: Query) async throws -> Rows {
    let rows = try await self.query(service, query)
    let subjects = rows.subjects
    guard !subjects.isEmpty else { return rows }
    return rows.opened(
      with: try await OperatorSettings.keys(of: subjects, by: masters) {
        try await self.query(service, $0)
      })
  }

  /// Closes every connection.
  public func close() async {
    for reader in readers.values { await reader.connection.close() }
  }
}

/// One service's database, read again over a new connection when the server ended the last one: an
/// operator looks just when the database was restarted.
private struct ReconnectingReader: Sendable {
  /// Tries in all, and the pause between two, in milliseconds: half a minute.
  private static let tries = 60
  private static let pauseMilliseconds = 500

  let connection: StandingConnection

  func read(_ query: Query) async throws -> Rows {
    var tries = 0
    while true {
      do {
        return try await connection.query(query)
      } catch {
        tries += 1
        guard tries < Self.tries, await !connection.isUsable else { throw error }
        try await Task.sleep(for: .milliseconds(Self.pauseMilliseconds), clock: .continuous)
      }
    }
  }
}
