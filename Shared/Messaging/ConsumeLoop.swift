import AMQP
import Contracts
import Logging
import PostgreSQL

/// Deliveries in, decisions committed, confirms awaited, acknowledgements out.
extension MessagingRuntime {
  func consumeForever() async {
    await forever("consume") { _ in
      try await outlet.open()
      let consumer = try await openConsumer()
      gauges.set(consumer)
      // Unstructured: it looks while this task consumes, and ends with it.
      let watching = Task { await watch(consumer) }
      defer { watching.cancel() }
      if isDraining { await consumer.cancel() }
      let failure = await consume(from: consumer)
      gauges.set(nil)
      await consumer.close()
      if let failure { throw failure }
    }
  }

  /// Two hands work off a queue in turns, each with a transaction of its own: one decides while the
  /// other waits for the disk. Where many parties have a queue each, the second one takes what
  /// floods, so that nobody else waits for the transactions of a flood.
  ///
  /// - Returns: Why it ended before the consumer was cancelled and had handed everything out.
  private func consume(from consumer: AMQPConsumer) async -> (any Error)? {
    let redeliveries = Redeliveries(most: limits.redeliveriesRemembered)
    let order = TakingOrder()
    let tally = HandTally()
    let places: [DeskPlace] =
      participant.hasManyQueues ? [.others, .floods] : [.first(order), .second(order)]
    return await withTaskGroup(of: (any Error)?.self) { group in
      for place in places {
        group.addTask {
          do {
            try await self.consume(from: consumer, at: place, redeliveries, tally.newHand())
            return nil
          } catch {
            // The other would work on, and nobody take what this one left.
            await consumer.close()
            return error
          }
        }
      }
      return await group.reduce(nil) { first, next in
        // That the consumer was closed under one hand says nothing of why.
        (first as? AMQPError)?.code == .closed ? next ?? first : first ?? next
      }
    }
  }

  private func consume(
    from consumer: AMQPConsumer, at place: DeskPlace, _ redeliveries: Redeliveries,
    _ tally: HandTally.Hand
  ) async throws {
    var desk = ConsumeDesk(
      place: place, connection: try await PostgresConnection.connect(database),
      redeliveries: redeliveries, tally: tally)
    do {
      try await consume(from: consumer, at: &desk)
    } catch {
      await desk.connection.close()
      throw error
    }
    await desk.connection.close()
  }

  /// Works until the consumer is cancelled and has handed everything out.
  private func consume(from consumer: AMQPConsumer, at desk: inout ConsumeDesk) async throws {
    try await withThrowingTaskGroup(of: Void.self) { publishing in
      var inFlight = 0
      var pace = FloodPace(multiple: limits.floodRest, longest: limits.longestFloodRest)
      while true {
        await rest(until: pace)
        // Whoever holds a message back looks at it again though nothing comes: not in its turn.
        let pass = desk.held.isEmpty ? await desk.place.order?.enter() : nil
        defer { pass?.leave() }
        guard let turn = try await turn(of: consumer, at: desk) else { break }
        let deliveries = turn.deliveries + desk.held.map(\.delivery)
        let ticket = gauges.newTicket()
        let begun = ContinuousClock.now
        let day = today()
        let messages = deliveries.map {
          EnvelopeCodec.message(from: $0.asPublished, today: day, legalDay: legalDay)
        }
        if let first = messages.first { gauges.took(ticket, Handed(first)) }
        var work = BatchWork(
          messages, held: desk.rounds(behind: turn.deliveries.count),
          confirmed: await outlet.takeConfirmed(), limits: limits)
        let failure = await commit(&work, at: &desk) { pass?.leave() }
        desk.held = work.left.sorted { $0.key < $1.key }.map { (deliveries[$0.key], $0.value) }
        pace.took(turn, from: begun, until: .now)
        if inFlight == limits.unconfirmedBatches {
          try await publishing.next()
          inFlight -= 1
        }
        inFlight += 1
        // The next transaction runs while the broker confirms this one's messages.
        publishing.addTask { [outlet, gauges, work, ticket] in
          await outlet.publish(work.committed.emissions)
          consumer.acknowledge(work.settled.map { deliveries[$0].tag })
          gauges.acknowledged(ticket)
        }
        if let failure { throw failure }
      }
      try await publishing.waitForAll()
    }
  }

