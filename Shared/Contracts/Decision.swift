public import Vocabulary

/// What a service answers to one message: pure data, performed by the runtime in one transaction.
public struct Decision: Sendable, Equatable {
  /// What must be sent, in order.
  public var outgoing: [Outgoing]
  public var deadlines: [DeadlineChange]
  public var verdict: Verdict

  public init(
    outgoing: [Outgoing] = [], deadlines: [DeadlineChange] = [], verdict: Verdict = .applied
  ) {
    (self.outgoing, self.deadlines, self.verdict) = (outgoing, deadlines, verdict)
  }

  /// The message cannot be understood and an operator must look; nothing else happens.
  ///
  /// - Parameter reason: A code and a place (`champ dette`), never a value from the message.
  public static func quarantine(_ reason: String) -> Decision {
    Decision(verdict: .quarantined(reason: reason))
  }
}

/// What became of a message.
public enum Verdict: Sendable, Equatable {
  /// The message had its effect (which may be none, on purpose).
  case applied
  /// The message is kept for an operator. `reason` holds no personal data.
  case quarantined(reason: String)
}

/// A change to the deadlines of the message's dossier.
public enum DeadlineChange: Sendable, Equatable {
  /// Arms the deadline of that kind, replacing one already armed. It fires when the business date
  /// reaches `firesOn`: the day after `deadline.due` for a delay that must have run out.
  case arm(kind: String, deadline: Deadline, firesOn: Day, household: HouseholdID)
  /// Disarms the deadline of that kind; without effect where none is armed.
  case disarm(kind: String, household: HouseholdID)
}

/// A message to send, as decided. The runtime gives it its identifier and its rank.
public struct Outgoing: Sendable, Equatable {
  public let destination: Destination
  /// The CloudEvents type.
  public let type: String
  /// The dossier; `nil` only in an answer to a partner whose message names none.
  public let household: HouseholdID?
  /// The civil day of what is told.
  public let occurredOn: Day
  /// The payload, as JSON text.
  public let data: String
  /// Where it stands among causes and consequences; the runtime says so.
  public var chain: CausalPosition?

  public init(
    to destination: Destination, type: String, household: HouseholdID?, occurredOn: Day,
    data: String
  ) {
    (self.destination, self.type, self.household, self.occurredOn, self.data) =
      (destination, type, household, occurredOn, data)
  }
}

/// Who receives a message. One message has one recipient: what two must know is sent twice.
public enum Destination: Hashable, Sendable {
  case service(ServiceName)
  /// The correspondent of a kind of partner: the préfecture, the FSL…
  case kind(PartnerKind)
  /// One partner by the name of its broker account: this étude, that landlord.
  case user(String)

  public var exchange: String {
    switch self {
    case .service: ExchangeName.services
    case .kind, .user: ExchangeName.partners
    }
  }

  public var routingKey: String {
    switch self {
    case .service(let name): name.rawValue
    case .kind(let kind): "kind." + kind.rawValue
    case .user(let name): "user." + name
    }
  }
}

extension Destination {
  /// The recipient of a message that was sent; `nil` for an address that this release does not
  /// know.
  public init?(exchange: String, routingKey: String) {
    if exchange == ExchangeName.services, let name = ServiceName(rawValue: routingKey) {
      self = .service(name)
    } else if exchange == ExchangeName.partners, routingKey.hasPrefix("user.") {
      self = .user(String(routingKey.dropFirst(5)))
    } else if exchange == ExchangeName.partners, routingKey.hasPrefix("kind."),
      let kind = PartnerKind(rawValue: String(routingKey.dropFirst(5)))
    {
      self = .kind(kind)
    } else {
      return nil
    }
  }
}

/// The notice that the runtime gives a service when one of its deadlines fires.
public struct DeadlineFired: Codable, Sendable, Hashable {
  /// The CloudEvents type of such a notice.
  public static let type = "amont.deadline.fired.v1"
  /// The kind under which it was armed.
  public let kind: String
  public let deadline: Deadline

  public init(kind: String, deadline: Deadline) {
    (self.kind, self.deadline) = (kind, deadline)
  }
}
