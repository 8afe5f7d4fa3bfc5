import AMQP
import Contracts
import Foundation
import Testing
import Vocabulary

@testable import Messaging

/// What partners' libraries send, one line each: read, or refused with its own reason and place.
@Suite("A partner's envelope") struct PartnerEnvelopeTests {
  static let today = Day("2017-09-20") ?? Sample.day
  static let type = "fr.amont.signalement.cdp.v1"

  /// A delivery with the usual headers, some of them changed or taken away.
  struct Sent: Sendable, CustomTestStringConvertible {
    let name: String
    var delivery: Delivery
    var testDescription: String { name }

    init(
      _ name: String, _ changes: [String: HeaderValue?] = [:], usual: Bool = true,
      body: [UInt8] = Array("{}".utf8), exchange: String = ExchangeName.intake,
      _ change: (inout Properties) -> Void = { _ in }
    ) {
      self.name = name
      var properties = Properties(contentType: "application/json", userID: "caf")
      if usual {
        properties.headers = [
          "ce-specversion": .text("1.0"), "ce-id": .text("e1"), "ce-source": .text("s"),
          "ce-type": .text(PartnerEnvelopeTests.type),
        ]
      }
      for (key, value) in changes { properties.headers[key] = value }
      change(&properties)
      delivery = Delivery(
        tag: 1, queue: exchange, exchange: exchange, routingKey: "", properties: properties,
        body: body)
    }

    init(_ name: String, structured body: String, type: String = "application/cloudevents+json") {
      self.init(name, usual: false, body: Array(body.utf8)) { $0.contentType = type }
    }

    func message(_ zone: LegalZone = .paris) -> Message {
      EnvelopeCodec.message(from: delivery, today: PartnerEnvelopeTests.today, legalDay: zone.day)
    }
  }

  private static func prefixed(_ prefix: String) -> [String: HeaderValue?] {
    [
      prefix + "specversion": .text("1.0"), prefix + "id": .text("e1"),
      prefix + "source": .text("s"), prefix + "type": .text(type),
    ]
  }

  private static func event(_ members: String) -> String {
    #"{"specversion":"1.0","id":"e1","type":"\#(type)","source":"s",\#(members)}"#
  }

