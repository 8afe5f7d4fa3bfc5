/// The six services. The raw value is the name of the executable, of its queue and of its role.
public enum ServiceName: String, CaseIterable, Codable, Sendable {
  case intake
  case socialDiagnosis = "social-diagnosis"
  case debtSettlement = "debt-settlement"
  case rehousing
  case courtLiaison = "court-liaison"
  case sagaOrchestrator = "saga-orchestrator"

  /// The CloudEvents `source` of what this service says.
  public var source: String { "amont/" + rawValue }

  /// The queue from which this service takes its messages.
  public var queue: String { "amont." + rawValue }
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
  /// What that partner published to its own exchange.
  public static func intake(of account: String) -> String { ExchangeName.intake(of: account) }

  /// What was delivered too often from that queue.
  public static func dead(_ queue: String) -> String { queue + ".dead" }

  /// Whether messages of that queue were delivered too often from another.
  public static func isDead(_ queue: String) -> Bool { queue.hasSuffix(".dead") }
}
