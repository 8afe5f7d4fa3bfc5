import Configuration
import Foundation
import Testing

@testable import Settings
import Vocabulary

/// An environment that is complete, changed by `changes`; an empty value takes a variable out.
func environment(_ changes: [String: String] = [:]) -> ConfigReader {
  var variables = [
    "AMONT_DEPARTEMENT": "93",
    "AMONT_DATABASE_HOST": "db", "AMONT_DATABASE_NAME": "intake", "AMONT_DATABASE_USER": "intake",
    "AMONT_DATABASE_PASSWORD": "hunter2",
    "AMONT_BROKER_HOST": "rabbit", "AMONT_BROKER_USER": "intake",
    "AMONT_BROKER_PASSWORD": "s3cret",
    "AMONT_MASTER_KEY": "1 " + String(repeating: "a7", count: 32),
  ]
  variables.merge(changes) { _, new in new }
  return ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: variables))
}

/// A new file with that content.
func temporaryFile(_ content: some DataProtocol) throws -> String {
  let url = FileManager.default.temporaryDirectory.appending(path: "amont-\(UUID().uuidString)")
  try Data(content).write(to: url)
  return url.path
}

@Suite("The settings of a service")
struct ServiceSettingsTests {
  @Test("What need not be set has a default")
  func whatNeedNotBeSetHasADefault() throws {
    let settings = try ServiceSettings(environment())
    #expect(settings.departement == "93")
    #expect(settings.charteFile == nil)
    #expect(settings.database.port == 5_432)
    #expect(settings.database.sslMode == .prefer)
    #expect(settings.broker.port == 5_672)
    #expect(settings.broker.virtualHost == "/")
    #expect(settings.broker.tls == nil)
    #expect(settings.http == HTTPSettings(host: "127.0.0.1", port: 8_080))
    #expect(settings.clock == .system)
    #expect(settings.logLevel == .info)
    #expect((settings.batchSize, settings.prefetch, settings.drainSeconds) == (100, 400, 25))
    #expect(settings.floodRest == 6)
    #expect(settings.instance.hasSuffix("-\(ProcessInfo.processInfo.processIdentifier)"))
  }

