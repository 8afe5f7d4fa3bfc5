import Casework
public import Contracts
import LegalCalendar
public import Vocabulary

/// A dwelling that a landlord or a réservataire offers.
public struct Offer: Sendable, Hashable {
  public var reference: String
  /// The broker account that offers; `nil` while only the household's answer is known.
  public var sender: String?
  /// By which path; `nil` where the sender did not say.
  public var path: RelogementProposition.Voie?
  /// The day of the offer; of the answer while the offer itself is not known.
  public var offeredOn: Day
  /// Whether the dwelling suits the household's needs and means.
  public var isSuitable: Bool
  /// Rent and charges of a month; `nil` while the offer itself is not known.
  public var rent: Cents?
  public var state: OfferState

  public init(
    reference: String, sender: String?, path: RelogementProposition.Voie? = nil, offeredOn: Day,
    isSuitable: Bool, rent: Cents?,
    state: OfferState
  ) {
    self.reference = reference
    self.sender = sender
    self.path = path
    self.offeredOn = offeredOn
    self.isSuitable = isSuitable
    self.rent = rent
    self.state = state
  }
}

/// What became of an offer.
public enum OfferState: Sendable, Hashable {
  /// It waits for the answer to another one.
  case queued(on: Day)
  /// The household was told; `isReminded` once it was told a second time.
  case transmitted(on: Day, isReminded: Bool)
  /// It does not suit the household: it was never transmitted.
  case unsuitable(on: Day)
  /// The household refused, for a motive given as a short code.
  case refused(on: Day, motive: String?)
  /// The household did not answer, even after a reminder.
  case unanswered(on: Day)
  /// The household accepted; `isReminded` once the landlord was reminded of the lease.
  case accepted(on: Day, isReminded: Bool)
  /// It was accepted and no lease came.
  case lapsed(on: Day)
  case leased(on: Day)
  /// It is of no use any more.
  case withdrawn(on: Day)

  /// Whether the household has been told and has not answered.
  public var isUnderWay: Bool {
    switch self {
    case .transmitted: true
    case .queued, .unsuitable, .refused, .unanswered, .accepted, .lapsed, .leased, .withdrawn: false
    }
  }

  /// Whether the lease is awaited.
  public var isAccepted: Bool {
    switch self {
    case .accepted: true
    case .queued, .transmitted, .unsuitable, .refused, .unanswered, .lapsed, .leased, .withdrawn:
      false
    }
  }

  /// Whether it waits for its turn.
  public var isQueued: Bool {
    switch self {
    case .queued: true
    case .transmitted, .unsuitable, .refused, .unanswered, .accepted, .lapsed, .leased, .withdrawn:
      false
    }
  }

  /// Whether a household that says yes may still have it: a late answer is not lost.
  public var mayBeAccepted: Bool {
    switch self {
    case .queued, .transmitted, .unsuitable, .refused, .unanswered, .lapsed, .withdrawn: true
    case .accepted, .leased: false
    }
  }

  /// Whether it has ever reached the household: an offer that did not is no offer in law.
  public var hasReachedHousehold: Bool {
    switch self {
    case .transmitted, .refused, .unanswered, .accepted, .lapsed, .leased: true
    case .queued, .unsuitable, .withdrawn: false
    }
  }
}

// Offers: one at a time to the household, the others in a queue.

extension RehousingContext {
  /// Sends a notice about an offer.
  mutating func tell(
    _ code: Notice.Code, to recipient: Destination, _ text: String, article: String,
    due: Day? = nil, offer: Offer?
  ) throws {
    try tell(code, to: recipient, text, article: article, due: due) {
      $0.montant = offer?.rent
      $0.offre = offer?.reference
    }
  }

