import Contracts
import LegalCalendar
import Vocabulary

// What the bodies that meet the household, and the préfet, tell of a contact under way.

extension DiagnosisWork {
  /// The interview is proposed: the delay of the law is kept, and something must come of it.
  mutating func receive(_ proposal: ContactProposition) throws {
    if let known = file.contact.proposedOn, known <= proposal.date { return }
    switch file.contact.stage {
    case .met, .notFound, .stopped: return
    case .none: file.contact = Contact(stage: .proposed, since: proposal.date)
    case .proposed: break
    }
    file.contact.proposedOn = proposal.date
    let due = try arm(.interview, days: rules.charter.retryDays)
    file.contact.due = max(due, proposal.rendez_vous ?? due)
    try report(
      .contactAttempted, on: proposal.date, "Un entretien est proposé au ménage.",
      article: Basis.interview, until: proposal.rendez_vous)
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

  /// A measure of protection is found: the curator or tutor is told of whatever the household is.
  mutating func receive(_ change: MenageChangement) throws {
    switch change.nature {
    case .protection:
      guard !file.hasGuardian else { return }
      file.hasGuardian = true
      try tell(
        .contactAProposer, to: .mandataire,
        "Le ménage que vous assistez est menacé d'expulsion : prenez contact avec le service social,"
          + " aucune demande d'aide ne se fera sans vous.", article: Basis.protection,
        due: file.contact.due, hearing: file.dsf.hearing)
      try tell(
        .contactAProposer, to: .serviceSocial,
        "Le ménage est sous mesure de protection : associez son mandataire à l'entretien et aux"
          + " demandes.", article: Basis.protection, due: file.contact.due,
        hearing: file.dsf.hearing)
    // The saga decides on them, and stops the contact where it must.
    case .separation: try askAnew()
    case .deces, .violences, .vulnerabilite: break
    }
  }

  /// One of the couple is gone: what was diagnosed was of two. Resources and unités de consommation are
  /// counted anew for the one who stays, and the one who leaves has a demand of its own.
  private mutating func askAnew() throws {
    guard file.isDiagnosed, file.contact.stage == .met else { return }
    file.diagnosis?.content.conclusion = .indetermine
    file.contact.reminders = 0
    let due = try arm(.diagnosis, days: rules.charter.diagnosisDays)
    try tell(
      .contactAProposer, to: .serviceSocial,
      "Le ménage s'est séparé : refaites le diagnostic de la personne qui reste, ressources et unités"
        + " de consommation comprises, et aidez celle qui part à demander un logement.",
      article: Basis.separation, due: due, hearing: file.dsf.hearing)
  }

  /// A DSF of carence by its operator: two documented attempts by different channels, a letter among
  /// them, or it goes back.
  mutating func receive(_ carence: DSFCarence) throws {
    for attempt in carence.tentatives {
      keep(Attempt(on: attempt.date, channel: attempt.canal, result: .sansReponse))
    }
    switch file.dsf.stage {
    case .sent, .sentWithoutMeeting, .withdrawn: return
    case .none, .requested: break
    }
    guard let day = file.absentSince else {
      return try tell(
        .dsfEnRetard, to: .operateurDSF,
        "La carence n'est pas établie : il faut deux tentatives par des moyens différents, dont une"
          + " lettre. Complétez-les avant l'échéance.", article: Basis.dsf,
        due: try file.dsf.hearing.map { try lastDayToSend(before: $0).due },
        hearing: file.dsf.hearing)
    }
    if file.contact.stage == .proposed || file.contact.stage == .none {
      file.contact = Contact(stage: .notFound, since: day)
      disarm(.interview)
      try report(
        .householdNotFound, on: day,
        "Carence : le ménage n'a pu être rencontré malgré des tentatives par lettre et par un autre"
          + " moyen.", article: Basis.interview)
    }
    guard file.dsf.hearing != nil else { return }
    try sendWhatIsKnown(on: carence.date, stated: carence)
  }
}
