import Messaging
import PostgreSQL
import ServiceHost
import Vocabulary

@main
enum Main {
  static func main() async {
    let status = await ServiceHost.run(
      .socialDiagnosis,
      migrations: [
        Migration(
          number: 1, name: "diagnosis",
          sql: String(decoding: PackageResources.M001_diagnosis_sql, as: UTF8.self))
      ], arguments: CommandLine.arguments
    ) { SocialDiagnosis(calendar: $0.calendar) }
    exit(status)
  }
}
