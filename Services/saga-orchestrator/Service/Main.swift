import ServiceHost

@main
struct Main {
  static func main() async {
    await ServiceHost.main(
      SagaOrchestrator.self,
      migrations: [
        "M001_dossier": PackageResources.M001_dossier_sql,
        "M002_revision": PackageResources.M002_revision_sql,
        "M003_full_procedure": PackageResources.M003_full_procedure_sql,
        "M004_indicator": PackageResources.M004_indicator_sql,
        "M005_law_review": PackageResources.M005_law_review_sql,
        "M006_sealed": PackageResources.M006_sealed_sql,
      ])
  }
}