  @Test("What is set is read")
  func whatIsSetIsRead() throws {
    let settings = try ServiceSettings(
      environment([
        "AMONT_DATABASE_PORT": "6432", "AMONT_DATABASE_SSL_MODE": "verify-full",
        "AMONT_BROKER_VHOST": "recette", "AMONT_BROKER_CA_FILE": "/ca.pem",
        "AMONT_BROKER_CERTIFICATE_FILE": "/cert.pem", "AMONT_BROKER_KEY_FILE": "/key.pem",
        "AMONT_HTTP_HOST": "0.0.0.0", "AMONT_HTTP_PORT": "0", "AMONT_INSTANCE": "intake-1",
        "AMONT_LOG_LEVEL": "debug", "AMONT_CLOCK": "simulated", "AMONT_CLOCK_FILE": "/day",
        "AMONT_CHARTE_FILE": "/charte.yaml", "AMONT_BATCH_SIZE": "1000", "AMONT_PREFETCH": "1",
        "AMONT_DRAIN_SECONDS": "0", "AMONT_FLOOD_REST": "0",
      ]))
    #expect(settings.charteFile == "/charte.yaml")
    #expect(settings.database.port == 6_432)
    #expect(settings.database.sslMode == .verifyFull)
    #expect(settings.database.password.revealed == "hunter2")
    #expect(settings.broker.virtualHost == "recette")
    #expect(settings.broker.port == 5_671)
    #expect(
      settings.broker.tls
        == .init(caFile: "/ca.pem", certificateFile: "/cert.pem", keyFile: "/key.pem"))
    #expect(settings.http == HTTPSettings(host: "0.0.0.0", port: 0))
    #expect(settings.instance == "intake-1")
    #expect(settings.logLevel == .debug)
    #expect(settings.clock == .simulated(file: "/day"))
    #expect((settings.batchSize, settings.prefetch, settings.drainSeconds) == (1_000, 1, 0))
    #expect(settings.floodRest == 0)
  }

  @Test(
    "A setting that cannot be used is named",
    arguments: [
      ("AMONT_DEPARTEMENT", ""), ("AMONT_DEPARTEMENT", "20"), ("AMONT_DEPARTEMENT", "96"),
      ("AMONT_DEPARTEMENT", "988"), ("AMONT_DEPARTEMENT", "69X"),
      ("AMONT_DEPARTEMENT", "Seine"), ("AMONT_DATABASE_HOST", ""), ("AMONT_DATABASE_NAME", ""),
      ("AMONT_DATABASE_USER", ""), ("AMONT_DATABASE_PASSWORD", ""),
      ("AMONT_DATABASE_PORT", "0"), ("AMONT_DATABASE_PORT", "65536"),
      ("AMONT_DATABASE_PORT", "5432x"), ("AMONT_DATABASE_SSL_MODE", "on"),
      ("AMONT_BROKER_HOST", ""), ("AMONT_BROKER_USER", ""), ("AMONT_BROKER_PASSWORD", ""),
      ("AMONT_BROKER_PORT", "-1"), ("AMONT_HTTP_PORT", "99999999999999999999"),
      ("AMONT_LOG_LEVEL", "loud"), ("AMONT_CLOCK", "sundial"), ("AMONT_BATCH_SIZE", "1001"),
      ("AMONT_BATCH_SIZE", "0"), ("AMONT_PREFETCH", "1.5"), ("AMONT_DRAIN_SECONDS", "601"),
      ("AMONT_MASTER_KEY", ""), ("AMONT_MASTER_KEY", "1 a7"), ("AMONT_MASTER_KEY", "a7a7"),
      ("AMONT_MASTER_KEY", "# none"),
    ])
  func aSettingThatCannotBeUsedIsNamed(_ row: (name: String, value: String)) {
    let error = #expect(throws: SettingsError.self) {
      try ServiceSettings(environment([row.name: row.value]))
    }
    #expect(error?.problems.map(\.name) == [row.name])
  }

  @Test(
    "Settings that need each other are asked for together",
    arguments: [
      (["AMONT_CLOCK": "simulated"], ["AMONT_CLOCK_FILE"]),
      (
        ["AMONT_BROKER_CA_FILE": "/ca", "AMONT_BROKER_KEY_FILE": "/k"],
        ["AMONT_BROKER_CERTIFICATE_FILE"]
      ),
      (["AMONT_BROKER_CERTIFICATE_FILE": "/c"], ["AMONT_BROKER_KEY_FILE", "AMONT_BROKER_CA_FILE"]),
    ])
  func settingsThatNeedEachOther(_ row: (changes: [String: String], names: [String])) {
    let error = #expect(throws: SettingsError.self) {
      try ServiceSettings(environment(row.changes))
    }
    #expect(error?.problems.map(\.name) == row.names)
  }

  @Test("All problems are reported together, and no value is shown")
  func allProblemsAreReportedTogether() {
    let error = #expect(throws: SettingsError.self) {
      try ServiceSettings(
        environment([
          "AMONT_DATABASE_HOST": "", "AMONT_BROKER_PORT": "wrong-port",
          "AMONT_LOG_LEVEL": "wrong-level", "AMONT_BROKER_PASSWORD_FILE": "/wrong-path",
          "AMONT_DATABASE_PASSWORD": "", "AMONT_DATABASE_PASSWORD_FILE": "/wrong/file",
        ]))
    }
    #expect(error?.problems.count == 5)
    let text = error?.description ?? ""
    for name in ["AMONT_DATABASE_HOST", "AMONT_BROKER_PORT", "AMONT_LOG_LEVEL"] {
      #expect(text.contains(name))
    }
    for value in ["wrong", "hunter2", "s3cret", "a7a7"] { #expect(!text.contains(value)) }
  }

  @Test("Every code of a département is one", arguments: Departement.all)
  func aDepartementIsAccepted(_ code: String) throws {
    #expect(try ServiceSettings(environment(["AMONT_DEPARTEMENT": code])).departement == code)
  }

  @Test("A program with an empty environment exits 78")
  func aProgramWithAnEmptyEnvironmentExits78() async {
    await #expect(processExitsWith: .exitCode(78)) {
      unsetenv("AMONT_DATABASE_HOST")
      _ = ServiceSettings.fromEnvironmentOrExit()
    }
  }
}
