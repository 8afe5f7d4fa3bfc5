/// The six services. The raw value is the name of the executable, of its queue and of its role.
public enum ServiceName: String, CaseIterable, Codable, Sendable {
  case intake
  case socialDiagnosis = "social-diagnosis"
  case debtSettlement = "debt-settlement"
  case rehousing
  case courtLiaison = "court-liaison"
  case sagaOrchestrator = "saga-orchestrator"

  /// The CloudEvents `source` of what this service says.
  public var source: String { Self.sourcePrefix + rawValue }

  /// The service that says what bears that `source`; `nil` for any other source.
  public init?(source: String) {
    guard source.hasPrefix(Self.sourcePrefix) else { return nil }
    self.init(rawValue: String(source.dropFirst(Self.sourcePrefix.count)))
  }

  private static let sourcePrefix = "amont/"

  public var queue: String { "amont." + rawValue }

  /// Its place, from 0, in stored lists with an entry for each service: the same for ever.
  public var place: Int {
    switch self {
    case .intake: 0
    case .socialDiagnosis: 1
    case .debtSettlement: 2
    case .rehousing: 3
    case .courtLiaison: 4
    case .sagaOrchestrator: 5
    }
  }
}

/// The names of the exchanges.
public enum ExchangeName {
  /// Where partners publish who have no exchange of their own yet. Only `intake` reads it.
  public static let intake = "amont.intake"
  /// Where queues send what was delivered too often. The routing key is the queue's name.
  public static let dead = "amont.dead"
  /// Between services. The routing key is the name of the service that must receive.
  public static let services = "amont.services"
  /// To partners. The routing key is `kind.<kind>` or `user.<name>`.
  public static let partners = "amont.partners"

  /// Where that partner alone may publish: the exchange of a delivery then names its sender.
  public static func intake(of account: String) -> String { intake + "." + account }

  /// The partner that alone may publish to that exchange; `nil` for any other exchange.
  public static func partner(of exchange: String) -> String? {
    let prefix = intake + "."
    guard exchange.hasPrefix(prefix), exchange.utf8.count > prefix.utf8.count else { return nil }
    return String(exchange.dropFirst(prefix.count))
  }
}

/// The names of queues that are not a service's own.
public enum QueueName {
  /// The bytes of the longest account that every name made of it has room for.
  private static let longestAccount = 200

  /// What that partner is told.
  public static func partner(_ account: String) -> String { "amont.partner." + account }

  /// What that partner published to its own exchange.
  public static func intake(of account: String) -> String { ExchangeName.intake(of: account) }

  /// What was delivered too often from that queue.
  public static func dead(_ queue: String) -> String { queue + deadEnd }

  /// Whether messages of that queue were delivered too often from another.
  public static func isDead(_ queue: String) -> Bool { queue.hasSuffix(deadEnd) }

  /// Whether an account's queues can be told from every other queue: one that ends like a dead
  /// queue would take what was delivered too often to another partner.
  public static func admits(account: String) -> Bool {
    !account.isEmpty && account.utf8.count <= longestAccount && !isDead(account)
      && account.utf8.allSatisfy { $0 > 32 && $0 != 127 }
  }

  private static let deadEnd = ".dead"
}

extension ExchangeName {
  /// The exchange by which everything comes that a service takes from that queue, also where the
  /// broker handed it on from one queue to the next and names another exchange. `nil` for a
  /// partner's queue.
  public static func feeding(_ queue: String) -> String? {
    let living = QueueName.isDead(queue) ? String(queue.dropLast(QueueName.dead("").count)) : queue
    if living == intake || partner(of: living) != nil { return living }
    return ServiceName.allCases.contains { $0.queue == living } ? services : nil
  }
}

/// How often the broker delivers one message before it takes it for a dead letter.
public enum DeliveryLimit {
  /// From a queue of work: the default of RabbitMQ 4, so that every version does the same. A
  /// message that kills its consumer is set apart within a minute of reconnecting; its neighbours,
  /// which come back as often, lose nothing: the dead queue is taken from as well.
  public static let work = 20
  /// Where nothing may leave, however often it comes back. Not -1: to RabbitMQ 4 that is "for
  /// ever", to RabbitMQ 3.10 "once".
  public static let patient = 2_147_483_647
}
