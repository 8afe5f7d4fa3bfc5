import Casework
public import Contracts
import LegalCalendar
public import Vocabulary

/// Where the contact with a household stands.
public struct Contact: Sendable, Hashable {
  public var stage: ContactStage = .none
  public var since: Day?
  /// The last day to propose the interview.
  public var due: Day?
  /// The day on which an interview was first proposed to the household.
  public var proposedOn: Day?
  /// How many times the bodies in charge were reminded at this stage.
  public var reminders = 0
}

/// One attempt to meet a household.
public struct ContactAttempt: Sendable, Hashable {
  public let on: Day
  public let channel: ContactResultat.Canal
  public let result: ContactResultat.Resultat

  public init(on day: Day, channel: ContactResultat.Canal, result: ContactResultat.Resultat) {
    self.on = day
    self.channel = channel
    self.result = result
  }

  /// Whether the household was not met.
  public var hasFailed: Bool {
    switch result {
    case .rencontre: false
    case .sansReponse, .refus, .parti: true
    }
  }
}

/// The stages of a contact.
public enum ContactStage: String, CaseIterable, Sendable {
  /// Nobody asked for it.
  case none
  /// An interview must be proposed.
  case proposed
  case met
  /// It could not be met, in spite of two documented attempts.
  case notFound = "not-found"
  case stopped
}

// From the first proposal of an interview to the meeting, or to the carence.

extension DiagnosisContext {
  /// Intake opened the dossier or learnt more of it: whoever is looking for the household is told.
  mutating func learn(_ opened: DossierOpened) throws {
    let before = file.identification
    if let tenants = opened.menage?.locataires, !tenants.isEmpty {
      file.tenants = Array(tenants.prefix(DiagnosisFile.mostTenants))
    }
    file.dwelling = opened.menage?.logement ?? file.dwelling
    file.bailleur = opened.bailleur ?? file.bailleur
    file.huissier = opened.huissier ?? file.huissier
    guard file.contact.stage == .proposed, file.identification != before else { return }
    try tell(
      .contactAProposer, to: .serviceSocial,
      "Les coordonnées du ménage sont complétées : proposez-lui l'entretien avant l'échéance.",
      article: DiagnosisBasis.contact, due: dueAhead, hearing: file.dsf.hearing)
  }

  /// Below the threshold of the arrêté nobody is hurried: the household is told where to find help.
  mutating func informHousehold() throws {
    guard file.contact.stage == .none || file.contact.stage == .stopped else { return }
    try tell(
      .contactAProposer, to: .serviceSocial,
      "Simple information, sous le seuil de l'arrêté : faites savoir au ménage où trouver conseil et"
        + " aide. Aucun délai ne vous est fixé.", article: DiagnosisBasis.threshold)
    try tellAntenne(
      "Simple information, sous le seuil de l'arrêté : le ménage peut venir à votre permanence.",
      article: DiagnosisBasis.threshold)
  }

  /// Has an interview proposed. Before the assignation no law gives a delay: the Charte does.
  mutating func proposeInterview(_ command: Command) throws {
    guard file.contact.stage != .met else { return try awaitDiagnosis() }
    guard !isContactRunning else { return }
    let deadline = try deadline(
      .contactProposition, origin: command.on, decidedBy: command.on, otherwise: .workingDays(10))
    try openContact(
      until: deadline, on: command.on,
      "Proposez au ménage un entretien avec un service sociojuridique avant l'échéance, puis dites"
        + " ce qu'il en est.", article: DiagnosisBasis.contact)
  }

  /// The landlord gave up: the household is not left alone for that (instruction § 2.1).
  mutating func followUp(_ command: Command) throws {
    try tell(
      .contactAProposer, to: .serviceSocial,
      "La demande du bailleur est éteinte : poursuivez l'accompagnement du ménage. "
        + command.because, article: DiagnosisBasis.contact, due: command.until)
    try callOffDSF(on: command.on)
  }

  /// Whether an interview is asked for and its delay is not over. Reminders are no such delay: a
  /// new stage of the procedure asks anew.
  var isContactRunning: Bool {
    file.contact.stage == .proposed && file.contact.reminders == 0
      && file.contact.due.map { $0 >= today } ?? false
  }

  /// The antenne of the territory, run by the ADIL: its permanence, and the legal half of the
  /// diagnosis (instruction § 2.1).
  private mutating func tellAntenne(_ text: String, article: String) throws {
    try tell(
      .contactAProposer, to: .antenne, text, article: article, due: dueAhead,
      hearing: file.dsf.hearing)
  }

  /// The last day to propose the interview, while it lies ahead.
  var dueAhead: Day? { file.contact.due.flatMap { $0 >= today ? $0 : nil } }

