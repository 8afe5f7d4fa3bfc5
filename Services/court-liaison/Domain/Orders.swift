import Casework
public import Contracts
import LegalCalendar
public import Vocabulary

/// What the saga had court-liaison do, and when for the first time: it goes on the card of an
/// eviction.
public struct CourtStep: Sendable, Hashable {
  public let order: Order
  /// The first day.
  public let day: Day

  public init(order: Order, day: Day) {
    self.order = order
    self.day = day
  }
}

extension CourtFile {
  /// Notes an order: one step each, with its first day, whatever the order in which they come.
  mutating func note(_ order: Order, on day: Day) {
    let first = min(day, self.day(of: order) ?? day)
    steps.removeAll { $0.order == order }
    steps.append(CourtStep(order: order, day: first))
    steps.sort { $0.order.rawValue < $1.order.rawValue }
  }

  /// The first day on which the saga gave that order.
  func day(of order: Order) -> Day? { steps.first { $0.order == order }?.day }
}

// What the saga asks court-liaison to say, and to whom.

extension CourtContext {
  mutating func tellIrregularEviction(_ command: Command) throws {
    try tell(
      .expulsionIrreguliere, to: .prefecture,
      "Une expulsion est signalée alors qu'une protection était en cours : vérifiez-la et donnez la"
        + " suite qui convient. " + command.because, article: CourtBasis.execution)
  }

  mutating func tellDALO(_ command: Command) throws {
    try tell(
      .daloPrioritaire, to: .prefecture,
      "Le ménage est reconnu prioritaire DALO : son relogement doit précéder tout concours de la"
        + " force publique. " + command.because,
      article: CourtBasis.daloBeforePolice, due: command.until)
  }

  mutating func askForReview(_ command: Command) throws {
    try tell(
      .dossierARevoir, to: .prefecture,
      "Le dossier demande l'examen de la commission : " + command.because,
      article: CourtBasis.review, due: command.until)
  }

  /// Time alone closes no dossier: a person decides, and is asked again until one does.
  mutating func proposeClosure(_ command: Command) throws {
    try tell(
      .clotureADecider, to: .ccapex,
      "Rien n'est plus attendu dans ce dossier. Décidez de sa clôture (événement dossier.cloture, avec"
        + " son motif), ou faites savoir ce qui doit encore être suivi : sans décision, le dossier"
        + " reste ouvert. " + command.because, article: CourtBasis.closure)
  }

  /// Told already, to the préfet and to the huissier, where the acts alone showed it.
  mutating func tellPremature(_ command: Command) throws {
    if let index = file.latest(.policeAidRequest) {
      guard file.acts[index].told.insert(.premature).inserted else { return }
    }
    try tell(
      .protectionEnCours, to: .prefecture,
      "La demande de concours est prématurée : le délai pour quitter les lieux n'est pas écoulé. "
        + command.because, article: CourtBasis.execution, due: command.until)
  }

  mutating func escalate(_ command: Command) throws {
    try tell(
      .dossierARevoir, to: .ccapex,
      "Le dossier est porté devant la CCAPEX centrale : " + command.because,
      article: CourtBasis.review)
  }

  /// Presence at the hearing improves the chance to stay (instruction § 2.1). Nobody is invited to
  /// one for a dwelling that he has left.
  mutating func informTenant(_ command: Command) throws {
    try invite(to: command.hearing ?? file.nextHearing)
  }

  /// The place or the hour of a hearing became known after the household was invited to it.
  mutating func inviteAgain(to hearing: Day) throws {
    guard file.day(of: .informTenantOfHearing) != nil, file.nextHearing == hearing else { return }
    try invite(to: hearing)
  }

  private mutating func invite(to hearing: Day?) throws {
    guard !file.isVacated else { return }
    if let hearing, hearing < today { return }
    let isPlaced = hearing.flatMap(file.place)?.heure != nil
    let proof = hearing.map(mustProveRent) ?? false
    try tell(
      .audienceInformation, to: .menage,
      "Une audience est fixée : présentez-vous ou faites-vous représenter, l'aide juridictionnelle"
        + " peut vous être accordée ; apportez les justificatifs de vos ressources et de vos"
        + " paiements."
        + (proof
          ? " Le juge n'accorde de délais que si le loyer courant est payé en entier avant l'audience :"
            + " apportez-en la preuve et demandez la suspension de la clause résolutoire." : "")
        + (isOfferDue
          ? " Le congé est sans effet si aucun relogement ne vous est offert : dites-le au juge."
          : "")
        + (isPlaced ? "" : " L'assignation ou la convocation en dit le lieu et l'heure."),
      article: CourtBasis.hearingInformation, hearing: hearing)
    try tell(
      .audienceInformation, to: .serviceSocial,
      "Une audience est fixée : incitez le ménage à s'y présenter, par lettre, message et téléphone, et"
        + " aidez-le à demander l'aide juridictionnelle."
        + (proof ? " Réunissez la preuve que le loyer courant est repris." : "")
        + (isPlaced ? "" : " Vérifiez avec lui le lieu et l'heure, qui ne sont pas connus ici."),
      article: CourtBasis.hearingInformation, hearing: hearing)
  }

