public import Contracts

/// The partners that Amont knows: their broker accounts and what kind of body each is.
public struct PartnerDirectory: Sendable, Equatable {
  /// The most lines that a directory may have.
  public static let maximumLines = 10_000

  private let kinds: [String: PartnerKind]

  /// A directory of those accounts.
  public init(_ kinds: [String: PartnerKind]) { self.kinds = kinds }

  /// Reads a directory: one partner a line, `name<TAB>kind`; empty lines and `#` are skipped.
  ///
  /// - Throws: `TableError` with the number of the first line that cannot be used.
  public init(parsing text: String) throws(TableError) {
    var kinds: [String: PartnerKind] = [:]
    for (number, fields) in try TableText.rows(text, separator: "\t", limit: Self.maximumLines) {
      guard fields.count == 2, !fields[0].isEmpty, let kind = PartnerKind(rawValue: fields[1])
      else {
        throw TableError(
          line: number, problem: "expected a name, a tab and one of the kinds of partners")
      }
      guard QueueName.admits(account: fields[0]) else {
        throw TableError(
          line: number,
          problem: "an account has 1 to 200 bytes, no space, and does not end in .dead")
      }
      guard kinds.updateValue(kind, forKey: fields[0]) == nil else {
        throw TableError(line: number, problem: "this name stands on an earlier line")
      }
    }
    self.kinds = kinds
  }

  /// The kind of the partner with that broker account, or `nil` when it is not known.
  public func kind(of user: String) -> PartnerKind? { kinds[user] }

  /// The broker accounts, in alphabetical order.
  public var users: [String] { kinds.keys.sorted() }
}
