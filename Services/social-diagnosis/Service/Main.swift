import Contracts
import PostgreSQL
import SocialDiagnosisDomain
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
      number: 1, name: "diagnosis",
      sql: String(decoding: PackageResources.M001_diagnosis_sql, as: UTF8.self))
    let conclusion = Migration(
      number: 2, name: "conclusion",
      sql: String(decoding: PackageResources.M002_conclusion_sql, as: UTF8.self))
    let births = Migration(
      number: 3, name: "births",
      sql: String(decoding: PackageResources.M003_births_sql, as: UTF8.self))
    exit(
      await ServiceHost.run(
        .socialDiagnosis, migrations: [tables, conclusion, births],
        uses: [
          // A dossier that is decided again is written anew.
          "attempt": .cleared, "diagnosis": .cleared, "dossier": .cleared, "tenant": .cleared,
        ], arguments: CommandLine.arguments
      ) {
        SocialDiagnosis(
          rules: $0.rules { calendar, version in
            SocialDiagnosisRules(
              calendar: calendar, charter: version.map(DiagnosisCharter.init) ?? DiagnosisCharter())
          })
      })
  }
}
