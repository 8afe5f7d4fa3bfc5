/// Which columns of a table only a key opens, and whose.
public struct SealedTable: Sendable, Hashable {
  /// The table.
  public let name: String
  /// The columns.
  public let columns: [String]
  /// What gives the household of a row, in SQL.
  public let subject: String
  /// What tells a row without a household apart, in SQL.
  public let other: String?

  /// - Parameters:
  ///   - subject: What gives the household of a row, in SQL.
  ///   - other: What tells a row without a household apart, in SQL.
  public init(_ name: String, _ columns: [String], of subject: String, orOf other: String? = nil) {
    (self.name, self.columns, self.subject, self.other) = (name, columns, subject, other)
  }
}
