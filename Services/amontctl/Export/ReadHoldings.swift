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
    var tables: [Holdings.Table] = []
    var masked = 0
    for service in ServiceName.allCases {
      for table in HeldTable.all(of: service) where !table.shown.isEmpty {
        let (rows, left) = try await held(
          table, of: dossiers, in: service, isVictim: isVictim)
        masked += left
        guard !rows.isEmpty else { continue }
        tables.append(
          Holdings.Table(
            service: service, name: table.name, title: table.title, subject: table.subject,
            columns: table.shown.map(\.label.text), rows: rows))
      }
    }
    let saga = try await query(
      .sagaOrchestrator, "SELECT opened_on, closed_on FROM dossier WHERE household = \(dossier)"
    ).first
    return Holdings(
      dossiers: dossiers, openedOn: try saga?.day("opened_on").written,
      closedOn: try saga?.dayIfPresent("closed_on"), tables: tables,
      recipients: try await recipients(of: dossiers), readings: readings, masked: masked)
  }

  private func held(
    _ table: HeldTable, of dossiers: [HouseholdID], in service: ServiceName, isVictim: Bool
  ) async throws -> (rows: [[Holdings.Value?]], masked: Int) {
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
    var masked = 0
    let shown = try rows.compactMap { row -> [Holdings.Value?]? in
      let raw = try table.shown.map { column in
        try row.of(table.name).textIfPresent(column.name) ?? ""
      }
      if !isVictim, raw.contains(where: HeldSecrets.isOfViolence) {
        masked += 1
        return nil
      }
      let type = zip(table.shown, raw).first { $0.0.name == "type" }?.1
      return zip(table.shown, raw).map { column, text in column.label.value(text, type: type) }
    }
    return (shown, masked)
  }

  /// To whom notices went, by what they were about.
  private func recipients(of dossiers: [HouseholdID]) async throws -> [Holdings.Recipient] {
    var found: [Holdings.Recipient] = []
    for service in ServiceName.allCases {
      found += try await query(
        service,
        """
        SELECT routing_key, type, count(*) AS count, min(occurred_on) AS first,
          max(occurred_on) AS last
        FROM outbox
        WHERE household = ANY (\(dossiers)::uuid[]) AND exchange = \(ExchangeName.partners)
          AND NOT type = \(Receipt.type)
        GROUP BY routing_key, type ORDER BY routing_key, type
        """
      ).map { row in
        let (key, type) = (try row.text("routing_key"), try row.text("type"))
        return Holdings.Recipient(
          name: HeldMessage.recipient(of: key) ?? key, what: HeldMessage.title(of: type) ?? type,
          count: try row.int("count"), first: try row.day("first").written,
          last: try row.day("last").written)
      }
    }
    return found.sorted { ($0.name, $0.what) < ($1.name, $1.what) }
  }
}

/// What an answer keeps from one person of a household in the interest of another.
enum HeldSecrets {
  /// Whether a stored text tells of a violence in the household.
  ///
  /// A couple is one household. What the victim said, and that it said so, must not reach the other
  /// through a request of access (RGPD art. 15 § 4; C. civ. art. 515-9 et 515-11, 6° bis: the
  /// victim may hide where it lives). So every row that tells of it is left out, whole, unless the
  /// agent has verified that the person who asks is the victim. The page says in every answer that
  /// what concerns others was taken out: that sentence tells nothing.
  static func isOfViolence(_ text: String) -> Bool {
    let folded = text.lowercased()
    return folded.contains("violen") || folded.contains("515-9")
  }
}

extension HeldTable {
  /// The rows of some dossiers, in their order.
  func query(of dossiers: [HouseholdID], bytes: Set<String> = [], limit: Int) -> Query {
    let columns = shown.map { column in
      bytes.contains(column.name) ? column.name : "\(column.name)::text AS \(column.name)"
    }
    let order = order.split(separator: ", ").map { "t." + $0 }.joined(separator: ", ")
    return Query(
      sql: "SELECT \(columns.joined(separator: ", ")) FROM \(name) AS t WHERE \(rows)"
        + " ORDER BY \(order) LIMIT \(limit)", parameters: [.uuids(dossiers)])
  }
}
