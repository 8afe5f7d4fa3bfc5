import Contracts
import Logging
import PostgreSQL
import Sealing
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// A process whose keys are not those of its database does nothing: on a real database, started by
/// `Tests/run`.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .timeLimit(.minutes(10)))
struct KeyCheckTests {
  private static let today = Day(ordinal: 30)
  private static let wrong = "1 " + String(repeating: "a5", count: 32)
  private static let second = "2 " + String(repeating: "0b", count: 32)

  /// Three dossiers, each with a message that is kept.
  private func withDossiers(
    _ body: (PostgresConnection, PostgresConfiguration) async throws -> Void
  ) async throws {
    let database = try await #require(Servers.fromEnvironment).freshDatabase()
    let runner = BatchRunner(
      service: DiaryKeeper(), connection: try await PostgresConnection.connect(database),
      masters: .tests, limits: Limits(), instance: "test",
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    for number in 0..<3 {
      _ = try await runner.apply(
        [
          Message(
            id: "m\(number)", source: "amont/intake", type: "notice",
            household: HouseholdID(high: 8, low: UInt64(number)), occurredOn: Self.today,
            chain: CausalPosition(act: "notice", on: Self.today, id: "m\(number)"),
            data: Array("Ménard".utf8))
        ], on: Self.today, confirmed: [])
    }
    try await body(runner.connection, database)
    await runner.connection.close()
  }

  enum Case: CaseIterable {
    case itsOwn, oneChanged, anotherBeside, another, anotherOfThisNumber, noKeys, allErased, nothing

    var masters: String? {
      switch self {
      case .itsOwn, .oneChanged, .noKeys, .allErased, .nothing: nil
      case .anotherBeside: "1 " + String(repeating: "5a", count: 32) + "\n" + second
      case .another: second
      case .anotherOfThisNumber: wrong
      }
    }

    var before: Query? {
      switch self {
      case .itsOwn, .anotherBeside, .another, .anotherOfThisNumber: nil
      case .oneChanged:
        """
        UPDATE household_key SET wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20))
        WHERE household = \(HouseholdID(high: 8, low: 0))
        """
      case .noKeys, .nothing: "DELETE FROM household_key"
      case .allErased:
        "UPDATE household_key SET wrapped = NULL, master = NULL, erased_on = '2020-01-01'"
      }
    }

    var problem: KeyProblem? {
      switch self {
      case .itsOwn, .oneChanged, .anotherBeside, .allErased, .nothing: nil
      case .another: .unknownMaster(1)
      case .anotherOfThisNumber: .wrongMaster(1)
      case .noKeys: .noKeys
      }
    }
  }

  @Test(arguments: Case.allCases)
  func theKeysAreComparedBeforeAnythingIsDone(_ one: Case) async throws {
    try await withDossiers { connection, _ in
      if let before = one.before { _ = try await connection.query(before) }
      if one == .nothing { _ = try await connection.query("DELETE FROM inbox") }
      let masters = try one.masters.map { try MasterKeys(parsing: $0) } ?? .tests
      var found: KeyProblem?
      do {
        try await KeyCheck.look(with: masters) { try await connection.query($0) }
      } catch let problem as KeyProblem {
        found = problem
      }
      #expect(found == one.problem)
    }
  }

  @Test func aRuntimeWithAnotherMasterKeyEndsAndSaysWhatToDo() async throws {
    let servers = try #require(Servers.fromEnvironment)
    try await withDossiers { connection, database in
      let runtime = MessagingRuntime(
        TellingParticipant(), database: database, broker: servers.broker,
        masters: try MasterKeys(parsing: Self.wrong), instance: "test",
        logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }, today: { Self.today },
        legalDay: { _ in Self.today }, pause: { try await Task.sleep(for: $0, clock: .continuous) })
      let problem = await #expect(throws: KeyProblem.self) { try await runtime.run() }
      #expect(problem == .wrongMaster(1))
      #expect("\(problem ?? .noKeys)".contains("put the file of that time back"))
      #expect(try await connection.number("SELECT count(*) AS n FROM household_key") == 3)
    }
  }
}
