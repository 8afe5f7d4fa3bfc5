import AMQP
import Contracts
import Logging
import PostgreSQL

/// Deliveries in, decisions committed, confirms awaited, acknowledgements out.
extension MessagingRuntime {
  func consumeForever() async {
    await forever("consume") { succeeded in
      let connection = try await PostgresConnection.connect(database)
      do {
        try await outlet.open()
        let consumer = try await openConsumer()
        gauges.set(consumer)
        succeeded()
        // Unstructured: it looks while this task consumes, and ends with it.
        let watching = Task { await watch(consumer) }
        defer { watching.cancel() }
        if isDraining { await consumer.cancel() }
        do {
          try await consume(from: consumer, on: connection)
          gauges.set(nil)
          await consumer.close()
        } catch {
          gauges.set(nil)
          await consumer.close()
          throw error
        }
      } catch {
        await connection.close()
        throw error
      }
      await connection.close()
    }
  }

  /// Works until the consumer is cancelled and has handed everything out.
  private func consume(from consumer: AMQPConsumer, on connection: PostgresConnection) async throws
  {
    let runner = BatchRunner(
      service: participant, connection: connection, limits: limits, instance: instance,
      logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { publishing in
      var inFlight = 0
      while true {
        let deliveries = try await consumer.next(
          atMost: limits.batch, ofOneQueue: limits.share(of: participant.queues.count))
        guard !deliveries.isEmpty else { break }
        let committed = try await commit(deliveries, with: runner)
        if inFlight == limits.unconfirmedBatches {
          try await publishing.next()
          inFlight -= 1
        }
        inFlight += 1
        // The next transaction runs while the broker confirms this one's messages.
        publishing.addTask { [outlet] in
          await outlet.publish(committed.emissions)
          consumer.acknowledge(deliveries.map(\.tag))
        }
      }
      try await publishing.waitForAll()
    }
  }

  private func commit(
    _ deliveries: [Delivery], with runner: BatchRunner<Runner>
  ) async throws -> BatchRunner<Runner>.Committed {
    let day = today()
    let messages = deliveries.map {
      EnvelopeCodec.message(from: $0.asPublished, today: day, legalDay: legalDay)
    }
    let confirmed = await outlet.takeConfirmed()
    var wait = limits.firstPause
    while true {
      do {
        let committed = try await runner.apply(messages, on: day, confirmed: confirmed)
        gauges.update {
          $0.applied += messages.count
          $0.batches += 1
          $0.passedOver += committed.passedOver
        }
        return committed
      } catch let error as PostgresError where error.isTransient {
        // A deadlock or a busy server: again, from a fresh read, without counting (R6). A lost
        // connection: the outer loop reconnects and the broker delivers again.
        guard await runner.connection.isUsable, !Task.isCancelled else {
          await outlet.putBack(confirmed: confirmed)
          throw error
        }
        logger.info("Batch retried", metadata: error.metadata)
        try await pause(wait)
        wait = min(wait * 2, limits.longestPause)
      } catch {
        await outlet.putBack(confirmed: confirmed)
        throw error
      }
    }
  }
}

extension Delivery {
  /// The same as it was published: the broker names its own exchange where it handed a message on from
  /// one queue to the next, and every queue is fed by one exchange only.
  fileprivate var asPublished: Delivery {
    guard let feeding = ExchangeName.feeding(queue) else { return self }
    var delivery = self
    delivery.exchange = feeding
    return delivery
  }
}
