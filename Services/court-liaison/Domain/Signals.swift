import Casework
import Contracts
import LegalCalendar
import Vocabulary

// What precedes the assignation: the commandement de payer and the seizure of the CCAPEX.

extension CourtContext {
  mutating func learn(_ opened: DossierOpened) throws {
    file.landlord = opened.landlord ?? file.landlord
    file.huissier = opened.huissier ?? file.huissier
    file.bailleur = opened.bailleur ?? file.bailleur
    file.hasGuardian = opened.mandataire ?? file.hasGuardian
    try armSeizure()
    try checkSummons()
  }

  /// A commandement de payer: the assignation must wait for its end.
  mutating func learn(_ signal: SignalementCDP) throws {
    file.monthly = signal.loyer + signal.charges
    file.lease = signal.type_bail ?? file.lease
    if let known = file.noticeServedOn, known >= signal.acte { return }
    file.noticeServedOn = signal.acte
    file.noticeDelay = signal.delai
    file.leaseOn = signal.bail_du ?? file.leaseOn
    try checkNotice()
    try checkSummons()
  }

  /// Six weeks written for a lease that keeps its two months (Cass. 3e civ., avis du 13 juin 2024):
  /// the texts leave the renewed lease open, so people must look.
  private mutating func checkNotice() throws {
    guard file.noticeDelay == .sixSemaines, let lease = file.leaseOn,
      let notice = file.noticeServedOn,
      try rules.calendar.deadline(.cdpDelai, origin: notice, decidedBy: lease).delay
        != Self.sixWeeks.description
    else { return }
    try tell(
      .dossierARevoir, to: .prefecture,
      "Le commandement de payer laisse six semaines pour un bail antérieur au 29 juillet 2023 :"
        + " vérifiez que le bail a été renouvelé depuis.", article: CourtBasis.notice)
  }

  /// The delay of the commandement: as it is written in the act, else by the lease.
  func noticeDelay(served notice: Day) throws -> Deadline {
    let written: Delay? =
      switch file.noticeDelay {
      case .deuxMois: .months(2)
      case .sixSemaines: Self.sixWeeks
      case nil: nil
      }
    return try rules.calendar.noticeDeadline(
      served: notice, written: written, lease: file.leaseOn)
  }

  private static var sixWeeks: Delay { .weeks(6) }

  /// A seizure, or the CAF's information that counts as one.
  mutating func learn(_ signal: SignalementImpaye) throws {
    if signal.loyer > .zero { file.monthly = signal.loyer + signal.charges }
    file.leaseOn = file.leaseOn ?? signal.bail_du
    file.lease = signal.type_bail ?? file.lease
    try seize(on: signal.date)
  }

  /// A landlord's seizure of the CCAPEX: the earliest is the one that counts.
  private mutating func seize(on day: Day) throws {
    if let known = file.seizedOn, known <= day { return }
    file.seizedOn = day
    try armSeizure()
  }

  /// The day before which a personne morale may not summon.
  mutating func armSeizure() throws {
    guard let seized = file.seizedOn, file.latest(.summons) == nil, mustSeize,
      let rule = version(of: .pmSaisine, on: seized)
    else { return }
    arm(.seizure, try rules.calendar.deadline(rule, origin: seized))
  }

  /// Whether the landlord must seize the CCAPEX before it summons (loi 89-462 art. 24 II).
  var mustSeize: Bool {
    switch file.landlord {
    case nil, .personnePhysique, .sciFamiliale: false
    case .personneMoraleSociale, .personneMoralePrivee: true
    }
  }
}
