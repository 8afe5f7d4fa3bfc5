import AMQP
import Contracts
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// The day of a partner's event, and envelopes that nobody would think of.
@Suite("A partner's envelope, its time and its worst") struct EnvelopeTimeTests {
  private typealias Sent = PartnerEnvelopeTests.Sent

  static let times: [(HeaderValue, String?, LegalZone)] = [
    (.text("2017-09-12T10:00:00Z"), "2017-09-12", .paris),
    (.text("2017-09-14T23:30:00Z"), "2017-09-15", .paris),
    (.text("2017-09-14T23:30:00Z"), "2017-09-14", .antilles),
    (.text("2017-09-14T20:30:00Z"), "2017-09-15", .reunion),
    (.text("2017-09-14T23:30:00.123456789+02:00"), "2017-09-14", .paris),
    (.text("2017-09-14t23:30:00z"), "2017-09-15", .paris),
    (.text("2016-12-31T23:59:60Z"), "2017-01-01", .paris),
    (.text("2017-01-01T00:59:60+01:00"), "2017-01-01", .paris),
    (.text("2017-09-12"), "2017-09-12", .antilles), (.text("2017-09-21"), "2017-09-21", .paris),
    (.time(1_505_431_800), "2017-09-15", .paris),
    (.int(1_505_431_800_000), "2017-09-15", .paris),
    (.bytes(Array("2017-09-12T10:00:00Z".utf8)), "2017-09-12", .paris),
    (.int(1_505_431_800), nil, .paris), (.int(-1), nil, .paris), (.int(.max), nil, .paris),
    (.time(.max), nil, .paris), (.number("1505431800.5"), nil, .paris), (.text(""), nil, .paris),
    (.text("2017-09-12T99:99:99Z"), nil, .paris), (.text("2017-09-12T-+:.zZ"), nil, .paris),
    (.text("2017-09-12T24:00:00Z"), nil, .paris), (.text("2017-09-12T10:60:00Z"), nil, .paris),
    (.text("2017-09-12T10:00:61Z"), nil, .paris), (.text("2017-09-12T10:00:60Z"), nil, .paris),
    (.text("2017-09-12T10:00:00"), nil, .paris), (.text("2017-09-12T10:00Z"), nil, .paris),
    (.text("2017-09-12T10:00:00.Z"), nil, .paris), (.text("2017-09-12T10:00:00+2:00"), nil, .paris),
    (.text("2017-09-12T10:00:00+24:00"), nil, .paris), (.text("2017-09-12 10:00:00Z"), nil, .paris),
    (.text("2017-09-12T10:00:00Z "), nil, .paris), (.text("2018-02-30T10:00:00Z"), nil, .paris),
    (.text("0001-01-01T00:00:00Z"), nil, .paris), (.text("2030-01-01T00:00:00Z"), nil, .paris),
    (.text("1999-12-31T12:00:00Z"), nil, .paris), (.text("2017-09-22T12:00:00Z"), nil, .paris),
  ]

  @Test("A time is a time, and its day is that of the département", arguments: times)
  func daysAreLegal(_ row: (time: HeaderValue, day: String?, zone: LegalZone)) {
    let message = Sent("", ["ce-time": row.time]).message(row.zone)
    #expect(message.defect?.reason == (row.day == nil ? .invalidTime : nil))
    #expect(row.day == nil || message.occurredOn == row.day.flatMap { Day($0) })
  }

  // MARK: - Anything

  @Test(
    "Whatever the bytes of an envelope, all of the message can be stored",
    arguments: [UInt64](1...4))
  func anyEnvelopeCanBeStored(_ seed: UInt64) {
    var generator = Seeded(seed: seed)
    let values: [HeaderValue] = [
      .text("\u{0}"), .text("\u{FFFF}"), .bytes([0xED, 0xA0, 0x80]), .bytes([]), .text(""),
      .int(.min),
      .text(String(repeating: "e\u{301}", count: 20_000)), .bytes([0xFF, 0]), .time(.max),
      .number("nan"),
      .list([.other]), .table(["\u{0}": .text("\u{0}")]), .nothing, .other, .bool(true),
      .text("e1"),
    ]
    let names = [
      "id", "type", "source", "time", "subject", "specversion", "correlationid", "sequence",
    ]
    let texts: [String?] = [
      nil, nil, "\u{0}", "", "\n", "a", String(repeating: "\u{1F600}", count: 60),
    ]
    for _ in 0..<800 {
      var headers: [String: HeaderValue?] = [:]
      for name in names where Bool.random(using: &generator) {
        let prefix = ["ce-", "CE-", "cloudEvents:", "ce_"].randomElement(using: &generator) ?? ""
        headers[prefix + name] = values.randomElement(using: &generator)
      }
      func text() -> String? { texts.randomElement(using: &generator) ?? nil }
      let sent = Sent("", headers, usual: Bool.random(using: &generator)) {
        ($0.messageID, $0.correlationID, $0.type) = (text(), text(), text())
        ($0.appID, $0.userID, $0.contentType) = (text(), text(), text())
        $0.notUTF8 = Bool.random(using: &generator) ? [.messageID, .appID] : []
      }
      expectStorable(sent.message())
      var ours = sent.delivery
      ours.exchange = ExchangeName.services
      expectStorable(
        EnvelopeCodec.message(
          from: ours, today: PartnerEnvelopeTests.today, legalDay: LegalZone.paris.day))
    }
  }
}

/// Every text of a message can stand in a table.
func expectStorable(_ message: Message) {
  let texts = [
    message.id, message.identity, message.source, message.type, message.correlation,
    message.causation, message.traceparent, message.sender, message.origin, message.messageID,
    message.correlationID, message.defect?.rawValue, message.chain?.root, message.chain?.path,
  ]
  for text in texts.compactMap(\.self) {
    #expect(StorableText.isStorable(text))
    #expect(text.unicodeScalars.count <= 2_000)
  }
  #expect(!message.id.isEmpty)
}
