import ServiceHost

@main
struct Main {
  static func main() async {
    await ServiceHost.main(
      CourtLiaison.self,
      migrations: [
        "M001_court_liaison": PackageResources.M001_court_liaison_sql,
        "M002_procedure": PackageResources.M002_procedure_sql,
        "M003_hearings": PackageResources.M003_hearings_sql,
        "M004_outcomes": PackageResources.M004_outcomes_sql,
        "M005_occupation": PackageResources.M005_occupation_sql,
        "M006_regime": PackageResources.M006_regime_sql,
        "M007_told": PackageResources.M007_told_sql,
      ])
  }
}
