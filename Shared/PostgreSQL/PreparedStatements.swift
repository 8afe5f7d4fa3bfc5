/// Which statements the server has prepared on one connection, by their text. No I/O.
///
/// A statement counts as prepared only once the server has said so: in a failed pipeline the
/// server skips the rest, and a plan that it never made must not be asked for later. Plans are not
/// undone by a rollback, so a transaction's end changes nothing here.
struct PreparedStatements {
  /// How to run a statement.
  enum Plan: Equatable {
    /// Prepare it under this name, then run it.
    case prepare(String)
    /// The server has it under this name.
    case run(String)
    /// The memory is full: run it once, unnamed.
    case runUnnamed
  }

  /// The most plans that the server keeps for one connection.
  static let capacity = 256

  private var names: [String: String] = [:]
  private var asked: [String: String] = [:]
  private var counter = 0
  /// Whether the server should forget everything before the next request: the memory overflowed,
  /// or a plan turned out to be stale.
  private(set) var needsReset = false

  /// How many plans the server is known to hold.
  var count: Int { names.count }

  /// Decides how to run `sql` in the request that is being written.
  mutating func plan(_ sql: String) -> Plan {
    if let name = names[sql] ?? asked[sql] { return .run(name) }
    guard names.count + asked.count < PreparedStatements.capacity else {
      needsReset = true
      return .runUnnamed
    }
    counter += 1  // Never reused, so a name can't mean two statements.
    let name = "s\(counter)"
    asked[sql] = name
    return .prepare(name)
  }

  /// The server has prepared `sql`.
  mutating func prepared(_ sql: String) {
    if let name = asked.removeValue(forKey: sql) { names[sql] = name }
  }

  /// The request is over: what the server has not confirmed was not prepared.
  mutating func endRequest() {
    if !asked.isEmpty { asked.removeAll(keepingCapacity: true) }
  }

  /// A plan no longer fits its tables.
  mutating func markStale() { needsReset = true }

  /// The server has forgotten all plans.
  mutating func reset() {
    names.removeAll(keepingCapacity: true)
    asked.removeAll(keepingCapacity: true)
    needsReset = false
  }
}