  static let sound: [Sent] = [
    Sent("as it should be"), Sent("an exchange of its own", exchange: "amont.intake.caf"),
    Sent("its own exchange without user_id", exchange: "amont.intake.caf") { $0.userID = nil },
    Sent("cloudEvents: prefix", prefixed("cloudEvents:"), usual: false),
    Sent("cloudEvents_ prefix", prefixed("cloudEvents_"), usual: false),
    Sent("Ce- prefix", prefixed("Ce-"), usual: false),
    Sent("CE- prefix", prefixed("CE-"), usual: false),
    Sent("the id twice, once in capitals", ["Ce-Id": .text("e1")]),
    Sent("no specversion", ["ce-specversion": nil]),
    Sent("bytes", ["ce-id": .bytes(Array("e1".utf8)), "ce-source": .bytes([0x73])]),
    Sent("properties in place of headers", usual: false) {
      ($0.messageID, $0.type, $0.appID) = ("e1", Self.type, "s")
    },
    Sent("another message_id") { $0.messageID = "7" },
    Sent("no content type") { $0.contentType = nil },
    Sent("bytes of whatever kind") { $0.contentType = "application/octet-stream" },
    Sent("kombu's text") { ($0.contentType, $0.contentEncoding) = ("text/plain", "utf-8") },
    Sent("kombu's bytes") { ($0.contentType, $0.contentEncoding) = ("application/data", "binary") },
    Sent("Spring", ["__TypeId__": .text("java.util.HashMap")]) { $0.contentEncoding = "UTF-8" },
    Sent("charset in quotes") { $0.contentType = "application/json; charset=\"UTF-8\"" },
    Sent("another +json") { $0.contentType = "application/vnd.test+json" },
    Sent("a header that is a table", ["x-trace": .table(["a": .int(1)])]),
    Sent("an extension", ["ce-partitionkey": .list([])]),
    Sent("ce_ of somebody else", ["ce_trace": .text("x")]),
    Sent("structured", structured: event(#""data":{}"#)),
    Sent(
      "structured, in capitals, with a parameter", structured: event(#""data":{}"#),
      type: "Application/CloudEvents+JSON; Charset=utf-8"),
    Sent("structured, with extensions", structured: event(#""data":{},"n":{"a":1},"x":null"#)),
    Sent("structured, in Base64", structured: event(#""data_base64":"e30=""#)),
  ]

  @Test("What a partner's library may send is read", arguments: sound)
  func isRead(_ sent: Sent) {
    let message = sent.message()
    #expect(message.defect == nil)
    #expect(message.id == "e1")
    #expect(message.type == Self.type)
    #expect(message.origin == "s")
    #expect(message.sender == "caf")
    #expect(message.source == "partner/caf")
    #expect(message.data == Array("{}".utf8))
    #expect(message.messageID == nil && message.correlationID == nil)
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let sent: Sent, reason: EnvelopeDefect.Reason, place: String?
    var testDescription: String { sent.name }
    init(_ sent: Sent, _ reason: EnvelopeDefect.Reason, _ place: String? = nil) {
      (self.sent, self.reason, self.place) = (sent, reason, place)
    }
  }

  private static func text(_ count: Int) -> HeaderValue {
    .text(String(repeating: "a", count: count))
  }

  static let forms: [Wrong] = [
    Wrong(Sent("a batch") { $0.contentType = "application/cloudevents-batch+json" }, .batch),
    Wrong(
      Sent("structured as text", structured: event(#""data":{}"#), type: "text/plain"),
      .undeclaredStructure, "text/plain"),
    Wrong(
      Sent("structured as JSON", structured: event(#""data":{}"#), type: "application/json"),
      .undeclaredStructure, "application/json"),
    Wrong(
      Sent("structured and binary", body: Array(event(#""data":{}"#).utf8)),
      .undeclaredStructure, "application/json"),
    Wrong(
      Sent("XML") { $0.contentType = "application/xml" }, .foreignFormat, "application/xml"),
    Wrong(
      Sent("events in XML") { $0.contentType = "application/cloudevents+xml; charset=utf-8" },
      .foreignFormat, "application/cloudevents+xml"),
    Wrong(
      Sent("a form") { $0.contentType = "multipart/form-data" }, .foreignFormat,
      "multipart/form-data"),
    Wrong(
      Sent("a pickle") { $0.contentType = "application/x-python-serialize" }, .foreignFormat,
      "application/x-python-serialize"),
    Wrong(
      Sent(
        "structured, its data XML",
        structured: event(#""datacontenttype":"text/xml","data":"<a/>""#)),
      .foreignFormat, "text/xml"),
    Wrong(Sent("said to be compressed") { $0.contentEncoding = "GZIP" }, .encoded, "GZIP"),
    Wrong(Sent("Base64") { $0.contentEncoding = "base64" }, .encoded, "base64"),
    Wrong(Sent("gzip", body: [0x1F, 0x8B, 8, 0]), .encoded, "gzip"),
    Wrong(Sent("zlib", body: [0x78, 0x9C, 1]), .encoded, "zlib"),
    Wrong(
      Sent("another charset") { $0.contentType = "application/json;charset=ISO-8859-1" },
      .json(.encoding), "charset=iso-8859-1"),
    Wrong(Sent("UTF-16") { $0.contentEncoding = "utf-16" }, .json(.encoding), "utf-16"),
    Wrong(Sent("structured, a list", structured: "[]"), .notStructured),
    Wrong(
      Sent("structured, a member twice", structured: event(#""data":{"dette":111,"dette":222}"#)),
      .json(.duplicateMember), "/data/dette"),
    Wrong(
      Sent("structured, a comma too many", structured: event(#""data":{},"#)), .json(.strayComma)),
    Wrong(
      Sent("structured, U+0000 in the id", structured: #"{"specversion":"1.0","id":"a\u0000"}"#),
      .json(.forbiddenCharacter), "/id"),
    Wrong(
      Sent("structured, a number for an id", structured: #"{"specversion":"1.0","id":12}"#),
      .invalidIdentifier, "ce n'est pas un texte"),
    Wrong(
      Sent(
        "structured, a source that is none",
        structured: #"{"specversion":"1.0","id":"e","source":{}}"#),
      .invalidField, "source"),
    Wrong(
      Sent("data twice", structured: event(#""data":{},"data_base64":"e30=""#)), .invalidField,
      "data_base64"),
    Wrong(
      Sent("no Base64", structured: event(#""data_base64":"?""#)), .invalidField, "data_base64"),
  ]

  static let attributes: [Wrong] = [
    Wrong(Sent("ce_ prefix", prefixed("ce_"), usual: false), .unknownPrefix, "ce_"),
    Wrong(Sent("ce_ prefix beside ce-", prefixed("ce_")), .unknownPrefix, "ce_"),
    Wrong(Sent("ce: prefix", prefixed("ce:"), usual: false), .unknownPrefix, "ce:"),
    Wrong(
      Sent("two prefixes", prefixed("cloudEvents:")), .mixedPrefixes, "ce-, cloudEvents:"),
    Wrong(
      Sent("half of each", ["ce-type": nil, "cloudEvents_type": .text(type)]),
      .mixedPrefixes, "ce-, cloudEvents_"),
    Wrong(
      Sent("two ids by two prefixes", ["cloudEvents:id": .text("e2")]), .contradictoryIdentifiers,
      "ce-id, cloudEvents:id"),
    Wrong(Sent("two ids", ["Ce-Id": .text("e2")]), .contradictoryIdentifiers, "Ce-Id, ce-id"),
    Wrong(
      Sent("the same header twice") { $0.contradictedHeaders = ["ce-id"] },
      .contradictoryIdentifiers, "ce-id, ce-id"),
    Wrong(
      Sent("two types", ["Ce-Type": .text("t")]), .mixedPrefixes, "Ce-Type, ce-type"),
    Wrong(Sent("no id", ["ce-id": nil]), .missingIdentifier),
    Wrong(Sent("an id without a value", ["ce-id": .nothing]), .missingIdentifier),
    Wrong(Sent("an empty id", ["ce-id": .text("")]), .invalidIdentifier, "il est vide"),
    Wrong(Sent("a space", ["ce-id": .text(" ")]), .invalidIdentifier, "il n'a que des espaces"),
    Wrong(
      Sent("a line break", ["ce-id": .text("a\nb")]), .invalidIdentifier,
      "il contient un caractère de contrôle"),
    Wrong(
      Sent("U+0000", ["ce-id": .text("a\u{0}b")]), .invalidIdentifier,
      "il contient un caractère de contrôle"),
    Wrong(
      Sent("an id that is not UTF-8", ["ce-id": .bytes([0x61, 0xE9])]), .invalidIdentifier,
      "il n'est pas en UTF-8"),
    Wrong(
      Sent("an id that is a list", ["ce-id": .list([.text("e1")])]), .invalidIdentifier,
      "ce n'est pas un texte"),
    Wrong(
      Sent("a message_id that is not UTF-8", ["ce-id": nil]) {
        ($0.messageID, $0.notUTF8) = ("\\xFF", [.messageID])
      }, .invalidIdentifier, "message_id n'est pas en UTF-8"),
    Wrong(Sent("an id of 300 characters", ["ce-id": text(300)]), .tooLong, "ce-id"),
    Wrong(Sent("a type of 201 characters", ["ce-type": text(201)]), .tooLong, "ce-type"),
    Wrong(Sent("a source of 100,000", ["ce-source": text(100_000)]), .tooLong, "ce-source"),
    Wrong(Sent("a trace of 100,000", ["traceparent": text(100_000)]), .tooLong, "traceparent"),
    Wrong(
      Sent("U+0000 in the type", ["ce-type": .text("a\u{0}")]), .invalidField, "ce-type"),
    Wrong(Sent("a type that is not UTF-8", ["ce-type": .bytes([0xFF])]), .invalidField, "ce-type"),
    Wrong(
      Sent("U+0000 in the correlation") { $0.correlationID = "\u{0}" }, .invalidField,
      "ce-correlationid"),
    Wrong(Sent("an empty source", ["ce-source": .text("")]), .missingSource),
    Wrong(Sent("version 0.3", ["ce-specversion": .text("0.3")]), .unknownSpecVersion),
    Wrong(Sent("a name for a dossier", ["ce-subject": .text("Martin")]), .invalidSubject),
    Wrong(Sent("no sender") { $0.userID = nil }, .unknownSender),
    Wrong(
      Sent("the exchange of another", exchange: "amont.intake.fsl"), .contradictorySender,
      "amont.intake.fsl"),
  ]

  @Test("What cannot be read has its own reason and place", arguments: forms + attributes)
  func isRefused(_ row: Wrong) throws {
    let message = row.sent.message()
    #expect(message.defect == EnvelopeDefect(row.reason, at: row.place))
    let defect = try #require(message.defect)
    #expect(EnvelopeDefect(rawValue: defect.rawValue) == defect)
    #expect(row.place.map(defect.sentence.contains) ?? true)
    expectStorable(message)
  }

  // MARK: - What its sender recognises it by

  @Test(
    "An identifier that cannot be kept whole is answered with its start, and what AMQP says of it")
  func identifiersAreRecognised() {
    func message(_ id: HeaderValue?) -> Message {
      Sent("", ["ce-id": id]) { ($0.messageID, $0.correlationID) = (id == nil ? nil : "m", "c") }
        .message()
    }
    let long = message(Self.text(300))
    #expect(long.id.hasPrefix(String(repeating: "a", count: 120) + "…"))
    #expect([long.messageID, long.correlationID] == ["m", "c"])
    #expect(message(.text("a\nb")).id.hasPrefix("a\u{FFFD}b…"))
    #expect(message(.bytes([0x61, 0xE9])).id.hasPrefix("a\\xE9…"))
    #expect(message(.text(" ")).id.hasPrefix("sans-id-"))
    #expect(message(nil).id.hasPrefix("sans-id-"))
    #expect(message(nil).correlationID == "c")
    // Two that differ behind what is shown are two.
    let other = message(.text(String(repeating: "a", count: 299) + "b"))
    #expect(other.id != long.id)
    #expect(message(Self.text(300)).id == long.id)
  }

  @Test("Order, place and cause of a partner's message are not its own to say (F3)")
  func aPartnerGivesNoOrder() {
    let household = HouseholdID(high: 1, low: 1)
    let message = Sent(
      "",
      [
        "ce-subject": .text(household.description), "ce-sequence": .text("7"),
        "ce-causationid": .text("x"), "ce-chainroot": .text("2017-01-01"),
        "ce-chainpath": .text("000"),
      ]
    ).message()
    #expect(message.defect == nil)
    #expect(message.household == household)
    #expect(message.sequence == nil && message.causation == nil && message.chain == nil)
  }

  @Test("A sender does not say how often its message was returned") func returnsAreTheBrokers() {
    var sent = Sent("", ["x-delivery-count": .int(50)])
    #expect(sent.message().handover == Handover(queue: ExchangeName.intake))
    sent.delivery.redelivered = true
    #expect(sent.message().handover?.returns == 50)
  }

  @Test("The payload of a structured event is kept byte for byte") func payloadsAreKept() {
    let data = #"{ "dette": 12345678901234567890.10, "nom" : "\u00e9" }"#
    let message = Sent("", structured: Self.event("\"data\" : \(data) ")).message()
    #expect(message.data == Array(data.utf8))
  }
}
