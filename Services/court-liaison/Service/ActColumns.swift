import Contracts
import CourtLiaisonDomain
import LegalCalendar
import PostgreSQL
import Vocabulary

/// What an act says, as it stands in the columns of its table: few kinds fill all of them.
struct ActColumns {
  var kind = ActKind.summons
  var outcome: String?
  var prefectToldOn: Day?
  var hearingOn: Day?
  var rulingExpectedOn: Day?
  var instalments: Int?
  var firstInstalmentOn: Day?
  var delaysEndOn: Day?
  var filedOn: Day?
  var effectiveOn: Day?
  var reason: String?
  var amount: Cents?
  var findings = ""
  var place: LieuAudience?
  var quitMonths: Int?
  var quitDays: Int?
  var lease: TypeDeBail?
  var isTenantProtected: Bool?
}

extension ActContent {
  var columns: ActColumns {
    var columns = said
    columns.kind = kind
    return columns
  }

  private var said: ActColumns {
    switch self {
    case .summons(let summons): summons.columns
    case .hearing(let isPresent, let rulingOn, let isRentResumed, let place):
      ActColumns(
        outcome: isPresent ? "tenant-present" : "tenant-absent", rulingExpectedOn: rulingOn,
        reason: isRentResumed.map { $0 ? "rent-resumed" : "rent-unpaid" }, place: place)
    case .postponement(let hearing, let place): ActColumns(hearingOn: hearing, place: place)
    case .ruling(let ruling): ruling.columns
    case .notification(let isSummary): ActColumns(outcome: isSummary ? "refere" : "jugement")
    case .appeal(let stage, let isReversed):
      ActColumns(
        outcome: stage.rawValue,
        reason: isReversed.map { $0 ? "eviction-reversed" : "eviction-upheld" })
    case .quitOrder(let seizedOn): ActColumns(prefectToldOn: seizedOn)
    case .jexRuling(let until, let basis):
      ActColumns(delaysEndOn: until, reason: basis.rawValue)
    case .surendettementStay(let until): ActColumns(delaysEndOn: until)
    case .protocole(let until): ActColumns(delaysEndOn: until)
    case .policeAidDecision(let isGranted, let effect, let reason):
      ActColumns(
        outcome: isGranted ? "granted" : "refused", effectiveOn: effect, reason: reason?.rawValue)
    case .eviction(let withPoliceAid, let hasFurniture):
      ActColumns(
        outcome: withPoliceAid ? "police-aid" : "no-police-aid",
        reason: hasFurniture.map { $0 ? "furniture" : "no-furniture" })
    case .departure(let withKeys): ActColumns(outcome: withKeys ? "keys" : nil)
    case .compensationClaim(let amount): ActColumns(amount: amount)
    case .compensationDecision(let isGranted, let amount):
      ActColumns(outcome: isGranted ? "granted" : "refused", amount: amount)
    case .policeAidRequest, .policeAidSilence, .compensationSilence: ActColumns()
    }
  }

  init(_ stored: ActColumns) throws(PostgresError) {
    switch stored.kind {
    case .summons: self = .summons(try Summons(stored))
    case .hearing: self = try Self.hearing(stored)
    case .postponement:
      self = .postponement(to: try known(stored.hearingOn, "hearing_on"), at: stored.place)
    case .ruling: self = .ruling(try Ruling(stored))
    case .notification:
      self = .notification(isSummary: try known(stored.outcome, "outcome") == "refere")
    case .appeal: self = try Self.appeal(stored)
    case .quitOrder: self = .quitOrder(prefectSeizedOn: stored.prefectToldOn)
    case .jexRuling:
      self = .jexRuling(
        until: stored.delaysEndOn,
        basis: try word(stored.reason, "reason") ?? .delais)
    case .surendettementStay:
      self = .surendettementStay(until: stored.delaysEndOn)
    case .protocole: self = .protocole(until: try known(stored.delaysEndOn, "delays_end_on"))
    case .policeAidRequest: self = .policeAidRequest
    case .policeAidSilence: self = .policeAidSilence
    case .policeAidDecision:
      self = .policeAidDecision(
        isGranted: try known(stored.outcome, "outcome") == "granted",
        from: stored.effectiveOn, reason: try word(stored.reason, "reason"))
    case .eviction:
      self = .eviction(
        withPoliceAid: stored.outcome != "no-police-aid",
        hasFurniture: stored.reason.map { $0 == "furniture" })
    case .departure: self = .departure(withKeys: stored.outcome == "keys")
    case .compensationClaim: self = .compensationClaim(try known(stored.amount, "amount"))
    case .compensationDecision:
      self = .compensationDecision(
        isGranted: try known(stored.outcome, "outcome") == "granted",
        amount: try known(stored.amount, "amount"))
    case .compensationSilence: self = .compensationSilence
    }
  }
}

