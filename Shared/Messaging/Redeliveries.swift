import Contracts
import Synchronization

/// How many copies of each message the broker handed over again in one session of the consumer.
///
/// A copy that comes again was either applied before its acknowledgement was lost, and then its
/// sender has its answer; or it is a repeat of its sender's whose first delivery was lost, and then
/// the sender waits for one. Nothing on the copy tells which: the broker marks deliveries, not
/// copies. But the inbox knows how many copies were answered, and the broker hands each
/// unacknowledged copy over once a session. So of the copies that come again in one session, as
/// many as were answered before get nothing, and every further one gets its answer.
///
/// What can go wrong: a sender publishes twice, the first copy is acknowledged, the second is lost
/// before its transaction and comes again. It is taken for the first, and the sender has one answer
/// for two copies. That is the better fault: the answer that is left out says only that nothing has
/// changed, whereas the other choice tells everybody, after each broken connection, of repeats that
/// they never made.
final class Redeliveries: Sendable {
  private let most: Int
  private let state = Mutex<(counts: [MessageKey: Int], order: [MessageKey])>(([:], []))

  /// A session without any yet.
  ///
  /// - Parameter most: How many messages are remembered. Beyond that the oldest half is forgotten;
  ///   the broker hands over first what came back, and never more than it may leave unacknowledged.
  init(most: Int) { self.most = max(most, 2) }

  /// How many copies of each of these came again before.
  func counts<Reading>(of entries: [Inbox.Entry<Reading>]) -> [MessageKey: Int] {
    state.withLock { state in
      guard !state.counts.isEmpty else { return [:] }
      return entries.reduce(into: [:]) { $0[$1.message.key] = state.counts[$1.message.key] }
    }
  }

  /// Notes the copies of a committed batch.
  func note<Reading>(_ entries: [Inbox.Entry<Reading>]) {
    guard entries.contains(where: { $0.redelivered > 0 }) else { return }
    state.withLock { state in
      for entry in entries where entry.redelivered > 0 {
        if state.counts[entry.message.key] == nil { state.order.append(entry.message.key) }
        state.counts[entry.message.key, default: 0] += entry.redelivered
      }
      guard state.order.count > most else { return }
      for key in state.order.prefix(most / 2) { state.counts[key] = nil }
      state.order.removeFirst(most / 2)
    }
  }
}
