import Foundation
import Messaging
import PostgreSQL
import Sealing
import Testing
import Vocabulary

@testable import amontctl

/// All keys are wrapped again while others are made and read: on a real database.
@Suite(
  "The rotation of the master keys",
  .enabled(if: ProcessInfo.processInfo.environment["AMONT_TEST_PG_HOST"] != nil),
  .timeLimit(.minutes(5)))
struct KeyRotationTests {
  static let first = "1 " + String(repeating: "11", count: 32)
  static let both = first + "\n2 " + String(repeating: "22", count: 32)

  private func database() async throws -> PostgresConfiguration {
    func variable(_ name: String) throws -> String {
      try #require(ProcessInfo.processInfo.environment["AMONT_TEST_PG_" + name])
    }
    var configuration = PostgresConfiguration(
      host: try variable("HOST"), port: try #require(Int(try variable("PORT"))),
      database: try variable("DATABASE"), user: try variable("USER"),
      password: try variable("PASSWORD"), applicationName: "tests")
    let superuser = try await PostgresConnection.connect(configuration)
    let name = "rotation_\(UInt64.random(in: 0...UInt64.max))"
    try await superuser.run(script: "CREATE DATABASE \(name)")
    await superuser.close()
    configuration.database = name
    let connection = try await PostgresConnection.connect(configuration)
    _ = try await Migrator().apply(RuntimeSchema.migrations, set: "runtime", on: connection)
    await connection.close()
    return configuration
  }

  private static func make(
    _ households: [HouseholdID], by masters: MasterKeys, in connection: PostgresConnection
  ) async throws -> HouseholdKeys {
    var keys = HouseholdKeys()
    keys.looked(for: households)
    if let made = try keys.make(for: Set(households), by: masters) {
      _ = try await connection.query(made)
    }
    return keys
  }

  @Test("Every key stays what it was, and the old master key can go")
  func underLoad() async throws {
    let database = try await database()
    let connection = try await PostgresConnection.connect(database)
    let (old, masters) = (
      try MasterKeys(parsing: Self.first), try MasterKeys(parsing: Self.both)
    )
    let early = (0..<1_700).map { HouseholdID(high: 1, low: $0) }
    let late = (0..<200).map { HouseholdID(high: 2, low: $0) }
    let keys = try await Self.make(early, by: old, in: connection)
    let sealed = try keys.seal([1, 2, 3], of: early[1_000], at: "t.c")
    // A service that has not been started again yet, and one that has.
    async let others: Void = {
      let connection = try await PostgresConnection.connect(database)
      for place in late.indices {
        _ = try await Self.make([late[place]], by: place < 100 ? old : masters, in: connection)
        var read = HouseholdKeys()
        try read.add(
          await connection.query(KeyTable.read([early[1_000]])), of: [early[1_000]], by: masters)
        #expect(try read.open(sealed, at: "t.c") == [1, 2, 3])
      }
      await connection.close()
    }()
    let rotation = KeyRotation(masters: masters)
    var count = try await rotation.run(in: connection)
    try await others
    count += try await rotation.run(in: connection)
    #expect(count == early.count + 100)
    #expect(try await rotation.run(in: connection) == 0)
    let new = try MasterKeys(parsing: "2 " + String(repeating: "22", count: 32))
    var read = HouseholdKeys()
    try read.add(
      await connection.query(KeyTable.read(early + late)), of: early + late, by: new)
    #expect(try read.open(sealed, at: "t.c") == [1, 2, 3])
    for household in early {
      let value = try keys.seal([4], of: household, at: "t.c")
      #expect(try read.open(value, at: "t.c") == [4])
    }
    await connection.close()
  }

  @Test("A key whose master key is gone ends it, and nothing is lost")
  func anUnknownMaster() async throws {
    let connection = try await PostgresConnection.connect(try await database())
    let masters = try MasterKeys(parsing: Self.first)
    _ = try await Self.make([HouseholdID(high: 1, low: 1)], by: masters, in: connection)
    let stranger = try MasterKeys(parsing: "2 " + String(repeating: "22", count: 32))
    await #expect(throws: SealingError.unknownMaster(1)) {
      try await KeyRotation(masters: stranger).run(in: connection)
    }
    let rows = try await connection.query("SELECT master FROM household_key")
    #expect(try rows.map { try $0.int("master") } == [1])
    await connection.close()
  }
}
