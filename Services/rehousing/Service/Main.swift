import Contracts
import PostgreSQL
import RehousingDomain
import ServiceHost

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@main
struct Main {
  static func main() async {
    let tables = Migration(
      number: 1, name: "rehousing",
      sql: String(decoding: PackageResources.M001_rehousing_sql, as: UTF8.self))
    let rights = Migration(
      number: 2, name: "rights",
      sql: String(decoding: PackageResources.M002_rights_sql, as: UTF8.self))
    exit(
      await ServiceHost.run(
        .rehousing, migrations: [tables, rights],
        uses: [
          // A dossier that is decided again is written anew.
          "rehousing_file": .cleared, "decline": .appendOnly(),
        ], arguments: CommandLine.arguments
      ) {
        Rehousing(
          rules: $0.rules { calendar, version in
            RehousingRules(
              calendar: calendar, charter: version.map(RehousingCharter.init) ?? RehousingCharter())
          })
      })
  }
}
