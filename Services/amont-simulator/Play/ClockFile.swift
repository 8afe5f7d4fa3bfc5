import OperatorReading
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The file from which simulated services read the business day.
struct ClockFile: Sendable {
  let path: String

  /// The day that it shows.
  ///
  /// - Throws: `OperatorError` when it holds no day.
  func read() throws -> Day {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8),
      let day = Day(text.filter { !$0.isWhitespace })
    else { throw OperatorError("AMONT_CLOCK_FILE holds no date of the form YYYY-MM-DD") }
    return day
  }

  /// Shows another day, at once and whole: no reader sees half a date.
  ///
  /// - Throws: the file system's error.
  func write(_ day: Day) throws {
    try "\(day)\n".write(toFile: path, atomically: true, encoding: .utf8)
  }
}
