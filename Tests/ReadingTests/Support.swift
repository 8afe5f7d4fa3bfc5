import Configuration
import Contracts
import Foundation
import OperatorReading
import PostgreSQL
import Testing
import Vocabulary

@testable import amontctl

func day(_ text: String) throws -> Day { try #require(Day(text)) }

/// A deadline of 2017 as a service armed it.
func armed(
  _ service: ServiceName, _ kind: String, due: String = "2017-11-13", reason: String = "dimanche"
) throws -> ListedDeadline {
  let household = try #require(HouseholdID("8c1f7a52-4f0e-5d7b-9a6c-2b1d3e4f5a6b"))
  return ListedDeadline(
    service: service, household: household, kind: kind,
    firesOn: try day(due).adding(days: 1),
    deadline: Deadline(
      origin: try day("2017-09-12"), rule: "CDP.delai", article: "loi 89-462, art. 24 I",
      delay: "2 mois", raw: try day("2017-11-12"), due: try day(due), reason: reason))
}

/// Settings of nowhere, with these variables beside what must be there.
func operatorSettings(_ variables: [String: String] = [:]) throws -> OperatorSettings {
  let needed = [
    "AMONT_DATABASE_HOST": "nowhere", "AMONT_AUDITOR_PASSWORD": "x", "AMONT_BROKER_HOST": "nowhere",
    "AMONT_BROKER_USER": "x", "AMONT_BROKER_PASSWORD": "x",
  ]
  let provider = EnvironmentVariablesProvider(
    environmentVariables: needed.merging(variables) { $1 })
  return try OperatorSettings.read(ConfigReader(provider: provider), of: "amont tests")
}

/// Whether `Tests/run` started a server.
let hasTestServer = ProcessInfo.processInfo.environment["AMONT_TEST_PG_HOST"] != nil

/// A connection to the database of the tests.
func testConnection() async throws -> PostgresConnection {
  let variables = ProcessInfo.processInfo.environment
  return try await PostgresConnection.connect(
    PostgresConfiguration(
      host: variables["AMONT_TEST_PG_HOST"] ?? "127.0.0.1",
      port: Int(variables["AMONT_TEST_PG_PORT"] ?? "") ?? 5432,
      database: variables["AMONT_TEST_PG_DATABASE"] ?? "postgres",
      user: variables["AMONT_TEST_PG_USER"] ?? "postgres",
      password: variables["AMONT_TEST_PG_PASSWORD"] ?? "", applicationName: "amont tests"))
}
