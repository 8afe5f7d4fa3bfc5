public import Contracts

/// The partners that Amont knows: their broker accounts and what kind of body each is.
public struct PartnerDirectory: Sendable, Equatable {
  /// The most lines that a directory may have.
  public static let maximumLines = 10_000

  private let kinds: [String: PartnerKind]
  private let territories: [String: Set<String>]

  public init(_ kinds: [String: PartnerKind], territories: [String: Set<String>] = [:]) {
    self.kinds = kinds
    self.territories = territories
  }

  /// Reads a directory: one partner a line, `name<TAB>kind`, and where the partner has a territory,
  /// a tab and the INSEE codes of its communes or the codes of commissions, with spaces between;
  /// empty lines and `#` are skipped.
  ///
  /// - Throws: `TableError` with the number of the first line that cannot be used.
  public init(parsing text: String) throws(TableError) {
    var kinds: [String: PartnerKind] = [:]
    var territories: [String: Set<String>] = [:]
    for (number, fields) in try TableText.rows(text, separator: "\t", limit: Self.maximumLines) {
      guard (2...3).contains(fields.count), !fields[0].isEmpty,
        let kind = PartnerKind(rawValue: fields[1])
      else {
        throw TableError(
          line: number,
          problem:
            "expected a name, a tab and one of the kinds of partners, and no more than a tab "
            + "and a territory behind")
      }
      guard QueueName.admits(account: fields[0]) else {
        throw TableError(
          line: number,
          problem: "an account has 1 to 200 bytes, no space, and does not end in .dead")
      }
      guard kinds.updateValue(kind, forKey: fields[0]) == nil else {
        throw TableError(line: number, problem: "this name stands on an earlier line")
      }
      if fields.count == 3 {
        territories[fields[0]] = Set(fields[2].split(separator: " ").map(String.init))
      }
    }
    self.kinds = kinds
    self.territories = territories
  }

  /// The communes and commissions of that account; `nil` where it has the whole département, and
  /// for another commission, whose territory says which it is.
  func territory(of user: String) -> Set<String>? {
    kinds[user] == .autreCCAPEX ? nil : territories[user]
  }

  /// The account of the commission of another département: its territory is the code of that.
  func account(ofCommissionOf departement: String) -> String? {
    users.first { kinds[$0] == .autreCCAPEX && territories[$0] == [departement] }
  }

  /// The kind of the partner with that broker account, or `nil` when it is not known.
  public func kind(of user: String) -> PartnerKind? { kinds[user] }

  /// The broker accounts, in alphabetical order.
  public var users: [String] { kinds.keys.sorted() }
}
