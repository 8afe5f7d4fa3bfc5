import Contracts
import LegalCalendar
import Vocabulary

// What the saga asks court-liaison to say, and to whom.

extension CourtWork {
  mutating func obey(_ command: Command) throws {
    switch command.order {
    case .informTenantOfHearing: try informTenant(command)
    case .tellCourtOfMeasures: try tellCourt(command)
    case .askCourtForTime: try askForTime(command)
    case .tellPrefetProtection: try tellProtection(command)
    case .tellPrefetDALO:
      try tell(
        .daloPrioritaire, to: .kind(.prefecture),
        "Le ménage est reconnu prioritaire DALO : son relogement doit précéder tout concours de la"
          + " force publique. " + command.because,
        article: Basis.daloBeforePolice, due: command.until)
    case .tellPrefetIrregularEviction:
      try tell(
        .expulsionIrreguliere, to: .kind(.prefecture),
        "Une expulsion est signalée alors qu'une protection était en cours : vérifiez-la et donnez la"
          + " suite qui convient. " + command.because, article: Basis.execution)
    case .askForReview:
      try tell(
        .dossierARevoir, to: .kind(.prefecture),
        "Le dossier demande l'examen de la commission : " + command.because,
        article: Basis.review, due: command.until)
    case .recordPostMortem: try recordPostMortem(command)
    case .closeCourtFile: try close(command)
    case .tellDebtCleared: try tellDebtCleared(command)
    case .tellPrematureRequest:
      try tell(
        .protectionEnCours, to: .kind(.prefecture),
        "La demande de concours est prématurée : le délai pour quitter les lieux n'est pas écoulé. "
          + command.because, article: Basis.execution, due: command.until)
    case .escalateToCentral: try escalate(command)
    case .proposeInterview, .prepareDSF, .updateDSF, .escalateContact, .followUp, .stopContact,
      .openSettlement, .openUrgentSettlement, .keepScheduleAlive, .stopSettlement, .openRehousing,
      .raiseRehousingPriority, .openAccommodation, .stopRehousing:
      decision = .quarantine("ordre d'un autre service")
    }
  }

  private mutating func escalate(_ command: Command) throws {
    try tell(
      .dossierARevoir, to: .kind(.ccapex),
      "Le dossier est porté devant la CCAPEX centrale : " + command.because, article: Basis.review)
  }

  /// Presence at the hearing improves the chance to stay (instruction § 2.1).
  private mutating func informTenant(_ command: Command) throws {
    let hearing = command.hearing ?? file.nextHearing
    try tell(
      .audienceInformation, to: .kind(.menage),
      "Une audience est fixée : présentez-vous ou faites-vous représenter, l'aide juridictionnelle"
        + " peut vous être accordée ; apportez les justificatifs de vos ressources et de vos"
        + " paiements.",
      article: Basis.hearingInformation, hearing: hearing)
    try tell(
      .audienceInformation, to: .kind(.serviceSocial),
      "Une audience est fixée : incitez le ménage à s'y présenter et aidez-le à demander l'aide"
        + " juridictionnelle.",
      article: Basis.hearingInformation, hearing: hearing)
  }

  private mutating func tellCourt(_ command: Command) throws {
    try tell(
      .mesuresEnCours, to: .kind(.tribunal),
      "Mesures en cours en faveur du ménage : " + command.because, article: Basis.court,
      hearing: command.hearing ?? file.nextHearing)
  }

  /// Only the tenant may ask: he is told how, and the social service helps him.
  private mutating func askForTime(_ command: Command) throws {
    let isExecuted = file.latest(.quitOrder) != nil
    let text =
      isExecuted
      ? "Demandez au juge de l'exécution des délais pour quitter les lieux : "
      : "Demandez au juge des délais de paiement et la suspension de la clause résolutoire : "
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .delaisADemander, to: .kind(kind), text + command.because,
        article: isExecuted ? Basis.executionDelays : Basis.delays, due: command.until,
        hearing: command.hearing ?? (isExecuted ? nil : file.nextHearing))
    }
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

  /// One card an eviction, however often it is asked.
  private mutating func recordPostMortem(_ command: Command) throws {
    let evictedOn = file.day(of: .eviction)
    guard !file.postMortems.contains(where: { $0.evictedOn == evictedOn }) else { return }
    let presences = file.hearings.compactMap { hearing -> Bool? in
      guard case .held(let isPresent) = hearing.state else { return nil }
      return isPresent
    }
    file.postMortems.append(
      PostMortem(
        recordedOn: today, evictedOn: evictedOn, reason: command.because,
        summonedOn: file.day(of: .summons), ruledOn: file.day(of: .ruling),
        quitOrderOn: file.day(of: .quitOrder), policeAidOn: file.day(of: .policeAidDecision),
        isTenantHeard: presences.isEmpty ? nil : presences.contains(true)))
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
