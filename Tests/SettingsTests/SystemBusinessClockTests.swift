import Testing
import Vocabulary

@testable import Settings

@Suite("The system's clock")
struct SystemBusinessClockTests {
  @Test(
    "The day is that of the département whose settings make the clock",
    arguments: [("93", "2017-09-15"), ("971", "2017-09-14"), ("974", "2017-09-15")])
  func theDayIsThatOfTheDepartement(_ row: (departement: String, day: String)) throws {
    let settings = try ServiceSettings(environment(["AMONT_DEPARTEMENT": row.departement]))
    // 2017-09-14T23:30:00Z.
    let clock = SystemBusinessClock(zone: settings.zone, secondsSince1970: { 1_505_431_800 })
    #expect(clock.today().description == row.day)
  }
}
