import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

extension ServiceDatabases {
  /// The most rows of one table that an answer holds: a household has some hundreds.
  static let mostHeldRows = 20_000

  /// What is held of a household, all services together.
  ///
  /// - Parameters:
  ///   - readings: Who read it, from the log of readings.
  ///   - isVictim: Whether the person who asks is the one to whom a violence is done.
  /// - Throws: `PostgresError` when a database cannot be read; `OperatorError` where a table holds
  ///   more than an answer does.
  func holdings(
    of dossier: HouseholdID, readings: [Reading], isVictim: Bool
  ) async throws -> Holdings {
    let joined = try await query(
      .intake, "SELECT household FROM dossier WHERE merged_into = \(dossier) ORDER BY household"
    ).map { try $0.uuid("household") }
    let dossiers = [dossier] + joined
    var held: [HeldRows] = []
    for service in ServiceName.allCases {
      for table in HeldTable.all(of: service) where !table.shown.isEmpty {
        held.append(try await rows(of: table, dossiers, in: service))
      }
    }
    let secrecy = isVictim ? .none : HeldSecrecy(of: held, readings: readings)
    let saga = try await query(
      .sagaOrchestrator, "SELECT opened_on, closed_on FROM dossier WHERE household = \(dossier)"
    ).first
    return Holdings(
      dossiers: dossiers, openedOn: try saga?.day("opened_on").written,
      closedOn: try saga?.dayIfPresent("closed_on"), tables: held.compactMap { $0.shown(secrecy) },
      recipients: Holdings.Recipient.all(of: held, secrecy), readings: secrecy.told(readings),
      masked: held.reduce(0) { $0 + $1.rows.count - $1.kept(secrecy).count })
  }

  private func rows(
    of table: HeldTable, _ dossiers: [HouseholdID], in service: ServiceName
  ) async throws -> HeldRows {
    let sealed = Set(
      try await query(
        service,
        """
        SELECT column_name FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = \(table.name) AND data_type = 'bytea'
        """
      ).map { try $0.text("column_name") })
    let rows = try await opened(
      service, table.query(of: dossiers, bytes: sealed, limit: Self.mostHeldRows + 1))
    guard rows.count <= Self.mostHeldRows else {
      throw OperatorError("\(service.rawValue).\(table.name) holds too much for one answer")
    }
    return HeldRows(
      service: service, table: table,
      rows: try rows.map { row in
        let columns = try table.read.compactMap { column -> (String, String)? in
          try row.of(table.name).textIfPresent(column).map { (column, $0) }
        }
        return HeldRow(Dictionary(columns, uniquingKeysWith: { first, _ in first }))
      })
  }
}

extension HeldTable {
  /// The columns that are read: those that are shown, and the marks by which secrecy is decided.
  var read: [String] {
    shown.map(\.name) + hidden.map(\.column).filter(HeldRow.marks.contains)
  }

  /// The rows of some dossiers, in their order.
  func query(of dossiers: [HouseholdID], bytes: Set<String> = [], limit: Int) -> Query {
    let columns = read.map { column in
      bytes.contains(column) ? column : "\(column)::text AS \(column)"
    }
    let order = order.split(separator: ", ").map { "t." + $0 }.joined(separator: ", ")
    return Query(
      sql: "SELECT \(columns.joined(separator: ", ")) FROM \(name) AS t WHERE \(rows)"
        + " ORDER BY \(order) LIMIT \(limit)", parameters: [.uuids(dossiers)])
  }
}
