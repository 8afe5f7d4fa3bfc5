import AMQP
import Contracts
import Logging
import PostgreSQL

/// Deliveries in, decisions committed, confirms awaited, acknowledgements out.
extension MessagingRuntime {
  func consumeForever() async {
    await forever("consume") { progressed in
      var desk = ConsumeDesk(
        connection: try await PostgresConnection.connect(database),
        redeliveries: Redeliveries(most: limits.redeliveriesRemembered))
      do {
        try await outlet.open()
        let consumer = try await openConsumer()
        gauges.set(consumer)
        // Unstructured: it looks while this task consumes, and ends with it.
        let watching = Task { await watch(consumer) }
        defer { watching.cancel() }
        if isDraining { await consumer.cancel() }
        do {
          try await consume(from: consumer, at: &desk, progressed)
          gauges.set(nil)
          await consumer.close()
        } catch {
          gauges.set(nil)
          await consumer.close()
          throw error
        }
      } catch {
        await desk.connection.close()
        throw error
      }
      await desk.connection.close()
    }
  }

  /// Works until the consumer is cancelled and has handed everything out.
  private func consume(
    from consumer: AMQPConsumer, at desk: inout ConsumeDesk, _ progressed: () -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { publishing in
      var inFlight = 0
      var ticket = 0
      while true {
        let deliveries = try await consumer.next(
          atMost: limits.batch, ofOneQueue: limits.share(of: participant.queues.count))
        guard !deliveries.isEmpty else { break }
        ticket += 1
        let day = today()
        let messages = deliveries.map {
          EnvelopeCodec.message(from: $0.asPublished, today: day, legalDay: legalDay)
        }
        if let first = messages.first { gauges.took(ticket, Handed(first)) }
        var work = BatchWork(messages, confirmed: await outlet.takeConfirmed(), limits: limits)
        let failure = await commit(&work, at: &desk, progressed)
        if inFlight == limits.unconfirmedBatches {
          try await publishing.next()
          inFlight -= 1
        }
        inFlight += 1
        // The next transaction runs while the broker confirms this one's messages.
        publishing.addTask { [outlet, gauges, work, ticket] in
          await outlet.publish(work.committed.emissions)
          consumer.acknowledge(deliveries.prefix(work.settled).map(\.tag))
          gauges.acknowledged(ticket)
        }
        if let failure { throw failure }
      }
      try await publishing.waitForAll()
    }
  }

  /// Does all that a batch asks for, however often the database fails meanwhile: the deliveries stay
  /// here, so that the broker counts no return that is the database's fault.
  ///
  /// - Returns: Why it was given up, when the process must leave before all is done.
  private func commit(
    _ work: inout BatchWork, at desk: inout ConsumeDesk, _ progressed: () -> Void
  ) async -> (any Error)? {
    var retries = Retries(limits)
    var failure: (any Error)?
    while work.next != nil, failure == nil {
      let settled = work.settled
      do {
        try await desk.connect(database)
        let runner = BatchRunner(
          service: participant, connection: desk.connection, limits: limits, instance: instance,
          logger: logger, redeliveries: desk.redeliveries)
        try await runner.apply(&work, on: today())
        progressed()
      } catch {
        if work.settled > settled {
          progressed()
          retries = Retries(limits)
        }
        let step = retries.failed(Remedy(of: error))
        report(
          error, in: "consume", doing: step.sentence,
          message: work.next?.messages.first.map(Handed.init))
        if isDraining, step != .retry { failure = error }
        await rest(for: retries.pause)
        if step == .reconnect { await desk.connection.close() }
      }
    }
    await outlet.putBack(confirmed: work.confirmed)
    gauges.update {
      $0.applied += work.settled
      $0.batches += 1
      $0.passedOver += work.committed.passedOver
      $0.absorbed += work.committed.absorbed
    }
    return failure
  }
}

/// What one session of the consumer works with.
private struct ConsumeDesk {
  var connection: PostgresConnection
  let redeliveries: Redeliveries

  /// Opens another connection where the last one was given up.
  mutating func connect(_ configuration: PostgresConfiguration) async throws(PostgresError) {
    guard await !connection.isUsable else { return }
    await connection.close()
    connection = try await PostgresConnection.connect(configuration)
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
