public import Sealing
public import Vocabulary

/// The statements of `household_key`: one key a household, or a message without one, wrapped by a
/// master key. A row without a key tells of a household whose key was destroyed.
public enum KeyTable {
  /// The constraint that holds two processes from making two keys of one household.
  public static let once = "household_key_key"

  /// The columns that `HouseholdKeys.add` reads.
  public static let columns = "household, wrapped, master"

  /// The keys of those households.
  public static func read(_ households: [HouseholdID]) -> Query {
    """
    SELECT household, wrapped, master FROM household_key
    WHERE household = ANY(\(households)::uuid[])
    """
  }

  /// Keeps new keys.
  public static func add(_ keys: [(household: HouseholdID, wrapped: MasterKeys.Wrapped)]) -> Query {
    """
    INSERT INTO household_key (household, wrapped, master)
    SELECT * FROM unnest(\(keys.map(\.household))::uuid[], \(keys.map(\.wrapped.bytes))::bytea[],
      \(keys.map(\.wrapped.master))::integer[])
    """
  }
}

extension HouseholdKeys {
  /// Takes in what was read of `household_key`.
  ///
  /// - Parameter households: Those that were looked for.
  /// - Throws: `SealingError` for a key that cannot be unwrapped; `PostgresError` for a row that is
  ///   not one.
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
      add(try masters.unwrap(wrapped, of: household), of: household)
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