  /// Opens the contact, or gives an open one its new last day. Of an act that comes so late that
  /// the delay is over nobody is asked with a day that has passed: the end of the delay asks with
  /// one of its own, where no later stage of the procedure has made that useless.
  mutating func openContact(
    until deadline: Deadline, on day: Day, _ text: String, article: String
  ) throws {
    let wasOpen = file.contact.stage == .proposed
    file.contact = Contact(stage: .proposed, since: day, due: deadline.due)
    arm(.interview, deadline)
    if deadline.due >= today {
      try tell(
        .contactAProposer, to: .serviceSocial, text, article: article, due: deadline.due,
        hearing: file.dsf.hearing)
      if !wasOpen { try inviteToPermanence(article: article) }
    }
    guard !wasOpen else { return }
    try report(
      .interviewProposed, on: day,
      "Le service social est chargé de proposer un entretien au ménage.", article: article,
      until: deadline.due)
  }

  /// A diagnosis is expected of a household that was met and has none.
  func isDiagnosisAwaited() -> Bool { file.contact.stage == .met && !file.isDiagnosed }

  private mutating func awaitDiagnosis() throws {
    guard isDiagnosisAwaited() else { return }
    file.contact.reminders = 0
    let due = try arm(.diagnosis, after: .days(rules.charter.diagnosisDays))
    try tell(
      .contactEnRetard, to: .serviceSocial,
      "Le ménage a été rencontré : établissez son diagnostic avant l'échéance.",
      article: DiagnosisBasis.diagnosis, due: due)
  }

  /// What came of an attempt. Said twice, it is one attempt.
  mutating func receive(_ result: ContactResultat) throws {
    let attempt = ContactAttempt(on: result.date, channel: result.canal, result: result.resultat)
    guard keep(attempt) else { return }
    if attempt.hasFailed {
      if file.isGone { try tellOfDeparture(attempt.on) }
      try noticeAbsence(after: attempt)
    } else {
      try meet(on: attempt.on)
    }
  }

  /// Who prepares something in the dwelling must know, whatever was diagnosed: the saga tells
  /// those of the procedure and of the rehousing.
  private mutating func tellOfDeparture(_ day: Day) throws {
    try report(
      .householdGone, on: day, "Le ménage ne serait plus dans le logement.",
      article: DiagnosisBasis.contact)
    if file.dsf.stage == .requested {
      try tell(
        .departSignale, to: .operateurDSF,
        "Le ménage ne serait plus dans le logement : cherchez à le joindre autrement.",
        article: DiagnosisBasis.dsf, hearing: file.dsf.hearing)
    }
    try lookFor()
  }

  /// The household seems to have left: nobody is reminded to find it there, its new address is
  /// asked for.
  private mutating func lookFor() throws {
    guard file.contact.stage != .met else { return }
    disarm(.interview)
    try tell(
      .locataireARechercher, to: .caf,
      "Le ménage ne serait plus dans le logement : dites si une autre adresse est connue.",
      article: DiagnosisBasis.contact, hearing: file.dsf.hearing)
  }

  /// Keeps an attempt in its place; `false` when it is known.
  @discardableResult
  mutating func keep(_ attempt: ContactAttempt) -> Bool {
    guard !file.attempts.contains(attempt) else { return false }
    if file.attempts.count < DiagnosisFile.mostAttempts {
      let place = file.attempts.firstIndex { $0.on > attempt.on } ?? file.attempts.endIndex
      file.attempts.insert(attempt, at: place)
    }
    return true
  }

  /// The household was met: whatever failed before has no effect any more.
  mutating func meet(on day: Day) throws {
    guard file.contact.stage != .met else { return }
    let wasStopped = file.contact.stage == .stopped
    file.contact = Contact(stage: .met, since: day)
    disarm(.interview)
    try report(
      .householdMet, on: day, "Le ménage a été rencontré par un travailleur social.",
      article: DiagnosisBasis.contact)
    if !file.isDiagnosed, !wasStopped {
      try arm(.diagnosis, after: .days(rules.charter.diagnosisDays))
    }
  }

  /// Two documented failures by different channels, one of them a letter, are a carence.
  private mutating func noticeAbsence(after attempt: ContactAttempt) throws {
    switch file.contact.stage {
    case .met, .notFound, .stopped: return
    case .none, .proposed: break
    }
    guard var day = file.absentSince else { return }
    // A contact that was opened again starts from its own attempts.
    if let since = file.contact.since, day < since { day = max(day, attempt.on) }
    file.contact = Contact(stage: .notFound, since: day)
    disarm(.interview)
    try report(
      .householdNotFound, on: day,
      "Carence : le ménage n'a pu être rencontré malgré des tentatives par lettre et par un autre"
        + " moyen.", article: DiagnosisBasis.interview)
  }

  /// The delay brought neither a meeting nor a carence: one more attempt, and the préfecture knows.
  mutating func interviewExpired(_ expired: Deadline) throws {
    guard file.contact.stage == .proposed, !file.isGone else { return }
    guard expired.due.adding(days: 1) < today else {
      return try remindOfInterview(telling: [.serviceSocial, .prefecture])
    }
    try proposeLate()
  }

