/// Why a row says what it says: an article, a section of the instruction of 22 March 2017, or the
/// reason why nothing is to be done. Written in French, since a jurist reads it.
///
/// Only a literal makes one: no row can cite what was computed.
public struct Basis: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The citation or the reason.
  public let citation: String

  /// A citation written in a table.
  public init(stringLiteral citation: String) { self.citation = citation }
}