  /// Waits as long as a flood rests.
  func rest(until pace: FloodPace) async {
    guard let end = pace.restsUntil, !isDraining, end > .now else { return }
    try? await pause(end - .now)
  }

  /// What comes next; `nil` once the consumer was cancelled and has handed everything out. While
  /// messages are held whose rows the server cannot read, they are not let wait for ever.
  private func turn(
    of consumer: AMQPConsumer, at desk: ConsumeDesk
  ) async throws -> ConsumerTurn? {
    let (most, share, hand) = (limits.batch, limits.oneOfMany, desk.place.hand)
    guard !desk.held.isEmpty else {
      let turn = try await consumer.turn(atMost: most, ofOneQueue: share, by: hand)
      return turn.deliveries.isEmpty ? nil : turn
    }
    let found = try await withThrowingTaskGroup(of: ConsumerTurn?.self) { group in
      group.addTask {
        do {
          return try await consumer.turn(atMost: most, ofOneQueue: share, by: hand)
        } catch is CancellationError {
          return nil
        }
      }
      group.addTask {
        try? await self.pause(self.limits.longestPause)
        return nil
      }
      var found = try await group.next() ?? nil
      group.cancelAll()
      // It may have been handed out as the time was over.
      for try await late in group { found = found ?? late }
      return found
    }
    try Task.checkCancellation()
    return isDraining && found?.deliveries.isEmpty != false ? nil : found ?? ConsumerTurn()
  }

  /// Does all that a batch asks for, however often the database fails meanwhile: the deliveries
  /// stay here, so that the broker counts no return that is the database's fault.
  ///
  /// - Parameter onLocked: Called each time a transaction holds its locks.
  /// - Returns: Why it was given up, when the process must leave before all is done.
  private func commit(
    _ work: inout BatchWork, at desk: inout ConsumeDesk, onLocked: @escaping @Sendable () -> Void
  ) async -> (any Error)? {
    var retries = Retries(limits)
    var failure: (any Error)?
    while work.next != nil, failure == nil, !work.isHeldUp(limits) {
      let (settled, applied) = (work.settled.count, work.applied)
      defer { desk.tally.add(work.applied - applied) }
      do {
        try await desk.connect(database)
        let runner = BatchRunner(
          service: participant, connection: desk.connection, masters: masters, limits: limits,
          instance: instance, logger: logger, redeliveries: desk.redeliveries, onLocked: onLocked)
        try await runner.apply(&work, on: today())
        gauges.progressed(desk.place.loop)
      } catch {
        if work.settled.count > settled {
          gauges.progressed(desk.place.loop)
          retries = Retries(limits)
        }
        let step = retries.failed(Remedy(of: error))
        report(
          error, in: desk.place.loop, doing: step.sentence,
          message: work.next?.messages.first.map(Handed.init))
        if isDraining, step != .retry { failure = error }
        await rest(for: retries.pause)
        guard step == .reconnect else { continue }
        await desk.connection.close()
        work.othersApplied(desk.tally.takeOthers())
        if error.mayBeOfFewRows, work.isolate(error.reason, limits: limits) {
          retries = Retries(limits)
        }
      }
    }
    await finish(work)
    return failure
  }

  /// Hands on what a batch left to others, and counts it.
  private func finish(_ work: BatchWork) async {
    await outlet.putBack(confirmed: work.confirmed)
    if work.committed.armsDue { deadlineWork.raise(.deadlines) }
    gauges.update {
      $0.applied += work.settled.count
      $0.batches += 1
      $0.passedOver += work.committed.passedOver
      $0.absorbed += work.committed.absorbed
    }
  }
}

extension Delivery {
  /// The same as it was published: the broker names its own exchange where it handed a message on
  /// from one queue to the next, and every queue is fed by one exchange only.
  fileprivate var asPublished: Delivery {
    guard let feeding = ExchangeName.feeding(queue) else { return self }
    var delivery = self
    delivery.exchange = feeding
    return delivery
  }
}
