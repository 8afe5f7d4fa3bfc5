import Casework
public import Contracts
import LegalCalendar
public import Vocabulary

/// What an assignation says.
public struct Summons: Sendable, Hashable {
  public var notifiedOn: Day
  public var hearing: Day
  /// Whether the motive is rent debt: a DSF is due by law only then (loi 89-462 art. 24 III).
  public var isForDebt: Bool
  public var motive: Motif
  /// How it was served, where said.
  public var mode: ModeDeSignification?
  /// The day on which it was filed at the court, where said.
  public var filedOn: Day?
  /// Where the hearing is held, and when, where said.
  public var place: LieuAudience?
  /// By what right the household lives there, where said.
  public var lease: TypeDeBail?
  /// Whether another dwelling must be offered with the congé (loi 89-462 art. 15 III).
  public var isTenantProtected: Bool

  public init(
    notifiedOn: Day, hearing: Day, isForDebt: Bool, motive: Motif? = nil,
    mode: ModeDeSignification? = nil, filedOn: Day? = nil, place: LieuAudience? = nil,
    lease: TypeDeBail? = nil, isTenantProtected: Bool = false
  ) {
    self.notifiedOn = notifiedOn
    self.hearing = hearing
    self.isForDebt = isForDebt
    self.motive = motive ?? (isForDebt ? .impaye : .autre)
    self.mode = mode
    self.filedOn = filedOn
    self.place = place
    self.lease = lease
    self.isTenantProtected = isTenantProtected
  }

  /// What the partner published.
  init(_ act: TribunalAssignation) {
    self.init(
      notifiedOn: act.notification, hearing: act.audience, isForDebt: act.dette_locative,
      motive: act.motif, mode: act.mode, filedOn: act.placement, place: act.lieu,
      lease: act.type_bail, isTenantProtected: act.locataire_protege ?? false)
  }

  /// The same said again, which corrects it; who leaves the place, the lease or the tenant's
  /// protection out does not take it back.
  func corrected(by said: Summons) -> Summons {
    var summons = said
    summons.place = said.place ?? place
    summons.lease = said.lease ?? lease
    summons.isTenantProtected = said.isTenantProtected || isTenantProtected
    return summons
  }
}

// The assignation and the hearing.

extension CourtContext {
  mutating func receive(_ act: TribunalAssignation, from sender: String) throws {
    let content = ActContent.summons(Summons(act))
    let before = summonsHearing(served: act.acte)
    let placeBefore = file.place(of: act.audience)
    let wasOfferDue = isOfferDue
    // Said again with other dates: the correction of a huissier.
    let arrival = try enter(content, on: act.acte, from: sender) { known, said in
      guard case .summons(let before) = known, case .summons(let after) = said else { return nil }
      return .summons(before.corrected(by: after))
    }
    switch arrival {
    case .known, .late, .past, .contested, .refused: return
    case .amended(let index):
      if before == act.audience {
        if placeBefore != file.place(of: act.audience) || isOfferDue != wasOfferDue {
          try inviteAgain(to: act.audience)
        }
      } else {
        try report(
          .hearingPostponed, on: act.acte,
          "L'assignation est corrigée : la date d'audience change.", article: CourtBasis.claim,
          hearing: act.audience)
      }
      try checkProtection(index)
      try checkNotification(index)
    case .current(let index):
      disarm(.seizure)
      try reportSummons(Summons(act), on: act.acte)
      try checkProtection(index)
      try checkNotification(index)
    }
    try checkSummons()
  }

  /// A DSF is due by law for rent debt only, where article 24 holds; the instruction (§ II) looks
  /// at every motive.
  private mutating func reportSummons(_ summons: Summons, on day: Day) throws {
    let regime = file.regime(of: summons)
    let text =
      "Le ménage est assigné en expulsion " + regime.motive
      + (regime.hasArticle24
        ? "." : " : aucun diagnostic social et financier n'est dû par la loi.")
    if !summons.isForDebt {
      try report(.otherMotiveReported, on: day, text, article: CourtBasis.review)
    }
    try report(
      .summonsServed, on: day, text, article: regime.claim, hearing: summons.hearing)
  }