extension ActContent {
  private static func hearing(_ stored: ActColumns) throws(PostgresError) -> ActContent {
    .hearing(
      isTenantPresent: try known(stored.outcome, "outcome") == "tenant-present",
      rulingOn: stored.rulingExpectedOn,
      isRentResumed: stored.reason.map { $0 == "rent-resumed" }, at: stored.place)
  }

  private static func appeal(_ stored: ActColumns) throws(PostgresError) -> ActContent {
    .appeal(
      try known(word(stored.outcome, "outcome"), "outcome"),
      isEvictionReversed: stored.reason.map { $0 == "eviction-reversed" })
  }
}

extension Summons {
  fileprivate var columns: ActColumns {
    ActColumns(
      outcome: isForDebt ? "debt" : outcome, prefectToldOn: notifiedOn, hearingOn: hearing,
      filedOn: filedOn, reason: mode?.rawValue, place: place, lease: lease,
      isTenantProtected: isTenantProtected ? true : nil)
  }

  private var outcome: String {
    switch motive {
    case .conge, .troubles, .assurance, .abandon, .squat: motive.rawValue
    case .impaye, .autre: "other-motive"
    }
  }

  fileprivate init(_ stored: ActColumns) throws(PostgresError) {
    let outcome = try known(stored.outcome, "outcome")
    self.init(
      notifiedOn: try known(stored.prefectToldOn, "prefect_told_on"),
      hearing: try known(stored.hearingOn, "hearing_on"),
      isForDebt: outcome == "debt", motive: Motif(rawValue: outcome),
      mode: try word(stored.reason, "reason"), filedOn: stored.filedOn, place: stored.place,
      lease: stored.lease, isTenantProtected: stored.isTenantProtected ?? false)
  }
}

extension Ruling {
  fileprivate var columns: ActColumns {
    ActColumns(
      outcome: sens.rawValue, hearingOn: resumesOn, instalments: instalments,
      firstInstalmentOn: first, delaysEndOn: end, amount: instalment, findings: findings.column,
      quitMonths: quitDelay?.months, quitDays: quitDelay?.days)
  }

  fileprivate init(_ stored: ActColumns) throws(PostgresError) {
    self.init(
      sens: try known(word(stored.outcome, "outcome"), "outcome"), instalments: stored.instalments,
      first: stored.firstInstalmentOn,
      end: stored.delaysEndOn,
      instalment: stored.amount,
      quitDelay: Ruling.delay(months: stored.quitMonths, days: stored.quitDays),
      resumesOn: stored.hearingOn,
      findings: try words(stored.findings, "findings"))
  }
}

extension Set where Element: RawRepresentable<String> {
  /// The words of a column, always in one order.
  var column: String { map(\.rawValue).sorted().joined(separator: ",") }
}

/// A column that holds several of our words, parted by commas.
func words<Word: RawRepresentable<String> & Hashable>(
  _ text: String, _ column: String
) throws(PostgresError) -> Set<Word> {
  var words: Set<Word> = []
  for part in text.split(separator: ",") {
    guard let word = Word(rawValue: String(part)) else { throw .unknownName(in: column) }
    words.insert(word)
  }
  return words
}

/// A column that holds one of our words, where it holds any.
private func word<Word: RawRepresentable<String>>(
  _ text: String?, _ column: String
) throws(PostgresError) -> Word? {
  guard let text else { return nil }
  guard let word = Word(rawValue: text) else { throw .unknownName(in: column) }
  return word
}

/// What an act of that kind must say.
private func known<Value>(_ value: Value?, _ column: String) throws(PostgresError) -> Value {
  guard let value else {
    throw PostgresError(code: .unexpectedResult, column: column, message: "the column is NULL")
  }
  return value
}
