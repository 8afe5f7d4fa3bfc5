public import Logging

/// Writes each log event as one JSON object on one line of standard error.
///
/// The fields are, in this order: `ts` (RFC 3339, UTC, milliseconds), `level`, `msg`, `service`,
/// `version`, `instance`, `logger` (where it is not the service's own), the metadata sorted by key,
/// nested dictionaries flattened with dots, then `error.type` and `error`.
///
/// A value marked `"\(personal: …)"` is written as ``mask``. Long values and long lines are cut.
public struct JSONLogHandler: LogHandler {
  /// What is written in the place of a personal value.
  public static let mask = "[personal]"
  /// The bytes of UTF-8 after which a value is cut.
  public static let maximumValueBytes = 2_048
  /// The bytes after which no further metadata is added: container runtimes split at 16 KiB.
  public static let maximumLineBytes = 12_288
  /// How deep nested metadata is followed.
  static let maximumDepth = 4

  private let label: String
  private let output: LogOutput
  private var ownLevel: Logger.Level?

  /// What every line of this logger says.
  public var metadata: Logger.Metadata = [:]
  /// What the surrounding task says.
  public var metadataProvider: Logger.MetadataProvider?

  init(label: String, output: LogOutput, metadataProvider: Logger.MetadataProvider? = nil) {
    self.label = label
    self.output = output
    self.metadataProvider = metadataProvider
  }

  /// The level below which lines are not written: the logger's own, or else that of the process.
  public var logLevel: Logger.Level {
    get { ownLevel ?? output.level }
    set { ownLevel = newValue }
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes the line.
  public func log(event: LogEvent) {
    var line = LogLine()
    line.open(at: output.now(), level: event.level, message: event.message.description)
    line.append(processFields: output.processFields)
    if label != output.service { line.append("logger", label) }
    for (key, value) in merged(with: event.metadata).sorted(by: { $0.key < $1.key }) {
      line.append(metadata: value, under: LogKey.reserved.contains(key) ? "metadata." + key : key)
    }
    if let error = event.error {
      line.append("error.type", String(describing: type(of: error)))
      line.append("error", String(describing: error))
    }
    output.emit(line.closed())
  }

  /// What the event says wins over what the surrounding task says, and that over the logger.
  private func merged(with explicit: Logger.Metadata?) -> Logger.Metadata {
    var all = metadata
    if let provided = metadataProvider?.get(), !provided.isEmpty {
      all.merge(provided) { _, new in new }
    }
    if let explicit, !explicit.isEmpty { all.merge(explicit) { _, new in new } }
    return all
  }
}
