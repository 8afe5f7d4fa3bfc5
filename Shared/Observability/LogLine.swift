import Logging

/// One line of ``JSONLogHandler`` as it grows.
struct LogLine {
  private var writer = JSONWriter()
  private var isTruncated = false

  mutating func open(at time: Timestamp, level: Logger.Level, message: String) {
    writer.beginObject()
    append("ts", time.description)
    append("level", level.rawValue)
    append("msg", message)
  }

  /// Appends the fields that every line of the process repeats.
  mutating func append(processFields: [UInt8]) { writer.members(processFields) }

  /// Appends a field of our own: these stand in every line, however long it is.
  mutating func append(_ key: String, _ value: String) {
    writer.key(key, limit: JSONLogHandler.maximumValueBytes)
    writer.value(value, limit: JSONLogHandler.maximumValueBytes)
  }

  mutating func append(metadata value: Logger.MetadataValue, under key: String, depth: Int = 0) {
    switch value {
    case .dictionary(let nested) where depth < JSONLogHandler.maximumDepth:
      for (name, value) in nested.sorted(by: { $0.key < $1.key }) {
        append(metadata: value, under: key + "." + name, depth: depth + 1)
      }
    case .array(let values) where depth < JSONLogHandler.maximumDepth:
      guard hasRoom(for: key) else { return }
      writer.key(key, limit: JSONLogHandler.maximumValueBytes)
      append(list: values.prefix(JSONLogHandler.maximumValueBytes / 16))
    case .string, .stringConvertible, .dictionary, .array:
      let text = Self.text(of: value)
      guard hasRoom(for: key, text) else { return }
      append(key, text)
    }
  }

  mutating func closed() -> [UInt8] {
    if isTruncated {
      writer.key(LogKey.truncated)
      writer.value(true)
    }
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  /// Whether the field still fits; if not, the line will say that it was cut.
  private mutating func hasRoom(for key: String, _ value: String = "") -> Bool {
    let length = key.utf8.count + min(value.utf8.count, JSONLogHandler.maximumValueBytes)
    let fits = writer.bytes.count + length < JSONLogHandler.maximumLineBytes
    if !fits { isTruncated = true }
    return fits
  }

  private mutating func append(list values: some Sequence<Logger.MetadataValue>) {
    let end = writer.bytes.count + JSONLogHandler.maximumValueBytes
    writer.beginList()
    for value in values {
      if writer.bytes.count >= end {
        isTruncated = true
        break
      }
      writer.value(Self.text(of: value), limit: end - writer.bytes.count)
    }
    writer.endList()
  }
  /// The value as text, personal parts masked at whatever depth they lie.
  private static func text(of value: Logger.MetadataValue, depth: Int = 0) -> String {
    guard depth <= JSONLogHandler.maximumDepth else { return "…" }
    switch value {
    case .string(let text): return text
    case .stringConvertible(let convertible):
      return value.attributes[Sensitivity.self] == .personal
        ? JSONLogHandler.mask : convertible.description
    case .array(let values):
      return "[" + values.map { text(of: $0, depth: depth + 1) }.joined(separator: ", ") + "]"
    case .dictionary(let values):
      return values.sorted { $0.key < $1.key }
        .map { $0.key + ": " + text(of: $0.value, depth: depth + 1) }.joined(separator: ", ")
    }
  }
}
