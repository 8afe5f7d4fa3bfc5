import Contracts
import DebtSettlementDomain
import PostgreSQL
import ServiceHost

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@main
struct Main {
  static func main() async {
    let migrations = [
      Migration(
        number: 1, name: "settlement",
        sql: String(decoding: PackageResources.M001_settlement_sql, as: UTF8.self)),
      Migration(
        number: 2, name: "paths",
        sql: String(decoding: PackageResources.M002_paths_sql, as: UTF8.self)),
      Migration(
        number: 3, name: "first_signal",
        sql: String(decoding: PackageResources.M003_first_signal_sql, as: UTF8.self)),
    ]
    exit(
      await ServiceHost.run(
        .debtSettlement, migrations: migrations,
        uses: [
          // A dossier that is decided again is written anew.
          "cohesion_protocol": .cleared, "dossier": .cleared, "path_record": .cleared,
          "paying_means": .cleared, "payment": .cleared, "schedule": .cleared,
          "schedule_record": .cleared, "settlement_detail": .cleared, "surendettement": .cleared,
        ], arguments: CommandLine.arguments
      ) {
        DebtSettlement(
          rules: $0.rules { calendar, version in
            DebtSettlementRules(
              calendar: calendar,
              charter: version.map(SettlementCharter.init) ?? SettlementCharter())
          })
      })
  }
}
