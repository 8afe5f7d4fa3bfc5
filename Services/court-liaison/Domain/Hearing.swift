public import Vocabulary

/// A hearing.
public struct Hearing: Sendable, Hashable {
  /// Its day.
  public let day: Day
  /// What became of it.
  public let state: State

  /// What became of a hearing.
  public enum State: Sendable, Hashable {
    case fixed
    case postponed
    case held(isTenantPresent: Bool)
  }
}
