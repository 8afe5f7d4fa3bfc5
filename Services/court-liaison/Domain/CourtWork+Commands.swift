import Contracts
import LegalCalendar
import Vocabulary

// What the saga asks court-liaison to say, and to whom.

extension CourtWork {
  mutating func obey(_ command: Command) throws {
    if command.order.service == .courtLiaison { file.note(command.order, on: command.on) }
    switch command.order {
    case .informTenantOfHearing: try informTenant(command)
    case .tellCourtOfMeasures: try tellCourt(command)
    case .askCourtForTime: try askForTime(command)
    case .tellPrefetProtection: try tellProtection(command)
    case .tellPrefetDALO: try tellDALO(command)
    case .tellPrefetIrregularEviction:
      try tell(
        .expulsionIrreguliere, to: .kind(.prefecture),
        "Une expulsion est signalée alors qu'une protection était en cours : vérifiez-la et donnez la"
          + " suite qui convient. " + command.because, article: Basis.execution)
    case .askForReview: try askForReview(command)
    case .recordPostMortem: try recordPostMortem(command)
    case .closeCourtFile: try close(command)
    case .tellDebtCleared: try tellDebtCleared(command)
    case .tellPrematureRequest: try tellPremature(command)
    case .escalateToCentral: try escalate(command)
    case .informHousehold, .proposeInterview, .prepareDSF, .updateDSF, .escalateContact, .followUp,
      .stopContact,
      .openSettlement, .openUrgentSettlement, .keepScheduleAlive, .stopSettlement, .openRehousing,
      .raiseRehousingPriority, .openAccommodation, .stopRehousing:
      decision = .quarantine("ordre d'un autre service")
    }
  }

  private mutating func tellDALO(_ command: Command) throws {
    try tell(
      .daloPrioritaire, to: .kind(.prefecture),
      "Le ménage est reconnu prioritaire DALO : son relogement doit précéder tout concours de la"
        + " force publique. " + command.because,
      article: Basis.daloBeforePolice, due: command.until)
  }

  private mutating func askForReview(_ command: Command) throws {
    try tell(
      .dossierARevoir, to: .kind(.prefecture),
      "Le dossier demande l'examen de la commission : " + command.because,
      article: Basis.review, due: command.until)
  }

  /// Told already, to the préfet and to the huissier, where the acts alone showed it.
  private mutating func tellPremature(_ command: Command) throws {
    if let index = file.latest(.policeAidRequest) {
      guard file.acts[index].told.insert(.premature).inserted else { return }
    }
    try tell(
      .protectionEnCours, to: .kind(.prefecture),
      "La demande de concours est prématurée : le délai pour quitter les lieux n'est pas écoulé. "
        + command.because, article: Basis.execution, due: command.until)
  }

  private mutating func escalate(_ command: Command) throws {
    try tell(
      .dossierARevoir, to: .kind(.ccapex),
      "Le dossier est porté devant la CCAPEX centrale : " + command.because, article: Basis.review)
  }

  /// Presence at the hearing improves the chance to stay (instruction § 2.1). Nobody is invited to one
  /// for a dwelling that he has left.
  private mutating func informTenant(_ command: Command) throws {
    guard !file.isVacated else { return }
    let hearing = command.hearing ?? file.nextHearing
    if let hearing, hearing < today { return }
    let proof = hearing.map(mustProveRent) ?? false
    try tellHousehold(
      .audienceInformation,
      "Une audience est fixée : présentez-vous ou faites-vous représenter, l'aide juridictionnelle"
        + " peut vous être accordée ; apportez les justificatifs de vos ressources et de vos"
        + " paiements."
        + (proof
          ? " Le juge n'accorde de délais que si le loyer courant est payé en entier avant l'audience :"
            + " apportez-en la preuve et demandez la suspension de la clause résolutoire." : ""),
      article: Basis.hearingInformation, hearing: hearing)
    try tell(
      .audienceInformation, to: .kind(.serviceSocial),
      "Une audience est fixée : incitez le ménage à s'y présenter, par lettre, message et téléphone, et"
        + " aidez-le à demander l'aide juridictionnelle."
        + (proof ? " Réunissez la preuve que le loyer courant est repris." : ""),
      article: Basis.hearingInformation, hearing: hearing)
  }

