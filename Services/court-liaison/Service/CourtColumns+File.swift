import Contracts
import CourtLiaisonDomain
import PostgreSQL
import Vocabulary

// What is not an act, in its columns.

extension Hearing.State {
  var column: String {
    switch self {
    case .fixed: "fixed"
    case .postponed: "postponed"
    case .held(let isPresent): isPresent ? "tenant-present" : "tenant-absent"
    }
  }
}

extension CourtFile {
  init(_ row: Row) throws(PostgresError) {
    self.init(
      landlord: try row.textIfPresent("landlord").flatMap(Landlord.Kind.init(rawValue:)),
      huissier: try row.textIfPresent("huissier"), bailleur: try row.textIfPresent("bailleur"),
      noticeServedOn: try row.dayIfPresent("notice_on"),
      leaseOn: try row.dayIfPresent("lease_on"),
      noticeDelay: try row.wordIfPresent("notice_delay"),
      monthly: try row.intIfPresent("monthly_cents").map { Cents($0) },
      hasGuardian: try row.bool("has_guardian"), seizedOn: try row.dayIfPresent("seized_on"),
      unusedGrantOn: try row.dayIfPresent("unused_grant_on"),
      closedOn: try row.dayIfPresent("closed_on"))
  }
}

extension CourtStep {
  init(_ row: Row) throws(PostgresError) {
    self.init(order: try row.word("step"), day: try row.day("step_on"))
  }
}

extension Liability {
  init(_ row: Row) throws(PostgresError) {
    self.init(
      refusedOn: try row.day("refused_on"), cause: try row.word("cause"),
      regime: try row.word("regime"), startsOn: try row.day("starts_on"),
      endsOn: try row.dayIfPresent("ends_on"), ending: try row.wordIfPresent("ending"),
      suspended: try row.text("suspended").split(separator: ",").map { part throws(PostgresError) in
        let ends = part.split(separator: "/").compactMap { Day($0) }
        guard ends.count == 2, ends[0] <= ends[1] else { throw unknown("suspended") }
        return ends[0]...ends[1]
      })
  }

  /// The days that do not count: `2024-01-01/2024-03-31`, parted by commas.
  var suspendedColumn: String {
    suspended.map { "\($0.lowerBound)/\($0.upperBound)" }.joined(separator: ",")
  }
}

extension PostMortem {
  init(_ row: Row) throws(PostgresError) {
    var stages = Stages()
    stages.noticeOn = try row.dayIfPresent("notice_on")
    stages.seizedOn = try row.dayIfPresent("seized_on")
    stages.summonedOn = try row.dayIfPresent("summoned_on")
    stages.informedOn = try row.dayIfPresent("informed_on")
    stages.courtToldOn = try row.dayIfPresent("court_told_on")
    stages.ruledOn = try row.dayIfPresent("ruled_on")
    stages.quitOrderOn = try row.dayIfPresent("quit_order_on")
    stages.timeAskedOn = try row.dayIfPresent("time_asked_on")
    stages.policeAidRequestedOn = try row.dayIfPresent("police_aid_requested_on")
    stages.policeAidOn = try row.dayIfPresent("police_aid_on")
    stages.daloToldOn = try row.dayIfPresent("dalo_told_on")
    stages.reviewAskedOn = try row.dayIfPresent("review_asked_on")
    self.init(
      recordedOn: try row.day("recorded_on"), evictedOn: try row.dayIfPresent("evicted_on"),
      reason: try row.text("reason"), stages: stages,
      isTenantHeard: try row.textIfPresent("tenant_heard").map { $0 == "present" })
  }
}
