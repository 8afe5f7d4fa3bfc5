public import Contracts
public import Vocabulary

/// An event that came before its dossier was open: kept until a signal opens one that it names, or
/// its delay ends.
public struct WaitingEvent: Sendable, Hashable {
  public let id: Reception.ID
  /// What its deadline is armed under: it is no dossier.
  public let ticket: HouseholdID
  public let kind: EventKind
  /// The day of its first reception.
  public let receivedOn: Day
  public let actOn: Day
  /// How it names its household.
  public let menage: Identification
  /// Its payload, as published.
  public let body: String
  /// By which of its keys a dossier may recognise it.
  public let keys: [IdentityKey]
  /// Why a commission looks at it; `nil` for one that only came before its dossier.
  public let hold: Hold?

  /// Why an event is held.
  public struct Hold: Sendable, Hashable {
    /// The dossier to which its references lead.
    public let dossier: HouseholdID
    /// What of it that dossier contradicts.
    public let contradictions: [Contradiction]

    public init(dossier: HouseholdID, contradictions: [Contradiction]) {
      self.dossier = dossier
      self.contradictions = contradictions
    }
  }

  public init(
    id: Reception.ID, ticket: HouseholdID, kind: EventKind, receivedOn: Day, actOn: Day,
    menage: Identification, body: String, keys: [IdentityKey], hold: Hold? = nil
  ) {
    self.id = id
    self.ticket = ticket
    self.kind = kind
    self.receivedOn = receivedOn
    self.actOn = actOn
    self.menage = menage
    self.body = body
    self.keys = keys
    self.hold = hold
  }

  var message: Message {
    var message = Message(
      id: id.event, source: "partner/" + id.sender, type: kind.type,
      household: menage.dossier, occurredOn: receivedOn, sender: id.sender, data: Array(body.utf8))
    message.origin = id.source
    return message
  }

  /// Its place among the acts.
  var chain: CausalPosition { CausalPosition(act: kind.type, on: actOn, id: id.name) }

  /// How it names its household, as JSON.
  public var menageText: String { (try? Wire.encode(menage)) ?? "{}" }
}

extension References {
  /// The keys by which a dossier may be recognised later; none for an event that names nobody but
  /// by the reference of a dossier.
  var recognising: [IdentityKey] { strong + people }
}