  /// A landlord offers a dwelling. Said twice, it is one offer.
  mutating func receive(_ offer: RelogementProposition, from sender: String) throws {
    if let known = file.offers.firstIndex(where: {
      $0.reference == offer.offre && ($0.sender == sender || $0.sender == nil)
    }) {
      return try complete(known, with: offer, from: sender)
    }
    guard file.offers.count < RehousingFile.maximumOffers else {
      refuse("trop d'offres pour ce dossier")
      return
    }
    file.offers.append(
      Offer(
        reference: offer.offre, sender: sender, path: offer.voie, offeredOn: offer.date,
        isSuitable: offer.adaptee, rent: offer.loyer,
        state: offer.adaptee ? .queued(on: today) : .unsuitable(on: today)))
    guard !file.demand.isRehoused, file.acceptedOffer == nil else {
      return try withdrawOffers(except: file.acceptedOffer)
    }
    guard offer.adaptee else {
      return try tell(
        .logementARechercher, to: .user(sender),
        "Le logement proposé n'est pas adapté au ménage : proposez-en un autre.",
        article: RehousingBasis.search, offer: file.offers.last)
    }
    try transmitNext()
  }

  /// An offer of which only the answer was known. The household has already chosen: nothing is
  /// transmitted, but it may be the offer that the préfet owed.
  private mutating func complete(
    _ index: Int, with offer: RelogementProposition, from sender: String
  ) throws {
    guard file.offers[index].sender == nil else { return }
    file.offers[index].sender = sender
    file.offers[index].offeredOn = offer.date
    file.offers[index].isSuitable = offer.adaptee
    file.offers[index].rent = offer.loyer
    file.offers[index].path = offer.voie
    try noticeDALOOffer()
  }

  /// Sends the household the oldest offer that waits, unless it has one to answer.
  mutating func transmitNext() throws {
    guard file.offerUnderWay == nil, file.acceptedOffer == nil, !file.demand.isRehoused else {
      return
    }
    let waiting = file.offers.indices.filter { file.offers[$0].state.isQueued }
    guard
      let next = waiting.min(by: {
        (file.offers[$0].offeredOn, $0) < (file.offers[$1].offeredOn, $1)
      })
    else { return }
    file.offers[next].state = .transmitted(on: today, isReminded: false)
    // From the day on which the household is told.
    let deadline = try rules.calendar.deadline(.calReponse, origin: today, decidedBy: today)
    arm(.offerReply, deadline)
    let due = deadline.due
    try tellHousehold(
      "Un logement adapté est proposé au ménage : recueillez sa réponse avant l'échéance.",
      due: due, offer: file.offers[next])
    try report(
      .offerMade, on: file.offers[next].offeredOn,
      "Un logement adapté est proposé au ménage, qui a dix jours pour répondre.",
      article: RehousingBasis.answer, until: due)
    try noticeDALOOffer()
  }

