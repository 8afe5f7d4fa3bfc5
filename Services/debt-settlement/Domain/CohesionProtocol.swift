import Casework
import Contracts
import Indicators
import LegalCalendar
public import Vocabulary

/// A protocole de cohésion sociale: in the social stock, after the lease is terminated, the
/// household pays its indemnity and a plan, the landlord gives up the eviction and signs a lease at
/// its end (CCH L353-15-2, L442-6-5).
public struct CohesionProtocol: Sendable, Hashable {
  public var stage: CohesionStage
  public var signedOn: Day
  /// Its last day.
  public var end: Day
  public var isAmended: Bool

  public init(stage: CohesionStage = .inForce, signedOn: Day, end: Day, isAmended: Bool = false) {
    self.stage = stage
    self.signedOn = signedOn
    self.end = end
    self.isAmended = isAmended
  }

  /// Whether the landlord gave up the eviction.
  public var suspendsEviction: Bool {
    switch stage {
    case .inForce, .renegotiating: true
    case .broken, .ended: false
    }
  }
}

/// The back-payment of an aid that is paid again (CCH R351-30-1).
public enum AidBackPayment {
  /// The largest amount that is paid at once.
  public static let atOnceBelow = Cents(450_00)
  /// Months between two parts of a larger one.
  public static let months = 6

  /// Whether it is paid at once, or half-yearly.
  public static func isAtOnce(_ amount: Cents) -> Bool { amount < atOnceBelow }
}

/// Where it stands.
public enum CohesionStage: String, CaseIterable, Sendable {
  case inForce = "in-force"
  /// It was not kept: the aid is kept three months at most, the time to agree on an amendment.
  case renegotiating
  case broken, ended
}

// The protocole de cohésion sociale of the social stock (CCH L353-15-2, L442-6-5).

extension SettlementContext {
  /// A protocol is signed, or amended. Its end is never later than the law allows.
  mutating func receive(_ agreement: ApurementProtocole) throws {
    if agreement.avenant, let known = file.cohesion, known.suspendsEviction {
      return try amend(known, agreement)
    }
    if let known = file.cohesion, known.signedOn >= agreement.date { return }
    let latest = try latestEnd(signedOn: agreement.date, isAmended: false)
    let end = min(agreement.fin, latest)
    file.cohesion = CohesionProtocol(signedOn: agreement.date, end: end)
    armProtocolEnd()
    try report(
      .cohesionProtocolSigned, on: agreement.date,
      "Un protocole de cohésion sociale est signé : le bailleur renonce à l'expulsion.",
      article: SettlementBasis.cohesion, until: end)
    try haveBackPaymentMade()
  }

  /// An amendment repairs a breach and lasts three years more at most.
  private mutating func amend(_ known: CohesionProtocol, _ agreement: ApurementProtocole) throws {
    let latest = try latestEnd(signedOn: known.signedOn, isAmended: true)
    file.cohesion?.stage = .inForce
    file.cohesion?.isAmended = true
    file.cohesion?.end = max(known.end, min(agreement.fin, latest))
    disarm(.protocolRenegotiation)
    armProtocolEnd()
    try report(
      .cohesionProtocolSigned, on: agreement.date,
      "Le protocole de cohésion sociale est modifié par un avenant.",
      article: SettlementBasis.cohesion,
      until: file.cohesion?.end)
  }

  /// The last day that the law allows: two years from the signature, three more with an amendment.
  private func latestEnd(signedOn day: Day, isAmended: Bool) throws -> Day {
    let end = try rules.calendar.deadline(.protocoleDuree, origin: day, decidedBy: day).due
    guard isAmended else { return end }
    return try rules.calendar.deadline(.protocoleAvenant, origin: end, decidedBy: day).due
  }

  private mutating func armProtocolEnd() {
    guard let known = file.cohesion else { return }
    arm(
      .protocolEnd,
      Deadline(
        origin: known.signedOn,
        rule: (known.isAmended ? RuleID.protocoleAvenant : .protocoleDuree).rawValue,
        article: SettlementBasis.cohesion, delay: "durée du protocole", raw: known.end,
        due: known.end,
        reason: ""))
  }

  /// What the aid did not pay meanwhile: at once below 450 €, else half-yearly while the protocol
  /// is kept (CCH R351-30-1).
  private mutating func haveBackPaymentMade() throws {
    guard file.aid.stage == .suspended, let since = file.aid.since, let month = file.aid.amount
    else { return }
    let months = min(max(today.days(since: since), 0) / 30, Self.mostMonths)
    let amount = Cents(min(month.value, Self.largestAid) * months)
    guard amount > .zero else { return }
    let isAtOnce = AidBackPayment.isAtOnce(amount)
    try tell(
      .aideAMaintenir, to: .kind(aidDecider),
      isAtOnce
        ? "Un protocole de cohésion sociale est signé : rétablissez l'aide et versez le rappel en une"
          + " fois."
        : "Un protocole de cohésion sociale est signé : rétablissez l'aide et versez le rappel par"
          + " semestre, tant que le protocole est tenu.", article: SettlementBasis.backPayment)
    if !isAtOnce { try armBackPayment() }
  }

