import Contracts
import PostgreSQL
import SagaOrchestratorDomain
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
      number: 1, name: "dossier",
      sql: String(decoding: PackageResources.M001_dossier_sql, as: UTF8.self))
    let revisions = Migration(
      number: 2, name: "revision",
      sql: String(decoding: PackageResources.M002_revision_sql, as: UTF8.self))
    let fullProcedure = Migration(
      number: 3, name: "full_procedure",
      sql: String(decoding: PackageResources.M003_full_procedure_sql, as: UTF8.self))
    let indicators = Migration(
      number: 4, name: "indicator",
      sql: String(decoding: PackageResources.M004_indicator_sql, as: UTF8.self))
    exit(
      await ServiceHost.run(
        .sagaOrchestrator, migrations: [tables, revisions, fullProcedure, indicators],
        uses: [
          // A dossier that is decided again is written anew.
          "awaited_step": .cleared, "dossier": .cleared, "indicator": .cleared,
          "indicator_fact": .appendOnly(), "revision": .appendOnly(), "timeline": .appendOnly(),
        ],
        arguments: CommandLine.arguments
      ) {
        SagaOrchestrator(
          rules: $0.rules { calendar, version in
            SagaRules(calendar: calendar, charte: version.map(Charte.init) ?? Charte())
          })
      })
  }
}
