/// A value that JSON holds as one text, the one that `description` writes.
public protocol WrittenAsText: Codable, CustomStringConvertible {
  /// What another text is told not to be: `a UUID`.
  static var form: String { get }
  /// The value that the text says; `nil` for any other text.
  init?(_ text: String)
}

extension WrittenAsText {
  /// Reads the text.
  ///
  /// - Throws: `DecodingError.dataCorrupted` for a text that says no such value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not " + Self.form)
    }
    self = value
  }

  /// Writes it as `description` does.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
