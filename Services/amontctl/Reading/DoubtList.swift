import Contracts
import IntakeDomain
import OperatorReading
import PostgreSQL
import Sealing
import Vocabulary

/// What a commission must compare or verify, as an operator may read it.
struct DoubtList: Encodable {
  /// Two dossiers, or an event and the dossier that contradicts it.
  struct Pair: Encodable, Hashable {
    let since: Day, reason: String
    let dossier: HouseholdID, other: HouseholdID
    let agree: [String], differ: [String], absent: [String]
    /// What is held: the event's kind and its sender; `nil` for two dossiers.
    var held: Held?
  }

  /// An event that is held.
  struct Held: Encodable, Hashable {
    let event: String, sender: String, contradicts: [String]
  }

  /// An account of which nothing shows what ties it to a dossier.
  struct Relation: Encodable, Hashable {
    let since: Day, dossier: HouseholdID, account: String, genre: String
  }

  let pairs: [Pair], held: [Pair], relations: [Relation]

  /// Every dossier of which it says something.
  var dossiers: [HouseholdID] {
    (pairs + held).flatMap { [$0.dossier, $0.other] } + relations.map(\.dossier)
  }

  var text: String {
    guard !(pairs.isEmpty && held.isEmpty && relations.isEmpty) else {
      return "Aucun doute en attente.\n"
    }
    return (pairs.map(Self.text) + held.map(Self.text) + relations.map(Self.text))
      .joined(separator: "\n")
  }

  private static func text(_ pair: Pair) -> String {
    let subject =
      pair.held.map {
        "événement gardé pour examen : \($0.event) de \($0.sender), contredit par le dossier "
          + "(\($0.contradicts.joined(separator: ", ")))"
      } ?? "deux dossiers"
    let fields = [("concordent", pair.agree), ("diffèrent", pair.differ), ("absents", pair.absent)]
      .filter { !$0.1.isEmpty }.map { "\($0.0) : \($0.1.joined(separator: ", "))" }
    return """
      \(pair.since)  \(pair.reason)  \(subject)
        \(fields.joined(separator: " ; "))
        pour joindre : dossier.fusion, menage.dossier \(pair.dossier), autre \(pair.other)
        pour séparer : dossier.separation, \(pair.held == nil ? "si la fusion était une erreur" : "de même")

      """
  }

  private static func text(_ relation: Relation) -> String {
    """
    \(relation.since)  relation-non-verifiee  compte \(relation.account) (\(relation.genre))
      dossier \(relation.dossier) : rien ne montre ce qui l'y relie ; à vérifier auprès de lui,
      puis amontctl doubts settle \(relation.dossier) \(relation.account)

    """
  }
}

extension DoubtList {
  /// The pairs that nobody decided yet: neither is joined to another, and both still stand; what is
  /// held; and the accounts to be verified.
  ///
  /// - Throws: `PostgresError` when intake's database cannot be read.
  static func read(
    from intake: PostgresConnection, by masters: MasterKeys?, limit: Int
  ) async throws -> DoubtList {
    let pairs = try await intake.query(
      """
      SELECT d.household, d.other, d.reason, d.opened_on FROM doubt d
      JOIN dossier a ON a.household = d.household JOIN dossier b ON b.household = d.other
      WHERE coalesce(a.merged_into, a.household) <> coalesce(b.merged_into, b.household)
        AND NOT a.withdrawn AND NOT b.withdrawn
        AND NOT \(unsafeRaw: ArchivedDossiers.holds("d.household"))
        AND NOT \(unsafeRaw: ArchivedDossiers.holds("d.other"))
        AND NOT EXISTS (SELECT FROM household_key AS k
          WHERE k.household IN (d.household, d.other) AND k.erased_on IS NOT NULL)
      ORDER BY d.opened_on, d.household, d.other, d.reason LIMIT \(limit)
      """)
    let held = try await intake.opened(
      """
      SELECT w.held_for, w.ticket AS household, w.ticket AS other, w.received_on AS opened_on, w.type,
        w.sender, w.contradicts, w.menage,
        coalesce((SELECT string_agg(k.kind || E'\\t' || k.key, E'\\n') FROM waiting_key k
          WHERE k.sender = w.sender AND k.event_id = w.event_id AND k.source = w.source), '') AS keys
      FROM waiting w WHERE w.held_for IS NOT NULL
        AND NOT \(unsafeRaw: ArchivedDossiers.holds("w.held_for"))
      ORDER BY w.received_on, w.sender, w.event_id, w.source LIMIT \(limit)
      """, by: masters)
    let households =
      try pairs.flatMap { [try $0.uuid("household"), try $0.uuid("other")] }
      + held.map { try $0.uuid("held_for") }
    let sides = try await sides(of: Set(households).sorted(), in: intake, by: masters)
    return DoubtList(
      pairs: try pairs.map { try pair($0, sides) }, held: try held.map { try self.held($0, sides) },
      relations: try await relations(in: intake, limit: limit))
  }

  private static func pair(
    _ row: Row, _ sides: [HouseholdID: Comparison.Side]
  ) throws -> Pair {
    let (one, other) = (try row.uuid("household"), try row.uuid("other"))
    return Pair(
      since: try row.day("opened_on"), reason: try row.text("reason"), dossier: one, other: other,
      Comparison(sides[one] ?? .init(), sides[other] ?? .init()))
  }

