/// What a partner committed itself to, with a target a year (instruction § 1.1).
public struct Commitment: Sendable, Hashable {
  /// The partner, in its own words: `bailleurs sociaux`.
  public let partner: String
  /// The commitment, as the Charte words it.
  public let text: String
  /// The indicator that measures it.
  public let indicator: Indicator
  /// Whether the indicator should reach the target or stay under it.
  public let direction: Direction
  /// What the targets count.
  public let unit: Unit
  /// The target of each year.
  public let targets: [Int: Int]

  /// The indicators of the yearly evaluation.
  public enum Indicator: String, CaseIterable, Sendable {
    case f1 = "F1"
    case f2 = "F2"
    case f3 = "F3"
    case f4 = "F4"
    case f5 = "F5"
    case f6 = "F6"
    case f7 = "F7"
    case f8 = "F8"
    case p1 = "P1"
    case p2 = "P2"
    case p3 = "P3"
    case d1 = "D1"
    case d2 = "D2"
    case a1 = "A1"
    case j1 = "J1"
    case e1 = "E1"
    case ap1 = "AP1"
    case r1 = "R1"
    case da1 = "DA1"
    case x1 = "X1"
    case c1 = "C1"
    case q1 = "Q1"
    case s1 = "S1"
  }

  /// Which side of the target is good.
  public enum Direction: String, CaseIterable, Sendable {
    case atLeast = "au-moins"
    case atMost = "au-plus"
  }

  /// What the targets count.
  public enum Unit: String, CaseIterable, Sendable {
    case number = "nombre"
    case percent = "%"
    case days = "jours"
    case euros = "euros"
  }
}
