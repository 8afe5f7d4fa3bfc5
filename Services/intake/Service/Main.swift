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
    exit(
      await ServiceHost.run(.intake, migrations: [register], arguments: CommandLine.arguments) {
        Intake(desk: try Tables.fromEnvironment().desk(departement: $0.settings.departement))
      })
  }
}
