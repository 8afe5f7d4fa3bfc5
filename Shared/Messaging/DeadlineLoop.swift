import Contracts
import Logging
import PostgreSQL
import Vocabulary

/// Deadlines that have come, and messages that an operator released. They need no broker: what they
/// send is published beside the loop, or by the relay.
extension MessagingRuntime {
  func deadlinesForever() async {
    await forever("deadlines") { progressed in
      let connection = try await PostgresConnection.connect(database)
      do {
        gauges.update { $0.firing = true }
        try await fireDeadlines(on: connection, progressed)
      } catch {
        gauges.update { $0.firing = false }
        await connection.close()
        throw error
      }
      gauges.update { $0.firing = false }
      await connection.close()
    }
  }

  /// Works until draining; each turn is bounded, and begins with a wait when there is nothing to
  /// do.
  private func fireDeadlines(
    on connection: PostgresConnection, _ progressed: () -> Void
  ) async throws {
    let runner = BatchRunner(
      service: participant, connection: connection, masters: masters, limits: limits,
      instance: instance, logger: logger)
    let logLimiter = LogLimiter()
    var watch = DeadlineWatch(limits)
    var pace = DeadlinePace(limits)
    try await withThrowingDiscardingTaskGroup { publishing in
      while !isDraining {
        let day = today()
        guard watch.looks(on: day, at: .now) else {
          let work = await deadlineWork.wait(watch.rest(at: .now), pause)
          if work.contains(.deadlines) { watch.progressed() }
          continue
        }
        pace.begin(applied: gauges.values.batches, at: .now)
        let firing = try await runner.fireDeadlines(on: day, atMost: pace.most)
        let released = try await runner.takeReleased(on: day)
        var committed = firing.committed
        committed += released.committed
        if !committed.emissions.isEmpty {
          publishing.addTask { [outlet, emissions = committed.emissions] in
            await outlet.publishUnawaited(emissions)
          }
        }
        count(firing, committed)
        try await report(firing, on: day, connection, logLimiter)
        progressed()
        watch.found(done: firing.fired + released.taken, stuck: firing.stuck, at: .now)
        pace.took(isFull: firing.isFull, applied: gauges.values.batches, until: .now)
        await rest(until: pace.flood)
      }
    }
  }

  private func count(_ firing: BatchRunner<Runner>.Firing, _ committed: Committed) {
    gauges.update {
      $0.fired += firing.fired
      $0.stuckDeadlines = firing.stuck
      $0.passedOver += committed.passedOver
    }
  }

  /// Says what an operator must know of deadlines, once a cause and minute.
  private func report(
    _ firing: BatchRunner<Runner>.Firing, on day: Day, _ connection: PostgresConnection,
    _ logLimiter: LogLimiter
  ) async throws {
    if let problem = firing.problem, logLimiter.admits(problem.reason) != nil {
      logger.error(
        "Deadlines can be neither applied nor put in quarantine", metadata: problem.metadata)
    }
    guard let oldest = firing.oldest, oldest.adding(days: limits.leapDays) < day,
      logLimiter.admits("leap") != nil
    else { return }
    let due = try await connection.query(DeadlineBook.dueCount(on: day)).first?.int("due") ?? 0
    logger.warning(
      "Deadlines are late: the clock leapt, or the service was away",
      metadata: [
        "deadlines.due": "\(due + firing.fired)", "deadlines.oldest": "\(oldest)", "day": "\(day)",
      ])
  }
}
