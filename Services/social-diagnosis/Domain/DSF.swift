import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// Where the DSF for the court stands (loi 89-462 art. 24 III).
public struct CourtDiagnosis: Sendable, Hashable {
  public var stage: DSFStage = .none
  public var since: Day?
  /// The day on which the préfet last asked the operator for it.
  public var requestedOn: Day?
  public var hearing: Day?
  public var sentContent: Day?
  /// Whether it came after the last day for sending it.
  public var isLate = false
}

/// The stages of a DSF.
public enum DSFStage: String, CaseIterable, Sendable {
  /// Nobody asked for it.
  case none
  /// The operator was asked.
  case requested
  /// The operator's DSF waits for the observations of the household.
  case observed
  /// The court was told that no DSF came.
  case missing
  /// The court has what is known of a household that was not met.
  case sentWithoutMeeting = "sent-without-meeting"
  case sent
  /// It has lost its object.
  case withdrawn
}

// Asked of its operator, sent to the court before the hearing.

extension DiagnosisContext {
  /// Asks for the DSF, or for its update when the hearing moved.
  mutating func prepareDSF(_ command: Command) throws {
    let hearing = command.hearing ?? file.dsf.hearing
    let isKnown = file.dsf.hearing == hearing && hearing != nil
    switch file.dsf.stage {
    case .requested, .observed, .missing, .sentWithoutMeeting, .sent: if isKnown { return }
    case .none, .withdrawn: break
    }
    let courtHasIt = file.dsf.stage == .sent
    file.dsf.hearing = hearing
    let due = try hearing.map(lastDayToSend)
    try proposeInterviewForDSF(command)
    if let content = unsentDSF { return try submit(content) }
    try askOperator(courtHasIt: courtHasIt, lastDay: due?.due)
    // A postponement must not leave the court without what it had: an update is then welcome, no
    // more.
    guard !courtHasIt else { return }
    file.dsf.stage = .requested
    file.dsf.since = command.on
    guard let hearing, let due else { return }
    try armMargin(before: hearing, lastDay: due)
    if file.dsf.stage == .requested { armAlert(lastDay: due) }
  }

  /// Nobody draws up a DSF for a hearing that was held. Where its last day has passed the operator
  /// has until the eve of the hearing.
  private mutating func askOperator(courtHasIt: Bool, lastDay: Day?) throws {
    let hearing = file.dsf.hearing
    if let hearing, hearing < today { return }
    let due = lastDay.map { max($0, min(today, hearing?.adding(days: -1) ?? today)) }
    try tell(
      .dsfDemande, to: .operateurDSF,
      courtHasIt
        ? "L'audience est déplacée : mettez à jour le DSF et transmettez-le avant l'échéance."
        : "Établissez le diagnostic social et financier et transmettez-le avant l'échéance.",
      article: DiagnosisBasis.dsf, due: due ?? dueAhead, hearing: hearing)
  }

  /// Instruction § 2.1 (2): an interview within one month of the signal, for every summoned
  /// household.
  private mutating func proposeInterviewForDSF(_ command: Command) throws {
    guard file.contact.stage != .met, !file.isDiagnosed, file.dsf.stage != .sent,
      file.dsf.hearing.map({ $0 >= today }) ?? true
    else { return }
    let deadline = try deadline(
      .dsfEntretien, origin: command.on, decidedBy: command.on, otherwise: .months(1))
    // An earlier delay that still runs is the shorter one for the household: it stays.
    let runs = isContactRunning && file.contact.due.map { $0 <= deadline.due } ?? false
    guard !runs else { return }
    // The carence of an earlier stage does not replace the offer that the law owes at this one.
    try openContact(
      until: deadline, on: command.on,
      "Le ménage est assigné : proposez-lui un entretien avec un travailleur social avant"
        + " l'échéance, pour que le juge dispose du DSF.", article: deadline.article)
  }

  func lastDayToSend(before hearing: Day) throws -> Deadline {
    try deadline(
      .dsfRemise, origin: hearing, decidedBy: hearing, otherwise: .days(1), counting: .before)
  }

  /// Once the day a week before the hearing is over the court is sent what is known, in any case on
  /// the last day for sending.
  private mutating func armMargin(before hearing: Day, lastDay: Deadline) throws {
    let margin = try rules.calendar.latest(
      before: hearing, delay: .days(rules.charter.marginDays),
      rule: DiagnosisDeadline.margin.rawValue,
      article: Citation.charter)
    if margin.due > today, margin.due <= lastDay.due {
      arm(.margin, margin, firesOn: min(margin.due.adding(days: 1), lastDay.due))
    } else if lastDay.due > today {
      arm(.margin, lastDay, firesOn: lastDay.due)
    } else {
      try sendWhatIsKnown(on: today)
    }
  }

