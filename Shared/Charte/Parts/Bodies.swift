public import Vocabulary

/// The bodies of a département that coordinate prevention (instruction § 1.2; décret 2026-83).
public struct Bodies: Sendable, Hashable {
  /// The CCAPEX centrale: steering, doctrine, the most complex situations and those of no one else.
  public let central: Body
  /// The cellule technique opérationnelle: urgent situations before judgment.
  public let unit: Body
  /// The CCAPEX locales, since 2026.
  public let locals: [Commission]
  public let commissions: [Commission]

  /// The commission of a commune on that day: its sub-commission, else its CCAPEX locale; `nil`
  /// where neither covers it, and the CCAPEX centrale is competent (instruction § 1.2.1).
  public func commission(of insee: String, on day: Day) -> Commission? {
    commissions.first { $0.covers(insee, on: day) } ?? locals.first { $0.covers(insee, on: day) }
  }
}

/// A body and who carries it.
public struct Body: Sendable, Hashable {
  /// Its code, as messages and reports name it.
  public let code: String

  public static let centralCode = "ccapex-centrale", unitCode = "cellule-technique"

  public let name: String
  /// Who carries it; at least one.
  public let carriers: [Carrier]
}

/// Who may carry a body. The raw value is what the file says.
public enum Carrier: String, CaseIterable, Sendable, Hashable {
  case prefecture
  case sousPrefet = "sous-prefet"
  case conseilDepartemental = "conseil-departemental"
  case metropole
  case epci
  case commune
  case ccas
}

/// A body of a territory.
public struct Commission: Sendable, Hashable {
  public let body: Body
  /// The code of the CCAPEX locale to which a sub-commission belongs; `nil` where it belongs to
  /// none.
  public let local: String?
  public let communes: [Membership]

  /// Whether the commune belongs to it on that day.
  public func covers(_ insee: String, on day: Day) -> Bool {
    communes.contains { $0.insee == insee && $0.period.contains(day) }
  }
}

/// A commune in a commission, for a time.
public struct Membership: Sendable, Hashable {
  public let insee: String
  public let period: ClosedRange<Day>
  let line: Int
}
