import AMQP
import Contracts
import Testing
import Vocabulary

@testable import Messaging

@Suite struct EnvelopeCodecTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var headers: [String: String] = [:]
    var user: String? = "caf"
    var contentType = "application/json"
    var body = "{}"
    var size: Int?
    let defect: EnvelopeDefect.Reason?
    var testDescription: String { name }
  }

  static let sound = ["ce-id": "e1", "ce-type": "t", "ce-source": "s", "ce-specversion": "1.0"]

  static func headers(with changes: [String: String?]) -> [String: String] {
    var headers = sound
    for (key, value) in changes { headers[key] = value }
    return headers
  }

  static let cases: [Case] = [
    Case(name: "sound", headers: sound, defect: nil),
    Case(name: "no id", headers: headers(with: ["ce-id": nil]), defect: .missingIdentifier),
    Case(name: "no type", headers: headers(with: ["ce-type": nil]), defect: .missingType),
    Case(name: "no source", headers: headers(with: ["ce-source": nil]), defect: .missingSource),
    Case(
      name: "version 0.3", headers: headers(with: ["ce-specversion": "0.3"]),
      defect: .unknownSpecVersion),
    Case(
      name: "30 February", headers: headers(with: ["ce-time": "2018-02-30T10:00:00Z"]),
      defect: .invalidTime),
    Case(
      name: "not a dossier", headers: headers(with: ["ce-subject": "Martin"]),
      defect: .invalidSubject),
    Case(
      name: "201 characters",
      headers: headers(with: ["ce-id": String(repeating: "a", count: 201)]), defect: .tooLong),
    Case(name: "no sender", headers: sound, user: nil, defect: .unknownSender),
    Case(name: "10 MB", headers: sound, body: "", size: 10_000_000, defect: .tooLarge),
    Case(
      name: "structured, not JSON", contentType: "application/cloudevents+json", body: "{",
      defect: .notStructured),
    Case(
      name: "structured", contentType: "application/cloudevents+json",
      body: #"{"specversion":"1.0","id":"e1","type":"t","source":"s","data":{"a":[1,null,"é"]}}"#,
      defect: nil),
  ]

  @Test(arguments: cases) func everyEnvelopeIsReadOrHasItsDefect(_ row: Case) {
    var properties = Properties()
    properties.headers = Headers(row.headers.mapValues { .text($0) })
    properties.userID = row.user
    properties.contentType = row.contentType
    let delivery = Delivery(
      tag: 1, queue: "amont.intake", exchange: ExchangeName.intake, routingKey: "",
      redelivered: false, properties: properties, body: Array(row.body.utf8),
      bodySize: row.size ?? row.body.utf8.count, isOversized: row.size != nil)
    let message = EnvelopeCodec.message(
      from: delivery, today: Sample.day, legalDay: LegalZone.paris.day)
    #expect(message.defect?.reason == row.defect)
    #expect(message.source == "partner/" + (row.user ?? "inconnu"))
    #expect(!message.id.isEmpty)
  }

  @Test func aPartnerCannotSpeakAsAService() {
    var properties = Properties()
    properties.headers = Headers(
      Self.headers(with: ["ce-source": "amont/saga-orchestrator"]).mapValues { .text($0) })
    properties.userID = "caf"
    let delivery = Delivery(
      tag: 1, queue: "amont.intake", exchange: ExchangeName.intake, routingKey: "",
      redelivered: false, properties: properties, body: [], bodySize: 0, isOversized: false)
    let message = EnvelopeCodec.message(
      from: delivery, today: Sample.day, legalDay: LegalZone.paris.day)
    #expect(message.source == "partner/caf")
  }
}
