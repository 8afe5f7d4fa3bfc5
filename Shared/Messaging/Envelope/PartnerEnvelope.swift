import AMQP
import Contracts
import Vocabulary

/// The envelope of a partner's message. Nothing in it is trusted but what the broker vouches for:
/// the exchange that it came by, and the user that published. Order, place and cause are ours alone
/// to give.
struct PartnerEnvelope {
  let delivery: Delivery

  /// The most characters of an attribute.
  static let longestAttribute = 200

  func message(today: Day, legalDay: (Int) -> Day) -> Message {
    let headers = HeaderAttributes(delivery.properties)
    var attributes = headers.attributes
    do throws(EnvelopeDefect) {
      try checkSender()
      attributes = try read(headers)
      try attributes.check(atMost: Self.longestAttribute)
      let time = try EventTime(attributes, today: today, legalDay: legalDay)
      var message = Message(
        id: attributes.id ?? "", source: source, type: attributes.type ?? "",
        household: attributes.subject.flatMap { HouseholdID($0) }, occurredOn: time.day,
        correlation: attributes.correlation, traceparent: attributes.traceparent,
        sender: sender, data: attributes.data ?? delivery.body)
      message.origin = attributes.source
      message.instant = time.instant
      return message
    } catch {
      return defective(error, attributes, today: today)
    }
  }

  // MARK: - The sender

  /// The account to answer: the owner of the exchange, or else the user that published.
  private var sender: String? {
    guard let account = ExchangeName.partner(of: delivery.exchange) ?? user else { return nil }
    return StorableText.printable(account)
  }

  private var user: String? {
    guard let user = delivery.properties.userID, !user.isEmpty else { return nil }
    return user
  }

  private var source: String { "partner/" + (sender ?? "inconnu") }

  private func checkSender() throws(EnvelopeDefect) {
    if delivery.isOversized { throw EnvelopeDefect(.tooLarge) }
    let owner = ExchangeName.partner(of: delivery.exchange)
    if owner == nil, user == nil { throw EnvelopeDefect(.unknownSender) }
    if let owner, let user, owner != user {
      throw EnvelopeDefect(
        .contradictorySender, at: StorableText.printable(delivery.exchange))
    }
  }

  // MARK: - The attributes

  private func read(_ headers: HeaderAttributes) throws(EnvelopeDefect) -> Attributes {
    let form = try ContentForm(delivery.properties, body: delivery.body)
    switch form {
    case .binary:
      if StructuredEvent.isEvent(delivery.body) {
        let type = MediaType(delivery.properties.contentType ?? "").shown
        throw EnvelopeDefect(.undeclaredStructure, at: type.isEmpty ? nil : type)
      }
      if let defect = headers.defect { throw defect }
      return headers.attributes
    case .structured:
      var attributes = try StructuredEvent.attributes(in: delivery.body)
      if let given = headers.identifier, let own = attributes.id, given != own {
        throw EnvelopeDefect(.contradictoryIdentifiers, at: "ce-id, /id")
      }
      attributes.id = attributes.id ?? headers.attributes.id
      attributes.correlation = attributes.correlation ?? headers.attributes.correlation
      attributes.traceparent = attributes.traceparent ?? headers.attributes.traceparent
      return attributes
    }
  }

  // MARK: - What cannot be read

  private func defective(
    _ defect: EnvelopeDefect, _ attributes: Attributes, today: Day
  ) -> Message {
    let isDoubtful =
      defect.reason == .invalidIdentifier || defect.reason == .contradictoryIdentifiers
    let id = Identifier(
      of: attributes.id, in: delivery, atMost: Self.longestAttribute, isDoubtful: isDoubtful)
    var message = Message(
      id: id.text, source: source, type: StorableText.printable(attributes.type ?? ""),
      occurredOn: today, sender: sender, data: delivery.body, defect: defect)
    message.origin = attributes.source.map { StorableText.printable($0) }
    if !id.isWhole {
      message.messageID = delivery.properties.messageID.map { StorableText.printable($0) }
      message.correlationID = delivery.properties.correlationID.map {
        StorableText.printable($0)
      }
    }
    return message
  }
}

/// The day of an event, by its `ce-time`.
private struct EventTime {
  /// Before it no partner had a system to send an event.
  private static let earliest = Day(ordinal: 10_957)  // 2000-01-01
  /// Days by which a sender's clock may be ahead: it may be wrong by minutes around midnight, and
  /// we know the day only.
  private static let daysAhead = 1

  let day: Day
  /// `nil` where a day was written, or nothing.
  let instant: Int?

  init(
    _ attributes: Attributes, today: Day, legalDay: (Int) -> Day
  ) throws(EnvelopeDefect) {
    var moment = attributes.instant.map { RFC3339.Moment.instant($0) }
    if let time = attributes.time {
      moment = RFC3339.moment(time)
      if moment == nil { throw EnvelopeDefect(.invalidTime) }
    }
    switch moment {
    case .instant(let seconds): (day, instant) = (legalDay(seconds), seconds)
    case .day(let written): (day, instant) = (written, nil)
    case nil: (day, instant) = (today, nil)
    }
    guard day >= Self.earliest else {
      throw EnvelopeDefect(.invalidTime, at: "elle est antérieure au \(Self.earliest)")
    }
    guard day <= today.adding(days: Self.daysAhead) else {
      throw EnvelopeDefect(.invalidTime, at: "elle est postérieure au jour de réception")
    }
  }
}
