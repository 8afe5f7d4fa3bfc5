import Glibc
public import Vocabulary

/// The civil day of a département by the system's clock.
///
/// A process that runs in another time zone, as containers do, sees the same day.
public struct SystemBusinessClock: BusinessClock {
  private let zone: LegalZone
  private let secondsSince1970: @Sendable () -> Int

  /// The system's clock, in the legal time of a département.
  public init(zone: LegalZone) {
    self.init(zone: zone, secondsSince1970: { time(nil) })
  }

  init(zone: LegalZone, secondsSince1970: @escaping @Sendable () -> Int) {
    self.zone = zone
    self.secondsSince1970 = secondsSince1970
  }

  /// The day there now.
  public func today() -> Day { zone.day(at: secondsSince1970()) }
}
