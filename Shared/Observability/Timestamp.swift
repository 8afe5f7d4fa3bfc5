import Glibc
import Vocabulary

/// An instant in milliseconds since 1 January 1970, UTC: the precision that logs and probes show.
struct Timestamp: Hashable, Sendable {
  let milliseconds: Int64

  /// The instant that the system's wall clock shows.
  static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(
      milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

extension Timestamp: CustomStringConvertible {
  /// The instant as RFC 3339 writes it, in UTC: `2017-03-22T08:00:00.000Z`.
  var description: String {
    let secondsOfDay = 86_400
    let seconds = Int(milliseconds.quotientAndRemainder(dividingBy: 1_000).quotient)
    let (day, second) = seconds.quotientAndRemainder(dividingBy: secondsOfDay)
    let clock = [second / 3_600, second / 60 % 60, second % 60].map { Self.pad($0, to: 2) }
    return "\(Day(ordinal: day))T" + clock.joined(separator: ":") + "."
      + Self.pad(Int(milliseconds % 1_000), to: 3) + "Z"
  }

  private static func pad(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
