import Casework
public import Contracts
import LegalCalendar
public import Vocabulary

/// What debt-settlement keeps of one household.
public struct SettlementFile: Sendable, Hashable {
  public var creditors = Creditors()
  /// The debt by its latest décompte.
  public var claim: Claim?
  /// The commandement de payer that was served last.
  public var notice: NoticeRun?
  /// How old the arrears were when somebody first told of them.
  public var firstSignal: FirstSignal?
  /// What the household can pay, by its last diagnosis.
  public var means: PayingMeans?
  /// Whether a curator or a tutor must receive the household's letters.
  public var isProtected = false
  /// The day of the first signal to the CAF, which decides the version of the delays of the aid.
  public var aidSignal: Day?
  public var aid = Aid()
  /// Where the settlement as a whole stands.
  public var settlement = Settlement()
  /// The plan proposed to the landlord.
  public var plan = PartnerDemand()
  public var fsl = PartnerDemand()
  public var surendettement = Surendettement()
  /// The schedule being watched: an amicable plan, the judge's, or that of the last resort.
  public var schedule: Schedule?
  /// The instalment of the last judgment that granted delays.
  public var judgeInstalment: JudgeInstalment?
  /// The protocole de cohésion sociale.
  public var cohesion: CohesionProtocol?
  /// Every payment of a current rent or of the indemnity that stands for it, once each.
  public var rents: [ApurementLoyer] = []
  /// Every payment of an instalment, once each.
  public var payments: [Payment] = []
  /// Every demand on every path, and what came of it.
  public var paths: [PathRecord] = []
  /// Every schedule, and how it ended.
  public var schedules: [ScheduleRecord] = []

  public init() {}

  /// The most payments of each kind that one file holds; what comes after is not kept.
  public static let mostPayments = 400
  /// The most demands, and the most schedules, that one file remembers.
  public static let mostRecords = 100

  /// What is still owed, as far as Amont knows; `nil` while no signal gave a décompte. What was
  /// paid before the décompte is in it already.
  public var outstanding: Cents? {
    guard let claim else { return nil }
    var debt = claim.debt
    for payment in payments where payment.on > claim.on { debt = debt - payment.amount }
    if fsl.stage == .accepted, let amount = fsl.amount, (fsl.since ?? claim.on) >= claim.on {
      debt = debt - amount
    }
    return max(debt, .zero)
  }
}

/// A demand to one partner: the plan to the landlord, the help of the FSL.
public struct PartnerDemand: Sendable, Hashable {
  public var stage: DemandStage = .none
  public var since: Day?
  /// The day of the demand; `nil` where the answer came without one.
  public var askedOn: Day?
  /// The last day for the answer.
  public var due: Day?
  /// What the FSL granted.
  public var amount: Cents?
  /// The day on which the FSL will pay it; `nil` once it has.
  public var paysOn: Day?
  /// The number of instalments proposed.
  public var count: Int?

  /// Whether it brought nothing, so that a later occasion may try it again.
  public var hasFailed: Bool {
    switch stage {
    case .refused, .unanswered, .withdrawn, .broken: true
    case .none, .open, .accepted: false
    }
  }
}

/// Where it stands.
public enum DemandStage: String, CaseIterable, Sendable {
  case none, open, accepted, refused
  /// No answer came in time.
  case unanswered
  /// It lost its object.
  case withdrawn
  /// What was agreed was not kept.
  case broken
}