  /// Since 29 July 2023 delays suppose that the full current rent was paid again before the hearing
  /// (loi 89-462 art. 24 V), for a claim of rent debt.
  private func mustProveRent(before hearing: Day) -> Bool {
    guard let rule = version(of: .jugeDelais, on: hearing), rule.article.contains("VII") else {
      return false
    }
    return file.summons != nil && file.regime.hasArticle24
  }

  /// Of one hearing the court reads the same measures once, however many orders say them.
  mutating func tellCourt(_ command: Command) throws {
    let hearing = command.hearing ?? file.nextHearing
    let told = "\(hearing?.description ?? "sans audience") \(command.because)"
    guard told != file.courtTold else { return }
    file.courtTold = told
    try tell(
      .mesuresEnCours, to: .tribunal,
      "Mesures en cours en faveur du ménage : " + command.because, article: CourtBasis.court,
      hearing: hearing)
  }

  /// Only the tenant may ask: he is told how, and the social service helps him. Where the decision
  /// excludes delays, nobody is sent to a judge in vain.
  mutating func askForTime(_ command: Command) throws {
    guard !file.isVacated else { return }
    let isExecuted = file.latest(.quitOrder) != nil
    let hearing = command.hearing ?? (isExecuted ? nil : file.nextHearing)
    let judged = (isExecuted ? file.ruling?.on : hearing) ?? today
    guard let (wish, article) = timeToAsk(isExecuted: isExecuted, on: judged) else {
      return try tell(
        .delaisADemander, to: .serviceSocial, excludedTime + command.because,
        article: CourtBasis.executionDelays)
    }
    let text = wish + command.because
    // A judge who has heard the case is asked for nothing, nor anybody for a day that has passed.
    if let last = hearing ?? command.until, last < today { return }
    try tell(
      .delaisADemander, to: .menage, text, article: article, due: command.until, hearing: hearing)
    try tell(
      .delaisADemander, to: .serviceSocial, text, article: article, due: command.until,
      hearing: hearing)
  }

  /// What may be asked of the judge, and by which text: time to pay for a debt, time to leave for
  /// any other motive and after the title; `nil` where the decision excludes it, or the law of the
  /// day on which he judges.
  private func timeToAsk(isExecuted: Bool, on day: Day) -> (wish: String, article: String)? {
    let regime = file.regime
    guard !isExecuted else {
      return isTimeExcluded || excludesTime(regime, on: day)
        ? nil
        : (
          "Demandez au juge de l'exécution des délais pour quitter les lieux : ",
          CourtBasis.executionDelays
        )
    }
    if let article = regime.clauseDelays {
      return (
        "Demandez au juge des délais de paiement et la suspension de la clause résolutoire : ",
        article
      )
    }
    if regime.isForDebt, let rule = version(of: .jugeGrace, on: day) {
      return ("Demandez au juge des délais de paiement, de deux ans au plus : ", rule.article)
    }
    return excludesTime(regime, on: day)
      ? nil
      : (
        "Demandez au juge, s'il ordonne l'expulsion, des délais pour quitter les lieux : ",
        CourtBasis.executionDelays
      )
  }

  /// Whether the claim itself excludes time to leave, by the law of the day of the judgment.
  private func excludesTime(_ regime: Regime, on day: Day) -> Bool {
    switch regime.exclusion {
    case .unlawfulEntry: version(of: .delaisEntreeIllicite, on: day) != nil
    case .reprise: true
    case nil: false
    }
  }

  /// What the social service hears where nobody is sent to the judge. Of a congé under the law of
  /// 1948 Amont does not know whether it is the reprise that excludes delays: a person looks.
  private var excludedTime: String {
    let search = "cherchez dès à présent un relogement ou un hébergement. "
    guard !isTimeExcluded, file.regime.exclusion == .reprise else {
      return "Aucun délai ne peut être demandé au juge : " + search
    }
    return "Aucun délai ne peut être demandé au juge si le congé est une reprise de l'article 19 de"
      + " la loi du 1er septembre 1948 : vérifiez-le, sinon aidez le ménage à en demander ; "
      + search
  }

