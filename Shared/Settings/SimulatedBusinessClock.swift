import Glibc
import Synchronization
public import Vocabulary

/// Takes the day from a file that holds a date, `YYYY-MM-DD`, so that months can pass in minutes.
///
/// Write the file anew, or move another over it, to change the day for every service that reads it.
/// The day never goes back: a date before the last one is ignored, as is a file that is half
/// written, unreadable or gone.
public final class SimulatedBusinessClock: BusinessClock {
  /// How much of the file is read, in bytes: a date, and blanks around it.
  private static let maximumBytes = 64
  /// How old a change must be before the stamp alone can be trusted, in seconds.
  ///
  /// Two changes within one tick of the file system bear the same time, and dates the same length.
  private static let settledAfterSeconds = 2

  private struct Stamp: Equatable {
    let device: UInt, inode: UInt
    let size: Int
    let seconds: Int, nanoseconds: Int
  }

  private struct State {
    var day: Day
    /// The state of the file that `day` was read from, if it has not changed for a while.
    var settled: Stamp?
  }

  private let file: String
  private let state: Mutex<State>

  /// A clock that shows the date in the file.
  ///
  /// - Throws: ``SettingsError`` when the file holds no date now.
  public init(file: String) throws(SettingsError) {
    guard let day = Self.day(in: file) else {
      let name = SettingsReader.name(of: "clock.file")
      let complaint = "names a file that holds no date of the form YYYY-MM-DD"
      throw SettingsError(problems: [.init(name: name, complaint: complaint)])
    }
    self.file = file
    state = Mutex(State(day: day))
  }

  /// The latest date that the file has shown.
  public func today() -> Day {
    state.withLock { state in
      // Before the reading: a change during it must be seen as a change the next time.
      let stamp = Self.stamp(of: file)
      if let stamp, stamp == state.settled { return state.day }
      if let day = Self.day(in: file), day > state.day { state.day = day }
      state.settled = stamp.flatMap { time(nil) - $0.seconds > Self.settledAfterSeconds ? $0 : nil }
      return state.day
    }
  }

  private static func day(in file: String) -> Day? {
    guard let text = try? TextFile.read(file, limit: maximumBytes) else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count == 1 ? Day(words[0]) : nil
  }

  private static func stamp(of file: String) -> Stamp? {
    var status = stat()
    guard stat(file, &status) == 0 else { return nil }
    return Stamp(
      device: UInt(status.st_dev), inode: UInt(status.st_ino), size: Int(status.st_size),
      seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec))
  }
}