  /// Bounds of a figure that comes from outside.
  private static var mostMonths: Int { 120 }
  private static var largestAid: Int { 1_000_000 }

  mutating func backPaymentDue() throws {
    guard let known = file.cohesion, known.stage == .inForce else { return }
    try tell(
      .aideAMaintenir, to: .kind(aidDecider),
      "Le protocole de cohésion sociale est tenu : versez la part semestrielle du rappel.",
      article: SettlementBasis.backPayment)
    if known.end > today { try armBackPayment() }
  }

  /// The next half-yearly part, under the version of the day on which the protocol was signed.
  private mutating func armBackPayment() throws {
    let version = try? RuleBook.rule(.protocoleRappel, on: file.cohesion?.signedOn ?? today)
    let deadline = try rules.calendar.deadline(
      origin: today, delay: .months(AidBackPayment.months),
      rule: RuleID.protocoleRappel.rawValue,
      article: version?.article ?? SettlementBasis.backPayment)
    arm(.protocolBackPayment, deadline)
  }

  /// The protocol is not kept. The landlord informs the organisme payeur; the aid is kept three
  /// months at most, the time to agree on an amendment; until then there is no eviction.
  mutating func protocolNotKept(since day: Day) throws {
    guard file.cohesion?.stage == .inForce, !file.surendettement.freezesDebt else { return }
    file.cohesion?.stage = .renegotiating
    let deadline = try rules.calendar.deadline(
      .protocoleRenegociation, origin: day, decidedBy: file.cohesion?.signedOn ?? day)
    arm(.protocolRenegotiation, deadline)
    try tell(
      .protocoleRompu, to: .caf,
      "Le protocole de cohésion sociale n'est pas tenu : maintenez l'aide au logement jusqu'à"
        + " l'échéance, le temps d'un avenant.", article: SettlementBasis.cohesion,
      due: deadline.due)
    try tell(
      .protocoleRompu, to: file.creditors.destination,
      "Proposez un avenant au protocole de cohésion sociale avant l'échéance.",
      article: SettlementBasis.cohesion, due: deadline.due)
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .protocoleRompu, to: kind,
        "Le protocole de cohésion sociale n'est pas tenu : reprenez les paiements et demandez un"
          + " avenant au bailleur avant l'échéance.", article: SettlementBasis.cohesion,
        due: deadline.due)
    }
  }

  /// No amendment came: the landlord may execute.
  mutating func renegotiationExpired() throws {
    guard file.cohesion?.stage == .renegotiating else { return }
    file.cohesion?.stage = .broken
    disarm(.protocolEnd, .protocolBackPayment)
    try report(
      .cohesionProtocolBroken, on: today,
      "Le protocole de cohésion sociale est rompu : aucun avenant n'est venu dans les trois mois.",
      article: SettlementBasis.cohesion)
    try tell(
      .protocoleRompu, to: .kind(aidDecider),
      "Aucun avenant n'est venu dans les trois mois : décidez de l'aide au logement.",
      article: SettlementBasis.cohesion)
  }

  /// The protocol was kept to its end: the landlord signs a lease, within three months at most.
  mutating func protocolEnded() throws {
    guard let known = file.cohesion, known.suspendsEviction else { return }
    file.cohesion?.stage = .ended
    disarm(.protocolRenegotiation, .protocolBackPayment)
    try report(
      .cohesionProtocolEnded, on: known.end,
      "Le protocole de cohésion sociale est arrivé à son terme : un bail doit être signé.",
      article: SettlementBasis.cohesion)
    let lease = try rules.calendar.deadline(
      .protocoleBail, origin: known.end, decidedBy: known.signedOn)
    try tell(
      .protocoleRompu, to: file.creditors.destination,
      "Le protocole de cohésion sociale est arrivé à son terme : signez un bail avec le ménage avant"
        + " l'échéance.", article: lease.article, due: lease.due)
  }

  /// With an effacement the protocol runs three years from the decision (C. consom. L722-16).
  mutating func prolongProtocol(afterErasureOn day: Day) throws {
    guard file.cohesion?.suspendsEviction == true else { return }
    let end = try rules.calendar.deadline(.protocoleEffacement, origin: day, decidedBy: day)
    file.cohesion?.stage = .inForce
    file.cohesion?.end = end.due
    disarm(.protocolRenegotiation)
    arm(.protocolEnd, end)
  }
}