  /// The préfet reads the reason; the huissier only reads of what he knows from acts or from the
  /// calendar. A DALO right or a surendettement is not his to know from us.
  mutating func tellProtection(_ command: Command) throws {
    try tell(
      .protectionEnCours, to: .prefecture,
      "Aucune expulsion n'est possible : une protection est en cours. " + command.because,
      article: CourtBasis.execution, due: command.until)
    guard let protection = try publicProtections(on: command.on).first else { return }
    for destination in huissier + policeAsked {
      try tell(
        .protectionEnCours, to: destination,
        "Aucune expulsion n'est possible : " + protection.text, article: protection.article,
        due: protection.until)
    }
  }

  /// Police and gendarmerie, once the concours was granted and while nobody has left.
  private var policeAsked: [Destination] {
    guard !file.isVacated, let index = file.latest(.policeAidDecision),
      case .policeAidDecision(isGranted: true, _, _) = file.acts[index].content
    else { return [] }
    return [.kind(.forcesOrdre)]
  }

  /// A plan, an aid under way: the préfet weighs them, and the State answers for what he refuses.
  /// They do not make an eviction irregular.
  mutating func tellObligation(_ command: Command) throws {
    try tell(
      .mesuresEnCours, to: .prefecture,
      "Une mesure en faveur du ménage est en cours : elle n'interdit pas l'expulsion, mais tenez-en"
        + " compte avant toute décision sur le concours de la force publique. " + command.because,
      article: CourtBasis.execution)
  }

  /// Who prepares something in the dwelling does so for nothing once the household has left:
  /// whoever is at work hears of it, save who told it.
  mutating func tellDeparture(_ command: Command) throws {
    let departure = file.latest(.departure).map { file.acts[$0] }
    var readers: [Destination] = []
    if departure == nil, let hearing = file.nextHearing, hearing >= today {
      readers.append(.kind(.tribunal))
    }
    let isExecuted = file.latest(.quitOrder) != nil || file.latest(.policeAidRequest) != nil
    if isExecuted { readers.append(.kind(.prefecture)) }
    if let index = file.latest(.policeAidDecision),
      case .policeAidDecision(isGranted: true, _, _) = file.acts[index].content
    {
      readers.append(.kind(.forcesOrdre))
    }
    let parties = [file.huissier, file.bailleur].compactMap(\.self)
    readers += parties.filter { $0 != departure?.sender }.map { .user($0) }
    for reader in readers {
      try tell(
        .departSignale, to: reader,
        departure == nil
          ? "Le ménage ne serait plus dans le logement : vérifiez-le avant tout acte ou toute visite."
          : "Le ménage a quitté le logement : ce que vous y prépariez est sans objet.",
        article: CourtBasis.departure)
    }
  }

  /// One card an eviction, however often it is asked. The instruction (§ 3.2) speaks of occupants
  /// in good faith: where a judge found bad faith there is none.
  mutating func recordPostMortem(_ command: Command) throws {
    let evictedOn = file.day(of: .eviction)
    let isBadFaith = file.ruling?.content.findings.contains(.badFaith) ?? false
    guard !isBadFaith, !file.postMortems.contains(where: { $0.evictedOn == evictedOn }) else {
      return
    }
    file.postMortems.append(
      PostMortem(
        recordedOn: today, evictedOn: evictedOn, reason: command.because, stages: file.stages,
        isTenantHeard: file.isTenantHeard))
    try tell(
      .retourExperience, to: .prefecture,
      "L'expulsion est le signe d'une faille du dispositif : identifiez-la pour la révision annuelle"
        + " de la Charte. " + command.because, article: CourtBasis.execution)
  }

  /// Who goes on for a debt that is paid does so for nothing: landlord, huissier and court are
  /// told.
  mutating func tellDebtCleared(_ command: Command) throws {
    let text = "La dette locative est soldée : la procédure peut être devenue sans objet."
    for user in [file.huissier, file.bailleur].compactMap(\.self) {
      try tell(.mesuresEnCours, to: .user(user), text, article: CourtBasis.court)
    }
    try tell(
      .mesuresEnCours, to: .tribunal, text, article: CourtBasis.court,
      hearing: command.hearing ?? file.nextHearing)
  }

  /// Creditors learn that the follow-up ends, never why.
  mutating func close(_ command: Command) throws {
    guard file.closedOn == nil else { return }
    file.closedOn = command.on
    disarmOccupation()
    for user in [file.huissier, file.bailleur].compactMap(\.self) {
      try tell(
        .procedureClose, to: .user(user),
        "Le suivi du dossier est clos : suspendez tout acte devenu sans objet, et signalez-nous tout"
          + " acte nouveau.", article: CourtBasis.review)
    }
    for police in policeAsked {
      try tell(
        .procedureClose, to: police,
        "Le suivi du dossier est clos : voyez avec le préfet si le concours accordé garde un objet.",
        article: CourtBasis.review)
    }
    try tell(
      .procedureClose, to: .prefecture, "Le suivi du dossier est clos : " + command.because,
      article: CourtBasis.review)
  }
}
