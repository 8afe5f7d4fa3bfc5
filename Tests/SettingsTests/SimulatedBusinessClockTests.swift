import Foundation
import Settings
import Testing
import Vocabulary

@Suite("The simulated clock")
struct SimulatedBusinessClockTests {
  @Test("The day is the date in the file, and follows it")
  func theDayFollowsTheFile() throws {
    let file = try temporaryFile(Data("2017-03-22\n".utf8))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let clock = try SimulatedBusinessClock(file: file)
    #expect(clock.today().description == "2017-03-22")
    for day in 23...31 {
      try Data("2017-03-\(day)".utf8).write(to: URL(filePath: file))
      #expect(clock.today().description == "2017-03-\(day)")
    }
  }

  @Test("Two dates written within one tick of the file system are told apart")
  func twoDatesOfOneTickAreToldApart() throws {
    let file = try temporaryFile(Data("2017-03-22".utf8))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let tick = [FileAttributeKey.modificationDate: Date()]
    try FileManager.default.setAttributes(tick, ofItemAtPath: file)
    let clock = try SimulatedBusinessClock(file: file)
    #expect(clock.today().description == "2017-03-22")
    try Data("2017-03-23".utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes(tick, ofItemAtPath: file)
    #expect(clock.today().description == "2017-03-23")
  }

  @Test("A file that had not changed for long is still seen to change")
  func aSettledFileIsSeenToChange() throws {
    let file = try temporaryFile(Data("2017-03-22".utf8))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let old = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)]
    try FileManager.default.setAttributes(old, ofItemAtPath: file)
    let clock = try SimulatedBusinessClock(file: file)
    #expect(clock.today().description == "2017-03-22")
    #expect(clock.today().description == "2017-03-22")
    try Data("2017-03-23".utf8).write(to: URL(filePath: file))
    #expect(clock.today().description == "2017-03-23")
  }

  @Test(
    "A file that holds no later date changes nothing",
    arguments: [
      "", "2017", "2017-03-2", "2017-02-30", "2017-04-01 2017-04-02", "22/03/2018", "2017-03-21",
      "1999-12-31", String(repeating: " ", count: 100) + "2018-01-01", "\u{0}2018-01-01",
    ])
  func aFileWithoutALaterDateChangesNothing(_ content: String) throws {
    let file = try temporaryFile(Data("2017-03-22".utf8))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let clock = try SimulatedBusinessClock(file: file)
    try Data(content.utf8).write(to: URL(filePath: file))
    #expect(clock.today().description == "2017-03-22")
    try Data("  2017-03-24 \n".utf8).write(to: URL(filePath: file))
    #expect(clock.today().description == "2017-03-24")
  }

  @Test("A file that is gone changes nothing")
  func aFileThatIsGoneChangesNothing() throws {
    let file = try temporaryFile(Data("2017-03-22".utf8))
    let clock = try SimulatedBusinessClock(file: file)
    try FileManager.default.removeItem(atPath: file)
    #expect(clock.today().description == "2017-03-22")
  }

  @Test("A clock does not start without a date", arguments: ["", "tomorrow"])
  func aClockDoesNotStartWithoutADate(_ content: String) throws {
    let file = try temporaryFile(Data(content.utf8))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let error = #expect(throws: SettingsError.self) {
      try ClockSettings.simulated(file: file).makeClock(zone: .paris)
    }
    #expect(error?.problems.map(\.name) == ["AMONT_CLOCK_FILE"])
  }
}
