public import Contracts
public import Vocabulary

/// What one accepted event said of its household: the past from which a dossier is told again when
/// an event is rectified, or two dossiers are joined or parted.
public struct Contribution: Sendable, Hashable {
  public let id: Reception.ID
  /// The dossier that its own identification leads to, whatever was merged since.
  public let home: HouseholdID
  public let kind: EventKind
  public let genre: PartnerKind
  /// The day of its first reception.
  public let receivedOn: Day
  /// Rank of reception among all events.
  public let place: Int
  public var actOn: Day
  /// How it named its household.
  public var menage: Identification
  /// What it told; `nil` where it cannot be read any more.
  public var event: PartnerEvent?
  /// Whether its sender withdrew it.
  public var isWithdrawn: Bool
  /// Whether its sender spoke as the dossier's own étude or landlord, or is neither.
  public let isParty: Bool

  public init(
    id: Reception.ID, home: HouseholdID, kind: EventKind, genre: PartnerKind, receivedOn: Day,
    place: Int, actOn: Day, menage: Identification, event: PartnerEvent?,
    isWithdrawn: Bool = false, isParty: Bool = true
  ) {
    self.id = id
    self.home = home
    self.kind = kind
    self.genre = genre
    self.receivedOn = receivedOn
    self.place = place
    self.actOn = actOn
    self.menage = menage
    self.event = event
    self.isWithdrawn = isWithdrawn
    self.isParty = isParty
  }

  /// How it named its household, as JSON.
  public var menageText: String {
    // No identification can fail to be encoded; should one, the event names nobody.
    (try? Wire.encode(menage)) ?? "{}"
  }

  /// The place of a message that tells this event, before its consequences.
  func chain(_ type: String, _ place: Int) -> CausalPosition? {
    CausalPosition(act: type, on: actOn, id: placeAmongEquals + id.name).consequence(place)
  }

  /// Of one day, an answer to a transfer comes after its proposal, whoever sends it.
  private var placeAmongEquals: String {
    guard case .dossierTransfert(let transfer) = event else { return "" }
    switch transfer.etape {
    case .propose: return ""
    case .recu, .refuse: return "~"
    }
  }
}
