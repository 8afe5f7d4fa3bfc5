public import Contracts
public import Vocabulary

/// What debt-settlement keeps of one household.
public struct SettlementFile: Sendable, Hashable {
  /// The creditors, to answer them.
  public var creditors: Creditors
  /// The debt by its latest décompte.
  public var claim: Claim?
  /// The commandement de payer that was served last.
  public var notice: NoticeRun?
  /// How old the arrears were when somebody first told of them.
  public var firstSignal: FirstSignal?
  /// What the household can pay, by its last diagnosis.
  public var means: PayingMeans?
  /// Whether a curator or a tutor must receive the household's letters.
  public var isProtected: Bool
  /// The day of the first signal to the CAF, which decides the version of the delays of the aid.
  public var aidSignal: Day?
  /// The housing aid.
  public var aid: Aid
  /// Where the settlement as a whole stands.
  public var settlement: Settlement
  /// The plan proposed to the landlord.
  public var plan: Demand
  /// The demand to the FSL.
  public var fsl: Demand
  /// The surendettement.
  public var surendettement: Surendettement
  /// The schedule being watched: an amicable plan, the judge's, or that of the last resort.
  public var schedule: Schedule?
  /// The instalment of the last judgment that granted delays.
  public var judgeInstalment: JudgeInstalment?
  /// The protocole de cohésion sociale.
  public var cohesion: CohesionProtocol?
  /// Every payment of an instalment, once each.
  public var payments: [Payment]
  /// Every demand on every path, and what came of it.
  public var paths: [PathRecord]
  /// Every schedule, and how it ended.
  public var schedules: [ScheduleRecord]

  /// A file made of its parts; by default, that of a household of whom nothing is known.
  public init(
    creditors: Creditors = Creditors(), claim: Claim? = nil, aidSignal: Day? = nil,
    aid: Aid = Aid(), settlement: Settlement = Settlement(), plan: Demand = Demand(),
    fsl: Demand = Demand(), surendettement: Surendettement = Surendettement(),
    schedule: Schedule? = nil, payments: [Payment] = []
  ) {
    notice = nil
    firstSignal = nil
    means = nil
    isProtected = false
    judgeInstalment = nil
    cohesion = nil
    paths = []
    schedules = []
    self.creditors = creditors
    self.claim = claim
    self.aidSignal = aidSignal
    self.aid = aid
    self.settlement = settlement
    self.plan = plan
    self.fsl = fsl
    self.surendettement = surendettement
    self.schedule = schedule
    self.payments = payments
  }

  /// The most payments that one file holds; what comes after is not kept.
  public static let mostPayments = 400
  /// The most demands, and the most schedules, that one file remembers.
  public static let mostRecords = 100

  /// What is still owed, as far as Amont knows; `nil` while no signal gave a décompte. What was paid
  /// before the décompte is in it already.
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

/// The accounts of the creditors.
public struct Creditors: Sendable, Hashable {
  /// The landlord's account; `nil` while it has said nothing.
  public var landlord: String?
  /// The huissier's account; `nil` while it has said nothing.
  public var huissier: String?
  /// The kind of landlord, where known.
  public var kind: Landlord.Kind?

  /// Creditors made of their parts.
  public init(landlord: String? = nil, huissier: String? = nil, kind: Landlord.Kind? = nil) {
    self.landlord = landlord
    self.huissier = huissier
    self.kind = kind
  }

  /// Who receives what is for the landlord: itself, else its huissier, else the correspondent of its
  /// kind.
  public var destination: Destination {
    if let account = landlord ?? huissier { return .user(account) }
    switch kind {
    case .personneMoraleSociale: return .kind(.bailleurSocial)
    case .personnePhysique, .sciFamiliale, .personneMoralePrivee, nil: return .kind(.bailleurPrive)
    }
  }
}

/// A debt by one décompte.
public struct Claim: Sendable, Hashable {
  /// The day of the décompte.
  public var on: Day
  /// What is owed.
  public var debt: Cents
  /// Rent of a month, without charges.
  public var rent: Cents
  /// Charges of a month.
  public var charges: Cents

  /// A décompte made of its parts.
  public init(on day: Day, debt: Cents, rent: Cents, charges: Cents) {
    self.on = day
    self.debt = debt
    self.rent = rent
    self.charges = charges
  }

  /// Whether this décompte replaces another: the latest day prevails; on the same day, the larger
  /// debt, so that the order of arrival decides nothing.
  public func prevails(over other: Claim) -> Bool {
    (on, debt, rent, charges) > (other.on, other.debt, other.rent, other.charges)
  }
}

/// The settlement as a whole.
public struct Settlement: Sendable, Hashable {
  /// Where it stands.
  public enum Stage: String, CaseIterable, Sendable {
    /// Nobody asked for it.
    case none
    case open
    /// Every path failed.
    case exhausted
    /// The saga stopped it.
    case stopped
    /// Nothing is owed any more.
    case cleared
  }
  /// Where it stands.
  public var stage: Stage
  /// Since when.
  public var since: Day?
  /// Whether the urgent procedure applies.
  public var isUrgent: Bool

  /// A settlement made of its parts.
  public init(stage: Stage = .none, since: Day? = nil, isUrgent: Bool = false) {
    self.stage = stage
    self.since = since
    self.isUrgent = isUrgent
  }
}

/// A demand to one partner: the plan to the landlord, the help of the FSL.
public struct Demand: Sendable, Hashable {
  /// Where it stands.
  public enum Stage: String, CaseIterable, Sendable {
    case none, open, accepted, refused
    /// No answer came in time.
    case unanswered
    /// It lost its object.
    case withdrawn
    /// What was agreed was not kept.
    case broken
  }
  /// Where it stands.
  public var stage: Stage
  /// The day of the demand or of the answer.
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

  /// A demand made of its parts.
  public init(
    stage: Stage = .none, since: Day? = nil, askedOn: Day? = nil, due: Day? = nil,
    amount: Cents? = nil, paysOn: Day? = nil, count: Int? = nil
  ) {
    self.stage = stage
    self.since = since
    self.askedOn = askedOn
    self.due = due
    self.amount = amount
    self.paysOn = paysOn
    self.count = count
  }

  /// Whether it brought nothing, so that a later occasion may try it again.
  public var hasFailed: Bool {
    switch stage {
    case .refused, .unanswered, .withdrawn, .broken: true
    case .none, .open, .accepted: false
    }
  }
}
