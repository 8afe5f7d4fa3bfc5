import ServiceHost

@main
struct Main {
  static func main() async {
    await ServiceHost.main(
      Rehousing.self,
      migrations: [
        "M001_rehousing": PackageResources.M001_rehousing_sql,
        "M002_rights": PackageResources.M002_rights_sql,
        "M003_profile": PackageResources.M003_profile_sql,
        "M004_health": PackageResources.M004_health_sql,
        "M005_sealed": PackageResources.M005_sealed_sql,
      ])
  }
}
