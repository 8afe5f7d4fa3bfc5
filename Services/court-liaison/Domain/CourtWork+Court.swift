import Contracts
import LegalCalendar
import Vocabulary

// The assignation and the hearing.

extension CourtWork {
  mutating func receive(_ act: TribunalAssignation, from sender: String) throws {
    let content = ActContent.summons(Summons(act))
    let before = summonsHearing(served: act.acte)
    // Said again with other dates: the correction of a huissier.
    switch try enter(content, on: act.acte, from: sender, merge: { $1 }) {
    case .known, .late, .past, .contested, .refused: return
    case .amended(let index):
      if before != act.audience {
        try report(
          .hearingPostponed, on: act.acte,
          "L'assignation est corrigée : la date d'audience change.", article: Basis.claim,
          hearing: act.audience)
      }
      try checkNotification(index)
    case .current(let index):
      disarm(.seizure)
      try reportSummons(Summons(act), on: act.acte)
      try checkNotification(index)
    }
    try checkSummons()
  }

  /// A DSF is due by law for rent debt only; the instruction (§ II) looks at every motive.
  private mutating func reportSummons(_ summons: Summons, on day: Day) throws {
    guard !summons.isForDebt else {
      return try report(
        .summonsServed, on: day, "Le ménage est assigné en expulsion pour dette locative.",
        article: Basis.claim, hearing: summons.hearing)
    }
    let motive =
      switch summons.motive {
      case .conge: "après un congé"
      case .troubles: "pour troubles de jouissance"
      case .impaye, .autre: "pour un autre motif que la dette"
      }
    let text =
      "Le ménage est assigné en expulsion " + motive
      + " : aucun diagnostic social et financier n'est dû par la loi."
    try report(.otherMotiveReported, on: day, text, article: Basis.review)
    try report(
      .summonsServed, on: day, text, article: Basis.claim, hearing: summons.hearing)
  }

  private func summonsHearing(served day: Day) -> Day? {
    for act in file.acts where act.date == day {
      if case .summons(let summons) = act.content { return summons.hearing }
    }
    return nil
  }

  private mutating func checkNotification(_ index: Int) throws {
    guard case .summons(let summons) = file.acts[index].content else { return }
    if summons.isForDebt { try checkPrefetTold(summons, at: index) }
    try checkFiling(summons, at: index)
    if summons.mode == .recherches { try searchTenant(index, hearing: summons.hearing) }
  }

  /// Art. 24 III: the préfet must be told in time, or the claim cannot be received.
  private mutating func checkPrefetTold(_ summons: Summons, at index: Int) throws {
    let limit = try rules.calendar.deadline(
      .assignPrefet, origin: summons.hearing, decidedBy: file.acts[index].date)
    guard summons.notifiedOn > limit.due else { return }
    try tellOnce(
      .lateNotification, ofActAt: index,
      "L'assignation vous a été notifiée après la date limite (\(limit.delay) avant l'audience) :"
        + " la demande risque d'être irrecevable, signalez-le au tribunal.",
      article: limit.article, due: limit.due, hearing: summons.hearing, code: .notificationTardive)
  }

  /// CPC art. 754: what is filed late is void, since 2020.
  private mutating func checkFiling(_ summons: Summons, at index: Int) throws {
    guard let filed = summons.filedOn,
      let rule = version(of: .assignPlacement, on: summons.hearing)
    else { return }
    let limit = try rules.calendar.deadline(rule, origin: summons.hearing)
    guard filed > limit.due else { return }
    try tellOnce(
      .lateFiling, ofActAt: index,
      "L'assignation a été placée au greffe après la date limite (\(limit.delay) avant l'audience) :"
        + " elle risque d'être caduque, signalez-le au tribunal.",
      article: limit.article, due: limit.due, hearing: summons.hearing)
  }

