import Casework
import Contracts
import LegalCalendar
import Vocabulary

// The concours de la force publique: requested, examined, granted, refused in words or by silence.

extension CourtContext {
  mutating func receive(_ act: ExecutionCFPDemande, from sender: String) throws {
    guard act.conjoint_violent != true else {
      return setApart(.policeAidRequest, on: act.date, from: sender)
    }
    switch try enter(.policeAidRequest, on: act.date, from: sender, merge: { known, _ in known }) {
    case .known, .amended, .late, .past, .contested, .refused: return
    case .current: break
    }
    if let running = try quitDelayRunning(on: act.date) {
      try report(
        .policeAidPremature, on: act.date,
        "Le concours de la force publique est demandé avant la fin du délai du commandement de quitter"
          + " les lieux : sauf refus d'ici là, le préfet en est saisi à la fin de ce délai.",
        article: running.article, until: running.until)
    } else {
      let silence = try rules.calendar.deadline(
        .cfpSilence, origin: act.date, decidedBy: act.date)
      arm(.policeAidSilence, silence)
      try report(
        .policeAidRequested, on: act.date,
        "Le concours de la force publique est demandé. Le silence du préfet pendant deux mois vaut"
          + " refus.", article: silence.article, until: silence.due)
    }
    if file.latest(.quitOrder) == nil {
      try tell(
        .dossierARevoir, to: .prefecture,
        "Le concours de la force publique est demandé sans qu'aucun commandement de quitter les lieux"
          + " soit connu : vérifiez la procédure.", article: CourtBasis.quitOrder)
    }
    try checkPoliceAidRequest()
  }

  /// Unless he refuses it before, the préfet is seized of a premature request on the last day of
  /// the CQL's delay, and his silence runs from then (CE 18 Dec. 2013, n° 363126).
  private mutating func waitForQuitDelay(until end: Day?, requested day: Day) throws {
    let isAnswered = file.counted.contains { act in
      switch act.content {
      case .policeAidDecision, .policeAidSilence: act.date >= day
      case .summons, .hearing, .postponement, .ruling, .notification, .appeal, .quitOrder,
        .jexRuling, .surendettementStay, .protocole, .policeAidRequest, .eviction, .departure,
        .compensationClaim, .compensationDecision, .compensationSilence:
        false
      }
    }
    guard !isAnswered else { return }
    guard let end else { return disarm(.policeAidSilence) }
    arm(
      .policeAidSilence,
      try rules.calendar.deadline(.cfpPrematuree, origin: end, decidedBy: day))
  }

  /// A request made before the end of the two months is premature: the préfet and the huissier are
  /// told, once, whichever of the two acts came last.
  mutating func checkPoliceAidRequest() throws {
    guard let index = file.latest(.policeAidRequest),
      let running = try quitDelayRunning(on: file.acts[index].date)
    else { return }
    try waitForQuitDelay(until: running.until, requested: file.acts[index].date)
    guard file.acts[index].told.insert(.premature).inserted else { return }
    for destination in [Destination.kind(.prefecture), .user(file.acts[index].sender)] {
      try tell(
        .protectionEnCours, to: destination,
        "La demande de concours est prématurée : " + running.text, article: running.article,
        due: running.until)
    }
  }

  mutating func receive(_ act: ExecutionCFPDecision, from sender: String) throws {
    let content = ActContent.policeAidDecision(
      isGranted: act.accord, from: act.effet, reason: act.motif)
    let arrival = try enter(content, on: act.date, from: sender) { known, said in
      guard case .policeAidDecision(let was, let before, let reason) = known,
        case .policeAidDecision(was, let after, let newReason) = said
      else { return nil }
      return .policeAidDecision(isGranted: was, from: after ?? before, reason: newReason ?? reason)
    }
    switch arrival {
    case .known, .amended, .late, .past, .contested, .refused: return
    case .current(let index):
      disarm(.policeAidSilence)
      if act.accord { try grant(index) } else { try refuse(index) }
    }
  }

  /// The first day on which a concours may be used: from its effect, outside of the truce (CPCE
  /// L412-6) and of every other protection; `nil` while one holds whose end nobody knows.
  func usableDay(grantedOn day: Day, from said: Day?) throws -> Day? {
    try firstUnprotectedDay(onOrAfter: max(day, said ?? day))
  }

  private mutating func grant(_ index: Int) throws {
    guard case .policeAidDecision(_, let said, _) = file.acts[index].content else { return }
    let day = file.acts[index].date
    let effect = max(day, said ?? day)
    let usable = try usableDay(grantedOn: day, from: said)
    disarm(.policeAidReview)
    try report(
      .policeAidGranted, on: day, "Le préfet accorde le concours de la force publique.",
      article: CourtBasis.policeAid)
    // Police and gendarmerie carry it out: they read the day, and what may hold them.
    for destination in huissier + [.kind(.forcesOrdre)] {
      try tell(
        .cfpDecision, to: destination,
        "Le concours de la force publique est accordé, utilisable "
          + (usable.map { "à partir du \($0), hors trêve hivernale et protections." }
            ?? "une fois levée la suspension de l'exécution, hors trêve hivernale et protections."),
        article: CourtBasis.policeAid, due: usable)
    }
    if usable != effect, let held = try publicProtections(on: effect).first {
      try tell(
        .protectionEnCours, to: .prefecture,
        "Le concours accordé n'est pas utilisable dès son effet : " + held.text,
        article: held.article, due: usable?.adding(days: -1))
    }
    // The State is liable again if a late grant is not used in the fortnight that begins there.
    guard let usable, let liability = file.liabilities.last, liability.endsOn == nil else { return }
    arm(
      .policeAidUse,
      try rules.calendar.deadline(.indemnFin, origin: usable, decidedBy: liability.refusedOn))
  }

