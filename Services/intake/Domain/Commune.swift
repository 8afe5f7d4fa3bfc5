public import Vocabulary

/// A commune under one code, in one period.
public struct Commune: Sendable, Hashable {
  /// INSEE code: five characters.
  public let insee: String
  public let name: String
  public let departement: String
  /// First day of the period; `nil` when it began before the table does.
  public let from: Day?
  /// Last day of the period; `nil` while it lasts.
  public let until: Day?
  /// The code that took its place, where there is exactly one.
  public let heir: String?

  public init(
    insee: String, name: String, departement: String, from: Day? = nil, until: Day? = nil,
    heir: String? = nil
  ) {
    self.insee = insee
    self.name = name
    self.departement = departement
    self.from = from
    self.until = until
    self.heir = heir
  }

  /// Whether the code was that of a commune on that day.
  func isValid(on day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }
}
