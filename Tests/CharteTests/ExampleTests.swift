import Charte
import LegalCalendar
import Testing
import Vocabulary

/// The two Chartes that come with Amont.
@Suite("The example Chartes") struct ExampleTests {
  @Test(
    "Each is sound, and leaves no commune of its département without a commission on any day",
    arguments: ["93", "48"])
  func eachCoversItsDepartement(_ code: String) throws {
    let charte = try Example.charte(code)
    #expect(charte.code == code)
    let communes = CommunePeriod.communes(of: code, in: try Example.text("data/communes.csv"))
    let coverage = Coverage(of: charte, communes: communes)
    #expect(coverage.gaps.map { "\($0.commune.insee) \($0.from)" } == [])
    #expect(coverage.strangers.map(\.insee) == [])
  }

  @Test("Seine-Saint-Denis has 40 communes until the end of 2024, 39 since")
  func communesOfSeineSaintDenis() throws {
    let communes = CommunePeriod.communes(of: "93", in: try Example.text("data/communes.csv"))
    let coverage = Coverage(of: try Example.charte("93"), communes: communes)
    #expect(coverage.covered.map(\.communes) == [40, 39])
    #expect(communes.count { $0.period.contains(Example.day("2025-01-01")) } == 39)
  }

  @Test(
    "A commune goes to its commission of that day",
    arguments: [
      (insee: "93059", on: "2017-09-12", commission: "arrondissement-saint-denis"),
      (insee: "93059", on: "2024-12-31", commission: "arrondissement-saint-denis"),
      (insee: "93059", on: "2025-01-01", commission: nil),
      (insee: "93066", on: "2025-01-01", commission: "arrondissement-saint-denis"),
      (insee: "93051", on: "2026-02-13", commission: "arrondissement-le-raincy"),
      (insee: "93051", on: "2026-02-14", commission: "grand-paris-grand-est"),
      (insee: "93048", on: "2026-02-14", commission: "arrondissement-bobigny"),
      (insee: "75056", on: "2018-01-01", commission: nil),
    ])
  func routing(_ row: (insee: String, on: String, commission: String?)) throws {
    let day = Example.day(row.on)
    let bodies = try Example.charte("93").version(on: day).bodies
    #expect(bodies.commission(of: row.insee, on: day)?.body.code == row.commission)
  }

  @Test(
    "A dossier keeps the version of the day on which it was opened",
    arguments: [
      (opened: "2015-01-01", since: "2017-03-22"), (opened: "2026-02-13", since: "2017-03-22"),
      (opened: "2026-02-14", since: "2026-02-14"), (opened: "2090-01-01", since: "2026-02-14"),
    ])
  func versions(_ row: (opened: String, since: String)) throws {
    let charte = try Example.charte("93")
    let day = Example.day(row.opened)
    #expect(charte.version(on: day).since == Example.day(row.since))
    #expect(charte.mapping(\.since)[day] == Example.day(row.since))
  }

  @Test("What the file sets is set, with its line; what it leaves out is the default")
  func settings() throws {
    let version = try Example.charte("93").version(on: Example.day("2017-09-12"))
    #expect(version[CountParameter.signalMonths] == 6)
    #expect(version.setting(CountParameter.signalMonths).isSet)
    #expect(version[DelayParameter.contact] == .workingDays(10))
    #expect(version[AmountParameter.lowestLeftPerDay] == Cents(1_000))
    #expect(version[RateParameter.highestEffort] == 3_300)
    #expect(version[ChoiceParameter.backward] == "jour-ouvre-precedent")
    let renewal = version.setting(ChoiceParameter.tacitRenewal)
    #expect(renewal == Setting(value: "delai-ecrit", line: nil))
    #expect(version.commitments.contains { $0.indicator == "DA1" && $0.targets[2018] == 0 })
  }
}
