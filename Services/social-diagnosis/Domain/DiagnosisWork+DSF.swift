import Contracts
import LegalCalendar
import Vocabulary

// The diagnostic social et financier: asked of its operator, sent to the court before the hearing.

extension DiagnosisWork {
  /// Asks for the DSF, or for its update when the hearing moved.
  mutating func prepareDSF(_ command: Command) throws {
    let hearing = command.hearing ?? file.dsf.hearing
    let isKnown = file.dsf.hearing == hearing && hearing != nil
    switch file.dsf.stage {
    case .requested, .sentWithoutMeeting, .sent: if isKnown { return }
    case .none, .withdrawn: break
    }
    let courtHasIt = file.dsf.stage == .sent
    file.dsf.hearing = hearing
    let due = try hearing.map(lastDayToSend)
    try proposeInterviewForDSF(command)
    if let content = unsentDSF { return try send(content) }
    try tell(
      .dsfDemande, to: .operateurDSF,
      courtHasIt
        ? "L'audience est déplacée : mettez à jour le DSF et transmettez-le avant l'échéance."
        : "Établissez le diagnostic social et financier et transmettez-le avant l'échéance.",
      article: Basis.dsf, due: due?.due ?? file.contact.due, hearing: hearing)
    // A postponement must not leave the court without what it had: an update is then welcome, no more.
    guard !courtHasIt else { return }
    file.dsf.stage = .requested
    file.dsf.since = command.on
    guard let hearing, let due else { return }
    try armMargin(before: hearing, lastDay: due)
    if file.dsf.stage == .requested { armAlert(lastDay: due) }
  }

  /// Instruction § 2.1 (2): an interview within one month of the signal, for every summoned household.
  private mutating func proposeInterviewForDSF(_ command: Command) throws {
    guard file.contact.stage != .met, !file.isDiagnosed, file.dsf.stage != .sent else { return }
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

  /// Once the day a week before the hearing is over the court is sent what is known, in any case on the
  /// last day for sending.
  private mutating func armMargin(before hearing: Day, lastDay: Deadline) throws {
    let margin = try rules.calendar.latest(
      before: hearing, delay: .days(rules.charter.marginDays),
      rule: DiagnosisDeadline.margin.rawValue,
      article: Basis.charter)
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
    case .requested, .sentWithoutMeeting, .sent: break
    }
    if let sent = file.dsf.sentContent, content.date < sent { return }
    try send(content)
  }

  private mutating func send(_ content: Diagnostic) throws {
    guard let hearing = file.dsf.hearing else { return }
    let isLate = max(content.date, today) > (try lastDayToSend(before: hearing)).due
    file.dsf.stage = .sent
    file.dsf.since = today
    file.dsf.sentContent = content.date
    file.dsf.isLate = isLate
    disarm(.margin, .alert)
    try tell(
      .dsf, to: .tribunal,
      isLate
        ? "Le diagnostic social et financier est transmis hors délai : prenez-le en compte ou"
          + " renvoyez l'affaire."
        : "Voici le diagnostic social et financier du ménage assigné : versez-le au dossier.",
      article: Basis.dsf, hearing: hearing, diagnostic: content)
    try sendCopies(content, hearing: hearing)
    try report(
      .dsfSent, on: today,
      isLate
        ? "Le diagnostic social et financier est transmis au tribunal, hors délai."
        : "Le diagnostic social et financier est transmis au tribunal.",
      article: Basis.dsf, hearing: hearing)
  }

  /// The commission and the household have what the judge has (décret 2021-8).
  private mutating func sendCopies(_ content: Diagnostic, hearing: Day) throws {
    try tell(
      .dsf, to: .ccapex, "Voici le diagnostic social et financier transmis au tribunal.",
      article: Basis.copies, hearing: hearing, diagnostic: content)
    for kind in [PartnerKind.menage, .mandataire] where kind == .menage || file.hasGuardian {
      try tell(
        .dsf, to: kind,
        "Voici le diagnostic social et financier transmis au tribunal : présentez vos observations"
          + " à l'audience.", article: Basis.copies, hearing: hearing, diagnostic: content)
    }
  }

  /// The claim is gone, or the household: an operator that still owes the DSF is told not to draw it up.
  mutating func callOffDSF(on day: Day) throws {
    switch file.dsf.stage {
    case .none, .withdrawn: return
    case .requested: break
    // The court had what was known already; the operator's own was still welcome before the hearing.
    case .sentWithoutMeeting, .sent:
      let isAwaited = file.dsf.hearing.map { $0 >= today } ?? false
      if !isAwaited || file.diagnosis?.origin == .dsf { return }
    }
    file.dsf.stage = .withdrawn
    file.dsf.since = day
    disarm(.margin, .alert)
    try tell(
      .procedureClose, to: .operateurDSF, "Le DSF demandé est sans objet : ne l'établissez pas.",
      article: Basis.dsf, hearing: file.dsf.hearing)
  }

  /// The margin is reached without a DSF. A carence needs its attempts: without them the operator has
  /// until the eve of the hearing.
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
        article: Basis.dsf, due: try file.dsf.hearing.map { try lastDayToSend(before: $0).due },
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
      article: Basis.dsf)
    return eve.due > today ? eve : nil
  }

  /// The operator is late: the first diagnosis serves. Without one, the court is told of the carence.
  ///
  /// - Parameter stated: What the operator stated of the carence, where it did.
  mutating func sendWhatIsKnown(on day: Day, stated: DSFCarence? = nil) throws {
    if let known = file.diagnosis, file.isDiagnosed { return try send(known.content) }
    file.dsf.stage = .sentWithoutMeeting
    file.dsf.since = day
    disarm(.margin, .alert)
    let attempts = file.attempts.filter(\.hasFailed)
    let failed = attempts.count
    try tell(
      .dsf, to: .tribunal,
      file.contact.stage == .met
        ? "Le ménage a été rencontré et son diagnostic n'est pas achevé : tenez-en compte."
        : "DSF de carence : le ménage n'a pas été rencontré (tentatives sans résultat : \(failed))."
          + " Versez-le au dossier.",
      article: Basis.dsf, hearing: file.dsf.hearing, diagnostic: file.diagnosis?.content,
      carence: file.contact.stage == .met
        ? nil
        : DSFCarence(
          date: day,
          tentatives: attempts.map { DSFCarence.Tentative(date: $0.on, canal: $0.channel) },
          dette: stated?.dette, aide: stated?.aide))
    try tell(
      .dsf, to: .ccapex, "Un DSF de carence est transmis au tribunal.", article: Basis.copies,
      hearing: file.dsf.hearing)
    try report(
      .dsfSentWithoutMeeting, on: day,
      "Un DSF de carence est transmis au tribunal ; tentatives sans résultat : \(failed).",
      article: Basis.dsf, hearing: file.dsf.hearing)
  }
}
