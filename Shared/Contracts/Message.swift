public import Vocabulary

/// One message as a service sees it: a CloudEvents 1.0 event, whoever sent it.
public struct Message: Hashable, Sendable {
  /// What never changes of it: kept once, however often the message changes hands.
  private let envelope: Envelope
  /// The instant that the sender gave the event, in seconds since 1970; `nil` where it gave a day
  /// or nothing.
  public var instant: Int?
  /// The AMQP message_id, printable, of a message whose own identifier cannot be quoted whole: by
  /// it its sender knows which one is answered.
  public var messageID: String?
  public var correlationID: String?
  /// The CloudEvents source that a partner wrote; `nil` from a service, whose source is `source`.
  public var origin: String?
  /// What makes a message of its source the same message: its identifier, unless the service that
  /// takes it says otherwise.
  public var identity: String
  /// Which time it is decided: what follows from each time has identifiers of its own.
  public var attempt = Attempt.first
  /// How the broker handed the message over; `nil` for what comes from a table.
  public var handover: Handover?

  public init(
    id: String, source: String, type: String, household: HouseholdID? = nil, sequence: Int? = nil,
    occurredOn: Day, correlation: String? = nil, causation: String? = nil,
    traceparent: String? = nil, sender: String? = nil, chain: CausalPosition? = nil, data: [UInt8],
    defect: EnvelopeDefect? = nil
  ) {
    envelope = Envelope(
      Envelope.Fields(
        id: id, source: source, type: type, household: household, sequence: sequence,
        occurredOn: occurredOn, correlation: correlation ?? id, causation: causation,
        traceparent: traceparent, sender: sender, chain: chain, data: data, defect: defect))
    identity = id
  }
}

extension Message {
  /// Digits of the digest that stands behind the identifier, and a mark, in the identity of what a
  /// partner published. Nobody but its own sender could make two contents agree.
  public static let identityDigits = 16

  /// Unique for its source; with `source`, what makes a replay recognisable for ever.
  public var id: String { envelope.fields.id }
  /// The CloudEvents source: `amont/<service>`, `partner/<user>`, or `amont/<service>/deadlines`.
  public var source: String { envelope.fields.source }
  /// The CloudEvents type, such as `fr.amont.tribunal.assignation.v1`.
  public var type: String { envelope.fields.type }
  /// The dossier that the message is about; `nil` from a partner, which does not know it yet.
  public var household: HouseholdID? { envelope.fields.household }
  /// Rank among the messages from this source to this service about this dossier, from 1; `nil`
  /// where the sender gives none. A service applies rank 2 only after rank 1.
  public var sequence: Int? { envelope.fields.sequence }
  /// The civil day of the act or decision, by the legal time of the département.
  public var occurredOn: Day { envelope.fields.occurredOn }
  /// The event from outside that started the chain.
  public var correlation: String { envelope.fields.correlation }
  /// The identifier of the message that directly caused this one.
  public var causation: String? { envelope.fields.causation }
  /// W3C trace context, carried through untouched.
  public var traceparent: String? { envelope.fields.traceparent }
  /// The partner's account, as the broker itself vouches for it: the owner of the exchange that the
  /// message came by, or the user that published.
  public var sender: String? { envelope.fields.sender }
  /// Where it stands among causes and consequences; `nil` from a partner, whose act is a root.
  public var chain: CausalPosition? { envelope.fields.chain }
  /// The payload: JSON, as received.
  public var data: [UInt8] { envelope.fields.data }
  /// What is wrong with the envelope; `nil` when it is sound.
  public var defect: EnvelopeDefect? { envelope.fields.defect }
}

/// The fields that a message keeps for good, behind one reference.
private final class Envelope: Hashable, Sendable {
  struct Fields: Hashable, Sendable {
    let id: String, source: String, type: String
    let household: HouseholdID?, sequence: Int?, occurredOn: Day
    let correlation: String, causation: String?, traceparent: String?, sender: String?
    let chain: CausalPosition?, data: [UInt8], defect: EnvelopeDefect?
  }
  let fields: Fields

  init(_ fields: Fields) { self.fields = fields }

  static func == (left: Envelope, right: Envelope) -> Bool {
    left === right || left.fields == right.fields
  }

  func hash(into hasher: inout Hasher) { hasher.combine(fields) }
}

/// Which time a message is decided.
public enum Attempt: Hashable, Sendable {
  /// It was never seen before.
  case first
  /// Its sender published it again; the number counts the copies.
  case again(Int)
  /// An operator released it from quarantine; the number is never the same twice.
  case released(Int)

  /// What the identifiers of its consequences have behind that of the message.
  public var suffix: String {
    switch self {
    case .first: ""
    case .again(let count): ".doublon\(count)"
    case .released(let number): ".repris\(number)"
    }
  }
}

/// How the broker handed a message over.
public struct Handover: Hashable, Sendable {
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