  /// Since 29 July 2023 delays suppose that the full current rent was paid again before the hearing
  /// (loi 89-462 art. 24 V), for a claim of rent debt.
  private func mustProveRent(before hearing: Day) -> Bool {
    guard let rule = version(of: .jugeDelais, on: hearing), rule.article.contains("VII"),
      let index = file.latest(.summons), case .summons(let summons) = file.acts[index].content
    else { return false }
    return summons.isForDebt
  }

  private mutating func tellCourt(_ command: Command) throws {
    try tell(
      .mesuresEnCours, to: .kind(.tribunal),
      "Mesures en cours en faveur du ménage : " + command.because, article: Basis.court,
      hearing: command.hearing ?? file.nextHearing)
  }

  /// Only the tenant may ask: he is told how, and the social service helps him. Where the decision
  /// excludes delays, nobody is sent to a judge in vain.
  private mutating func askForTime(_ command: Command) throws {
    guard !file.isVacated else { return }
    let isExecuted = file.latest(.quitOrder) != nil
    guard !isExecuted || !isTimeExcluded else {
      return try tell(
        .delaisADemander, to: .kind(.serviceSocial),
        "La décision exclut les délais du juge de l'exécution : cherchez dès à présent un relogement ou"
          + " un hébergement. " + command.because, article: Basis.executionDelays)
    }
    let text =
      (isExecuted
        ? "Demandez au juge de l'exécution des délais pour quitter les lieux : "
        : "Demandez au juge des délais de paiement et la suspension de la clause résolutoire : ")
      + command.because
    let article = isExecuted ? Basis.executionDelays : Basis.delays
    let hearing = command.hearing ?? (isExecuted ? nil : file.nextHearing)
    try tellHousehold(
      .delaisADemander, text, article: article, due: command.until, hearing: hearing)
    try tell(
      .delaisADemander, to: .kind(.serviceSocial), text, article: article, due: command.until,
      hearing: hearing)
  }

  /// The préfet reads the reason; the huissier only reads of what he knows from acts or from the
  /// calendar. A DALO right or a surendettement is not his to know from us.
  private mutating func tellProtection(_ command: Command) throws {
    try tell(
      .protectionEnCours, to: .kind(.prefecture),
      "Aucune expulsion n'est possible : une protection est en cours. " + command.because,
      article: Basis.execution, due: command.until)
    guard let huissier = file.huissier,
      let protection = try publicProtections(on: command.on).first
    else { return }
    try tell(
      .protectionEnCours, to: .user(huissier),
      "Aucune expulsion n'est possible : " + protection.text, article: protection.article,
      due: protection.until)
  }

  /// One card an eviction, however often it is asked. The instruction (§ 3.2) speaks of occupants in
  /// good faith: where a judge found bad faith there is none.
  private mutating func recordPostMortem(_ command: Command) throws {
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
      .retourExperience, to: .kind(.prefecture),
      "L'expulsion est le signe d'une faille du dispositif : identifiez-la pour la révision annuelle"
        + " de la Charte. " + command.because, article: Basis.execution)
  }

  /// Who goes on for a debt that is paid does so for nothing: landlord, huissier and court are told.
  private mutating func tellDebtCleared(_ command: Command) throws {
    let text = "La dette locative est soldée : la procédure peut être devenue sans objet."
    for user in [file.huissier, file.bailleur].compactMap(\.self) {
      try tell(.mesuresEnCours, to: .user(user), text, article: Basis.court)
    }
    try tell(
      .mesuresEnCours, to: .kind(.tribunal), text, article: Basis.court,
      hearing: command.hearing ?? file.nextHearing)
  }

  /// Creditors learn that the follow-up ends, never why.
  private mutating func close(_ command: Command) throws {
    guard file.closedOn == nil else { return }
    file.closedOn = command.on
    disarmOccupation()
    for user in [file.huissier, file.bailleur].compactMap(\.self) {
      try tell(
        .procedureClose, to: .user(user),
        "Le suivi du dossier est clos : suspendez tout acte devenu sans objet, et signalez-nous tout"
          + " acte nouveau.", article: Basis.review)
    }
    try tell(
      .procedureClose, to: .kind(.prefecture), "Le suivi du dossier est clos : " + command.because,
      article: Basis.review)
  }
}
