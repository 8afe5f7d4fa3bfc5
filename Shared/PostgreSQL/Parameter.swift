public import Vocabulary

/// A value bound to a place (`$1`, `$2`, …) of a statement.
///
/// The server infers the type of the place from the statement, so a text may fill a `jsonb` or a
/// `timestamptz`. Arrays need a cast where nothing else says their type: `unnest($1::text[])`.
public enum Parameter: Hashable, Sendable {
  /// No value.
  case null
  /// A text. U+0000 cannot be stored and is refused with `invalidText`.
  case text(String)
  /// A whole number; also an amount in cents.
  case int(Int)
  /// A truth value.
  case bool(Bool)
  /// Bytes, for a `bytea`.
  case bytes([UInt8])
  /// A household's identifier, for a `uuid`.
  case uuid(HouseholdID)
  /// A day of the years 1 to 9999, for a `date`.
  case day(Day)
  /// An array of texts, each of which may be missing.
  case texts([String?])
  /// An array of whole numbers, each of which may be missing.
  case ints([Int?])
  /// An array of identifiers, each of which may be missing.
  case uuids([HouseholdID?])
  /// An array of days, each of which may be missing.
  case days([Day?])
  /// An array of truth values.
  case bools([Bool])
  /// An array of bytes, for a `bytea[]`, each of which may be missing.
  case byteStrings([[UInt8]?])
  /// An array of single values of one type, each of which may be `null`.
  case array([Parameter])
  /// A value that is sealed before it is sent, for a `bytea`; see `Query.sealed(with:)`.
  case sealed(Unsealed)
}

extension Parameter {
  /// The values of one column as one array, where they can be in the form that the server need not
  /// parse.
  static func column(_ values: [Parameter]) -> Parameter {
    func array<Value>(
      _ make: ([Value?]) -> Parameter, _ read: (Parameter) -> Value?
    ) -> Parameter {
      var array: [Value?] = []
      array.reserveCapacity(values.count)
      for parameter in values {
        let value = read(parameter)
        // One of another kind is no NULL.
        guard value != nil || parameter == .null else { return .array(values) }
        array.append(value)
      }
      return make(array)
    }
    switch values.first(where: { $0 != .null }) {
    case .text: return array(Parameter.texts) { if case .text(let text) = $0 { text } else { nil } }
    case .int: return array(Parameter.ints) { if case .int(let int) = $0 { int } else { nil } }
    case .uuid: return array(Parameter.uuids) { if case .uuid(let id) = $0 { id } else { nil } }
    case .day: return array(Parameter.days) { if case .day(let day) = $0 { day } else { nil } }
    case .null, .bool, .bytes, .texts, .ints, .uuids, .days, .bools, .byteStrings, .array, .sealed,
      nil:
      return .array(values)
    }
  }
}
