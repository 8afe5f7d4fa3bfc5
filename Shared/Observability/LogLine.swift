import Logging

/// One line of ``JSONLogHandler`` as it grows.
struct LogLine {
  private var bytes: [UInt8] = []
  private var isTruncated = false

  mutating func open(at time: Timestamp, level: Logger.Level, message: String) {
    bytes.reserveCapacity(512)
    bytes.append(contentsOf: "{\"ts\":\"\(time)\",\"level\":\"\(level.rawValue)\"".utf8)
    append("msg", message)
  }

  mutating func append(raw fields: [UInt8]) { bytes.append(contentsOf: fields) }

  /// Appends a field of our own: these stand in every line, however long it is.
  mutating func append(_ key: String, _ value: String) {
    appendKey(key)
    JSONText.append(value, to: &bytes, limit: JSONLogHandler.maximumValueBytes)
  }

  mutating func append(metadata value: Logger.MetadataValue, under key: String, depth: Int = 0) {
    switch value {
    case .dictionary(let nested) where depth < JSONLogHandler.maximumDepth:
      for (name, value) in nested.sorted(by: { $0.key < $1.key }) {
        append(metadata: value, under: key + "." + name, depth: depth + 1)
      }
    case .array(let values) where depth < JSONLogHandler.maximumDepth:
      guard hasRoom(for: key) else { return }
      appendKey(key)
      append(list: values.prefix(JSONLogHandler.maximumValueBytes / 16))
    case .string, .stringConvertible, .dictionary, .array:
      let text = Self.text(of: value)
      guard hasRoom(for: key, text) else { return }
      append(key, text)
    }
  }

  mutating func closed() -> [UInt8] {
    if isTruncated { bytes.append(contentsOf: ",\"\(LogKey.truncated)\":true".utf8) }
    bytes.append(contentsOf: "}\n".utf8)
    return bytes
  }

  /// Whether the field still fits; if not, the line will say that it was cut.
  private mutating func hasRoom(for key: String, _ value: String = "") -> Bool {
    let length = key.utf8.count + min(value.utf8.count, JSONLogHandler.maximumValueBytes)
    let fits = bytes.count + length < JSONLogHandler.maximumLineBytes
    if !fits { isTruncated = true }
    return fits
  }

  private mutating func appendKey(_ key: String) {
    bytes.append(UInt8(ascii: ","))
    JSONText.append(key, to: &bytes, limit: JSONLogHandler.maximumValueBytes)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func append(list values: some Sequence<Logger.MetadataValue>) {
    let end = bytes.count + JSONLogHandler.maximumValueBytes
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if bytes.count >= end {
        isTruncated = true
        break
      }
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONText.append(Self.text(of: value), to: &bytes, limit: end - bytes.count)
    }
    bytes.append(UInt8(ascii: "]"))
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
