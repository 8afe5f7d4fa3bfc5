import AMQP
import Contracts
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The CloudEvents attributes of a message, as its sender wrote them.
struct Attributes {
  var specVersion: String?, id: String?, source: String?, type: String?, time: String?
  var subject: String?, sequence: String?, correlation: String?, causation: String?
  var traceparent: String?, chainRoot: String?, chainPath: String?
  /// The payload of a structured event; `nil` when the body is the payload.
  var data: [UInt8]?

  init() {}

  /// The prefixes under which the bindings of CloudEvents write attributes; a sender uses one.
  private static let prefixes = ["ce-", "cloudEvents:", "cloudEvents_"]

  /// Reads them from the headers, or from the AMQP properties that say the same. One pass for our
  /// own prefix: this runs for every delivery.
  init(_ properties: Properties) {
    for prefix in Self.prefixes where id == nil {
      for (name, value) in properties.headers where name.hasPrefix(prefix) {
        switch value {
        case .text(let text): take(String(name.dropFirst(prefix.count)), text)
        case .int(let number): take(String(name.dropFirst(prefix.count)), String(number))
        case .bool, .bytes, .number, .time, .list, .table, .nothing, .other: continue
        }
      }
    }
    id = id ?? properties.messageID
    source = source ?? properties.appID
    type = type ?? properties.type
    correlation = correlation ?? properties.correlationID
    if case .text(let trace) = properties.headers["traceparent"] { traceparent = trace }
  }

  private mutating func take(_ name: String, _ text: String) {
    switch name {
    case "specversion": specVersion = text
    case "id": id = text
    case "source": source = text
    case "type": type = text
    case "time": time = text
    case "subject": subject = text
    case "sequence": sequence = text
    case "correlationid": correlation = text
    case "causationid": causation = text
    case "chainroot": chainRoot = text
    case "chainpath": chainPath = text
    default: break  // Extensions that we do not know may come.
    }
  }

  /// The place that the sender gave the message.
  var chain: Chain? {
    guard let chainRoot, let chainPath else { return nil }
    return Chain(root: chainRoot, path: chainPath)
  }

  /// What is wrong with them, the first thing first; `nil` when a service can read the message.
  func defect(in delivery: Delivery) -> EnvelopeDefect? {
    if delivery.isOversized { return .tooLarge }
    if delivery.properties.userID == nil, delivery.exchange != ExchangeName.services {
      return .unknownSender
    }
    guard let id, !id.isEmpty else { return .missingIdentifier }
    guard let type, !type.isEmpty else { return .missingType }
    guard let source, !source.isEmpty else { return .missingSource }
    let longest =
      EnvelopeCodec.longestAttribute * (delivery.exchange == ExchangeName.services ? 4 : 1)
    func isUnfit(_ text: String?) -> Bool {
      guard let text else { return false }
      return text.utf8.count > longest || text.utf8.contains { $0 < 32 }
    }
    if isUnfit(id) || isUnfit(type) || isUnfit(source) || isUnfit(time) || isUnfit(subject)
      || isUnfit(sequence) || isUnfit(correlation) || isUnfit(causation) || isUnfit(traceparent)
      || isUnfit(chainRoot) || isUnfit(chainPath)
    {
      return .tooLong
    }
    if let specVersion, specVersion != "1.0" { return .unknownSpecVersion }
    if let time, !Attributes.isTimestamp(time) { return .invalidTime }
    if let subject, HouseholdID(subject) == nil { return .invalidSubject }
    return nil
  }

  /// Whether a text is a date of RFC 3339, with or without a time.
  static func isTimestamp(_ text: String) -> Bool {
    guard Day(text.prefix(10)) != nil else { return false }
    let rest = text.dropFirst(10)
    guard !rest.isEmpty else { return true }
    guard let first = rest.utf8.first, first == UInt8(ascii: "T") || first == UInt8(ascii: "t")
    else { return false }
    return rest.dropFirst().utf8.allSatisfy {
      ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || ":.+-Zz".utf8.contains($0)
    }
  }
}

/// The structured form of CloudEvents: attributes and payload in one JSON object.
enum StructuredEvent {
  /// The attributes and the payload, or `nil` when the bytes are no such object.
  static func attributes(in body: [UInt8]) -> Attributes? {
    guard let event = try? JSONDecoder().decode(Event.self, from: Data(body)) else { return nil }
    var attributes = Attributes()
    attributes.specVersion = event.specversion
    attributes.id = event.id
    attributes.source = event.source
    attributes.type = event.type
    attributes.time = event.time
    attributes.subject = event.subject
    attributes.correlation = event.correlationid
    attributes.traceparent = event.traceparent
    guard let data = event.data, let bytes = try? JSONEncoder().encode(data) else {
      attributes.data = []
      return attributes
    }
    attributes.data = Array(bytes)
    return attributes
  }

  private struct Event: Decodable {
    var specversion: String?, id: String?, source: String?, type: String?, time: String?
    var subject: String?, correlationid: String?, traceparent: String?
    var data: JSON?
  }
}

/// Any JSON value, kept only to be written out again.
private indirect enum JSON: Codable {
  case null, bool(Bool), int(Int), number(Double), text(String), list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let int = try? value.decode(Int.self) {
      self = .int(int)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .null: try value.encodeNil()
    case .bool(let bool): try value.encode(bool)
    case .int(let int): try value.encode(int)
    case .number(let number): try value.encode(number)
    case .text(let text): try value.encode(text)
    case .list(let list): try value.encode(list)
    case .object(let object): try value.encode(object)
    }
  }
}
