import AMQP
import Contracts
import Logging

/// The queues that a participant takes from, and those that are not there yet.
extension MessagingRuntime {
  /// Opens a consumer of every queue that can be consumed. One that cannot, because the topology
  /// was not applied since a partner came, holds no other up: it is named, and looked for again.
  ///
  /// - Throws: `AMQPError` when the broker cannot be reached, or none of the queues is there.
  func openConsumer() async throws(AMQPError) -> AMQPConsumer {
    let consumer = try await AMQPConsumer.open(
      broker, queues: participant.queues, prefetch: limits.prefetch,
      singly: Set(participant.queues.filter(QueueName.isDead)))
    let isNews = gauges.values.absent != consumer.absent
    gauges.update { $0.absent = consumer.absent }
    if isNews, !consumer.absent.isEmpty {
      logger.error(
        "Queues cannot be consumed; the others are: run amontctl topology apply, renew the rights",
        metadata: [
          "queues": .array(consumer.absent.map { "\($0.queue) \($0.reason.rawValue)" })
        ])
    }
    return consumer
  }

  /// Until cancelled, looks whether an absent queue can be consumed by now; then lets the consumer
  /// end in good order, so that the next one takes from it too.
  func watch(_ consumer: AMQPConsumer) async {
    guard !consumer.absent.isEmpty else { return }
    while true {
      do { try await pause(limits.queueLook) } catch { return }
      let still = try? await AMQPConsumer.absent(of: consumer.absent.map(\.queue), at: broker)
      guard let still, still != consumer.absent else { continue }
      return await consumer.cancel()
    }
  }
}

extension Participant {
  /// Whether it takes from more than its own queue and its dead letters: then many parties have one
  /// each.
  var hasManyQueues: Bool { Set(queues.filter { !QueueName.isDead($0) }).count > 1 }
}
