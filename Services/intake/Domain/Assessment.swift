import Contracts
import LegalCalendar
import Vocabulary

/// What can be known of a household as a signal arrives: how urgent, for which body, above which
/// threshold.
///
/// It orders queues and proposes a body. It decides nothing for a person: a human does (RGPD art.
/// 22).
struct Assessment {
  let calendar: LegalCalendar
  let charter: IntakeCharter

  /// The score and the body proposed for a signal.
  struct Rank: Equatable {
    /// Stage × legal urgency × vulnerability × solvability, the highest that the signals of the
    /// household came to; the highest first.
    let score: Int
    let body: AvisCCAPEX.Instance
  }

  // MARK: - SIGNAL.seuil

  /// Whether a signal reaches the threshold from which it is due. Only a commandement for a private
  /// landlord has one (loi 89-462 art. 24 I); any other signal calls for the full treatment.
  func reachesThreshold(_ signal: OpeningSignal, landlord: Landlord.Kind?) -> Bool {
    guard case .notice(let act) = signal, landlord?.isPrivate ?? true else { return true }
    // An act for which no version of the rule exists is never treated as less than a full signal.
    guard let rule = try? RuleBook.rule(.signalSeuil, on: act.acte),
      case .signal(let months, let rents) = rule.value
    else { return true }
    let local = charter.thresholds.filter { $0.from <= act.acte }.max { $0.from < $1.from }
    return act.mois_impayes >= Self.chosen(local?.months, within: months)
      || act.dette.value >= act.loyer.value * Self.chosen(local?.rents, within: rents)
  }

  /// Whether an event is a commandement that nobody had to signal: it is kept as an information.
  /// The signal alone tells, so that the order in which signals come changes nothing; where it does
  /// not say who the landlord is, it is a full one.
  func isInformation(_ event: PartnerEvent, of landlord: Landlord.Kind?) -> Bool {
    guard let landlord, let signal = event.opening else { return false }
    return !reachesThreshold(signal, landlord: landlord)
  }

  /// The préfet's number, within what the law lets him choose; the lowest where he chose none, for
  /// it protects the most.
  private static func chosen(_ number: Int?, within range: ClosedRange<Int>) -> Int {
    min(max(number ?? range.lowerBound, range.lowerBound), range.upperBound)
  }

  // MARK: - Priority and route

  /// The rank of a household in the queue of its commission, as a signal of it comes.
  func rank(_ signal: OpeningSignal, of dossier: Dossier, on day: Day) -> Rank {
    let days = lastDay(signal).map { $0.ordinal - day.ordinal }
    return Rank(
      score: score(of: dossier),
      body: body(signal, of: dossier, days: days, debt: dossier.danger?.debt?.rents))
  }

  /// What a signal shows of the danger, with all that is known.
  func danger(_ signal: OpeningSignal, actOn: Day, of dossier: Dossier) -> Danger {
    Danger(
      stage: signal.stage, stageOn: actOn,
      days: lastDay(signal).map { max($0.ordinal - actOn.ordinal, 0) },
      debt: signal.debtInRents.map { Danger.DebtInRents(on: actOn, rents: $0) }
    ).joined(with: dossier.danger)
  }

  /// It rises with the stage of the procedure and with the debt, whichever signal told of them.
  private func score(of dossier: Dossier) -> Int {
    guard let danger = dossier.danger else { return 1 }
    var score = danger.days.map { IntakeCharter.weight(of: $0, in: charter.urgencies) } ?? 1
    score *= stageWeight(danger.stage, isPrivate: dossier.landlord?.isPrivate ?? false)
    score *= dossier.hasMandataire ? charter.protectedWeight : 1
    guard let debt = danger.debt else { return score }
    score *= IntakeCharter.weight(of: debt.fewest, in: charter.solvabilities)
    return score + debt.rents - debt.fewest
  }

  /// Before the summons the instruction wants an effort for private landlords' tenants (§ 2.1 (1));
  /// after it for all who are summoned, whoever the landlord is (§ 2.1 (2)). So whoever is summoned
  /// ranks before everybody who is not, and priority never falls as the procedure goes on.
  private func stageWeight(_ stage: StadeProcedure, isPrivate: Bool) -> Int {
    guard stage >= .assignation else { return stage.rank * (isPrivate ? charter.privateWeight : 1) }
    let highest = StadeProcedure.commandement.rank
    return highest * charter.privateWeight + stage.rank - highest
  }

  /// The route (instruction § 1.2.1 to 1.2.3): urgent before complex, for a hearing does not wait.
  private func body(
    _ signal: OpeningSignal, of dossier: Dossier, days: Int?, debt: Int?
  ) -> AvisCCAPEX.Instance {
    if isUrgent(signal, days: days) { return .celluleTechnique }
    let isComplex =
      charter.protectionIsComplex && dossier.hasMandataire
      || debt.map { $0 > charter.complexRents } ?? false
    return isComplex || dossier.commission == Territory.central ? .centrale : .sousCommission
  }

  private func isUrgent(_ signal: OpeningSignal, days: Int?) -> Bool {
    switch signal {
    case .policeAid: charter.policeAidIsUrgent
    case .summons: days.map { $0 <= charter.urgentHearingDays } ?? false
    case .notice: days.map { $0 <= charter.urgentNoticeDays } ?? false
    case .arrears, .quitOrder, .transfer: false
    }
  }

  /// The last day before the next step, as far as the signal itself tells it.
  private func lastDay(_ signal: OpeningSignal) -> Day? {
    switch signal {
    case .notice(let act): noticeEnd(act)
    case .arrears(let body, let isSaisine):
      isSaisine ? end(.pmSaisine, from: body.date, decidedBy: body.date) : nil
    case .summons(let act): act.audience
    case .quitOrder(let act):
      end(.cqlDelai, from: act.prefet_saisi ?? act.acte, decidedBy: act.acte)
    case .policeAid(let request):
      end(.cfpSilence, from: request.date, decidedBy: request.date)
    // Its days are known once its acts are.
    case .transfer: nil
    }
  }

  /// The last day of a commandement: the delay that it states, else that of its lease. Of a lease
  /// that nobody knows the shorter one may be true: it is looked at as if it were.
  private func noticeEnd(_ act: SignalementCDP) -> Day? {
    let written: Delay? =
      switch act.delai {
      case .deuxMois: .months(2)
      case .sixSemaines: .weeks(6)
      case nil: nil
      }
    return try? calendar.noticeDeadline(
      served: act.acte, written: written, lease: act.bail_du ?? act.acte
    ).due
  }

  private func end(_ rule: RuleID, from origin: Day, decidedBy day: Day) -> Day? {
    try? calendar.deadline(rule, origin: origin, decidedBy: day).due
  }

}

extension Landlord.Kind {
  /// Whether the landlord is a natural person or a family company (loi 89-462 art. 24 I).
  var isPrivate: Bool {
    switch self {
    case .personnePhysique, .sciFamiliale: true
    case .personneMoraleSociale, .personneMoralePrivee: false
    }
  }
}
