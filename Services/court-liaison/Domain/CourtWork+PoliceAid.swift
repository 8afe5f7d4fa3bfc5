import Contracts
import LegalCalendar
import Vocabulary

// The concours de la force publique.

extension CourtWork {
  mutating func receive(_ act: ExecutionCFPDemande, from sender: String) throws {
    switch try enter(.policeAidRequest, on: act.date, from: sender, merge: { known, _ in known }) {
    case .known, .amended, .late, .past, .contested, .refused: return
    case .current: break
    }
    let silence = try rules.calendar.deadline(
      .cfpSilence, origin: act.date, decidedBy: act.date)
    let isPremature = try quitDelayRunning(on: act.date) != nil
    try report(
      .policeAidRequested, on: act.date,
      "Le concours de la force publique est demandé"
        + (isPremature ? ", avant la fin du délai du commandement de quitter les lieux." : ".")
        + " Le silence du préfet pendant deux mois vaut refus.",
      article: silence.article, until: silence.due)
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
    guard let index = file.latest(.policeAidRequest), !file.acts[index].isIrregularityTold,
      let running = try quitDelayRunning(on: file.acts[index].date)
    else { return }
    file.acts[index].isIrregularityTold = true
    for destination in [Destination.kind(.prefecture), .user(file.acts[index].sender)] {
      try tell(
        .protectionEnCours, to: destination,
        "La demande de concours est prématurée : " + running.text, article: running.article,
        due: running.until)
    }
  }

  mutating func receive(_ act: ExecutionCFPDecision, from sender: String) throws {
    let content = ActContent.policeAidDecision(isGranted: act.accord)
    switch try enter(content, on: act.date, from: sender, merge: { _, _ in nil }) {
    case .known, .amended, .late, .past, .contested, .refused: return
    case .current: break
    }
    if act.accord {
      try report(
        .policeAidGranted, on: act.date, "Le préfet accorde le concours de la force publique.",
        article: Basis.policeAid)
    } else {
      try report(
        .policeAidRefused, on: act.date, "Le préfet refuse le concours de la force publique.",
        article: Basis.policeAidRefusal)
    }
  }
}

/// Something that stands in an act or in the calendar, and against which no eviction is regular. A
/// landlord and its huissier know of it already, so it may be told to them.
struct PublicProtection {
  let text: String
  let article: String
  /// The last day; `nil` while it is not known.
  let until: Day?
}

extension CourtWork {
  /// The delay of the last CQL served by that day, if it has not run out then.
  func quitDelayRunning(on day: Day) throws -> PublicProtection? {
    guard let index = file.latest(.quitOrder), file.acts[index].date <= day else { return nil }
    guard let delay = try quitDelay(file.acts[index]) else {
      return PublicProtection(
        text: "le préfet n'étant pas saisi du commandement de quitter les lieux, le délai de deux"
          + " mois est suspendu.", article: Basis.quitNotification, until: nil)
    }
    guard day < delay.firstLawfulDay else { return nil }
    return PublicProtection(
      text: "le délai de deux mois du commandement de quitter les lieux court encore.",
      article: Basis.quitDelay, until: delay.due)
  }

  /// The public protections that hold on that day, the longest first.
  func publicProtections(on day: Day) throws -> [PublicProtection] {
    var found: [PublicProtection] = []
    if let running = try quitDelayRunning(on: day) { found.append(running) }
    if let truce = rules.calendar.truce(on: day) {
      found.append(
        PublicProtection(
          text: "la trêve hivernale est en cours.", article: Basis.truce, until: truce.end))
    }
    if let end = file.jexDelaysEnd, end >= day {
      found.append(
        PublicProtection(
          text: "les délais du juge de l'exécution sont en cours.",
          article: Basis.executionDelays, until: end))
    }
    if let index = file.latest(.ruling),
      case .ruling(.expulsionAvecDelais, _, _, let end?) = file.acts[index].content, end >= day
    {
      found.append(
        PublicProtection(
          text: "les délais accordés par la décision d'expulsion sont en cours.",
          article: Basis.executionDelays, until: end))
    }
    // A protection whose last day is not known yet outlasts them all.
    return found.sorted { left, right in
      guard let leftEnd = left.until else { return right.until != nil }
      return right.until.map { leftEnd > $0 } ?? false
    }
  }
}