  private mutating func tellHousehold(_ text: String, due: Day, offer: Offer) throws {
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .offreATransmettre, to: .kind(kind), text, article: RehousingBasis.answer, due: due,
        offer: offer)
    }
  }

  /// The household answers. A late yes is still a yes while no other offer is accepted.
  mutating func receive(_ answer: RelogementReponse) throws {
    guard !file.demand.isRehoused, let index = try offer(answeredBy: answer) else { return }
    if answer.accepte {
      try accept(index, on: answer.date)
    } else {
      try refuse(index, answer)
    }
  }

  /// The offer that the answer is about. An answer may come before its offer: it then stands for
  /// it.
  private mutating func offer(answeredBy answer: RelogementReponse) throws -> Int? {
    let named = file.offers.indices.filter { file.offers[$0].reference == answer.offre }
    if let underWay = named.first(where: { file.offers[$0].state.isUnderWay }) { return underWay }
    if let known = named.first { return known }
    guard file.offers.count < RehousingFile.maximumOffers else {
      refuse("trop d'offres pour ce dossier")
      return nil
    }
    file.offers.append(
      Offer(
        reference: answer.offre, sender: nil, offeredOn: answer.date, isSuitable: false,
        rent: nil, state: .queued(on: today)))
    return file.offers.count - 1
  }

  private mutating func accept(_ index: Int, on day: Day) throws {
    guard file.acceptedOffer == nil, file.offers[index].state.mayBeAccepted else {
      // One dwelling is enough: the first yes counts, and the offer does not wait for nothing.
      if file.offers[index].state.isQueued { file.offers[index].state = .withdrawn(on: today) }
      return
    }
    try reportUnsentOffer(index, on: day)
    file.offers[index].state = .accepted(on: day, isReminded: false)
    let due = try arm(.offerLease, after: .days(rules.charter.leaseDays))
    disarm(.offerReply)
    try withdrawOffers(except: index)
    if file.demand.isOpen {
      try tellSearchers(
        .relogementSansObjet,
        "Le ménage a accepté un logement : suspendez la recherche et retirez les autres"
          + " propositions.", article: RehousingBasis.search)
    }
    try report(
      .offerAccepted, on: day, "Le ménage accepte le logement proposé ; le bail est attendu.",
      article: RehousingBasis.answer, until: due)
    try noticeDALOOffer()
  }

  /// The household answers an offer that Amont did not send it: it heard of it otherwise.
  private mutating func reportUnsentOffer(_ index: Int, on day: Day) throws {
    guard !file.offers[index].state.hasReachedHousehold else { return }
    try report(
      .offerMade, on: day, "Un logement a été proposé au ménage, qui y répond.",
      article: RehousingBasis.answer)
  }

  private mutating func refuse(_ index: Int, _ answer: RelogementReponse) throws {
    let refused = OfferState.refused(on: answer.date, motive: answer.motif)
    let isAboutAnother = file.offerUnderWay != nil && file.offerUnderWay != index
    switch file.offers[index].state {
    case .queued where isAboutAnother, .unanswered:
      // Nothing to report: the offer under way is another one, or silence was already a refusal.
      file.offers[index].state = refused
      return
    case .queued, .transmitted: break
    case .unsuitable, .refused, .accepted, .lapsed, .leased, .withdrawn: return
    }
    try reportUnsentOffer(index, on: answer.date)
    let wasUnderWay = file.offers[index].state.isUnderWay
    file.offers[index].state = refused
    try report(
      answer.motif == nil ? .offerRefusedUnjustified : .offerRefusedWithReason, on: answer.date,
      answer.motif == nil
        ? "Le ménage refuse le logement proposé sans donner de motif."
        : "Le ménage refuse le logement proposé ; le motif est enregistré.",
      article: RehousingBasis.answer)
    try warnOfDALORefusal(file.offers[index])
    if wasUnderWay { disarm(.offerReply) }
    try transmitNext()
  }

  /// CCH art. R441-16-3: an unjustified refusal may end the right. Only the commission and the
  /// préfet may say so; until then the household keeps it.
  private mutating func warnOfDALORefusal(_ offer: Offer) throws {
    guard file.dalo.isPriority, offer.isSuitable else { return }
    for kind in [PartnerKind.prefecture, .commissionMediation] {
      try tell(
        .dossierARevoir, to: .kind(kind),
        "Le ménage prioritaire a refusé une offre adaptée : appréciez le motif du refus.",
        article: RehousingBasis.daloRefusal, offer: offer)
    }
  }

  /// Withdraws the offers that wait for the household or for their turn, and tells their senders.
  mutating func withdrawOffers(except kept: Int?) throws {
    for index in file.offers.indices where index != kept {
      switch file.offers[index].state {
      case .queued, .transmitted, .accepted:
        file.offers[index].state = .withdrawn(on: today)
        guard let sender = file.offers[index].sender else { continue }
        try tell(
          .relogementSansObjet, to: .user(sender),
          "L'offre est sans objet : remettez le logement à la disposition d'autres ménages.",
          article: RehousingBasis.search, offer: file.offers[index])
      case .unsuitable, .refused, .unanswered, .lapsed, .leased, .withdrawn: continue
      }
    }
  }
}
