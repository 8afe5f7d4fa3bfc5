public import PostgreSQL

/// The tables that the runtime needs in each service's database.
public enum RuntimeSchema {
  /// The migrations, by number. They run before the service's own.
  public static let migrations = [
    Migration(
      number: 1, name: "runtime",
      sql: String(decoding: PackageResources.M001_runtime_sql, as: UTF8.self)),
    Migration(
      number: 2, name: "journal",
      sql: String(decoding: PackageResources.M002_journal_sql, as: UTF8.self)),
    Migration(
      number: 3, name: "opening",
      sql: String(decoding: PackageResources.M003_opening_sql, as: UTF8.self)),
    Migration(
      number: 4, name: "refusals",
      sql: String(decoding: PackageResources.M004_refusals_sql, as: UTF8.self)),
    Migration(
      number: 5, name: "handover",
      sql: String(decoding: PackageResources.M005_handover_sql, as: UTF8.self)),
    Migration(
      number: 6, name: "progress",
      sql: String(decoding: PackageResources.M006_progress_sql, as: UTF8.self)),
    Migration(
      number: 7, name: "identity",
      sql: String(decoding: PackageResources.M007_identity_sql, as: UTF8.self)),
    Migration(
      number: 8, name: "layout",
      sql: String(decoding: PackageResources.M008_layout_sql, as: UTF8.self)),
    Migration(
      number: 9, name: "keys",
      sql: String(decoding: PackageResources.M009_keys_sql, as: UTF8.self)),
  ]

  /// Which of their columns are sealed.
  public static let sealed = [
    SealedTable("inbox", ["body"], of: "household"),
    SealedTable("outbox", ["body"], of: "household", orOf: ofCause),
    SealedTable(
      "quarantine", ["body"], of: "household", orOf: ofMessage("source", "identity")),
  ]

  /// The message of which a message without a household tells: a receipt, that of the event. Its
  /// identifier grows from the account and the identity of the event.
  private static let ofCause = ofMessage(
    "'partner/' || split_part(message_id, '/', 1)",
    """
    regexp_replace(substr(message_id, strpos(message_id, '/') + 1),
      '(\\.(doublon|repris)[0-9]+)?\\.[0-9]+$', '')
    """)

  /// As `Message.keySubject(source:identity:)`, in SQL.
  private static func ofMessage(_ source: String, _ identity: String) -> String {
    "'message' || E'\\x1f' || \(source) || E'\\x1f' || \(identity)"
  }

  /// Why the others of text are not.
  public static let plain: [String: [PlainText: [String]]] = [
    "inbox": [
      .identifier: ["source", "id", "root", "path", "correlation", "causation", "traceparent"],
      .word: ["type", "outcome"],
    ],
    "parked": [.identifier: ["source", "id"]],
    "outbox": [
      .identifier: ["message_id", "correlation", "causation", "traceparent", "root", "path"],
      .word: ["exchange", "type"], .account: ["routing_key"],
    ],
    "outbox_pending": [.machine: ["problem"]],
    "dossier_head": [.identifier: ["root", "path"]],
    "deadline": [.word: ["kind"], .law: ["rule", "article", "delay"], .sentence: ["reason"]],
    "quarantine": [
      .identifier: [
        "source", "message_id", "identity", "origin", "correlation", "causation", "root", "path",
      ], .word: ["type", "defect", "state"], .account: ["sender", "queue"],
      .machine: ["reason", "history"],
    ],
    "ledger_counter": [.machine: ["instance"], .word: ["entry"], .account: ["peer"]],
    "household_key": [.key: ["wrapped"]],
    "amont_migration": [.machine: ["set", "name", "checksum"]],
  ]

  /// What a service does to these tables, where it is not that rows are changed and stay.
  public static let uses: [String: TableUse] = [
    "inbox": .appendOnly(except: ["outcome", "duplicates", "decided_on", "recalled"]),
    "outbox": .appendOnly(except: ["recalled"]),
    "quarantine": .appendOnly(except: ["state", "reason", "history", "queue", "deliveries"]),
    "household_key": .appendOnly(except: ["wrapped", "master", "erased_on"]),
    "deadline": .cleared, "outbox_pending": .cleared, "parked": .cleared,
  ]
}