  private mutating func refuse(_ index: Int) throws {
    let day = file.acts[index].date
    try report(
      .policeAidRefused, on: day, "Le préfet refuse le concours de la force publique.",
      article: CourtBasis.policeAidRefusal)
    // The motive may be a birth or an illness: the huissier is not told it here.
    for destination in huissier {
      try tell(
        .cfpDecision, to: destination,
        "Le concours de la force publique est refusé : informez-en le créancier.",
        article: CourtBasis.policeAid)
    }
    try checkMotive(index)
    try tellLiability(refusedOn: day)
    try armReview(after: day)
  }

  /// After the four months, only imperative considerations of public order or later circumstances
  /// contrary to human dignity justify a refusal (instruction § 3.2); it must state its reasons.
  private mutating func checkMotive(_ index: Int) throws {
    guard case .policeAidDecision(_, _, let reason) = file.acts[index].content else { return }
    let text: String
    switch reason {
    case .ordrePublic, .dignite, .prematuree: return
    case .social:
      text =
        "Le refus du concours repose sur des motifs purement sociaux, jugés insuffisants : recherchez"
        + " une circonstance postérieure au jugement ou un motif d'ordre public."
    case .autre:
      text = "Le motif du refus du concours n'est ni l'ordre public ni la dignité : vérifiez-le."
    case nil: text = "Le refus du concours n'est pas motivé : motivez-le."
    }
    try tellOnce(.insufficientRefusal, ofActAt: index, text, article: CourtBasis.execution)
  }

  /// Two months of silence are a refusal, which may be followed by a grant.
  mutating func policeAidSilent(_ expired: Deadline) throws {
    let isAnswered = file.day(of: .policeAidDecision).map { $0 >= expired.origin } ?? false
    guard file.day(of: .policeAidRequest) == expired.origin, !isAnswered, !file.isVacated else {
      return
    }
    guard
      case .current = try enter(
        .policeAidSilence, on: expired.due, from: "amont", merge: { known, _ in known })
    else { return }
    for destination in [Destination.kind(.prefecture)] + huissier {
      try tell(
        .cfpDecision, to: destination,
        "Deux mois de silence valent refus du concours de la force publique ; il peut encore être"
          + " accordé.", article: CourtBasis.policeAid)
    }
    try tellLiability(refusedOn: expired.due)
  }
}

// A refused concours is examined again, as long as it stays refused.

extension CourtContext {
  /// The most examinations of one refusal: three years of months.
  private static var mostReviewMonths: Int { 36 }

  mutating func armReview(after day: Day) throws {
    arm(
      .policeAidReview,
      try rules.calendar.deadline(
        origin: day, delay: .months(rules.charter.reviewMonths), rule: "CFP.reexamen",
        article: CourtBasis.policeAidReview))
  }

  /// The circumstances that justified the refusal may be over, and the indemnity runs.
  mutating func reviewPoliceAid(_ expired: Deadline) throws {
    guard !file.isVacated, let index = file.latest(.policeAidDecision),
      case .policeAidDecision(false, _, _) = file.acts[index].content,
      let last = file.acts[index].date.adding(months: Self.mostReviewMonths), expired.due <= last
    else { return }
    let liability = file.liabilities.last { $0.endsOn == nil }
    let amount = liability.flatMap { liability in
      file.monthly.map { liability.forecast(monthly: $0, on: today) }
    }
    try tell(
      .dossierARevoir, to: .prefecture,
      "Réexaminez le refus du concours : relogement ou hébergement, circonstances du ménage"
        + (amount == nil ? "." : ", indemnité prévisible à ce jour."),
      article: CourtBasis.execution, amount: amount)
    try armReview(after: expired.due)
  }

  /// A late grant that is not used within its fortnight leaves the State liable.
  mutating func policeAidUnused(_ expired: Deadline) throws {
    guard !file.isVacated, let index = file.latest(.policeAidDecision),
      case .policeAidDecision(isGranted: true, let said, _) = file.acts[index].content
    else { return }
    let granted = file.acts[index].date
    guard try usableDay(grantedOn: granted, from: said) == expired.origin else { return }
    file.unusedGrantOn = granted
    try tell(
      .indemnite, to: .prefecture,
      "Le concours accordé n'est pas employé dans les quinze jours : la responsabilité de l'État court"
        + " jusqu'à son emploi, sauf faute du propriétaire ou de l'huissier.",
      article: expired.article, amount: file.monthly)
  }

  /// From when the State is liable, and what a month may cost.
  mutating func tellLiability(refusedOn day: Day) throws {
    guard let liability = try liabilities().last, liability.refusedOn == day else { return }
    let article =
      liability.regime == .decree ? CourtBasis.decreeLiability : CourtBasis.liability
    try tell(
      .indemnite, to: .prefecture,
      "Le refus du concours engage la responsabilité de l'État à partir du \(liability.startsOn) : un"
        + " mois de loyer et de charges est prévisible pour chaque mois.",
      article: article, amount: file.monthly)
  }
}