  private static func held(
    _ row: Row, _ sides: [HouseholdID: Comparison.Side]
  ) throws -> Pair {
    let one = try row.uuid("held_for")
    let menage = try Wire.decode(
      Identification.self, from: row.of("waiting").bytes("menage"))
    let side = Comparison.Side(
      persons: menage.locataires ?? [], dwelling: menage.logement,
      keys: keys(try row.text("keys")))
    return Pair(
      since: try row.day("opened_on"), reason: Doubt.Reason.referenceContredite.rawValue,
      dossier: one, other: try row.uuid("other"), Comparison(sides[one] ?? .init(), side),
      held: .init(
        event: try row.text("type"), sender: try row.text("sender"),
        contradicts: try row.text("contradicts").split(separator: " ").map(String.init)))
  }

  private static func relations(
    in intake: PostgresConnection, limit: Int
  ) async throws -> [Relation] {
    try await intake.query(
      """
      SELECT r.opened_on, r.household, r.account, r.genre FROM relation r
      JOIN dossier d ON d.household = r.household AND NOT d.withdrawn
      WHERE r.settled_by IS NULL
        AND NOT \(unsafeRaw: ArchivedDossiers.holds("r.household"))
        AND NOT EXISTS (SELECT FROM household_key AS k
          WHERE k.household = r.household AND k.erased_on IS NOT NULL)
      ORDER BY r.opened_on, r.household, r.account LIMIT \(limit)
      """
    ).map {
      Relation(
        since: try $0.day("opened_on"), dossier: try $0.uuid("household"),
        account: try $0.text("account"), genre: try $0.text("genre"))
    }
  }

  /// Keeps that a person verified what ties an account to a dossier.
  ///
  /// - Returns: Whether it was listed.
  static func settle(
    _ account: String, of dossier: HouseholdID, by agent: AgentName,
    in intake: PostgresConnection
  ) async throws -> Bool {
    try await !intake.query(
      """
      UPDATE relation SET settled_by = 'operateur', settled_agent = \(agent.description)
      WHERE household = \(dossier) AND account = \(account) AND settled_by IS NULL
      RETURNING account
      """
    ).isEmpty
  }

  /// What is known of dossiers, for a comparison.
  private static func sides(
    of households: [HouseholdID], in intake: PostgresConnection, by masters: MasterKeys?
  ) async throws -> [HouseholdID: Comparison.Side] {
    let persons = try await persons(of: households, in: intake, by: masters)
    let rows = try await intake.opened(
      """
      SELECT d.household, d.huissier, d.bailleur, w.insee, w.voie, w.complement,
        coalesce((SELECT string_agg(k.kind || E'\\t' || k.key, E'\\n') FROM identity_key k
          WHERE k.household = d.household), '') AS keys
      FROM dossier d LEFT JOIN dwelling w ON w.household = d.household
      WHERE d.household = ANY (\(households)::uuid[])
      """, by: masters)
    return try rows.reduce(into: [:]) { sides, row in
      let row = row.of("dwelling")
      let household = try row.uuid("household")
      let insee = try row.textIfPresent("insee")
      let voie = try row.textIfPresent("voie")
      let complement = try row.textIfPresent("complement")
      sides[household] = Comparison.Side(
        persons: persons[household] ?? [],
        dwelling: insee.flatMap { insee in
          voie.map { Dwelling(insee: insee, voie: $0, complement: complement) }
        }, bailleur: try row.textIfPresent("bailleur"), etude: try row.textIfPresent("huissier"),
        keys: keys(try row.text("keys")))
    }
  }

  private static func persons(
    of households: [HouseholdID], in intake: PostgresConnection, by masters: MasterKeys?
  ) async throws -> [HouseholdID: [Person]] {
    try await intake.opened(
      """
      SELECT household, nom, prenom, naissance FROM tenant
      WHERE household = ANY (\(households)::uuid[]) ORDER BY household, rank
      """, by: masters
    ).reduce(into: [:]) { persons, row in
      let row = row.of("tenant")
      persons[try row.uuid("household"), default: []].append(
        Person(
          nom: try row.text("nom"), prenom: try row.textIfPresent("prenom"),
          naissance: try row.birthDateIfPresent("naissance")))
    }
  }

  private static func keys(_ text: String) -> [IdentityKey] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let kind = IdentityKey.Kind(rawValue: String(parts[0])) else {
        return nil
      }
      return IdentityKey(kind: kind, value: String(parts[1]))
    }
  }
}

extension DoubtList.Pair {
  fileprivate init(
    since: Day, reason: String, dossier: HouseholdID, other: HouseholdID, _ comparison: Comparison,
    held: DoubtList.Held? = nil
  ) {
    func names(_ outcome: Comparison.Agreement) -> [String] {
      comparison.fields(outcome).map(\.rawValue)
    }
    self.init(
      since: since, reason: reason, dossier: dossier, other: other, agree: names(.agrees),
      differ: names(.differs), absent: names(.absent), held: held)
  }
}
