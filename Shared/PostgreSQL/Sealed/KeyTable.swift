public import Sealing
public import Vocabulary

/// The statements of `household_key`: one key a household, or a message without one, wrapped by a
/// master key. A row without a key tells of a household whose key was destroyed.
public enum KeyTable {
  /// The constraint that holds two processes from making two keys of one household.
  public static let once = "household_key_key"

  /// The constraint that refuses a new key for a household of which something is sealed already:
  /// its own did not come back with a backup, and must find its place empty when it does.
  public static let first = "household_key_or_erased"

  /// The columns that `HouseholdKeys.add` reads.
  public static let columns = "household, wrapped, master"

  /// The keys of those households.
  public static func read(_ households: [HouseholdID]) -> Query {
    """
    SELECT household, wrapped, master FROM household_key
    WHERE household = ANY(\(households)::uuid[])
    """
  }

  /// Keeps new keys. Where something of a household is sealed already, and by no key that is there,
  /// the row is none, and ``first`` refuses it.
  public static func add(_ keys: [(household: HouseholdID, wrapped: MasterKeys.Wrapped)]) -> Query {
    """
    INSERT INTO household_key (household, wrapped, master)
    SELECT household, CASE WHEN
        (SELECT true FROM inbox AS i WHERE i.household = made.household
          AND substring(i.body FROM 1 FOR 2) = '\\xfe01' LIMIT 1) IS NULL
        AND (SELECT true FROM outbox AS o WHERE o.household = made.household
          AND substring(o.body FROM 1 FOR 2) = '\\xfe01' LIMIT 1) IS NULL
        OR (SELECT true FROM household_key AS k
          WHERE k.household = made.household LIMIT 1) IS NOT NULL
      THEN wrapped END, master
    FROM unnest(\(keys.map(\.household))::uuid[], \(keys.map(\.wrapped.bytes))::bytea[],
      \(keys.map(\.wrapped.master))::integer[]) AS made (household, wrapped, master)
    """
  }

  /// That no key may be made for one of the households, for whoever is on call.
  public static let keyMissing = PostgresError(
    code: .keyMissing, table: "household_key", message: SealingError.noKey.description)
}

extension HouseholdKeys {
  /// Takes in what was read of `household_key`.
  ///
  /// - Parameter households: Those that were looked for.
  /// - Throws: `SealingError` where a master key is missing; `PostgresError` for a row that is not
  ///   one. A key that was changed is taken in as one that cannot be read.
  public mutating func add(
    _ rows: Rows, of households: some Sequence<HouseholdID>, by masters: MasterKeys
  ) throws {
    for row in rows {
      let household = try row.uuid("household")
      guard let bytes = try row.bytesIfPresent("wrapped") else {
        addErased(household)
        continue
      }
      let wrapped = MasterKeys.Wrapped(master: try row.int("master"), bytes: bytes)
      do throws(SealingError) {
        add(try masters.unwrap(wrapped, of: household), of: household)
      } catch .notGenuine {
        addUnreadable(household)
      }
    }
    looked(for: households)
  }

  /// Makes keys for those of the subjects that have none yet.
  ///
  /// - Returns: The statement that keeps them; `nil` where there is nothing to make.
  /// - Throws: `SealingError` where OpenSSL cannot.
  public mutating func make(
    for subjects: Set<HouseholdID>, by masters: MasterKeys
  ) throws(SealingError) -> Query? {
    var made: [(household: HouseholdID, wrapped: MasterKeys.Wrapped)] = []
    for subject in absent(of: subjects) {
      let key = try SealingKey.random()
      made.append((subject, try masters.wrap(key, of: subject)))
      add(key, of: subject)
    }
    return made.isEmpty ? nil : KeyTable.add(made)
  }
}
