import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

extension Volume {
  /// Where the services keep what tells of it.
  fileprivate enum Source {
    /// Accepted events of intake, by kind.
    case receptions([EventKind])
    /// Facts of the saga's timelines, by trigger.
    case facts([Trigger])
  }

  fileprivate var source: Source {
    switch self {
    case .commandement: .receptions([.signalementCDP])
    case .aplArrears: .receptions([.signalementImpayeAPL])
    case .saisine: .receptions([.saisineBailleurPM])
    case .contact: .receptions([.contactProposition, .contactResultat, .diagnosticInitial])
    case .summons: .facts([.summonsServed])
    case .dsf: .receptions([.dsfTransmis, .dsfCarence])
    case .hearing: .facts([.hearingHeld, .hearingPostponed])
    case .postponement: .facts([.hearingPostponed])
    case .decision:
      .facts([
        .claimDismissed, .claimWithdrawn, .delaysGranted, .evictionOrdered,
        .evictionOrderedWithDelays,
      ])
    case .delays: .facts([.delaysGranted])
    case .quitOrder: .facts([.quitOrderServed, .quitOrderUnnotified])
    case .policeAidRequest: .facts([.policeAidRequested])
    case .policeAidGrant: .facts([.policeAidGranted])
    case .eviction: .facts([.evictionReported])
    case .surendettement:
      .receptions([.surendettementDepot, .surendettementRecevabilite, .surendettementMesures])
    case .dalo: .facts([.daloPriority, .daloRefused])
    case .offer: .receptions([.relogementProposition])
    }
  }
}

extension ServiceDatabases {
  /// What the services recorded between two days, by the lines of the table, and the dossiers
  /// opened.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func recorded(from first: Day, through last: Day) async throws
    -> (volumes: [Volume: Int], dossiers: Int)
  {
    let receptions = try await counts(
      .intake,
      """
      SELECT type AS what, count(*) AS count FROM reception
      WHERE status = 'accepte' AND received_on BETWEEN \(first) AND \(last) GROUP BY type
      """)
    let facts = try await counts(
      .sagaOrchestrator,
      """
      SELECT trigger AS what, count(*) AS count FROM (
        SELECT DISTINCT household, trigger, day FROM timeline
        WHERE kind = 'fact' AND day BETWEEN \(first) AND \(last)) AS once
      WHERE trigger IS NOT NULL GROUP BY trigger
      """)
    var volumes: [Volume: Int] = [:]
    for volume in Volume.allCases {
      volumes[volume] =
        switch volume.source {
        case .receptions(let kinds): kinds.reduce(0) { $0 + receptions[$1.type, default: 0] }
        case .facts(let triggers): triggers.reduce(0) { $0 + facts[$1.rawValue, default: 0] }
        }
    }
    let dossiers = try await query(
      .intake, "SELECT count(*) AS count FROM dossier WHERE opened_on BETWEEN \(first) AND \(last)"
    ).first?.int("count")
    return (volumes, dossiers ?? 0)
  }

  private func counts(_ service: ServiceName, _ query: Query) async throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for row in try await self.query(service, query) {
      counts[try row.text("what")] = try row.int("count")
    }
    return counts
  }
}