  /// A DSF that came before the court, or its hearing, was known.
  private var unsentDSF: Diagnostic? {
    guard let known = file.diagnosis, known.origin == .dsf,
      file.dsf.sentContent.map({ known.content.date > $0 }) ?? true
    else { return nil }
    return known.content
  }

  /// The operator's DSF goes to the court as soon as a hearing is known.
  mutating func forward(_ content: Diagnostic) throws {
    guard file.dsf.hearing != nil else { return }
    switch file.dsf.stage {
    case .none, .withdrawn: return
    case .requested, .observed, .missing, .sentWithoutMeeting, .sent: break
    }
    if let sent = file.dsf.sentContent, content.date < sent { return }
    try submit(content)
  }

  /// Sends a DSF to the court, once the household has had its time to observe it.
  private mutating func submit(_ content: Diagnostic) throws {
    guard let until = try lastDayToObserve(content) else { return try send(content) }
    let isInvited = file.dsf.stage == .observed || content.rubriques?.contradictoire_le != nil
    file.dsf.stage = .observed
    file.dsf.since = today
    disarm(.margin, .alert)
    let last = try file.dsf.hearing.map(lastDayToSend)?.due ?? until.due
    arm(.observations, until, firesOn: min(until.due.adding(days: 1), last))
    guard !isInvited else { return }
    try tellHousehold(.observations, of: content, until: until.due)
    try sendLandlordsCopy(
      content, "Présentez vos observations à l'auteur du diagnostic avant l'échéance.",
      article: DiagnosisBasis.observations, until: until.due)
  }

  /// The landlord has what concerns it, and nothing of private life (décret 2021-8).
  private mutating func sendLandlordsCopy(
    _ content: Diagnostic, _ text: String, article: String, until due: Day? = nil
  ) throws {
    guard let landlord = file.bailleur ?? file.huissier else { return }
    try tell(
      .dsfCopie, to: .user(landlord), text, article: article, due: due, hearing: file.dsf.hearing
    ) { $0.copie = CopieBailleur(content) }
  }

  /// Until when the household may observe a DSF before the court reads it (décret 2021-8): the day
  /// that its author said, else the delay of the Charte, never beyond the last day for sending it.
  /// `nil` where no such delay is due, where it is over, or where none is left.
  private func lastDayToObserve(_ content: Diagnostic) throws -> Deadline? {
    guard let hearing = file.dsf.hearing, file.dsf.stage != .sent,
      let rule = try? RuleBook.rule(.dsfRemise, on: hearing), rule.through == nil
    else { return nil }
    let sections = content.rubriques
    if sections?.contradictoire_le != nil, sections?.observations_jusque == nil { return nil }
    let whole = try rules.calendar.deadline(
      origin: today, delay: .days(rules.charter.observationDays),
      rule: DiagnosisDeadline.observations.rawValue, article: Citation.charter)
    let last = try lastDayToSend(before: hearing).due
    let due = min(sections?.observations_jusque ?? whole.due, last)
    guard due > today else { return nil }
    return Deadline(
      origin: today, rule: whole.rule, article: whole.article, delay: whole.delay, raw: due,
      due: due, reason: due == whole.due ? whole.reason : "")
  }

  /// The household has had its time: the court is sent the DSF.
  mutating func observationsExpired() throws {
    guard file.dsf.stage == .observed, let content = unsentDSF else { return }
    try send(content)
  }

  private mutating func send(_ content: Diagnostic) throws {
    guard let hearing = file.dsf.hearing else { return }
    let isLate = max(content.date, today) > (try lastDayToSend(before: hearing)).due
    file.dsf.stage = .sent
    file.dsf.since = today
    file.dsf.sentContent = content.date
    file.dsf.isLate = isLate
    disarm(.margin, .alert, .observations)
    try tell(
      .dsf, to: .tribunal,
      isLate
        ? "Le diagnostic social et financier est transmis hors délai : prenez-le en compte ou"
          + " renvoyez l'affaire."
        : "Voici le diagnostic social et financier du ménage assigné : versez-le au dossier.",
      article: DiagnosisBasis.dsf, hearing: hearing
    ) { $0.diagnostic = content.beforeRecevabilite }
    try sendCopies(content, hearing: hearing)
    try report(
      .dsfSent, on: today,
      isLate
        ? "Le diagnostic social et financier est transmis au tribunal, hors délai."
        : "Le diagnostic social et financier est transmis au tribunal.",
      article: DiagnosisBasis.dsf, hearing: hearing)
  }

  /// The commission and the household have what the judge has, the landlord what concerns it
  /// (décret 2021-8).
  private mutating func sendCopies(_ content: Diagnostic, hearing: Day) throws {
    try tell(
      .dsf, to: .ccapex, "Voici le diagnostic social et financier transmis au tribunal.",
      article: DiagnosisBasis.copies, hearing: hearing
    ) { $0.diagnostic = content.beforeRecevabilite }
    try sendLandlordsCopy(
      content, "Voici votre copie du diagnostic social et financier transmis au tribunal.",
      article: DiagnosisBasis.copies)
    try tellHousehold(.sent, of: content)
  }

