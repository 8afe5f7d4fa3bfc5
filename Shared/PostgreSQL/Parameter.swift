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
  /// An array of identifiers.
  case uuids([HouseholdID])
  /// An array of days, each of which may be missing.
  case days([Day?])
  /// An array of truth values.
  case bools([Bool])
}
