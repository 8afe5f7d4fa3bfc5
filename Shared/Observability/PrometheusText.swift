/// The text format 0.0.4 of Prometheus: names, labels, numbers and their escapes.
enum PrometheusText {
  /// What the answer to a scrape declares.
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  /// The name with every character that the format refuses made an underscore.
  ///
  /// The dots of OpenTelemetry names become underscores by the same rule.
  static func name(_ text: String, allowingColon: Bool = true) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        bytes.append(byte)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if bytes.isEmpty { bytes.append(UInt8(ascii: "_")) }
        bytes.append(byte)
      case UInt8(ascii: ":") where allowingColon: bytes.append(byte)
      default: bytes.append(UInt8(ascii: "_"))
      }
    }
    return bytes.isEmpty ? "_" : String(decoding: bytes, as: UTF8.self)
  }

  /// The labels as they stand between braces, sorted by name; of two equal names the first stays.
  static func labels(_ dimensions: [(String, String)]) -> String {
    guard !dimensions.isEmpty else { return "" }
    var values: [String: String] = [:]
    for (label, value) in dimensions {
      var label = name(label, allowingColon: false)
      // `le` belongs to the buckets of histograms, two underscores to Prometheus itself.
      if label == "le" || label.hasPrefix("__") { label = "exported_" + label }
      if values[label] == nil { values[label] = escaped(value, quotes: true) }
    }
    return values.sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }
      .joined(separator: ",")
  }

  /// A number as the format writes it: whole numbers without a fraction.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    if value.magnitude < 1e15, value == value.rounded() { return String(Int(value)) }
    return value.description
  }

  /// The text of a `HELP` line, or of a label where quotes are escaped too.
  static func escaped(_ text: String, quotes: Bool = false) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
      case UInt8(ascii: "\"") where quotes: bytes.append(contentsOf: #"\""#.utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One line of a series.
  static func line(_ name: String, _ labels: String, _ value: String) -> String {
    labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
  }

  /// The two lines that open a family.
  static func header(_ name: String, help: String, type: PrometheusRegistry.Kind) -> String {
    "# HELP \(name) \(escaped(help))\n# TYPE \(name) \(type.rawValue)\n"
  }
}