  /// The claim is gone, or the household: an operator that still owes the DSF is told not to draw
  /// it up.
  mutating func callOffDSF(on day: Day) throws {
    switch file.dsf.stage {
    case .none, .withdrawn: return
    case .requested: break
    // It is drawn up: nobody must be stopped.
    case .observed:
      disarm(.observations)
      file.dsf.stage = .withdrawn
      file.dsf.since = day
      return
    // The court had what was known already; the operator's own was still welcome before the
    // hearing.
    case .sentWithoutMeeting, .missing, .sent:
      let isAwaited = file.dsf.hearing.map { $0 >= today } ?? false
      if !isAwaited || file.diagnosis?.origin == .dsf { return }
    }
    file.dsf.stage = .withdrawn
    file.dsf.since = day
    disarm(.margin, .alert)
    try tell(
      .procedureClose, to: .operateurDSF, "Le DSF demandé est sans objet : ne l'établissez pas.",
      article: DiagnosisBasis.dsf, hearing: file.dsf.hearing)
  }

  /// The margin is reached without a DSF. A carence needs its attempts: without them the operator
  /// has until the eve of the hearing.
  mutating func marginReached() throws {
    guard file.dsf.stage == .requested else { return }
    if let eve = try eveToWaitFor() { return arm(.margin, eve, firesOn: eve.due) }
    for kind in [PartnerKind.operateurDSF, .prefecture] {
      try tell(
        .dsfEnRetard, to: kind,
        kind == .prefecture
          ? "Le DSF n'est pas parvenu : le tribunal reçoit ce qui est connu ; relancez l'opérateur."
          : "Le DSF n'est pas parvenu : transmettez-le avant l'audience, il complétera l'envoi fait"
            + " au tribunal.",
        article: DiagnosisBasis.dsf,
        due: try file.dsf.hearing.map { try lastDayToSend(before: $0).due },
        hearing: file.dsf.hearing)
    }
    try sendWhatIsKnown(on: today)
  }

  private func eveToWaitFor() throws -> Deadline? {
    guard let hearing = file.dsf.hearing, !file.isDiagnosed, file.absentSince == nil else {
      return nil
    }
    let eve = try rules.calendar.latest(
      before: hearing, delay: .days(1), rule: DiagnosisDeadline.margin.rawValue,
      article: DiagnosisBasis.dsf)
    return eve.due > today ? eve : nil
  }

  /// The operator is late. Only its own diagnosis is a DSF (décret 2021-8): the court is told of
  /// the carence where it is established, else that no DSF came.
  ///
  /// - Parameter stated: What the operator stated of the carence, where it did.
  mutating func sendWhatIsKnown(on day: Day, stated: DSFCarence? = nil) throws {
    if let content = unsentDSF { return try send(content) }
    guard file.contact.stage != .met, stated != nil || file.absentSince != nil else {
      return try tellMissing(on: day)
    }
    file.dsf.stage = .sentWithoutMeeting
    file.dsf.since = day
    disarm(.margin, .alert)
    let attempts = file.attempts.filter(\.hasFailed)
    let failed = attempts.count
    try tell(
      .dsf, to: .tribunal,
      "DSF de carence : le ménage n'a pas été rencontré (tentatives sans résultat : \(failed))."
        + " Versez-le au dossier.",
      article: DiagnosisBasis.dsf, hearing: file.dsf.hearing
    ) {
      $0.carence = DSFCarence(
        date: day,
        tentatives: attempts.map { DSFCarence.Tentative(date: $0.on, canal: $0.channel) },
        dette: stated?.dette, aide: stated?.aide)
    }
    try tell(
      .dsf, to: .ccapex, "Un DSF de carence est transmis au tribunal.",
      article: DiagnosisBasis.copies,
      hearing: file.dsf.hearing)
    try report(
      .dsfSentWithoutMeeting, on: day,
      "Un DSF de carence est transmis au tribunal ; tentatives sans résultat : \(failed).",
      article: DiagnosisBasis.dsf, hearing: file.dsf.hearing)
  }

