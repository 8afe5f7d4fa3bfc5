import Contracts
import LegalCalendar
import Vocabulary

// The protocole de cohésion sociale of the social stock (CCH L353-15-2, L442-6-5).

extension SettlementWork {
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
      article: Basis.cohesion, until: end)
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
      "Le protocole de cohésion sociale est modifié par un avenant.", article: Basis.cohesion,
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
        article: Basis.cohesion, delay: "durée du protocole", raw: known.end, due: known.end,
        reason: ""))
  }

  /// What the aid did not pay meanwhile: at once below 450 €, else half-yearly while the protocol is
  /// kept (CCH R351-30-1).
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
          + " semestre, tant que le protocole est tenu.", article: Basis.backPayment)
    if !isAtOnce { try armBackPayment() }
  }

  /// Bounds of a figure that comes from outside.
  private static let mostMonths = 120, largestAid = 1_000_000

  mutating func backPaymentDue() throws {
    guard let known = file.cohesion, known.stage == .inForce else { return }
    try tell(
      .aideAMaintenir, to: .kind(aidDecider),
      "Le protocole de cohésion sociale est tenu : versez la part semestrielle du rappel.",
      article: Basis.backPayment)
    if known.end > today { try armBackPayment() }
  }

  /// The next half-yearly part, under the version of the day on which the protocol was signed.
  private mutating func armBackPayment() throws {
    let version = try? RuleBook.rule(.protocoleRappel, on: file.cohesion?.signedOn ?? today)
    let deadline = try rules.calendar.deadline(
      origin: today, delay: .months(AidBackPayment.months),
      rule: RuleID.protocoleRappel.rawValue, article: version?.article ?? Basis.backPayment)
    arm(.protocolBackPayment, deadline)
  }

  /// The protocol is not kept. The landlord informs the organisme payeur; the aid is kept three months
  /// at most, the time to agree on an amendment; until then there is no eviction.
  mutating func protocolNotKept(since day: Day) throws {
    guard file.cohesion?.stage == .inForce, !file.surendettement.freezesDebt else { return }
    file.cohesion?.stage = .renegotiating
    let deadline = try rules.calendar.deadline(
      .protocoleRenegociation, origin: day, decidedBy: file.cohesion?.signedOn ?? day)
    arm(.protocolRenegotiation, deadline)
    try tell(
      .protocoleRompu, to: .kind(.caf),
      "Le protocole de cohésion sociale n'est pas tenu : maintenez l'aide au logement jusqu'à"
        + " l'échéance, le temps d'un avenant.", article: Basis.cohesion, due: deadline.due)
    try tell(
      .protocoleRompu, to: file.creditors.destination,
      "Proposez un avenant au protocole de cohésion sociale avant l'échéance.",
      article: Basis.cohesion, due: deadline.due)
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .protocoleRompu, to: .kind(kind),
        "Le protocole de cohésion sociale n'est pas tenu : reprenez les paiements et demandez un"
          + " avenant au bailleur avant l'échéance.", article: Basis.cohesion, due: deadline.due)
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
      article: Basis.cohesion)
    try tell(
      .protocoleRompu, to: .kind(aidDecider),
      "Aucun avenant n'est venu dans les trois mois : décidez de l'aide au logement.",
      article: Basis.cohesion)
  }

  /// The protocol was kept to its end: the landlord signs a lease, within three months at most.
  mutating func protocolEnded() throws {
    guard let known = file.cohesion, known.suspendsEviction else { return }
    file.cohesion?.stage = .ended
    disarm(.protocolRenegotiation, .protocolBackPayment)
    try report(
      .cohesionProtocolEnded, on: known.end,
      "Le protocole de cohésion sociale est arrivé à son terme : un bail doit être signé.",
      article: Basis.cohesion)
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
