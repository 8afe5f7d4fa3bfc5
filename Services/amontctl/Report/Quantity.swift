import SagaOrchestratorDomain

/// Something that the evaluation counts: a mark of the saga, or what another service knows, under
/// the name that the query of that service gives it.
struct Quantity: Hashable, Sendable {
  let name: String

  init(name: String) { self.name = name }

  init(_ mark: Mark) { name = mark.rawValue }
}

// What the saga is not told.
extension Quantity {
  // court-liaison
  static let hearingHeld = Quantity(name: "hearing.held")
  static let hearingAttended = Quantity(name: "hearing.attended")
  static let summonsNotified = Quantity(name: "summons.notified")
  static let summonsLate = Quantity(name: "summons.late")
  static let summonsUnknownAddress = Quantity(name: "summons.unknown-address")
  static let indemnityClaimed = Quantity(name: "indemnity.claimed")
  static let indemnityGranted = Quantity(name: "indemnity.granted")
  static let indemnityRefused = Quantity(name: "indemnity.refused")
  static let indemnitySilence = Quantity(name: "indemnity.silence")
  static let liability = Quantity(name: "liability.running")
  // debt-settlement
  static let scheduleGranted = Quantity(name: "schedule.granted")
  static let scheduleKept = Quantity(name: "schedule.kept")
  static let scheduleBroken = Quantity(name: "schedule.broken")
  static let debtOverRent = Quantity(name: "debt.over-rent")
  static let debtAge = Quantity(name: "debt.age")
  // rehousing
  static let refusalReceived = Quantity(name: "refusal.received")
  // social-diagnosis
  static let dsfAsked = Quantity(name: "dsf.asked")
  static let dsfCarence = Quantity(name: "dsf.carence")
  static let householdDiagnosed = Quantity(name: "household.diagnosed")
  // intake
  static let eventReceived = Quantity(name: "event.received")
  static let eventRejected = Quantity(name: "event.rejected")
  static let eventOfUnknownCommune = Quantity(name: "event.unknown-commune")
  static let merger = Quantity(name: "merger.decided")
  static let doubt = Quantity(name: "doubt.opened")

  /// What of a demand on a path out of the debt.
  enum OfPath: String {
    case asked, accepted, within, days
  }

  /// A demand on a path out of the debt: `aid`, `plan`, `fsl`, `surendettement`.
  static func path(_ path: String, _ what: OfPath) -> Quantity {
    Quantity(name: "\(path).\(what.rawValue)")
  }

  /// The money, in cents, or the days that go with a number of acts; shown only where the number
  /// is.
  var measure: Quantity { Quantity(name: name + ".measure") }
}

/// How the dossiers of a year are cut.
enum Cut: String, CaseIterable, Sendable, Encodable {
  case all = "ensemble"
  case commission = "sous-commission"
  case landlord = "bailleur"
  case motive = "motif"
  // Those of one indicator.
  case instalment = "mensualité"
  case ratio = "mois de loyer"
  case age = "ancienneté"
  case composition = "composition"
  case refusal = "motif du refus"
  case answer = "réponse"
  case decision = "décision"
  case reason = "raison"

  /// Those of every indicator whose service knows the household.
  static let usual: [Cut] = [.all, .commission, .landlord, .motive]
}
