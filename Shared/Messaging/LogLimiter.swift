import Synchronization

/// Lets one line a cause and minute into the log, so that what fails again and again stays
/// readable.
final class LogLimiter: Sendable {
  /// The time between two lines of one cause.
  static let pause: Duration = .seconds(60)
  /// Causes that are remembered; with more, all are forgotten and may speak again.
  private static let mostCauses = 1_000

  private struct Line {
    let last: ContinuousClock.Instant
    var heldBack = 0
  }
  private let lines = Mutex<[String: Line]>([:])

  /// How many lines were held back since the last one of this cause; `nil` when this one must be,
  /// too.
  func admits(_ cause: String, now: ContinuousClock.Instant = .now) -> Int? {
    lines.withLock { lines in
      if let line = lines[cause], line.last + Self.pause > now {
        lines[cause]?.heldBack += 1
        return nil
      }
      if lines.count >= Self.mostCauses { lines = [:] }
      let heldBack = lines[cause]?.heldBack ?? 0
      lines[cause] = Line(last: now)
      return heldBack
    }
  }

  /// The cause no longer holds: it may speak at once when it comes again.
  func forget(_ cause: String) { lines.withLock { $0[cause] = nil } }
}
