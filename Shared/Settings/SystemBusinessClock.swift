import Glibc
public import Vocabulary

/// The civil day in Paris by the system's clock.
///
/// A process that runs in another time zone, as containers do, sees the same day.
public struct SystemBusinessClock: BusinessClock {
  private let secondsSince1970: @Sendable () -> Int

  /// The system's clock.
  public init() {
    self.init(secondsSince1970: { time(nil) })
  }

  init(secondsSince1970: @escaping @Sendable () -> Int) {
    self.secondsSince1970 = secondsSince1970
  }

  /// The day in Paris now.
  public func today() -> Day { ParisTime.day(at: secondsSince1970()) }
}
