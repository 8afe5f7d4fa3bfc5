import ArgumentParser
import Contracts
import Messaging
import OperatorReading
import PostgreSQL
import Sealing
import Settings
import Vocabulary

/// The keys of the households, and the master keys that wrap them.
struct KeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "The keys of the households.",
    subcommands: [List.self, Rotate.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("counts keys")
    static let configuration = CommandConfiguration(
      abstract: "How many keys each service has, by the master key that wraps them.")

    func run() async throws {
      let settings = try OperatorSettings.fromEnvironment()
      let databases = try await ServiceDatabases.open(settings)
      if let masters = settings.masterKeys {
        try await KeysCommand.check(masters) { try await databases.query($0, $1) }
      }
      var rows = [["service", "master key", "keys"]]
      for service in ServiceName.allCases {
        rows += try await databases.query(service, KeyRotation.counts).map {
          [
            service.rawValue, try $0.intIfPresent("master").map(String.init) ?? "destroyed",
            String(try $0.int("count")),
          ]
        }
      }
      await databases.close()
      print(TextTable(rows, leading: [0, 1]).text, terminator: "")
    }
  }

  struct Rotate: AsyncParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("counts keys")
    static let configuration = CommandConfiguration(
      abstract: "Wraps every key under the newest master key.",
      discussion: """
        First add the new master key at the end of the file, and restart the services; then run this, while
        they run; then take the old one out of the file, destroy it, and restart again: no backup of the
        keys from before can be read any more. May be ended and run again. Needs AMONT_SERVICE_SECRETS.
        """)

    func run() async throws {
      let settings = try OperatorSettings.fromEnvironment()
      guard let masters = settings.masterKeys else {
        throw OperatorError("set AMONT_MASTER_KEY_FILE to the file of master keys")
      }
      for service in ServiceName.allCases {
        let connection = try await settings.writer(of: service)
        try await KeysCommand.check(masters, of: [service]) { try await connection.query($1) }
        let count = try await KeyRotation(masters: masters).run(in: connection)
        await connection.close()
        print("\(service.rawValue): \(count) keys wrapped by master key \(masters.newest)")
      }
    }
  }
}

extension KeysCommand {
  /// Compares the file of master keys with the keys of services.
  ///
  /// - Throws: `ExitCode` 78 once the problem was said, as the services leave; what a database
  ///   refuses.
  fileprivate static func check(
    _ masters: MasterKeys, of services: [ServiceName] = ServiceName.allCases,
    _ read: (ServiceName, Query) async throws -> Rows
  ) async throws {
    for service in services {
      do {
        try await KeyCheck.look(with: masters) { try await read(service, $0) }
      } catch let problem as KeyProblem {
        SettingsError.say("\(service.rawValue): \(problem)")
        throw ExitCode(SettingsError.exitStatus)
      }
    }
  }
}

/// Wraps keys again, in batches.
struct KeyRotation {
  /// Keys that one transaction wraps.
  static let portion = 500

  let masters: MasterKeys

  /// How many keys there are, by the number of their master key.
  static let counts: Query = """
    SELECT master, count(*) AS count FROM household_key GROUP BY master ORDER BY master NULLS LAST
    """

  /// Wraps all that are wrapped by another key than the newest.
  ///
  /// - Returns: How many were.
  /// - Throws: `SealingError` for a key that cannot be unwrapped; what the database refuses.
  func run(in connection: PostgresConnection) async throws -> Int {
    var count = 0
    while case let done = try await portion(in: connection), done > 0 { count += done }
    return count
  }

  private func portion(in connection: PostgresConnection) async throws -> Int {
    try await connection.withTransaction { connection in
      let rows = try await connection.query(
        """
        SELECT household, wrapped, master FROM household_key
        WHERE wrapped IS NOT NULL AND master <> \(masters.newest)
        ORDER BY household LIMIT \(Self.portion) FOR UPDATE
        """)
      guard !rows.isEmpty else { return 0 }
      let households = try rows.map { try $0.uuid("household") }
      let wrapped = try rows.map { row in
        let household = try row.uuid("household")
        let old = MasterKeys.Wrapped(
          master: try row.int("master"), bytes: try row.bytes("wrapped"))
        return try masters.wrap(masters.unwrap(old, of: household), of: household)
      }
      _ = try await connection.query(
        """
        UPDATE household_key AS k SET wrapped = new.wrapped, master = \(masters.newest)
        FROM unnest(\(households)::uuid[], \(wrapped.map(\.bytes))::bytea[])
          AS new (household, wrapped)
        WHERE k.household = new.household
        """)
      return rows.count
    }
  }
}
