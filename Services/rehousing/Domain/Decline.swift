import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// A landlord, its commission or a réservataire does not house the household: the préfet may have
/// to attribute in its place (instruction § 2.2).
public struct Decline: Sendable, Hashable {
  public var on: Day
  /// The broker account that declines.
  public var sender: String
  public var offer: String?
  /// Why, as a short code.
  public var motive: String

  public init(on day: Day, sender: String, offer: String?, motive: String) {
    on = day
    self.sender = sender
    self.offer = offer
    self.motive = motive
  }
}

extension RehousingContext {
  /// Somebody who was asked does not house the household. An offer that the household had accepted
  /// is looked for again at once.
  mutating func receive(_ refusal: RelogementRefus, from sender: String) throws {
    guard file.declines.count < RehousingFile.maximumOffers else {
      refuse("trop de refus pour ce dossier")
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
}
