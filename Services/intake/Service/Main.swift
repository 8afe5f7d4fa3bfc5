import Contracts
import PostgreSQL
import ServiceHost

@main
struct Main {
  static func main() async {
    await ServiceHost.main(
      .intake,
      migrations: [
        "M001_register": PackageResources.M001_register_sql,
        "M002_histories": PackageResources.M002_histories_sql,
        "M003_waiting": PackageResources.M003_waiting_sql,
        "M004_births": PackageResources.M004_births_sql,
        "M005_identity": PackageResources.M005_identity_sql,
        "M006_examination": PackageResources.M006_examination_sql,
        "M007_relation": PackageResources.M007_relation_sql,
        "M008_archive": PackageResources.M008_archive_sql,
        "M009_agents": PackageResources.M009_agents_sql,
      ],
      uses: [
        // By what a household is known is written anew when an event is withdrawn; what waited
        // leaves.
        "dwelling": .cleared, "identity_key": .cleared, "tenant": .cleared, "waiting": .cleared,
        "archive": .cleared, "fusion_log": .appendOnly(),
      ]
    ) {
      Intake(desk: try Tables.fromEnvironment().desk($0))
    }
  }
}
