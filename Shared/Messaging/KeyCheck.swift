public import PostgreSQL
public import Sealing

/// Looks whether the keys of a database are those of this process, before anything is read by them
/// or made: a host that was rebuilt has a file of the right form, and keys of its own.
public enum KeyCheck {
  /// Keys of each master key that are tried: one row that was changed says nothing of the others.
  static let sample = 8

  /// Compares.
  ///
  /// - Parameter read: Asks the database.
  /// - Throws: ``KeyProblem``; what the database refuses.
  public static func look(
    with masters: MasterKeys, _ read: (Query) async throws -> Rows
  ) async throws {
    if try await read(lacksKeys).first?.bool("lacks") == true { throw KeyProblem.noKeys }
    var fits: [Int: Bool] = [:]
    for row in try await read(sampled) {
      let master = try row.int("master")
      let household = try row.uuid("household")
      let wrapped = MasterKeys.Wrapped(master: master, bytes: try row.bytes("wrapped"))
      do throws(SealingError) {
        _ = try masters.unwrap(wrapped, of: household)
        fits[master] = true
      } catch .unknownMaster {
        throw KeyProblem.unknownMaster(master)
      } catch .notGenuine {
        fits[master] = fits[master] ?? false
      }
    }
    if let wrong = fits.filter({ !$0.value }).keys.min() { throw KeyProblem.wrongMaster(wrong) }
  }

  /// Whether something is sealed, and no key is there at all.
  private static let lacksKeys: Query = """
    SELECT NOT EXISTS (SELECT FROM household_key) AND (
      coalesce((SELECT substring(body FROM 1 FOR 2) = '\\xfe01' FROM outbox
        ORDER BY id DESC LIMIT 1), false)
      OR coalesce((SELECT substring(body FROM 1 FOR 2) = '\\xfe01' FROM inbox
        WHERE body IS NOT NULL LIMIT 1), false)) AS lacks
    """

  private static let sampled: Query = """
    SELECT k.household, k.wrapped, k.master
    FROM (SELECT DISTINCT master FROM household_key WHERE wrapped IS NOT NULL) AS used
    CROSS JOIN LATERAL (SELECT household, wrapped, master FROM household_key AS one
      WHERE one.master = used.master LIMIT \(unsafeRaw: String(sample))) AS k
    """
}

/// Why a process must not work with this database: its keys are not those of the process.
public enum KeyProblem: Error, Hashable, Sendable {
  /// Rows are sealed, and no key is there.
  case noKeys
  /// Keys are wrapped by a master key of this number, which the file has not.
  case unknownMaster(Int)
  /// The master key of this number in the file is not the one that wrapped the keys.
  case wrongMaster(Int)
  /// What a service keeps was made by another secret; its own sentence.
  case ofService(String)
}

extension KeyProblem: CustomStringConvertible {
  /// What happened, and what to do.
  public var description: String {
    switch self {
    case .noKeys:
      "rows are sealed and household_key is empty: restore the dump of the keys, then start again"
    case .unknownMaster(let number):
      "keys are wrapped by master key \(number), which is not in the file of master keys: put its line "
        + "back"
    case .wrongMaster(let number):
      "master key \(number) of the file is not the one that wrapped this database's keys: put the file "
        + "of that time back; a new master key needs a number of its own"
    case .ofService(let sentence): sentence
    }
  }
}
