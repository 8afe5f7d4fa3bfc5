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
  /// Where partners publish. Only `intake` reads it.
  public static let intake = "amont.intake"
  /// Between services. The routing key is the name of the service that must receive.
  public static let services = "amont.services"
  /// To partners. The routing key is `kind.<kind>` or `user.<name>`.
  public static let partners = "amont.partners"
}
