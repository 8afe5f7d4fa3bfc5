import ServiceHost

@main
struct Main {
  static func main() async {
    await ServiceHost.main(
      DebtSettlement.self,
      migrations: [
        "M001_settlement": PackageResources.M001_settlement_sql,
        "M002_paths": PackageResources.M002_paths_sql,
        "M003_first_signal": PackageResources.M003_first_signal_sql,
        "M004_current_rent": PackageResources.M004_current_rent_sql,
      ])
  }
}
