import Contracts
import LegalCalendar
import Vocabulary

// The concours de la force publique: requested, examined, granted, refused in words or by silence.

extension CourtWork {
  mutating func receive(_ act: ExecutionCFPDemande, from sender: String) throws {
    guard act.conjoint_violent != true else {
      return setApart(.policeAidRequest, on: act.date, from: sender)
    }
    switch try enter(.policeAidRequest, on: act.date, from: sender, merge: { known, _ in known }) {
    case .known, .amended, .late, .past, .contested, .refused: return
    case .current: break
    }
    if let running = try quitDelayRunning(on: act.date) {
      // It is refused without liability, and must be made again (CE case law): no silence runs.
      try report(
        .policeAidPremature, on: act.date,
        "Le concours de la force publique est demandé avant la fin du délai du commandement de quitter"
          + " les lieux.", article: running.article, until: running.until)
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
        .dossierARevoir, to: .kind(.prefecture),
        "Le concours de la force publique est demandé sans qu'aucun commandement de quitter les lieux"
          + " soit connu : vérifiez la procédure.", article: Basis.quitOrder)
    }
    try checkPoliceAidRequest()
  }

  /// A request made before the end of the two months is premature: the préfet and the huissier are
  /// told, once, whichever of the two acts came last.
  mutating func checkPoliceAidRequest() throws {
    guard let index = file.latest(.policeAidRequest),
      let running = try quitDelayRunning(on: file.acts[index].date),
      file.acts[index].told.insert(.premature).inserted
    else { return }
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

  /// The concours may be used from its first day outside of the truce (CPCE L412-6).
  private mutating func grant(_ index: Int) throws {
    guard case .policeAidDecision(_, let said, _) = file.acts[index].content else { return }
    let day = file.acts[index].date
    let effect = max(day, said ?? day)
    let usable = isTruceSetAside ? effect : rules.calendar.firstDayOutsideTruce(onOrAfter: effect)
    disarm(.policeAidReview)
    try report(
      .policeAidGranted, on: day, "Le préfet accorde le concours de la force publique.",
      article: Basis.policeAid)
    for destination in huissier {
      try tell(
        .cfpDecision, to: destination,
        "Le concours de la force publique est accordé, utilisable à partir du \(usable), hors trêve"
          + " hivernale et protections.", article: Basis.policeAid, due: usable)
    }
    if usable != effect {
      try tell(
        .protectionEnCours, to: .kind(.prefecture),
        "Le concours accordé prendrait effet pendant la trêve hivernale : il n'est utilisable"
          + " qu'après son dernier jour.", article: Basis.truce, due: usable.adding(days: -1))
    }
    guard let liability = file.liabilities.last, liability.endsOn == nil else { return }
    arm(
      .policeAidUse,
      try rules.calendar.deadline(
        .indemnFin, origin: day, decidedBy: liability.refusedOn))
  }

  private mutating func refuse(_ index: Int) throws {
    let day = file.acts[index].date
    try report(
      .policeAidRefused, on: day, "Le préfet refuse le concours de la force publique.",
      article: Basis.policeAidRefusal)
    // The motive may be a birth or an illness: the huissier is not told it here.
    for destination in huissier {
      try tell(
        .cfpDecision, to: destination,
        "Le concours de la force publique est refusé : informez-en le créancier.",
        article: Basis.policeAid)
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
    try tellOnce(.insufficientRefusal, ofActAt: index, text, article: Basis.execution)
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
          + " accordé.", article: Basis.policeAid)
    }
    try tellLiability(refusedOn: expired.due)
  }
}
