import Contracts
import CourtLiaisonDomain
import PostgreSQL
import Vocabulary

// How what an act says stands in columns, and comes back.

/// The columns of an act that not every kind fills.
struct ActColumns {
  var outcome: String?
  var prefectToldOn: Day?
  var hearingOn: Day?
  var rulingExpectedOn: Day?
  var instalments: Int?
  var firstInstalmentOn: Day?
  var delaysEndOn: Day?
}

extension ActContent {
  var columns: ActColumns {
    switch self {
    case .summons(let notifiedOn, let hearing, let isForDebt):
      ActColumns(
        outcome: isForDebt ? "debt" : "other-motive", prefectToldOn: notifiedOn,
        hearingOn: hearing)
    case .hearing(let isPresent, let rulingOn):
      ActColumns(
        outcome: isPresent ? "tenant-present" : "tenant-absent", rulingExpectedOn: rulingOn)
    case .postponement(let hearing): ActColumns(hearingOn: hearing)
    case .ruling(let sens, let count, let first, let end):
      ActColumns(
        outcome: sens.rawValue, instalments: count, firstInstalmentOn: first, delaysEndOn: end)
    case .quitOrder(let seizedOn): ActColumns(prefectToldOn: seizedOn)
    case .jexRuling(let until): ActColumns(delaysEndOn: until)
    case .policeAidDecision(let isGranted):
      ActColumns(outcome: isGranted ? "granted" : "refused")
    case .policeAidRequest, .eviction, .departure: ActColumns()
    }
  }

  init(_ row: Row) throws(PostgresError) {
    guard let kind = Kind(rawValue: try row.text("kind")) else { throw unknown("kind") }
    switch kind {
    case .summons:
      self = .summons(
        notifiedOn: try row.day("prefect_told_on"), hearing: try row.day("hearing_on"),
        isForDebt: try row.text("outcome") == "debt")
    case .hearing:
      self = .hearing(
        isTenantPresent: try row.text("outcome") == "tenant-present",
        rulingOn: try row.dayIfPresent("ruling_expected_on"))
    case .postponement: self = .postponement(to: try row.day("hearing_on"))
    case .ruling:
      guard let sens = TribunalDecision.Sens(rawValue: try row.text("outcome")) else {
        throw unknown("outcome")
      }
      self = .ruling(
        sens, instalments: try row.intIfPresent("instalments"),
        first: try row.dayIfPresent("first_instalment_on"),
        end: try row.dayIfPresent("delays_end_on"))
    case .quitOrder: self = .quitOrder(prefectSeizedOn: try row.dayIfPresent("prefect_told_on"))
    case .jexRuling: self = .jexRuling(until: try row.dayIfPresent("delays_end_on"))
    case .policeAidRequest: self = .policeAidRequest
    case .policeAidDecision:
      self = .policeAidDecision(isGranted: try row.text("outcome") == "granted")
    case .eviction: self = .eviction
    case .departure: self = .departure
    }
  }
}

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
      leaseOn: try row.dayIfPresent("lease_on"), seizedOn: try row.dayIfPresent("seized_on"),
      closedOn: try row.dayIfPresent("closed_on"))
  }
}

extension Act {
  init(_ row: Row) throws(PostgresError) {
    guard let standing = Standing(rawValue: try row.text("standing")) else {
      throw unknown("standing")
    }
    self.init(
      date: try row.day("act_on"), receivedOn: try row.day("received_on"),
      sender: try row.text("sender"), content: try ActContent(row), standing: standing,
      isIrregularityTold: try row.bool("irregularity_told"))
  }
}

extension PostMortem {
  init(_ row: Row) throws(PostgresError) {
    self.init(
      recordedOn: try row.day("recorded_on"), evictedOn: try row.dayIfPresent("evicted_on"),
      reason: try row.text("reason"), summonedOn: try row.dayIfPresent("summoned_on"),
      ruledOn: try row.dayIfPresent("ruled_on"),
      quitOrderOn: try row.dayIfPresent("quit_order_on"),
      policeAidOn: try row.dayIfPresent("police_aid_on"),
      isTenantHeard: try row.textIfPresent("tenant_heard").map { $0 == "present" })
  }
}

/// A column holds a word that this build does not know: a newer release wrote it.
private func unknown(_ column: String) -> PostgresError {
  PostgresError(
    code: .unexpectedResult, column: column,
    message: "the column holds a state of a newer release: upgrade this service")
}
