/// Why a cell says what it says: an article, a section of the instruction of 22 March 2017, or the
/// reason why nothing is to be done. Written in French, since a jurist reads it.
///
/// Only a literal or a released file makes one: no cell can cite what was computed.
public struct LegalBasis: Hashable, Sendable, ExpressibleByStringLiteral {
  public let citation: String

  /// A citation written in a table.
  public init(stringLiteral citation: String) { self.citation = citation }
}

extension LegalBasis: Codable {
  /// Reads a citation from a released file.
  ///
  /// - Throws: `DecodingError` where it is no text.
  public init(from decoder: any Decoder) throws {
    citation = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the citation as a text.
  ///
  /// - Throws: `EncodingError`; no text can cause it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(citation)
  }
}
