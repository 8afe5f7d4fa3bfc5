import Contracts
import Vocabulary

/// What must be said so that everybody knows what a dossier decided again comes to: pure.
///
/// What a partner was asked stays asked where it is the same demand: nothing is withdrawn and made
/// anew because an amount became known, and no day is told that has passed.
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
    var (old, new) = Self.differences(said, right)
    new.removeAll { message in
      guard let again = Self.notice(in: SentMessage.Words(message)),
        let place = Self.place(of: again, to: message.destination, among: old)
      else { return false }
      let before = old.remove(at: place)
      guard !again.isPast(on: day), again.tellsMore(than: before.notice) else { return true }
      // It stands in for the one before: its reader has nothing to take back.
      unsaid.append(before.message.id)
      return false
    }
    for said in old {
      guard let back = try Self.takeBack(said, household, because, on: day) else { continue }
      unsaid.append(said.message.id)
      outgoing.append(back)
    }
    outgoing += try new.compactMap { try Self.stillWorthSaying($0, on: day) }
  }

  /// What was said, and the notice that it is to a partner.
  private struct Said {
    let message: SentMessage
    let notice: Notice?

    init(_ message: SentMessage) {
      self.message = message
      notice = Correction.notice(in: message.words)
    }
  }

  /// What was said in words that are right no more, and what was not said in these words.
  private static func differences(
    _ said: [SentMessage], _ right: [Outgoing]
  ) -> (old: [Said], new: [Outgoing]) {
    var counts: [SentMessage.Words: Int] = [:]
    for message in right { counts[SentMessage.Words(message), default: 0] += 1 }
    var kept: [SentMessage.Words: Int] = [:]
    let old = said.filter { message in
      guard counts[message.words, default: 0] > 0 else { return true }
      counts[message.words, default: 0] -= 1
      kept[message.words, default: 0] += 1
      return false
    }
    let new = right.filter { message in
      let words = SentMessage.Words(message)
      guard kept[words, default: 0] > 0 else { return true }
      kept[words, default: 0] -= 1
      return false
    }
    return (old.map(Said.init), new)
  }

  /// Which of the notices that were said asked the same of the same reader: of the same day, where
  /// there is one.
  private static func place(
    of notice: Notice, to reader: Destination, among old: [Said]
  ) -> Int? {
    let same = old.indices.filter {
      old[$0].message.words.destination == reader
        && old[$0].notice.map(notice.asksTheSame) ?? false
    }
    return same.first { old[$0].notice?.echeance == notice.echeance } ?? same.first
  }

  /// A service forgets the message; a partner is told that a notice is without object.
  private static func takeBack(
    _ said: Said, _ household: HouseholdID, _ because: String, on day: Day
  ) throws -> Outgoing? {
    switch said.message.words.destination {
    case .service(let service):
      return try .recall(
        Recall(id: said.message.id, because: because), from: service, of: household, on: day)
    case .kind, .user:
      return try said.notice.flatMap { $0.withdrawal(on: day) }
        .map { try .notice($0, to: said.message.words.destination, on: day) }
    }
  }

  /// The message as it can be sent that day: without a day that has passed; `nil` where it is then
  /// of no use.
  private static func stillWorthSaying(_ message: Outgoing, on day: Day) throws -> Outgoing? {
    guard let notice = notice(in: SentMessage.Words(message)) else { return message }
    guard !notice.isOutdated(on: day) else { return nil }
    // A limit that was missed is told though it is past: it was as it was decided.
    guard notice.isPast(on: day), !notice.isPast(on: message.occurredOn) else { return message }
    var information = notice
    information.echeance = nil
    var sent = try Outgoing.notice(information, to: message.destination, on: message.occurredOn)
    sent.chain = message.chain
    return sent
  }

  /// The notice that the words are to a partner; `nil` for what services tell each other.
  private static func notice(in words: SentMessage.Words) -> Notice? {
    switch words.destination {
    case .service: nil
    case .kind, .user: try? Wire.decode(Notice.self, from: Array(words.data.utf8))
    }
  }
}
