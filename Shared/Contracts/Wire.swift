#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// JSON in and out, one way for everybody: keys sorted, so that the same value is the same bytes.
public enum Wire {
  /// The value as JSON text.
  ///
  /// - Throws: `EncodingError`; no value of this module can cause it.
  public static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// The value that JSON bytes say.
  ///
  /// - Throws: `DecodingError` with the path of the first field that is absent or wrong.
  public static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}

/// A partner's event as a service receives it from intake.
public struct ForwardedEvent: Sendable, Hashable {
  public let event: PartnerEvent
  /// The broker account of the partner.
  public let sender: String
  public let kind: PartnerKind
  /// Whether the signal is below the threshold from which it is due (SIGNAL.seuil): an information.
  public let isInformation: Bool
  /// Whether the sender may be taken for the dossier's own huissier or landlord.
  public let isParty: Bool
  /// Whether the dossier names several tenants.
  public let isShared: Bool

  public init(
    _ event: PartnerEvent, sender: String, kind: PartnerKind, isInformation: Bool = false,
    isParty: Bool = true, isShared: Bool = false
  ) {
    (self.event, self.sender, self.kind, self.isInformation, self.isParty) =
      (event, sender, kind, isInformation, isParty)
    self.isShared = isShared
  }

  /// Reads a message from intake, or returns `nil` when its type is no partner's event.
  ///
  /// - Throws: `DecodingError` when the payload is not that of its type.
  public init?(_ message: Message) throws {
    guard let kind = EventKind(type: message.type) else { return nil }
    self = try kind.declaration.readForwarded(message.data)
  }

  /// A message from intake whose payload is a `Body`.
  init<Body>(_ message: Forwarded<Body>, _ make: (Body) -> PartnerEvent) {
    self.init(
      make(message.evenement), sender: message.expediteur, kind: message.genre,
      isInformation: message.information ?? false, isParty: !(message.tiers ?? false),
      isShared: message.plusieurs ?? false)
  }

  /// The payload to send to a service.
  ///
  /// - Throws: `EncodingError`; no event can cause it.
  public func encoded() throws -> String {
    func encode(_ body: some Codable & Sendable & Hashable) throws -> String {
      try Wire.encode(
        Forwarded(
          evenement: body, expediteur: sender, genre: kind,
          information: isInformation ? true : nil, tiers: isParty ? nil : true,
          plusieurs: isShared ? true : nil))
    }
    return try encode(event.body)
  }
}
