public import Vocabulary

/// One message as a service sees it: a CloudEvents 1.0 event, whoever sent it.
public struct Message: Hashable, Sendable {
  /// Unique for its source; with `source`, what makes a replay recognisable for ever.
  public let id: String
  /// The CloudEvents source: `amont/<service>`, `partner/<user>`, or `amont/<service>/deadlines`.
  public let source: String
  /// The CloudEvents type, such as `fr.amont.tribunal.assignation.v1`.
  public let type: String
  /// The dossier that the message is about; `nil` from a partner, which does not know it yet.
  public let household: HouseholdID?
  /// Rank among the messages from this source to this service about this dossier, from 1; `nil` where
  /// the sender gives none. A service applies rank 2 only after rank 1.
  public let sequence: Int?
  /// The civil day of the act or decision, by the legal time of the département.
  public let occurredOn: Day
  /// The event from outside that started the chain.
  public let correlation: String
  /// The identifier of the message that directly caused this one.
  public let causation: String?
  /// W3C trace context, carried through untouched.
  public let traceparent: String?
  /// The partner's account, as the broker itself vouches for it: the owner of the exchange that the
  /// message came by, or the user that published.
  public let sender: String?
  /// Where it stands among causes and consequences; `nil` from a partner, whose act is a root.
  public let chain: Chain?
  /// The payload: JSON, as received.
  public let data: [UInt8]
  /// What is wrong with the envelope; `nil` when it is sound.
  public let defect: EnvelopeDefect?
  /// The CloudEvents source that a partner wrote; `nil` from a service, whose source is `source`.
  public var origin: String?
  /// What makes a message of its source the same message: its identifier, unless the service that takes
  /// it says otherwise.
  public var identity: String
  /// How the broker handed the message over; `nil` for what comes from a table.
  public var handover: Handover?

  /// A message made of its parts.
  public init(
    id: String, source: String, type: String, household: HouseholdID? = nil, sequence: Int? = nil,
    occurredOn: Day, correlation: String? = nil, causation: String? = nil,
    traceparent: String? = nil, sender: String? = nil, chain: Chain? = nil, data: [UInt8],
    defect: EnvelopeDefect? = nil
  ) {
    self.id = id
    self.source = source
    self.type = type
    self.household = household
    self.sequence = sequence
    self.occurredOn = occurredOn
    self.correlation = correlation ?? id
    self.causation = causation
    self.traceparent = traceparent
    self.sender = sender
    self.chain = chain
    self.data = data
    self.defect = defect
    identity = id
  }
}

/// How the broker handed a message over.
public struct Handover: Hashable, Sendable {
  /// The queue that it came from.
  public var queue: String
  /// Whether the broker delivered it before, and does not know what became of it.
  public var redelivered: Bool
  /// How often it was returned to the queue before this delivery.
  public var returns: Int

  /// How often it was delivered from the queue, this time included.
  public var deliveries: Int { returns + 1 }

  /// What the broker said of a delivery.
  public init(queue: String, redelivered: Bool = false, returns: Int = 0) {
    self.queue = queue
    self.redelivered = redelivered
    self.returns = returns
  }
}

/// Why an envelope cannot be read. The raw value is the machine code of the refusal.
public enum EnvelopeDefect: String, CaseIterable, Codable, Sendable, Error {
  case missingIdentifier = "enveloppe.id-absent"
  case missingType = "enveloppe.type-absent"
  case missingSource = "enveloppe.source-absente"
  case unknownSpecVersion = "enveloppe.version-inconnue"
  case invalidTime = "enveloppe.date-invalide"
  case invalidSubject = "enveloppe.dossier-invalide"
  case tooLong = "enveloppe.champ-trop-long"
  case tooLarge = "enveloppe.message-trop-grand"
  case notStructured = "enveloppe.json-illisible"
  case unknownSender = "enveloppe.expediteur-inconnu"

  /// What the sender must do, in French.
  public var sentence: String {
    switch self {
    case .missingIdentifier: "L'événement n'a pas d'identifiant (ce-id) : ajoutez-en un, unique."
    case .missingType: "L'événement n'a pas de type (ce-type) : indiquez-le."
    case .missingSource: "L'événement n'a pas de source (ce-source) : indiquez-la."
    case .unknownSpecVersion: "Seule la version 1.0 de CloudEvents est acceptée (ce-specversion)."
    case .invalidTime: "La date de l'événement (ce-time) n'est pas une date RFC 3339 valide."
    case .invalidSubject: "Le dossier indiqué (ce-subject) n'est pas une référence d'Amont."
    case .tooLong: "Un champ de l'enveloppe dépasse 200 caractères : raccourcissez-le."
    case .tooLarge: "Le message dépasse 256 Kio : envoyez un événement par message."
    case .notStructured: "Le corps n'est pas un événement CloudEvents lisible en JSON."
    case .unknownSender:
      "Le message ne porte pas l'identité de l'expéditeur (user_id) : publiez avec votre compte."
    }
  }
}
