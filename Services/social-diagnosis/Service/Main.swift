import ServiceHost

@main
struct Main {
  static func main() async {
    await ServiceHost.main(
      SocialDiagnosis.self,
      migrations: [
        "M001_diagnosis": PackageResources.M001_diagnosis_sql,
        "M002_conclusion": PackageResources.M002_conclusion_sql,
        "M003_births": PackageResources.M003_births_sql,
        "M004_hearings": PackageResources.M004_hearings_sql,
        "M005_dsf": PackageResources.M005_dsf_sql,
        "M006_sealed": PackageResources.M006_sealed_sql,
        "M007_violence": PackageResources.M007_violence_sql,
      ])
  }
}
