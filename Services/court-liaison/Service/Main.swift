import Contracts
import CourtLiaisonDomain
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
    let tables = Migration(
      number: 1, name: "court-liaison",
      sql: String(decoding: PackageResources.M001_court_liaison_sql, as: UTF8.self))
    let procedure = Migration(
      number: 2, name: "procedure",
      sql: String(decoding: PackageResources.M002_procedure_sql, as: UTF8.self))
    exit(
      await ServiceHost.run(
        .courtLiaison, migrations: [tables, procedure],
        uses: [
          // A dossier that is decided again is written anew.
          "court_file": .cleared, "hearing": .cleared, "liability": .cleared,
          "post_mortem": .appendOnly(),
        ], arguments: CommandLine.arguments
      ) {
        CourtLiaison(
          rules: $0.rules { calendar, version in
            CourtRules(
              calendar: calendar, charter: version.map(CourtCharter.init) ?? CourtCharter())
          })
      })
  }
}
