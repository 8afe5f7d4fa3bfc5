import AMQP
import Contracts
import Vocabulary

/// The attributes in the headers of a partner's message, in whatever way its library writes them.
///
/// Total: what cannot be taken as it is stands there made printable, beside the defect that it is.
struct HeaderAttributes {
  private(set) var attributes = Attributes()
  /// The first thing that is wrong, by the names of the headers.
  private(set) var defect: EnvelopeDefect?
  /// The identifier that a header gives, and not the property that may stand in for it.
  private(set) var identifier: String?

  /// The prefixes of the bindings of CloudEvents for AMQP, and of the libraries that follow them.
  private static let known = ["ce-", "cloudEvents:", "cloudEvents_"]
  /// Prefixes that other bindings have, or that come of a slip: told by name, not taken.
  private static let slips = ["ce_", "ce:", "ce.", "cloudEvents-", "cloudEvents."]
  private static let required: Set<Substring> = ["id", "type", "source", "specversion"]
  /// Attributes that we read. What is wrong with any other is the sender's own affair.
  private static let ours: Set<Substring> = required.union(["time", "subject", "correlationid"])

  /// The header that gave an attribute, and its value.
  private struct Given {
    let header: String, prefix: String, value: HeaderValue
  }
  private var given: [Substring: Given] = [:]

  init(_ properties: Properties) {
    // Sorted: the same message must give the same defect every time.
    for (name, value) in properties.headers.sorted(by: { $0.key < $1.key }) {
      take(name, value, isTwice: properties.contradictedHeaders.contains(name))
    }
    identifier = attributes.id
    fillIn(from: properties)
  }

  private mutating func fail(_ reason: EnvelopeDefect.Reason, at place: String) {
    defect = defect ?? EnvelopeDefect(reason, at: place)
  }

  private mutating func take(_ header: String, _ value: HeaderValue, isTwice: Bool) {
    let lowercased = header.lowercased()
    if lowercased == "traceparent", case .text(let text) = value {
      attributes.traceparent = text
      return
    }
    guard let prefix = Self.known.first(where: { lowercased.hasPrefix($0.lowercased()) }) else {
      let slip = Self.slips.first { lowercased.hasPrefix($0.lowercased()) }
      if let slip, Self.required.contains(lowercased.dropFirst(slip.count)) {
        fail(.unknownPrefix, at: slip)
      }
      return
    }
    let name = lowercased.dropFirst(prefix.count)
    guard Self.ours.contains(name), value != .nothing else { return }
    if let other = given.values.first(where: { $0.prefix != prefix }) {
      fail(.mixedPrefixes, at: other.prefix + ", " + prefix)
    }
    let former = given.updateValue(
      Given(header: header, prefix: prefix, value: value), forKey: name)
    if let former, former.value != value { contradict(name, former.header, header) }
    if isTwice { contradict(name, header, header) }
    read(value, as: name, from: header)
  }

  /// Two headers give one attribute two values: of identifiers that outweighs what was found
  /// before.
  private mutating func contradict(_ name: Substring, _ first: String, _ second: String) {
    guard name == "id" else { return fail(.mixedPrefixes, at: first + ", " + second) }
    defect = EnvelopeDefect(.contradictoryIdentifiers, at: first + ", " + second)
  }

  private mutating func read(_ value: HeaderValue, as name: Substring, from header: String) {
    switch value {
    case .text(let text): attributes.take(name, text)
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        attributes.take(name, StorableText.printable(bytes))
        return unreadable(name, header, "il n'est pas en UTF-8")
      }
      attributes.take(name, text)
    case .int(let milliseconds) where name == "time":
      attributes.instant = Int((Double(milliseconds) / 1_000).rounded(.down))
    case .time(let seconds) where name == "time": attributes.instant = Int(clamping: seconds)
    case .int(let number): attributes.take(name, String(number))
    case .time(let seconds): attributes.take(name, String(seconds))
    case .number(let text): attributes.take(name, text)
    case .bool(let flag): attributes.take(name, String(flag))
    case .list, .table, .nothing, .other: unreadable(name, header, "ce n'est pas un texte")
    }
  }

  private mutating func unreadable(_ name: Substring, _ header: String, _ why: String) {
    if name == "id" {
      fail(.invalidIdentifier, at: why)
    } else {
      fail(.invalidField, at: StorableText.printable(header, atMost: MediaType.longestShown))
    }
  }

  /// The AMQP properties say the same as some attributes.
  private mutating func fillIn(from properties: Properties) {
    func fill(
      _ attribute: inout String?, _ text: String?, _ name: Properties.Name
    ) -> Properties.Name? {
      guard attribute == nil, let text else { return nil }
      attribute = text
      return properties.notUTF8.contains(name) ? name : nil
    }
    if fill(&attributes.id, properties.messageID, .messageID) != nil {
      fail(.invalidIdentifier, at: "message_id n'est pas en UTF-8")
    }
    let broken = [
      fill(&attributes.source, properties.appID, .appID),
      fill(&attributes.type, properties.type, .type),
      fill(&attributes.correlation, properties.correlationID, .correlationID),
    ]
    if let name = broken.compactMap(\.self).first { fail(.invalidField, at: name.rawValue) }
  }
}
