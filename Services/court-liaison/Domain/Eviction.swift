import Casework
import Contracts
import LegalCalendar
import Vocabulary

// The eviction and its furniture, or the departure.

extension CourtContext {
  mutating func receive(_ act: ExecutionExpulsion, from sender: String) throws {
    let content = ActContent.eviction(
      withPoliceAid: act.concours ?? true, hasFurniture: act.meubles)
    guard act.conjoint_violent != true else {
      return setApart(content, on: act.date, from: sender)
    }
    let arrival = try enter(content, on: act.date, from: sender) { known, said in
      guard case .eviction(let was, let before) = known, case .eviction(let isNow, let after) = said
      else { return nil }
      return .eviction(withPoliceAid: was && isNow, hasFurniture: after ?? before)
    }
    switch arrival {
    case .known, .amended, .late, .contested, .refused: return
    // An eviction is reported whatever else is known: it must never pass unseen.
    case .current(let index), .past(let index):
      try report(
        .evictionReported, on: act.date, "L'expulsion est exécutée : procès-verbal dressé.",
        article: CourtBasis.eviction)
      disarmOccupation()
      try checkEviction(index)
      try restoreRights()
      try sendRecord(of: act.date)
      if act.meubles != false { try announceFurniture(on: act.date) }
    }
  }

  /// No measure of execution on a Sunday or a public holiday, and no force publique without the
  /// préfet.
  private mutating func checkEviction(_ index: Int) throws {
    let act = file.acts[index]
    guard case .eviction(let withPoliceAid, _) = act.content else { return }
    if !rules.calendar.allowsService(on: act.date) {
      try tellOnce(
        .forbiddenDay, ofActAt: index,
        "L'expulsion est datée d'un dimanche ou d'un jour férié, où aucune mesure d'exécution n'est"
          + " permise : vérifiez-la.", article: CourtBasis.allowedDays, code: .expulsionIrreguliere)
    }
    let isGranted = file.counted.contains {
      guard case .policeAidDecision(true, _, _) = $0.content else { return false }
      return $0.date <= act.date
    }
    guard withPoliceAid, !isGranted else { return }
    try tellOnce(
      .withoutPoliceAid, ofActAt: index,
      "Une expulsion avec la force publique est signalée sans qu'aucun accord du concours soit connu :"
        + " vérifiez-la.", article: CourtBasis.policeAidRefusal)
  }

  /// Since 29 July 2023 a copy of the record goes to the préfet and to the CCAPEX (CPCE L431-3).
  private mutating func sendRecord(of day: Day) throws {
    guard let rule = version(of: .expulsionPV, on: day) else { return }
    for kind in [PartnerKind.prefecture, .ccapex] {
      try tell(
        .pvExpulsion, to: kind,
        "Un procès-verbal d'expulsion est dressé : sa copie vous est due.", article: rule.article)
    }
  }

  /// How long the household may fetch what it left, and contest that it is worth nothing (R433-1).
  private mutating func announceFurniture(on day: Day) throws {
    let removal = try rules.calendar.deadline(.meubles, origin: day, decidedBy: day)
    let contest = try version(of: .meublesContestation, on: day).map {
      try rules.calendar.deadline($0, origin: day)
    }
    arm(.furniture, removal)
    if let contest { arm(.furnitureContest, contest) }
    let text =
      "Des meubles peuvent être retirés pendant \(removal.delay)"
      + (contest.map { " ; l'absence de valeur marchande se conteste jusqu'au \($0.due)." } ?? ".")
    try tell(.meublesARetirer, to: .menage, text, article: removal.article, due: removal.due)
    try tell(
      .meublesARetirer, to: .serviceSocial, text, article: removal.article,
      due: removal.due)
  }

  mutating func receive(_ act: ExecutionReprise, from sender: String) throws {
    let content = ActContent.departure(withKeys: act.cles ?? false)
    switch try enter(content, on: act.date, from: sender, merge: { known, _ in known }) {
    case .known, .amended, .late, .past, .contested, .refused: return
    case .current: break
    }
    disarmOccupation()
    guard act.cles == true, file.ruling == nil else {
      return try report(
        .departed, on: act.date, "Le ménage a quitté les lieux : procès-verbal de reprise.",
        article: CourtBasis.departure)
    }
    // SC45: the dwelling is free, the debt is not paid.
    try report(
      .keysReturned, on: act.date,
      "Les clés sont rendues avant le jugement : la demande d'expulsion est sans objet, la demande en"
        + " paiement demeure.", article: CourtBasis.departure)
    guard let hearing = file.nextHearing, hearing >= act.date else { return }
    try tell(
      .mesuresEnCours, to: .tribunal,
      "Les clés du logement sont rendues : la demande d'expulsion est sans objet, la demande en"
        + " paiement demeure.", article: CourtBasis.departure, hearing: hearing)
  }
}
