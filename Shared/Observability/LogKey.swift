/// The keys of our log lines, each declared once, so that a search finds every line about a subject.
public enum LogKey {
  // The event and the message that carries it.
  /// The CloudEvents `id` of the event.
  public static let eventID = "event_id"
  /// The conversation that the event belongs to.
  public static let correlationID = "correlation_id"
  /// The event that caused this one.
  public static let causationID = "causation_id"
  /// The W3C trace.
  public static let traceID = "trace_id"
  /// The W3C span.
  public static let spanID = "span_id"
  /// The AMQP message identifier.
  public static let messageID = "message.id"
  /// The type of the event, with its version.
  public static let messageType = "message.type"
  /// Whether the broker has delivered the message before.
  public static let messageRedelivered = "message.redelivered"
  /// The size of the body, in bytes.
  public static let messageBytes = "message.bytes"
  /// How many messages were handled together.
  public static let batchSize = "batch.size"
  /// How a piece of work ended, in one word.
  public static let outcome = "outcome"
  /// Why, as a short constant text.
  public static let reason = "reason"
  /// Which try this is, counted from 1.
  public static let attempt = "attempt"

  // The dossier: its identifier says nothing about the people, so it may be written.
  /// The dossier.
  public static let household = "household.id"
  /// The state of the dossier's saga.
  public static let sagaState = "saga.state"
  /// The version of the saga's row.
  public static let sagaVersion = "saga.version"
  /// The day on which a delay ends.
  public static let deadline = "deadline"
  /// The identifier of a legal rule.
  public static let rule = "rule"
  /// The day that the business clock shows.
  public static let businessDay = "business.day"

  // The broker and the database.
  /// An exchange.
  public static let exchange = "broker.exchange"
  /// A queue.
  public static let queue = "broker.queue"
  /// A routing key.
  public static let routingKey = "broker.routing_key"
  /// The broker's reply code.
  public static let replyCode = "broker.reply_code"
  /// The number of a migration.
  public static let migration = "database.migration"
  /// The SQLSTATE of a database error.
  public static let sqlState = "database.sql_state"
  /// The constraint that a row violated.
  public static let constraint = "database.constraint"

  // The process.
  /// A host and a port.
  public static let address = "address"
  /// The name of a readiness check.
  public static let check = "check"
  /// How many.
  public static let count = "count"
  /// How long something took, in seconds.
  public static let duration = "duration_seconds"
  /// The name of a metric.
  public static let metric = "metric"
  /// The name of a signal.
  public static let signal = "signal"

  /// The keys that ``JSONLogHandler`` writes itself; metadata under them is written as `metadata.…`.
  static let reserved: Set<String> = [
    "ts", "level", "msg", "service", "version", "instance", "logger", "error", "error.type",
    truncated,
  ]

  /// Says that the line was cut at ``JSONLogHandler/maximumLineBytes``.
  static let truncated = "log.truncated"
}
