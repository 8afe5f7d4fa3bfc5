import AMQP
import Contracts
import Vocabulary

/// How a partner's event lies in its message, by its content type, its content encoding and its
/// first bytes.
enum ContentForm: Hashable {
  /// The attributes are headers, the body is the payload.
  case binary
  /// The body is the event with its attributes.
  case structured

  /// - Throws: The defect of a body that is no JSON text in UTF-8, or holds several events.
  init(_ properties: Properties, body: [UInt8]) throws(EnvelopeDefect) {
    try Self.checkEncoding(properties)
    try Self.checkFirstBytes(body)
    let type = MediaType(properties.contentType ?? "")
    switch type.name {
    case "application/cloudevents+json": self = .structured
    case "application/cloudevents-batch+json": throw EnvelopeDefect(.batch)
    default:
      guard type.mayBeJSON else { throw EnvelopeDefect(.foreignFormat, at: type.shown) }
      self = .binary
    }
    guard type.isUTF8 else {
      throw EnvelopeDefect(.json(.encoding), at: "charset=" + (type.charset ?? ""))
    }
  }

  /// Names that say no more than what is true of JSON anyway; kombu writes `binary` and `us-ascii`.
  private static let plainEncodings: Set<String> = [
    "", "utf-8", "utf8", "us-ascii", "ascii", "identity", "binary", "7bit", "8bit",
  ]
  private static let textEncodings = [
    "utf-16", "utf-32", "iso-8859", "latin", "windows-", "cp1252",
  ]

  private static func checkEncoding(_ properties: Properties) throws(EnvelopeDefect) {
    let written = properties.contentEncoding ?? ""
    let encoding = MediaType(written).name
    if plainEncodings.contains(encoding) { return }
    let shown = StorableText.printable(written, atMost: MediaType.longestShown)
    throw textEncodings.contains { encoding.hasPrefix($0) }
      ? EnvelopeDefect(.json(.encoding), at: shown) : EnvelopeDefect(.encoded, at: shown)
  }

  /// What compressed bytes begin with. No JSON text begins so.
  private static let signatures: [(name: String, bytes: [UInt8])] = [
    ("gzip", [0x1F, 0x8B]), ("zlib", [0x78, 0x01]), ("zlib", [0x78, 0x5E]), ("zlib", [0x78, 0x9C]),
    ("zlib", [0x78, 0xDA]), ("zstd", [0x28, 0xB5, 0x2F, 0xFD]), ("zip", [0x50, 0x4B, 0x03, 0x04]),
  ]

  private static func checkFirstBytes(_ body: [UInt8]) throws(EnvelopeDefect) {
    guard let found = signatures.first(where: { body.starts(with: $0.bytes) }) else { return }
    throw EnvelopeDefect(.encoded, at: found.name)
  }
}

/// A media type with its character set (RFC 9110): letters of either case, parameters in any order.
struct MediaType {
  /// Characters of a name that are shown to the sender.
  static let longestShown = 80
  /// Types that say nothing of the bytes, or not enough: what lies there is read as JSON.
  private static let open: Set<String> = [
    "", "application/json", "text/json", "application/octet-stream", "binary/octet-stream",
    "text/plain", "application/data",
  ]

  /// The type itself in small letters; empty where none is given.
  let name: String
  /// The character set in small letters, without quotes; `nil` where none is given.
  let charset: String?

  init(_ text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
      .map { Self.trimmed($0).lowercased() }
    name = parts.first ?? ""
    charset = parts.dropFirst().first { $0.hasPrefix("charset=") }.map {
      Self.trimmed($0.dropFirst("charset=".count).filter { $0 != "\"" })
    }
  }

  var mayBeJSON: Bool {
    if Self.open.contains(name) { return true }
    return name.hasSuffix("+json") && !name.hasPrefix("application/cloudevents")
  }

  var isUTF8: Bool {
    charset.map { ["utf-8", "utf8", "us-ascii", "ascii", ""].contains($0) } ?? true
  }

  /// The name for a sentence.
  var shown: String { StorableText.printable(name, atMost: Self.longestShown) }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
