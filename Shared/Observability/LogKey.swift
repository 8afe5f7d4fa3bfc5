/// The keys of our log lines, each declared once, so that a search finds every line about a
/// subject.
public enum LogKey {
  /// Why, as a short constant text.
  public static let reason = "reason"
  public static let migration = "database.migration"
  /// A host and a port.
  static let address = "address"

  /// The keys that ``JSONLogHandler`` writes itself; metadata under them is written as
  /// `metadata.…`.
  static let reserved: Set<String> = [
    "ts", "level", "msg", "service", "version", "instance", "logger", "error", "error.type",
    truncated,
  ]

  /// Says that the line was cut at ``JSONLogHandler/maximumLineBytes``.
  static let truncated = "log.truncated"
}
