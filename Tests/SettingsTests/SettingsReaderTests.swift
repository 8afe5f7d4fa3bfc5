import Configuration
import Settings
import Testing

@Suite("Reading settings")
struct SettingsReaderTests {
  private enum Mode: String, CaseIterable { case slow, fast }

  @Test(
    "Yes and no have three spellings each",
    arguments: [
      ("true", true), ("YES", true), ("1", true), ("false", false), ("No", false), ("0", false),
      ("", true),
    ])
  func yesAndNo(_ row: (text: String, value: Bool)) throws {
    let value = try SettingsReader.read(environment(["AMONT_FLAG": row.text])) {
      $0.bool("flag", default: true)
    }
    #expect(value == row.value)
  }

  @Test("Another word is neither")
  func anotherWordIsNeither() {
    let error = #expect(throws: SettingsError.self) {
      try SettingsReader.read(environment(["AMONT_FLAG": "oui"])) {
        $0.bool("flag", default: true)
      }
    }
    #expect(error?.problems.map(\.complaint) == ["is neither true nor false"])
  }

  @Test("A choice is one of its cases, and the complaint lists them")
  func aChoiceIsOneOfItsCases() throws {
    let mode = try SettingsReader.read(environment(["AMONT_MODE": "fast"])) {
      $0.choice("mode", default: Mode.slow)
    }
    #expect(mode == .fast)
    let error = #expect(throws: SettingsError.self) {
      try SettingsReader.read(environment(["AMONT_MODE": "faster"])) {
        $0.choice("mode", default: Mode.slow)
      }
    }
    #expect(error?.problems.map(\.complaint) == ["is none of: slow, fast"])
  }

  @Test("A key is the name of its variable in lower case, with dots")
  func aKeyIsTheNameOfItsVariable() {
    #expect(SettingsReader.name(of: "broker.ca.file") == "AMONT_BROKER_CA_FILE")
  }
}
