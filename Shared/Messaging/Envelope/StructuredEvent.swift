import Contracts
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The structured form of CloudEvents: attributes and payload in one JSON object.
enum StructuredEvent {
  /// The attributes and the payload, every byte of it as it was sent.
  ///
  /// - Throws: What is wrong with the JSON, or that it is no such event.
  static func attributes(in body: [UInt8]) throws(EnvelopeDefect) -> Attributes {
    let document: JSONDocument
    do {
      document = try JSONDocument(body)
    } catch {
      throw error.kind == .syntax ? EnvelopeDefect(.notStructured) : EnvelopeDefect(error)
    }
    guard case .object(let members) = document.value else { throw EnvelopeDefect(.notStructured) }
    var attributes = Attributes()
    for member in members where isRead(member.name) {
      switch member.value {
      case .text(let text): attributes.take(member.name, text)
      case .null: continue
      case .bool, .number, .list, .object:
        throw member.name == "id"
          ? EnvelopeDefect(.invalidIdentifier, at: "ce n'est pas un texte")
          : EnvelopeDefect(.invalidField, at: member.name)
      }
    }
    if let type = document.value["datacontenttype"]?.text, !MediaType(type).mayBeJSON {
      throw EnvelopeDefect(.foreignFormat, at: MediaType(type).shown)
    }
    attributes.data = try payload(of: document)
    return attributes
  }

  /// Whether the body is an event of this form, whatever the content type says.
  static func isEvent(_ body: [UInt8]) -> Bool {
    guard body.firstRange(of: Array("\"specversion\"".utf8)) != nil,
      let value = try? JSONValue.read(body)
    else { return false }
    return value["specversion"] != nil && value["type"] != nil && value["id"] != nil
  }

  private static func isRead(_ name: String) -> Bool {
    switch name {
    case "specversion", "id", "source", "type", "time", "subject", "correlationid", "traceparent":
      true
    default: false
    }
  }

  private static func payload(of document: JSONDocument) throws(EnvelopeDefect) -> [UInt8] {
    let data = document.bytes(of: "data")
    switch document.value["data_base64"] {
    case nil, .null: return data ?? []
    case .text(let text):
      guard data == nil, let bytes = Data(base64Encoded: text) else { break }
      return Array(bytes)
    case .bool, .number, .list, .object: break
    }
    throw EnvelopeDefect(.invalidField, at: "data_base64")
  }
}
