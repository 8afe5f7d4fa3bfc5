import Contracts
import Vocabulary

/// What must be said so that everybody knows what a dossier decided again comes to: pure.
struct Correction {
  /// What was said and is true no more: taken out of what counts as said.
  var unsaid: [String] = []
  /// What must be sent, what is taken back first.
  var outgoing: [Outgoing] = []

  /// - Parameters:
  ///   - said: What was said so far.
  ///   - right: What the dossier, decided in canonical order, says.
  ///   - because: Why, in French.
  /// - Throws: `EncodingError`; nothing of ours can cause it.
  init(
    said: [SentMessage], right: [Outgoing], household: HouseholdID, because: String, on day: Day
  ) throws {
    var counts: [SentMessage.Words: Int] = [:]
    for message in right { counts[SentMessage.Words(message), default: 0] += 1 }
    var kept: [SentMessage.Words: Int] = [:]
    for message in said {
      if counts[message.words, default: 0] > 0 {
        counts[message.words, default: 0] -= 1
        kept[message.words, default: 0] += 1
      } else if let back = try Self.takeBack(message, household, because, on: day) {
        unsaid.append(message.id)
        outgoing.append(back)
      }
    }
    for message in right {
      let words = SentMessage.Words(message)
      if kept[words, default: 0] > 0 {
        kept[words, default: 0] -= 1
      } else if try !Self.isOutdated(message, on: day) {
        outgoing.append(message)
      }
    }
  }

  /// A service forgets the message; a partner is told that a notice is without object.
  private static func takeBack(
    _ message: SentMessage, _ household: HouseholdID, _ because: String, on day: Day
  ) throws -> Outgoing? {
    switch message.words.destination {
    case .service(let service):
      return try .recall(
        Recall(id: message.id, because: because), from: service, of: household, on: day)
    case .kind, .user:
      return try notice(in: message.words).flatMap { $0.withdrawal(on: day) }
        .map { try .notice($0, to: message.words.destination, on: day) }
    }
  }

  private static func isOutdated(_ message: Outgoing, on day: Day) throws -> Bool {
    switch message.destination {
    case .service: false
    case .kind, .user: notice(in: SentMessage.Words(message))?.isOutdated(on: day) ?? false
    }
  }

  private static func notice(in words: SentMessage.Words) -> Notice? {
    try? Wire.decode(Notice.self, from: Array(words.data.utf8))
  }
}
