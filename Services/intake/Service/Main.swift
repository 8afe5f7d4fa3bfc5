#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif
import Contracts
import PostgreSQL
import ServiceHost
import Settings

@main
struct Main {
  static func main() async {
    let register = Migration(
      number: 1, name: "register",
      sql: String(decoding: PackageResources.M001_register_sql, as: UTF8.self))
    let histories = Migration(
      number: 2, name: "histories",
      sql: String(decoding: PackageResources.M002_histories_sql, as: UTF8.self))
    let waiting = Migration(
      number: 3, name: "waiting",
      sql: String(decoding: PackageResources.M003_waiting_sql, as: UTF8.self))
    let births = Migration(
      number: 4, name: "births",
      sql: String(decoding: PackageResources.M004_births_sql, as: UTF8.self))
    let identity = Migration(
      number: 5, name: "identity",
      sql: String(decoding: PackageResources.M005_identity_sql, as: UTF8.self))
    let examination = Migration(
      number: 6, name: "examination",
      sql: String(decoding: PackageResources.M006_examination_sql, as: UTF8.self))
    exit(
      await ServiceHost.run(
        .intake, migrations: [register, histories, waiting, births, identity, examination],
        uses: [
          // By what a household is known is written anew when an event is withdrawn; what waited leaves.
          "dwelling": .cleared, "identity_key": .cleared, "tenant": .cleared, "waiting": .cleared,
          "fusion_log": .appendOnly(),
        ], arguments: CommandLine.arguments
      ) {
        Intake(desk: try Tables.fromEnvironment().desk($0))
      })
  }
}
