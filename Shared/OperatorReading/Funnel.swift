import Contracts
import PostgreSQL

/// How many households reached each stage, by what the saga recorded of them.
public struct Funnel: Sendable {
  /// Households that reached each stage.
  let counts: [FunnelStage: Int]

  /// A table for people, with the share of all households and a bar.
  public var table: String {
    let all = counts[.signalled, default: 0]
    let rows = FunnelStage.allCases.map { stage -> [String] in
      let count = counts[stage, default: 0]
      let share = all == 0 ? 0 : (count * 100 + all / 2) / all
      return [stage.name, String(count), "\(share) %", String(repeating: "█", count: share / 4)]
    }
    return TextTable([["étape", "ménages", "part", ""]] + rows, leading: [0, 3]).text
  }
}

/// A stage of the prevention, in the order in which a household meets them.
enum FunnelStage: CaseIterable, Sendable {
  case signalled, contacted, diagnosed, settlementAgreed, debtCleared, rehoused
  case assigned, judged, quitOrder, policeAid, policeAidGranted, left, evicted

  var name: String {
    switch self {
    case .signalled: "signalés"
    case .contacted: "rencontrés"
    case .diagnosed: "diagnostiqués"
    case .settlementAgreed: "apurement accepté"
    case .debtCleared: "dette soldée"
    case .rehoused: "relogés ou hébergés"
    case .assigned: "assignés"
    case .judged: "jugés"
    case .quitOrder: "CQL"
    case .policeAid: "CFP demandé"
    case .policeAidGranted: "CFP accordé"
    case .left: "partis d'eux-mêmes"
    case .evicted: "expulsés"
    }
  }

  /// What tells that a household reached it; every dossier was signalled.
  var triggers: [Trigger]? {
    switch self {
    case .signalled: nil
    case .contacted: [.householdMet]
    case .diagnosed: [.diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove]
    case .settlementAgreed: [.planAgreed, .fslGranted, .surendettementAdmitted]
    case .debtCleared: [.debtCleared, .planCompleted, .scheduleKept, .debtErased]
    case .rehoused: [.rehoused, .accommodated]
    case .assigned: [.summonsServed]
    case .judged:
      [
        .claimDismissed, .claimWithdrawn, .delaysGranted, .scheduleBySurendettement,
        .clauseSuspendedAfterPRP, .evictionOrdered, .evictionOrderedWithDelays,
        .evictionOrderedWithoutQuitDelay,
      ]
    case .quitOrder: [.quitOrderServed, .quitOrderUnnotified]
    case .policeAid: [.policeAidRequested, .policeAidPremature]
    case .policeAidGranted: [.policeAidGranted]
    case .left: [.departed, .keysReturned]
    case .evicted: [.evictionReported]
    }
  }
}

extension ServiceDatabases {
  /// Reads how far the households came.
  ///
  /// - Throws: `PostgresError` when the saga's database cannot be read.
  public func funnel() async throws -> Funnel {
    var counts: [FunnelStage: Int] = [:]
    for stage in FunnelStage.allCases {
      let names = stage.triggers?.map(\.rawValue)
      let query: Query =
        if let names {
          """
          SELECT count(DISTINCT household) AS count FROM timeline
          WHERE kind = 'fact' AND trigger = ANY(\(names)::text[])
          """
        } else {
          "SELECT count(*) AS count FROM dossier"
        }
      counts[stage] = try await self.query(.sagaOrchestrator, query).first?.int("count") ?? 0
    }
    return Funnel(counts: counts)
  }
}
