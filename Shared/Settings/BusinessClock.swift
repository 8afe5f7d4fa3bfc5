public import Vocabulary

/// Tells the day on which the office is working.
///
/// The only notion of now that decides about deadlines: never ask the system's clock for it.
public protocol BusinessClock: Sendable {
  /// The civil day. It may take microseconds; ask once for each batch.
  func today() -> Day
}
