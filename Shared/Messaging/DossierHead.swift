import Contracts
import PostgreSQL
import Vocabulary

/// What the runtime keeps of one dossier, in one row: how far messages about it were heard and
/// said, and how far it was decided.
///
/// Whoever changes it holds the lock of the household, so that ranks are counted here and not in
/// the database.
struct DossierHead: Sendable, Hashable {
  /// The rank of the last message that was applied, by its sender.
  var heard = Ranks()
  /// The rank of the last message that was emitted, by its recipient.
  var said = Ranks()
  /// Messages that wait for one of a lower rank.
  var parked = 0
  /// How far the dossier was decided; `nil` until something stands in its journal.
  var journal: JournalHead?
}

/// How far a dossier was decided.
struct JournalHead: Sendable, Hashable {
  /// The last place that was applied.
  var place: CausalPosition
  /// Whether all that made the file stands in the journal; not for one older than the journal.
  var isComplete: Bool
  /// Times that the dossier was decided again on `rebuiltOn`.
  var rebuilds: Int
  var rebuiltOn: Day?
  /// The day of the act that opened the dossier here.
  var openedOn: Day?
}

/// One rank for each service, from 1; 0 where there is none yet.
struct Ranks: Sendable, Hashable {
  private var values = [Int](repeating: 0, count: ServiceName.allCases.count)

  subscript(service: ServiceName) -> Int {
    get { values[service.place] }
    set { values[service.place] = newValue }
  }
}

extension Ranks {
  /// As an array of PostgreSQL: `{0,3,0,0,0,12}`.
  var text: String { "{" + values.map { String($0) }.joined(separator: ",") + "}" }

  /// Reads such an array; one from before the last service came is shorter.
  init?(_ text: String) {
    self.init()
    guard text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
    let parts = text.dropFirst().dropLast().split(separator: ",")
    guard parts.count <= values.count else { return nil }
    for (place, part) in parts.enumerated() {
      guard let value = Int(part) else { return nil }
      values[place] = value
    }
  }
}

/// The heads of the dossiers that a batch touches, and which of them must be written.
public struct DossierHeads: Sendable {
  private var heads: [HouseholdID: DossierHead] = [:]
  private var changed: Set<HouseholdID> = []
  private var stored: Set<HouseholdID> = []

  /// Of no dossier.
  public init() {}

  /// As they were read; a dossier without a row has an empty one.
  ///
  /// - Throws: `PostgresError` when a row is not what the runtime wrote.
  init(of households: [HouseholdID], from rows: Rows) throws(PostgresError) {
    heads.reserveCapacity(households.count)
    try add(households, from: rows)
  }

  /// The head of a dossier; an empty one where it was not read.
  subscript(household: HouseholdID) -> DossierHead { heads[household] ?? DossierHead() }

  /// Whether a dossier's head was read.
  func holds(_ household: HouseholdID) -> Bool { heads[household] != nil }

  /// Whether a dossier has a head in the database: something was heard or said of it before.
  func isStored(_ household: HouseholdID) -> Bool { stored.contains(household) }

  /// The dossiers of which messages wait, in order.
  var withParked: [HouseholdID] {
    heads.compactMap { $0.value.parked > 0 ? $0.key : nil }.sorted()
  }

  /// How far the dossiers were decided that have a journal.
  var journals: [HouseholdID: JournalHead] { heads.compactMapValues(\.journal) }

  /// Those that must be written, in order.
  var changes: [(household: HouseholdID, head: DossierHead)] {
    changed.sorted().map { (household: $0, head: self[$0]) }
  }

  mutating func change(_ household: HouseholdID, _ body: (inout DossierHead) -> Void) {
    body(&heads[household, default: DossierHead()])
    changed.insert(household)
  }

  mutating func add(_ households: [HouseholdID], from rows: Rows) throws(PostgresError) {
    for household in households { heads[household] = DossierHead() }
    for row in rows {
      let household = try row.uuid("household")
      heads[household] = try DossierHead(from: row)
      stored.insert(household)
    }
  }
}

extension DossierHead {
  fileprivate init(from row: Row) throws(PostgresError) {
    guard let heard = Ranks(try row.text("heard")), let said = Ranks(try row.text("said")) else {
      throw PostgresError(
        code: .unexpectedResult, message: "the ranks of a dossier cannot be read")
    }
    self.init(heard: heard, said: said, parked: try row.int("parked"))
    guard let place = try CausalPosition(from: row) else { return }
    journal = JournalHead(
      place: place, isComplete: try row.bool("complete"), rebuilds: try row.int("rebuilds"),
      rebuiltOn: try row.dayIfPresent("rebuilt_on"), openedOn: try row.dayIfPresent("opened_on"))
  }
}

/// The statements of the heads.
enum HeadQueries {
  static func read(_ households: [HouseholdID]) -> Query {
    """
    SELECT household, heard, said, parked, root, path, complete, rebuilds, rebuilt_on, opened_on
    FROM dossier_head WHERE household = ANY(\(households)::uuid[])
    """
  }

  static func save(_ rows: [(household: HouseholdID, head: DossierHead)]) -> Query {
    let journals = rows.map(\.head.journal)
    return """
      INSERT INTO dossier_head (household, heard, said, parked, root, path, complete, rebuilds,
        rebuilt_on, opened_on)
      SELECT household, heard::bigint[], said::bigint[], parked, root, path, complete, rebuilds,
        rebuilt_on, opened_on
      FROM unnest(\(rows.map(\.household))::uuid[], \(rows.map(\.head.heard.text))::text[],
        \(rows.map(\.head.said.text))::text[], \(rows.map(\.head.parked))::integer[],
        \(journals.map(\.?.place.root))::text[], \(journals.map(\.?.place.path))::text[],
        \(journals.map { $0?.isComplete ?? true })::boolean[],
        \(journals.map { $0?.rebuilds ?? 0 })::integer[], \(journals.map(\.?.rebuiltOn))::date[],
        \(journals.map(\.?.openedOn))::date[])
        AS t (household, heard, said, parked, root, path, complete, rebuilds, rebuilt_on, opened_on)
      ON CONFLICT (household) DO UPDATE SET heard = EXCLUDED.heard, said = EXCLUDED.said,
        parked = EXCLUDED.parked, root = EXCLUDED.root, path = EXCLUDED.path,
        complete = EXCLUDED.complete, rebuilds = EXCLUDED.rebuilds,
        rebuilt_on = EXCLUDED.rebuilt_on, opened_on = EXCLUDED.opened_on
      """
  }
}