  /// The act was known only once its delay was over: nobody is late yet. Nor is an interview asked
  /// for before a hearing that was held meanwhile.
  private mutating func proposeLate() throws {
    let since = file.contact.since ?? today
    guard !file.hearings.contains(where: { $0.on >= since && ($0.isHeld || $0.on < today) }) else {
      return
    }
    let due = try arm(.interview, after: .days(rules.charter.retryDays))
    file.contact.due = due
    try tell(
      .contactAProposer, to: .serviceSocial,
      "Un acte est parvenu tard : proposez au ménage un entretien avant l'échéance, puis dites ce"
        + " qu'il en est.", article: DiagnosisBasis.contact, due: due, hearing: file.dsf.hearing)
    try inviteToPermanence(article: DiagnosisBasis.contact)
  }

  private mutating func inviteToPermanence(article: String) throws {
    try tellAntenne(
      "Un ménage est menacé d'expulsion : proposez-lui votre permanence la plus proche et la part"
        + " juridique du diagnostic, avec le service social.", article: article)
  }

  private mutating func remindOfInterview(telling kinds: [PartnerKind]) throws {
    let pause = ReminderPace.days(
      first: rules.charter.retryDays, after: file.contact.reminders)
    file.contact.reminders += 1
    let due = try arm(.interview, after: .days(pause))
    file.contact.due = due
    for kind in kinds {
      let text =
        mustTry(kind)
        ? "Aucune rencontre avec le ménage n'est connue : tentez un nouveau contact, par un autre"
          + " moyen et par lettre, avant l'échéance."
        : "L'entretien avec le ménage est en retard : veillez à ce que le service social le propose."
      try tell(
        .contactEnRetard, to: kind, text, article: DiagnosisBasis.interview, due: due,
        hearing: file.dsf.hearing)
    }
  }

  private func mustTry(_ kind: PartnerKind) -> Bool { kind == .serviceSocial || kind == .ccas }

  /// A household that was met has no diagnosis, or one that concludes nothing.
  mutating func diagnosisExpired() throws {
    guard isDiagnosisAwaited() else { return }
    try remindOfDiagnosis()
  }

  private mutating func remindOfDiagnosis() throws {
    let pause = ReminderPace.days(
      first: rules.charter.diagnosisDays, after: file.contact.reminders)
    file.contact.reminders += 1
    let due = try arm(.diagnosis, after: .days(pause))
    try tell(
      .contactEnRetard, to: .serviceSocial,
      "Le diagnostic du ménage manque ou ne conclut pas : établissez-le, ressources comprises.",
      article: DiagnosisBasis.diagnosis, due: due)
    try tell(
      .contactEnRetard, to: .prefecture,
      "Le diagnostic du ménage est en retard : veillez à ce que le service social l'établisse.",
      article: DiagnosisBasis.diagnosis, due: due)
  }

  /// The saga finds that contact or diagnosis takes too long: another body tries too. Reminders
  /// go on at their own pace.
  mutating func escalateContact(_ command: Command) throws {
    guard !file.isDiagnosed, !file.isGone else { return }
    let stage = file.contact.stage
    let isKnown = stage == .met || stage == .proposed
    if stage == .met { return try remindOfDiagnosis() }
    file.contact = Contact(
      stage: .proposed, since: command.on, reminders: isKnown ? file.contact.reminders : 0)
    try remindOfInterview(telling: [.serviceSocial, .ccas, .prefecture])
    guard stage != .proposed else { return }
    try report(
      .interviewProposed, on: command.on,
      "Le service social et le CCAS sont chargés d'un nouveau contact avec le ménage.",
      article: DiagnosisBasis.contact, until: file.contact.due)
  }

  /// The saga says that contact and DSF have lost their object.
  mutating func stopContact(_ command: Command) throws {
    let contactIsOpen = file.contact.stage == .proposed || isDiagnosisAwaited()
    disarm(.interview, .diagnosis, .margin, .alert, .observations)
    if contactIsOpen {
      for kind in [PartnerKind.serviceSocial, .antenne] {
        try tell(
          .procedureClose, to: kind,
          "L'accompagnement demandé à ce stade est sans objet : n'engagez pas de nouveau contact.",
          article: DiagnosisBasis.contact)
      }
    }
    if file.contact.stage != .met { file.contact = Contact(stage: .stopped, since: command.on) }
    try callOffDSF(on: command.on)
  }

  /// The interview is proposed: the delay of the law is kept, and something must come of it.
  mutating func receive(_ proposal: ContactProposition) throws {
    if let known = file.contact.proposedOn, known <= proposal.date { return }
    switch file.contact.stage {
    case .met, .notFound, .stopped: return
    case .none: file.contact = Contact(stage: .proposed, since: proposal.date)
    case .proposed: break
    }
    file.contact.proposedOn = proposal.date
    let due = try arm(.interview, after: .days(rules.charter.retryDays))
    file.contact.due = max(due, proposal.rendez_vous ?? due)
    try report(
      .contactAttempted, on: proposal.date, "Un entretien est proposé au ménage.",
      article: DiagnosisBasis.interview, until: proposal.rendez_vous)
  }
}
