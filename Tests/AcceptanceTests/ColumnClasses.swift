import Contracts
import LegalCalendar
import Messaging
import OperatorReading
import PostgreSQL
import Testing

@testable import amont_simulator
@testable import court_liaison
@testable import debt_settlement
@testable import intake
@testable import rehousing
@testable import saga_orchestrator
@testable import social_diagnosis

/// Every column of text or bytes of every table of all services is sealed, or somebody said why it
/// need not be.
@Suite("What is sealed", .enabled(if: Theatre.isAvailable)) struct ColumnClasses {
  private static var sealed: [ServiceName: [SealedTable]] {
    [
      .intake: intake.Main.sealed, .socialDiagnosis: DiagnosisTables.all.sealed,
      .debtSettlement: SettlementTables.all.sealed, .rehousing: RehousingTables.all.sealed,
      .courtLiaison: CourtTables.all.sealed,
      .sagaOrchestrator: DossierTables.all { _ in .metropole }.sealed,
    ]
  }

  private static var plain: [ServiceName: [String: [PlainText: [String]]]] {
    [
      .intake: intake.Main.plain, .socialDiagnosis: DiagnosisTables.plain,
      .debtSettlement: SettlementTables.plain, .rehousing: RehousingTables.plain,
      .courtLiaison: CourtTables.plain, .sagaOrchestrator: DossierTables.plain,
    ]
  }

  @Test("each column of text or bytes is classified once, and none that is gone")
  func everyColumn() async throws {
    let columns = try await Theatre.play { simulation in
      var columns: [ServiceName: [String: String]] = [:]
      for service in ServiceName.allCases {
        for row in try await simulation.databases.query(
          service,
          """
          SELECT table_name || '.' || column_name AS name, data_type AS type
          FROM information_schema.columns WHERE table_schema = 'public'
            AND (data_type IN ('text', 'bytea', 'json', 'jsonb', 'xml', 'name')
              OR data_type LIKE 'character%' OR data_type = 'ARRAY' AND udt_name = '_text')
          """)
        {
          let name = try row.text("name")
          columns[service, default: [:]][name] = try row.text("type")
        }
      }
      return columns
    }
    for service in ServiceName.allCases {
      let found = try #require(columns[service])
      let sealed = (RuntimeSchema.sealed + (Self.sealed[service] ?? [])).flatMap { table in
        table.columns.map { table.name + "." + $0 }
      }
      let plain = RuntimeSchema.plain.merging(Self.plain[service] ?? [:]) { own, _ in own }
        .flatMap { table, classes in classes.values.joined().map { table + "." + $0 } }
      let all = (sealed + plain).sorted()
      #expect(found.count > 20)
      #expect(Set(all).count == all.count, "\(service): classified twice")
      #expect(
        Set(found.keys).subtracting(all).sorted() == [],
        "\(service): seal it (Field(sealed:)), or say in `plain` why not")
      #expect(Set(all).subtracting(found.keys).sorted() == [], "\(service): no such column")
      #expect(
        sealed.filter { found[$0] != "bytea" }.sorted() == [], "\(service): sealed values are bytes"
      )
    }
  }
}
