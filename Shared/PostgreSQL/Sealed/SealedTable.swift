/// Which columns of a table only a key opens, and whose.
public struct SealedTable: Sendable, Hashable {
  /// The table.
  public let name: String
  /// The columns.
  public let columns: [String]
  /// What gives the household of a row, in SQL.
  public let subject: String
  /// From what the key of a row without a household is derived, in SQL.
  public let other: String?

  /// - Parameters:
  ///   - subject: What gives the household of a row, in SQL.
  ///   - other: From what the key of a row without a household is derived, in SQL.
  public init(_ name: String, _ columns: [String], of subject: String, orOf other: String? = nil) {
    (self.name, self.columns, self.subject, self.other) = (name, columns, subject, other)
  }
}