  /// Whether the last assignation rests on a congé that needs an offer of another dwelling.
  var isOfferDue: Bool {
    file.summons.map { $0.isTenantProtected && $0.motive == .conge } ?? false
  }

  /// The congé given to a tenant of age and small means is void without an offer (art. 15 III, 25-8
  /// II).
  private mutating func checkProtection(_ index: Int) throws {
    guard case .summons(let summons) = file.acts[index].content, summons.isTenantProtected,
      summons.motive == .conge
    else { return }
    try tellOnce(
      .protectedTenant, ofActAt: index,
      "Le congé est donné à un locataire protégé : vérifiez qu'une offre de relogement l'accompagne.",
      article: file.regime(of: summons).offer, hearing: summons.hearing)
  }

  private func summonsHearing(served day: Day) -> Day? {
    for act in file.acts where act.date == day {
      if case .summons(let summons) = act.content { return summons.hearing }
    }
    return nil
  }

  private mutating func checkNotification(_ index: Int) throws {
    guard case .summons(let summons) = file.acts[index].content else { return }
    if file.regime(of: summons).hasArticle24 { try checkPrefetTold(summons, at: index) }
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

  /// What is filed late is void (CPC art. 839, then 754).
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
        .locataireARechercher, to: kind,
        "L'assignation n'a pu être remise, le locataire est inconnu à l'adresse : dites si une autre"
          + " adresse est connue, ou si le logement est vide.", article: CourtBasis.unknownAddress,
        hearing: hearing)
    }
  }

  /// Whether the last assignation waited for the commandement and for the CCAPEX. A risk is told to
  /// the préfet once; it never stops a message.
  mutating func checkSummons() throws {
    guard let index = file.latest(.summons),
      case .summons(let summons) = file.acts[index].content,
      file.regime(of: summons).hasArticle24
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
        .seizure, "Aucune saisine de la CCAPEX n'est connue avant l'assignation.",
        CourtBasis.seizure,
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
    let content = ActContent.postponement(to: act.nouvelle, at: act.lieu)
    switch try enter(content, on: act.date, from: sender, merge: { $1 }) {
    case .known, .late, .past, .contested, .refused: return
    case .amended, .current:
      try report(
        .hearingPostponed, on: act.date, "L'audience est renvoyée à une date ultérieure.",
        article: CourtBasis.claim, hearing: act.nouvelle)
    }
  }

  mutating func receive(_ act: TribunalAudience, from sender: String) throws {
    let content = ActContent.hearing(
      isTenantPresent: act.locataire_present, rulingOn: act.delibere,
      isRentResumed: act.loyer_repris, at: act.lieu)
    let arrival = try enter(content, on: act.date, from: sender) { known, said in
      guard case .hearing(let wasPresent, let knownRuling, let wasResumed, let place) = known,
        case .hearing(let isPresent, let ruling, let isResumed, let saidPlace) = said
      else { return nil }
      return .hearing(
        isTenantPresent: wasPresent || isPresent, rulingOn: ruling ?? knownRuling,
        isRentResumed: isResumed ?? wasResumed, at: saidPlace ?? place)
    }
    switch arrival {
    case .known, .late, .past, .contested, .refused: return
    case .amended(let index), .current(let index):
      guard case .hearing(let isPresent, let ruling, _, _) = file.acts[index].content else {
        return
      }
      try report(
        .hearingHeld, on: act.date,
        "L'audience s'est tenue, locataire \(isPresent ? "présent ou représenté" : "absent").",
        article: CourtBasis.claim,
        until: ruling ?? act.date.adding(days: rules.charter.rulingDays))
    }
  }
}
