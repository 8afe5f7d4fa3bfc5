import Casework
public import Contracts
import LegalCalendar
public import Messaging
public import PostgreSQL
import Vocabulary

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension ServiceHost {
  /// The program of a household service, from its first line to its exit.
  ///
  /// - Parameter migrations: Its migrations, as they are embedded, by name.
  public static func main<Service: CaseworkParticipant>(
    _ participant: Service.Type, migrations: KeyValuePairs<String, [UInt8]>
  ) async -> Never where Service.Rules: ChartedRules {
    // What may be done to a table does not depend on what decides.
    let any = Service(
      rules: ByVersion(always: Service.Rules(calendar: .metropole, version: nil)))
    await main(
      Service.Rules.service, migrations: migrations, sealed: any.tables.sealed,
      uses: any.tables.uses
    ) {
      Service(rules: $0.rules { Service.Rules(calendar: $0, version: $1) })
    }
  }

  /// The program of a service, from its first line to its exit.
  ///
  /// - Parameters:
  ///   - migrations: Its migrations, as they are embedded, by name.
  ///   - sealed: Which columns of its tables are sealed.
  ///   - following: What follows a migration, as the owner of the tables.
  ///   - uses: Which of its tables are not changed freely, or are emptied.
  ///   - make: Builds the participant; throws a sentence that an operator can act upon.
  public static func main<Runner: Participant>(
    _ service: ServiceName, migrations: KeyValuePairs<String, [UInt8]>,
    sealed: [SealedTable], uses: [String: TableUse],
    following: @Sendable (PostgresConnection) async throws -> Void = { _ in },
    make: @Sendable (Surroundings) throws -> Runner
  ) async -> Never {
    exit(
      await run(
        service, migrations: migrations.map { Migration(embedded: $0.key, as: $0.value) },
        sealed: sealed, following: following, uses: uses, arguments: CommandLine.arguments,
        make: make))
  }
}
