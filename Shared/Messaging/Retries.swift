import Logging
import PostgreSQL

/// What follows when a transaction fails, and how long to wait first. Pure.
///
/// The pause grows until something is committed. A session is given a few tries only: what is wrong
/// with it, such as a setting that it took when it was opened, does not pass by itself.
struct Retries: Sendable {
  /// What to do after the pause.
  enum Step: Sendable, Equatable {
    case retry, reconnect, wait

    /// For the log.
    var sentence: Logger.Message {
      switch self {
      case .retry: "Batch failed, will be tried again"
      case .reconnect: "Batch failed, will be tried on another connection"
      case .wait: "Database takes no batch, will wait: nothing is put aside"
      }
    }
  }

  /// How long to wait now.
  private(set) var pause: Duration = .zero
  private let limits: Limits
  private var tries = 0

  init(_ limits: Limits) { self.limits = limits }

  /// Another try failed.
  mutating func failed(_ remedy: Remedy) -> Step {
    tries += 1
    let longest: Duration
    switch remedy {
    case .retry, .reconnect: longest = limits.longestPause
    case .wait, .setAside: longest = limits.longestWait
    }
    pause = min(max(pause * 2, limits.firstPause), longest)
    guard remedy != .reconnect, tries < limits.triesOnOneConnection else {
      tries = 0
      return .reconnect
    }
    return remedy == .retry ? .retry : .wait
  }
}
