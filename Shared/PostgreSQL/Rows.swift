import CLibPQ
public import Sealing
public import Vocabulary

/// The rows that one statement returned. They may be read from several threads.
@safe public final class Rows {
  /// How many rows an INSERT, UPDATE or DELETE changed; for a SELECT, how many it returned.
  public let affected: Int
  /// The number of rows.
  public let count: Int
  /// The names of the columns, in order.
  public let columns: [String]
  private let result: OpaquePointer
  /// What opens sealed values.
  let keys: HouseholdKeys?
  /// The rows that own the result, where these only read it.
  private let owner: Rows?

  /// Takes over a result and clears it in the end.
  init(adopting result: OpaquePointer) {
    unsafe self.result = unsafe result
    keys = nil
    owner = nil
    count = unsafe Int(PQntuples(result))
    columns = unsafe (0..<PQnfields(result)).map { index in
      unsafe PQfname(result, index).map { unsafe String(cString: $0) } ?? ""
    }
    affected = unsafe PQcmdTuples(result).flatMap { unsafe Int(String(cString: $0)) } ?? 0
  }

  private init(_ owner: Rows, _ keys: HouseholdKeys) {
    unsafe result = unsafe owner.result
    (affected, count, columns) = (owner.affected, owner.count, owner.columns)
    self.keys = keys
    self.owner = owner
  }

  deinit { if owner == nil { unsafe PQclear(result) } }

  /// The same rows, whose sealed values are read as what they say.
  public func opened(with keys: HouseholdKeys) -> Rows { Rows(self, keys) }

  /// Whose keys the sealed values of these rows need.
  public var subjects: Set<HouseholdID> {
    columns.indices.reduce(into: []) { $0.formUnion(subjects(at: Int32($1))) }
  }

  /// The same of the values of one column; of none where there is no such column.
  public func subjects(of column: String) -> Set<HouseholdID> {
    position(ofColumn: column).map(subjects) ?? []
  }

  private func subjects(at column: Int32) -> Set<HouseholdID> {
    guard holdsBytes(column: column) else { return [] }
    var subjects: Set<HouseholdID> = []
    for row in 0..<count {
      guard let bytes = unsafe value(row: row, column: column),
        let decoded = unsafe ValueText.hexadecimal(bytes),
        let subject = SealedForm.subject(of: decoded)
      else { continue }
      subjects.insert(subject)
    }
    return subjects
  }

  /// The position of a column, or `nil` where the result has none of that name.
  func position(ofColumn name: String) -> Int32? {
    for index in columns.indices where columns[index] == name { return Int32(index) }
    return nil
  }

  /// The bytes of a value in text form, `nil` for NULL. They live as long as these rows.
  func value(row: Int, column: Int32) -> UnsafeBufferPointer<UInt8>? {
    let row = Int32(row)
    guard unsafe PQgetisnull(result, row, column) == 0,
      let start = unsafe PQgetvalue(result, row, column)
    else { return nil }
    return unsafe UnsafeBufferPointer(
      start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self),
      count: Int(PQgetlength(result, row, column)))
  }

  /// Whether a column's values are bytes, which the server writes as hexadecimal digits.
  func holdsBytes(column: Int32) -> Bool { unsafe PQftype(result, column) == 17 }
}

// It holds a pointer, but is safe to share: the result is never changed after it was adopted, the
// calls made here only read it, and only `deinit`, when nobody else holds it, frees it.
extension Rows: @unchecked Sendable {}

extension Rows: RandomAccessCollection {
  /// Always 0.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { count }
  /// One row. As with an array, the index must be in range.
  public subscript(position: Int) -> Row {
    precondition(position >= 0 && position < count, "row out of range")
    return Row(rows: self, index: position)
  }
}
