import Contracts
import LegalCalendar
import Vocabulary

// From the assignation to the decision.

extension CourtWork {
  mutating func receive(_ act: TribunalAssignation, from sender: String) throws {
    let content = ActContent.summons(
      notifiedOn: act.notification, hearing: act.audience, isForDebt: act.dette_locative)
    let before = summonsHearing(served: act.acte)
    // Said again with other dates: the correction of a huissier.
    switch try enter(content, on: act.acte, from: sender, merge: { $1 }) {
    case .known, .late, .past, .contested, .refused: return
    case .amended:
      guard before != act.audience else { break }
      try report(
        .hearingPostponed, on: act.acte, "L'assignation est corrigée : la date d'audience change.",
        article: Basis.claim, hearing: act.audience)
    case .current:
      try report(
        .summonsServed, on: act.acte,
        act.dette_locative
          ? "Le ménage est assigné en expulsion pour dette locative."
          : "Le ménage est assigné en expulsion pour un autre motif que la dette : aucun diagnostic"
            + " social et financier n'est dû par la loi.",
        article: Basis.claim, hearing: act.audience)
    }
    try checkNotification(act)
    try checkSummons()
  }

  private func summonsHearing(served day: Day) -> Day? {
    for act in file.acts where act.date == day {
      if case .summons(_, let hearing, _) = act.content { return hearing }
    }
    return nil
  }

  /// Art. 24 III: the préfet must be told in time, or the claim cannot be received.
  private mutating func checkNotification(_ act: TribunalAssignation) throws {
    let limit = try rules.calendar.deadline(
      .assignPrefet, origin: act.audience, decidedBy: act.acte)
    guard act.notification > limit.due else { return }
    try tell(
      .notificationTardive, to: .kind(.prefecture),
      "L'assignation vous a été notifiée après la date limite (\(limit.delay) avant l'audience) :"
        + " la demande risque d'être irrecevable, signalez-le au tribunal.",
      article: limit.article, due: limit.due, hearing: act.audience)
  }

  /// Whether the last assignation waited for the commandement and for the CCAPEX. A risk is told to
  /// the préfet once; it never stops a message.
  mutating func checkSummons() throws {
    guard let index = file.latest(.summons), !file.acts[index].isIrregularityTold,
      case .summons(_, let hearing, let isForDebt) = file.acts[index].content, isForDebt
    else { return }
    let served = file.acts[index].date
    guard let risk = try seizureRisk(of: served) ?? noticeRisk(of: served) else { return }
    file.acts[index].isIrregularityTold = true
    try tell(
      .dossierARevoir, to: .kind(.prefecture),
      risk.text + " La demande risque d'être irrecevable : signalez-le au tribunal.",
      article: risk.article, due: risk.due, hearing: hearing)
  }

  private typealias Risk = (text: String, article: String, due: Day?)

  private func seizureRisk(of served: Day) throws -> Risk? {
    switch file.landlord {
    case nil, .personnePhysique, .sciFamiliale: return nil
    case .personneMoraleSociale, .personneMoralePrivee: break
    }
    guard let seized = file.seizedOn else {
      return ("Aucune saisine de la CCAPEX n'est connue avant l'assignation.", Basis.seizure, nil)
    }
    let wait = try rules.calendar.deadline(.pmSaisine, origin: seized, decidedBy: served)
    guard served < wait.firstLawfulDay else { return nil }
    return (
      "L'assignation est venue moins de \(wait.delay) après la saisine de la CCAPEX.",
      wait.article, wait.due
    )
  }

  private func noticeRisk(of served: Day) throws -> Risk? {
    guard let notice = file.noticeServedOn, notice <= served else { return nil }
    let wait = try rules.calendar.deadline(
      .cdpDelai, origin: notice, decidedBy: file.leaseOn ?? notice)
    guard served < wait.firstLawfulDay else { return nil }
    return (
      "L'assignation est venue avant la fin du délai du commandement de payer.", wait.article,
      wait.due
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
      isTenantPresent: act.locataire_present, rulingOn: act.delibere)
    let arrival = try enter(content, on: act.date, from: sender) { known, said in
      guard case .hearing(let wasPresent, let knownRuling) = known,
        case .hearing(let isPresent, let ruling) = said
      else { return nil }
      return .hearing(isTenantPresent: wasPresent || isPresent, rulingOn: ruling ?? knownRuling)
    }
    switch arrival {
    case .known, .late, .past, .contested, .refused: return
    case .amended(let index), .current(let index):
      guard case .hearing(let isPresent, let ruling) = file.acts[index].content else { return }
      try report(
        .hearingHeld, on: act.date,
        "L'audience s'est tenue, locataire \(isPresent ? "présent ou représenté" : "absent").",
        article: Basis.claim,
        until: ruling ?? act.date.adding(days: rules.charter.rulingDays))
    }
  }
}