  /// SC19: nobody writes to an empty dwelling; the CAF or the MSA may know where the tenant lives.
  private mutating func searchTenant(_ index: Int, hearing: Day) throws {
    guard file.acts[index].told.insert(.unknownAddress).inserted else { return }
    for kind in [PartnerKind.caf, .serviceSocial] {
      try tell(
        .locataireARechercher, to: .kind(kind),
        "L'assignation n'a pu être remise, le locataire est inconnu à l'adresse : dites si une autre"
          + " adresse est connue, ou si le logement est vide.", article: Basis.unknownAddress,
        hearing: hearing)
    }
  }

  /// Whether the last assignation waited for the commandement and for the CCAPEX. A risk is told to
  /// the préfet once; it never stops a message.
  mutating func checkSummons() throws {
    guard let index = file.latest(.summons),
      case .summons(let summons) = file.acts[index].content, summons.isForDebt
    else { return }
    let served = file.acts[index].date
    guard let risk = try seizureRisk(of: served) ?? noticeRisk(of: served) else { return }
    try tellOnce(
      risk.kind, ofActAt: index,
      risk.text + " La demande risque d'être irrecevable : signalez-le au tribunal.",
      article: risk.article, due: risk.due, hearing: summons.hearing)
  }

  private typealias Risk = (kind: Irregularity, text: String, article: String, due: Day?)

  private func seizureRisk(of served: Day) throws -> Risk? {
    guard mustSeize else { return nil }
    guard let seized = file.seizedOn, seized <= served else {
      return (
        .seizure, "Aucune saisine de la CCAPEX n'est connue avant l'assignation.", Basis.seizure,
        nil
      )
    }
    let wait = try rules.calendar.deadline(.pmSaisine, origin: seized, decidedBy: served)
    guard served < wait.firstLawfulDay else { return nil }
    return (
      .seizure, "L'assignation est venue moins de \(wait.delay) après la saisine de la CCAPEX.",
      wait.article, wait.due
    )
  }

  private func noticeRisk(of served: Day) throws -> Risk? {
    guard let notice = file.noticeServedOn, notice <= served else { return nil }
    let wait = try noticeDelay(served: notice)
    guard served < wait.firstLawfulDay else { return nil }
    return (
      .noticeRunning, "L'assignation est venue avant la fin du délai du commandement de payer.",
      wait.article, wait.due
    )
  }

  mutating func receive(_ act: TribunalRenvoi, from sender: String) throws {
    switch try enter(.postponement(to: act.nouvelle), on: act.date, from: sender, merge: { $1 }) {
    case .known, .late, .past, .contested, .refused: return
    case .amended, .current:
      try report(
        .hearingPostponed, on: act.date, "L'audience est renvoyée à une date ultérieure.",
        article: Basis.claim, hearing: act.nouvelle)
    }
  }

  mutating func receive(_ act: TribunalAudience, from sender: String) throws {
    let content = ActContent.hearing(
      isTenantPresent: act.locataire_present, rulingOn: act.delibere,
      isRentResumed: act.loyer_repris)
    let arrival = try enter(content, on: act.date, from: sender) { known, said in
      guard case .hearing(let wasPresent, let knownRuling, let wasResumed) = known,
        case .hearing(let isPresent, let ruling, let isResumed) = said
      else { return nil }
      return .hearing(
        isTenantPresent: wasPresent || isPresent, rulingOn: ruling ?? knownRuling,
        isRentResumed: isResumed ?? wasResumed)
    }
    switch arrival {
    case .known, .late, .past, .contested, .refused: return
    case .amended(let index), .current(let index):
      guard case .hearing(let isPresent, let ruling, _) = file.acts[index].content else { return }
      try report(
        .hearingHeld, on: act.date,
        "L'audience s'est tenue, locataire \(isPresent ? "présent ou représenté" : "absent").",
        article: Basis.claim,
        until: ruling ?? act.date.adding(days: rules.charter.rulingDays))
    }
  }
}
