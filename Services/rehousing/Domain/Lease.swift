import Casework
import Contracts
import LegalCalendar
import Vocabulary

// From an offer without an answer to the lease.

extension RehousingContext {
  /// Ten days without an answer: remind once; then, as the text treats silence as a refusal, go on
  /// with the next offer and have the household contacted again.
  mutating func offerReplyExpired() throws {
    guard let index = file.offerUnderWay,
      case .transmitted(let sent, let isReminded) = file.offers[index].state
    else { return }
    guard isReminded else {
      file.offers[index].state = .transmitted(on: sent, isReminded: true)
      let due = try arm(
        .offerReply, after: .days(rules.charter.reminderDays))
      for kind in [PartnerKind.menage, .serviceSocial] {
        try tell(
          .offreATransmettre, to: .kind(kind),
          "Rappel : l'offre de logement est sans réponse. Répondez avant l'échéance, après quoi elle"
            + " vaut refus.", article: RehousingBasis.answer, due: due, offer: file.offers[index])
      }
      return
    }
    file.offers[index].state = .unanswered(on: today)
    try tell(
      .contactEnRetard, to: .kind(.serviceSocial),
      "Le ménage n'a pas répondu à une offre de logement : reprenez contact avec lui.",
      article: RehousingBasis.search, offer: file.offers[index])
    try report(
      .offerRefused, on: today,
      "L'offre de logement est restée sans réponse malgré un rappel ; le service social reprend"
        + " contact.", article: RehousingBasis.answer)
    try transmitNext()
  }

  /// The accepted offer has no lease yet: remind its landlord once, then look again.
  mutating func offerLeaseExpired() throws {
    guard let index = file.acceptedOffer,
      case .accepted(let day, let isReminded) = file.offers[index].state
    else { return }
    let offer = file.offers[index]
    guard isReminded else {
      file.offers[index].state = .accepted(on: day, isReminded: true)
      let due = try arm(.offerLease, after: .days(rules.charter.leaseDays))
      return try tell(
        .relogementUrgent, to: offer.sender.map(Destination.user) ?? .kind(.bailleurSocial),
        "Le ménage a accepté votre offre et aucun bail n'est signé : signez-le, ou dites pourquoi.",
        article: RehousingBasis.search, due: due, offer: offer)
    }
    file.offers[index].state = .lapsed(on: today)
    try searchAgain(
      "L'offre acceptée par le ménage n'a pas abouti à un bail : la recherche reprend.", offer)
  }

  /// What was accepted comes to nothing: the préfet is told, and everybody looks again.
  mutating func searchAgain(_ text: String, _ offer: Offer) throws {
    try tell(
      .relogementUrgent, to: .kind(.prefecture), text, article: RehousingBasis.attribution,
      offer: offer)
    guard file.demand.isOpen else { return }
    let due = try arm(.demandReply, after: .days(rules.charter.urgentReplyDays))
    try tellSearchers(
      .logementARechercher,
      "L'offre acceptée n'a pas abouti : reprenez la recherche d'un logement (rang de priorité"
        + " \(file.rank)).", article: RehousingBasis.search, due: due)
    try report(
      .rehousingStarted, on: today,
      "L'offre acceptée n'a pas abouti à un bail ; la recherche d'un logement reprend.",
      article: RehousingBasis.search)
    try transmitNext()
  }

  /// The new lease is signed: the household is rehoused, whatever was known of the offer.
  mutating func receive(_ lease: RelogementBail) throws {
    guard !file.demand.isRehoused else { return }
    let searchersKnow = file.acceptedOffer != nil
    let index = leasedOffer(lease)
    try withdrawEverything(except: index, searchersKnow: searchersKnow)
    disarm(.offerLease)
    file.demand = .rehoused(on: lease.date)
    try releaseDALO()
    try report(
      .rehoused, on: lease.date, "Le ménage est relogé : le nouveau bail est signé.",
      article: RehousingBasis.search)
  }

  private mutating func leasedOffer(_ lease: RelogementBail) -> Int? {
    let named = file.offers.indices.filter { file.offers[$0].reference == lease.offre }
    // Two senders may use one reference: the accepted offer is the likelier one.
    let index = named.first { file.offers[$0].state.isAccepted } ?? named.first
    if let index { file.offers[index].state = .leased(on: lease.date) }
    return index
  }
}
