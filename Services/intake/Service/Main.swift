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
    exit(
      await ServiceHost.run(
        .intake, migrations: [register, histories, waiting], arguments: CommandLine.arguments
      ) {
        Intake(desk: try Tables.fromEnvironment().desk($0))
      })
  }
}
