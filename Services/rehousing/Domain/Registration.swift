import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// The registration of a demand for social housing: its number is national, and it ends each year
/// unless it is renewed (CCH R441-2-7).
public struct Registration: Sendable, Hashable {
  /// The national number: an opaque text.
  public var number: String?
  /// The day of the registration or of its last renewal.
  public var on: Day

  public init(number: String?, on day: Day) {
    self.number = number
    on = day
  }
}

extension RehousingContext {
  /// The household is registered, or renews: its number stays valid for a year (CCH R441-2-7).
  mutating func receive(_ demand: RelogementDemande) throws {
    if let known = file.registration, known.on > demand.date { return }
    try learn(demand.profil)
    if let known = file.registration, known.on == demand.date { return }
    file.registration = Registration(
      number: demand.numero ?? file.registration?.number, on: demand.date)
    guard !file.demand.isRehoused else { return }
    arm(.registration, try registrationEnd(demand.date))
  }

  /// Who looks already is told what it must look for, once it is known.
  private mutating func learn(_ profile: ProfilLogement?) throws {
    guard let profile, profile != file.profile else { return }
    file.profile = profile
    guard file.demand.isOpen, file.acceptedOffer == nil else { return }
    try tellSearchers(
      .logementARechercher,
      "Le profil de ce ménage est connu (rang de priorité \(file.rank)) : proposez-lui un logement"
        + " adapté, en citant le dossier.", article: RehousingBasis.search)
  }

  private func registrationEnd(_ day: Day) throws -> Deadline {
    try rules.calendar.deadline(
      origin: day, delay: .months(rules.charter.registrationMonths), rule: "SNE.renouvellement",
      article: RehousingBasis.registration, counting: .fixed)
  }

  /// The year is over: without a renewal the household loses its place in the queue.
  mutating func registrationExpired() throws {
    guard file.registration != nil, !file.demand.isRehoused else { return }
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .relogementUrgent, to: kind,
        "La demande de logement social n'est plus valable : renouvelez-la pour garder son"
          + " ancienneté.", article: RehousingBasis.registration)
    }
  }
}
