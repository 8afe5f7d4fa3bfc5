public import Contracts

/// What a service does with one kind of partner's event.
public struct When<Service: CaseworkService>: Sendable {
  public let kind: EventKind
  public let payload: any (Codable & Sendable & Hashable).Type
  let handle: @Sendable (inout DecisionContext<Service>, Message) throws -> Void

  /// When an event of that kind comes, this is done with its payload and with who sent it.
  public init<Body: Codable & Sendable & Hashable>(
    _ kind: EventKind, _ payload: Body.Type,
    do handle:
      @escaping @Sendable (inout DecisionContext<Service>, Body, EventSender) throws -> Void
  ) {
    self.kind = kind
    self.payload = payload
    self.handle = { context, message in
      let forwarded = try Wire.decode(Forwarded<Body>.self, from: message.data)
      try handle(&context, forwarded.evenement, EventSender(forwarded))
    }
  }

  /// When an event of that kind comes, this is done with its payload, whoever sent it.
  public init<Body: Codable & Sendable & Hashable>(
    _ kind: EventKind, _ payload: Body.Type,
    do handle: @escaping @Sendable (inout DecisionContext<Service>, Body) throws -> Void
  ) {
    self.init(kind, payload) { context, body, _ in try handle(&context, body) }
  }
}

/// Who sent a partner's event, as intake says it.
public struct EventSender: Sendable, Hashable {
  public let account: String
  public let kind: PartnerKind
  /// Whether the sender may be taken for the dossier's own huissier or landlord.
  public let isParty: Bool

  init<Body>(_ forwarded: Forwarded<Body>) {
    account = forwarded.expediteur
    kind = forwarded.genre
    isParty = !(forwarded.tiers ?? false)
  }
}

/// The events of partners that a service owns, each with what it does.
public struct EventHandlers<Service: CaseworkService>: Sendable {
  public let kinds: [EventKind]
  private let handlers: [EventKind: When<Service>]

  public init(@EventHandlerList<Service> _ handlers: () -> [When<Service>]) {
    let written = handlers()
    kinds = written.map(\.kind)
    self.handlers = Dictionary(written.map { ($0.kind, $0) }) { first, _ in first }
  }

  /// The kinds that the service takes, and the type that each is read as.
  public var payloads: [EventKind: any (Codable & Sendable & Hashable).Type] {
    handlers.mapValues(\.payload)
  }

  subscript(_ kind: EventKind) -> When<Service>? { handlers[kind] }
}

/// Lets a service write its events one below the other.
@resultBuilder
public enum EventHandlerList<Service: CaseworkService> {
  /// One event.
  public static func buildExpression(_ handler: When<Service>) -> When<Service> { handler }

  /// All of them.
  public static func buildBlock(_ handlers: When<Service>...) -> [When<Service>] { handlers }
}
