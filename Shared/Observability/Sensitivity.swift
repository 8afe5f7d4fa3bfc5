public import Logging

/// What a value of a log line says about a person.
public enum Sensitivity: Int64, Sendable, Logger.MetadataValueAttributes.Attribute {
  /// Names, addresses, amounts, anything from which a household could be recognised: never written.
  case personal = 1
}

extension Logger.MetadataValue.StringInterpolation {
  /// Marks the whole metadata value as personal: `"\(personal: name)"`.
  ///
  /// ``JSONLogHandler`` writes ``JSONLogHandler/mask`` in its place, also for the text around it.
  public mutating func appendInterpolation(personal value: some CustomStringConvertible) {
    appendInterpolation(value.description, attributes: { $0[Sensitivity.self] = .personal })
  }
}
