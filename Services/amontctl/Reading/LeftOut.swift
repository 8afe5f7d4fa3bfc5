import Contracts
import OperatorReading

/// What the fingerprint leaves out, and why. Everything else counts: a table or a column that is
/// not named here must be the same after the same events.
struct LeftOut: Sendable {
  /// Why two runs with the same events differ there.
  enum Why: String, CaseIterable, Sendable {
    case writing = "numbers rows in the order in which they were written"
    case cause =
      "tells which of the causes of one day came first; what was caused is the same, and counts"
    case correction = "tells what was believed until another act of the same day came"
    case again = "tells how often a message came or was answered again"
    case machine = "tells of the machine and its clock"
    case chance = "is made of chance: what is sealed counts by what it says"
    case underWay = "is on its way to the broker or from it, and leaves"
  }

  enum What: Sendable {
    case table
    case columns([String])
    /// The rows for which this condition holds; `t` is the table.
    case rows(String)
  }

  let table: String
  let what: What
  let why: Why

  /// By table; the same in each service that has it.
  static let all: [LeftOut] = [
    LeftOut("ledger_counter", .table, .again),
    LeftOut("household_key", .table, .chance),
    LeftOut("digest_check", .table, .chance),
    LeftOut("outbox_pending", .table, .underWay),
    LeftOut("revision", .table, .correction),
    LeftOut("amont_migration", .columns(["applied_at"]), .machine),
    LeftOut("contribution", .columns(["place"]), .writing),
    LeftOut("deadline", .columns(["armed"]), .writing),
    LeftOut("fusion_log", .columns(["id"]), .writing),
    LeftOut("dossier_head", .columns(["path"]), .cause),
    LeftOut("dossier_head", .columns(["heard", "said", "rebuilds", "rebuilt_on"]), .correction),
    LeftOut("dossier_head", .columns(["parked"]), .underWay),
    LeftOut("inbox", .columns(["duplicates"]), .again),
    // The identifier of a message grows from that of its cause.
    LeftOut("inbox", .columns(["id", "path", "correlation", "causation", "traceparent"]), .cause),
    LeftOut("inbox", .rows("recalled OR " + recall), .correction),
    LeftOut("outbox", .columns(["id"]), .writing),
    LeftOut(
      "outbox",
      .columns(["message_id", "rank", "path", "correlation", "causation", "traceparent"]), .cause),
    LeftOut("outbox", .rows("recalled OR " + recall + " OR " + withdrawal), .correction),
    LeftOut("outbox", .rows("message_id LIKE '%.doublon%'"), .again),
    LeftOut("parked", .table, .underWay),
    LeftOut("quarantine", .columns(["id"]), .writing),
    LeftOut(
      "quarantine", .columns(["message_id", "path", "correlation", "causation", "history"]), .cause),
    LeftOut("quarantine", .rows("state = 'resolved'"), .correction),
    LeftOut("timeline", .columns(["message"]), .cause),
  ]

  private static let recall = "type = '\(Recall.type)'"
  /// What took back a notice that a service's journal recalled. Intake recalls nothing: where it
  /// tells that a notice is without object, a partner withdrew an event, and that counts.
  private static let withdrawal = """
    (type = '\(Notice.type(.avisSansObjet))' AND EXISTS (
      SELECT 1 FROM outbox AS back WHERE back.household = t.household AND back.recalled))
    """

  private init(_ table: String, _ what: What, _ why: Why) {
    self.table = table
    self.what = what
    self.why = why
  }

  /// What must be there for this to mean something.
  var columns: [String] {
    switch what {
    case .table, .rows: []
    case .columns(let names): names
    }
  }

  /// For people: one line each.
  static var text: String {
    let rows = all.map { left in
      switch left.what {
      case .table: [left.table, "the table", left.why.rawValue]
      case .columns(let names): [left.table, names.joined(separator: ", "), left.why.rawValue]
      case .rows(let condition): [left.table, "rows: " + condition, left.why.rawValue]
      }
    }
    return TextTable([["table", "left out", "because it"]] + rows, leading: [0, 1, 2]).text
  }

  /// The rows and columns of a table that count, as a query that gives one text a row; `nil` where
  /// nothing of the table counts.
  ///
  /// - Parameters:
  ///   - sealed: Columns that count by what they say: they stand beside the text.
  ///   - condition: Of which rows, in SQL.
  static func query(
    _ table: String, sealed: [String] = [], where condition: String? = nil
  ) -> String? {
    var columns = sealed
    var conditions = condition.map { [$0] } ?? []
    for left in all where left.table == table {
      switch left.what {
      case .table: return nil
      case .columns(let names): columns += names
      case .rows(let condition): conditions.append("NOT coalesce(\(condition), false)")
      }
    }
    let names = columns.map { "'\($0)'" }.joined(separator: ", ")
    return """
      SELECT \((["(to_jsonb(t) - ARRAY[\(names)]::text[])::text AS row"] + sealed)
        .joined(separator: ", ")) FROM "\(table)" t
      \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
      """
  }
}
