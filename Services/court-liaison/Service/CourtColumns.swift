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
  var filedOn: Day?
  var effectiveOn: Day?
  var reason: String?
  var amount: Cents?
  var findings = ""
}

extension ActContent {
  var columns: ActColumns {
    switch self {
    case .summons(let summons): summons.columns
    case .hearing(let isPresent, let rulingOn, let isRentResumed):
      ActColumns(
        outcome: isPresent ? "tenant-present" : "tenant-absent", rulingExpectedOn: rulingOn,
        reason: isRentResumed.map { $0 ? "rent-resumed" : "rent-unpaid" })
    case .postponement(let hearing): ActColumns(hearingOn: hearing)
    case .ruling(let ruling): ruling.columns
    case .notification(let isSummary): ActColumns(outcome: isSummary ? "refere" : "jugement")
    case .appeal(let stage): ActColumns(outcome: stage.rawValue)
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

  init(_ row: Row) throws(PostgresError) {
    guard let kind = ActKind(rawValue: try row.text("kind")) else { throw unknown("kind") }
    switch kind {
    case .summons: self = .summons(try Summons(row))
    case .hearing:
      self = .hearing(
        isTenantPresent: try row.text("outcome") == "tenant-present",
        rulingOn: try row.dayIfPresent("ruling_expected_on"),
        isRentResumed: try row.textIfPresent("reason").map { $0 == "rent-resumed" })
    case .postponement: self = .postponement(to: try row.day("hearing_on"))
    case .ruling: self = .ruling(try Ruling(row))
    case .notification: self = .notification(isSummary: try row.text("outcome") == "refere")
    case .appeal: self = .appeal(try row.word("outcome"))
    case .quitOrder: self = .quitOrder(prefectSeizedOn: try row.dayIfPresent("prefect_told_on"))
    case .jexRuling:
      self = .jexRuling(
        until: try row.dayIfPresent("delays_end_on"),
        basis: try row.wordIfPresent("reason") ?? .delais)
    case .surendettementStay:
      self = .surendettementStay(until: try row.dayIfPresent("delays_end_on"))
    case .protocole: self = .protocole(until: try row.day("delays_end_on"))
    case .policeAidRequest: self = .policeAidRequest
    case .policeAidSilence: self = .policeAidSilence
    case .policeAidDecision:
      self = .policeAidDecision(
        isGranted: try row.text("outcome") == "granted",
        from: try row.dayIfPresent("effective_on"), reason: try row.wordIfPresent("reason"))
    case .eviction:
      self = .eviction(
        withPoliceAid: try row.textIfPresent("outcome") != "no-police-aid",
        hasFurniture: try row.textIfPresent("reason").map { $0 == "furniture" })
    case .departure: self = .departure(withKeys: try row.textIfPresent("outcome") == "keys")
    case .compensationClaim: self = .compensationClaim(Cents(try row.int("amount")))
    case .compensationDecision:
      self = .compensationDecision(
        isGranted: try row.text("outcome") == "granted", amount: Cents(try row.int("amount")))
    case .compensationSilence: self = .compensationSilence
    }
  }
}

extension Row {
  /// A column that holds one of our words.
  func word<Word: RawRepresentable<String>>(_ column: String) throws(PostgresError) -> Word {
    guard let word = Word(rawValue: try text(column)) else { throw unknown(column) }
    return word
  }

  /// The same, where the column may be empty.
  func wordIfPresent<Word: RawRepresentable<String>>(
    _ column: String
  ) throws(PostgresError) -> Word? {
    guard let text = try textIfPresent(column) else { return nil }
    guard let word = Word(rawValue: text) else { throw unknown(column) }
    return word
  }

  /// A column that holds several of our words, parted by commas.
  func words<Word: RawRepresentable<String> & Hashable>(
    _ column: String
  ) throws(PostgresError) -> Set<Word> {
    var words: Set<Word> = []
    for part in try text(column).split(separator: ",") {
      guard let word = Word(rawValue: String(part)) else { throw unknown(column) }
      words.insert(word)
    }
    return words
  }
}

extension Set where Element: RawRepresentable<String> {
  /// The words of a column, always in one order.
  var column: String { map(\.rawValue).sorted().joined(separator: ",") }
}

/// A column holds a word that this build does not know: a newer release wrote it.
func unknown(_ column: String) -> PostgresError {
  PostgresError(
    code: .unexpectedResult, column: column,
    message: "the column holds a state of a newer release: upgrade this service")
}
