import ArgumentParser
import Contracts
import PostgreSQL
import Vocabulary

/// Who orders that a dossier is erased before its time.
enum ErasureOrder: String, ExpressibleByArgument, CaseIterable, Sendable {
  case tribunal, cnil, menage

  /// What the erasure rests on, as the certificate says it.
  var basis: String {
    switch self {
    case .tribunal: "sur ordre d'un tribunal"
    case .cnil: "sur ordre de la CNIL (RGPD art. 58 § 2 g)"
    case .menage: "à la demande du ménage (RGPD art. 17 § 1)"
    }
  }
}

/// Where the landlord's claims against the State stand: a claim keeps its proof until it is decided
/// (RGPD art. 17 § 3 e), and stops the four years of loi 68-1250.
struct CompensationClaim: Sendable, Equatable {
  /// The days of the last claim and of the last decision.
  var claimedOn: Day?, decidedOn: Day?
  /// Whether the State is liable still.
  var runs = false

  /// Silence is no decision: the landlord may take it to the administrative judge.
  var isPending: Bool {
    guard !runs, let claimedOn else { return runs }
    return decidedOn.map { $0 < claimedOn } ?? true
  }

  /// What says so, in the database of court-liaison.
  static func query(of dossiers: [HouseholdID]) -> Query {
    """
    SELECT max(act_on) FILTER (WHERE kind = 'compensation-claim') AS claimed_on,
      max(act_on) FILTER (WHERE kind = 'compensation-decision' AND standing = 'counted')
        AS decided_on,
      EXISTS (SELECT FROM liability
        WHERE household = ANY (\(dossiers)::uuid[]) AND ends_on IS NULL) AS runs
    FROM act WHERE household = ANY (\(dossiers)::uuid[])
    """
  }
}

extension CompensationClaim {
  init(_ row: Row) throws {
    self.init(
      claimedOn: try row.dayIfPresent("claimed_on"), decidedOn: try row.dayIfPresent("decided_on"),
      runs: try row.bool("runs"))
  }
}
