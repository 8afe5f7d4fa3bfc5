import Contracts
import LegalCalendar
import Vocabulary

// The household's own demands, and those who decline to house it.

extension RehousingWork {
  /// The household is registered, or renews: its number stays valid for a year (CCH R441-2-7).
  mutating func receive(_ demand: RelogementDemande) throws {
    if let known = file.registration, known.on >= demand.date { return }
    file.registration = Registration(
      number: demand.numero ?? file.registration?.number, on: demand.date)
    guard !file.demand.isRehoused else { return }
    arm(.registration, try registrationEnd(demand.date))
  }

  private func registrationEnd(_ day: Day) throws -> Deadline {
    try rules.calendar.deadline(
      origin: day, delay: .months(rules.charter.registrationMonths), rule: "SNE.renouvellement",
      article: Basis.registration, counting: .fixed)
  }

  /// The year is over: without a renewal the household loses its place in the queue.
  mutating func registrationExpired() throws {
    guard file.registration != nil, !file.demand.isRehoused else { return }
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .relogementUrgent, to: .kind(kind),
        "La demande de logement social n'est plus valable : renouvelez-la pour garder son"
          + " ancienneté.", article: Basis.registration)
    }
  }

  /// The household asks for a place itself, at any time.
  mutating func receive(_ demand: HebergementDemande) throws {
    guard !file.demand.isRehoused, !file.accommodation.isUnderWay, !file.accommodation.isEntered
    else { return }
    try askForPlace(
      "Le ménage, menacé d'expulsion, demande un hébergement : proposez-lui une place avec un"
        + " accompagnement adapté.", reminders: 0)
  }

  /// Somebody who was asked does not house the household. An offer that the household had accepted is
  /// looked for again at once.
  mutating func receive(_ refusal: RelogementRefus, from sender: String) throws {
    guard file.declines.count < RehousingFile.maximumOffers else {
      decision = .quarantine("trop de refus pour ce dossier")
      return
    }
    file.declines.append(
      Decline(on: refusal.date, sender: sender, offer: refusal.offre, motive: refusal.motif))
    let index = file.offers.firstIndex {
      $0.reference == refusal.offre && ($0.sender == sender || $0.sender == nil)
    }
    guard let index else { return }
    switch file.offers[index].state {
    case .queued, .transmitted:
      let wasUnderWay = file.offers[index].state.isUnderWay
      file.offers[index].state = .withdrawn(on: refusal.date)
      if wasUnderWay { disarm(.offerReply) }
      try transmitNext()
    case .accepted:
      disarm(.offerLease)
      file.offers[index].state = .lapsed(on: refusal.date)
      try searchAgain(
        "Le bailleur ne signe pas le bail de l'offre acceptée : la recherche reprend.",
        file.offers[index])
    case .unsuitable, .refused, .unanswered, .lapsed, .leased, .withdrawn: return
    }
  }

  /// The préfet decides that the right is lost, or that nothing holds him any more: nobody else can.
  mutating func receive(_ end: DALOFin) throws {
    switch file.dalo {
    case .priority(let day, _), .filed(let day): guard end.date >= day else { return }
    case .none, .refused, .lost: return
    }
    file.dalo = .lost(on: end.date)
    disarm(.daloDecision, .daloOffer)
    try report(
      .daloRightLost, on: end.date, "Le préfet met fin au droit à l'offre au titre du DALO.",
      article: Basis.daloRefusal)
  }
}