  /// No DSF came: the court and the commission are told so, with what the law lets them be told.
  /// The first diagnosis goes with it only where the household or the operator agreed.
  private mutating func tellMissing(on day: Day) throws {
    file.dsf.stage = .missing
    file.dsf.since = day
    disarm(.margin, .alert)
    let failed = file.attempts.filter(\.hasFailed)
    let known = file.diagnosis?.content
    let elements = ElementsConnus(
      tentatives: failed.map { DSFCarence.Tentative(date: $0.on, canal: $0.channel) },
      dette: known?.dette, aide: known?.aide)
    let agreed = known.flatMap { $0.accord_transmission == true ? $0.beforeRecevabilite : nil }
    let text =
      "Le diagnostic social et financier n'est pas parvenu"
      + (file.contact.stage == .met
        ? " ; le ménage a été rencontré." : " (tentatives sans résultat : \(failed.count)).")
      + (agreed == nil ? "" : " Un premier diagnostic est joint, avec l'accord donné.")
    for (kind, advice) in [
      (PartnerKind.tribunal, " Tenez-en compte, ou renvoyez l'affaire."), (.ccapex, ""),
    ] {
      try tell(
        .dsfManquant, to: kind, text + advice, article: DiagnosisBasis.dsf,
        hearing: file.dsf.hearing
      ) {
        $0.elements = elements
        $0.diagnostic = agreed
      }
    }
  }

  /// The préfet asks the operator: since 2021 the fifteen working days run from that day (décret
  /// 2021-8), whatever Amont had asked before.
  mutating func receive(_ request: DSFDemande) throws {
    guard file.dsf.requestedOn.map({ $0 < request.date }) ?? true else { return }
    file.dsf.requestedOn = request.date
    try prepareDSF(
      Command(
        .prepareDSF, on: request.date, hearing: request.audience,
        because: "demande du préfet"))
    guard file.contact.stage == .proposed, file.contact.proposedOn == nil else { return }
    let deadline = try deadline(
      .dsfEntretien, origin: request.date, decidedBy: request.date, otherwise: .months(1))
    file.contact.due = deadline.due
    arm(.interview, deadline)
  }

  /// A DSF of carence by its operator: two documented attempts by different channels, a letter
  /// among them, or it goes back.
  mutating func receive(_ carence: DSFCarence) throws {
    for attempt in carence.tentatives {
      keep(ContactAttempt(on: attempt.date, channel: attempt.canal, result: .sansReponse))
    }
    switch file.dsf.stage {
    case .sent, .observed, .sentWithoutMeeting, .withdrawn: return
    case .none, .requested, .missing: break
    }
    guard file.contact.stage != .met else {
      return try tell(
        .dsfEnRetard, to: .operateurDSF,
        "Le ménage a été rencontré : ce n'est pas une carence. Établissez son diagnostic et"
          + " transmettez-le avant l'audience.", article: DiagnosisBasis.dsf,
        due: try file.dsf.hearing.map { try lastDayToSend(before: $0).due },
        hearing: file.dsf.hearing)
    }
    guard let day = file.absentSince else {
      return try tell(
        .dsfEnRetard, to: .operateurDSF,
        "La carence n'est pas établie : il faut deux tentatives par des moyens différents, dont une"
          + " lettre. Complétez-les avant l'échéance.", article: DiagnosisBasis.dsf,
        due: try file.dsf.hearing.map { try lastDayToSend(before: $0).due },
        hearing: file.dsf.hearing)
    }
    if file.contact.stage == .proposed || file.contact.stage == .none {
      file.contact = Contact(stage: .notFound, since: day)
      disarm(.interview)
      try report(
        .householdNotFound, on: day,
        "Carence : le ménage n'a pu être rencontré malgré des tentatives par lettre et par un autre"
          + " moyen.", article: DiagnosisBasis.interview)
    }
    guard file.dsf.hearing != nil else { return }
    try sendWhatIsKnown(on: carence.date, stated: carence)
  }
}

// Before the last day the operator is warned twice; after it, the préfet is told.

extension DiagnosisContext {
  /// The first warning, a week before the last day; where that has passed, the next one.
  mutating func armAlert(lastDay: Deadline) {
    let steps = [-DiagnosisCharter.firstWarningDays, -1, 1].map { lastDay.due.adding(days: $0) }
    guard let next = steps.first(where: { $0 > today }) else { return disarm(.alert) }
    arm(.alert, lastDay, firesOn: next)
  }

  /// A warning is due, and the court still has nothing.
  mutating func alertReached(_ lastDay: Deadline) throws {
    guard file.dsf.stage == .requested, let hearing = file.dsf.hearing else { return }
    if today <= lastDay.due {
      try tell(
        .dsfEnRetard, to: .operateurDSF,
        "Le DSF n'est pas encore parvenu : transmettez-le avant l'échéance.",
        article: lastDay.article, due: lastDay.due, hearing: hearing)
      return armAlert(lastDay: lastDay)
    }
    try tell(
      .dsfEnRetard, to: .prefecture,
      "Le DSF n'est pas parvenu dans le délai : relancez l'opérateur, le tribunal peut renvoyer"
        + " l'affaire.", article: lastDay.article, due: nil, hearing: hearing)
  }
}
