import Messaging
import Observability
import PostgreSQL

/// The metrics of the runtime, named after the work (no dossier in any label).
enum RuntimeMetrics {
  static func register(in registry: PrometheusRegistry, gauges: RuntimeGauges, probe: Probe) {
    registerOutbox(in: registry, probe: probe)
    registerTables(in: registry, probe: probe)
    registerProcess(in: registry, gauges: gauges)
    registerNow(in: registry, gauges: gauges)
  }

  private static func registerOutbox(in registry: PrometheusRegistry, probe: Probe) {
    registry.register(
      "outbox_pending", help: "Messages emitted and not yet confirmed by the broker."
    ) { await probe.number("SELECT coalesce(sum(messages), 0) AS value FROM outbox_pending") }
    registry.register(
      "outbox_blocked", help: "Messages that the broker returned or refused; see amontctl outbox."
    ) { await probe.number("SELECT count(*) AS value FROM outbox_pending WHERE blocked") }
    registry.register(
      "outbox_refused", help: "Messages that the broker returned or refused, by recipient."
    ) {
      await probe.numbers(
        """
        SELECT routing_key AS label, count(*) AS value FROM outbox_pending AS p JOIN outbox AS o ON o.id = p.first
        WHERE p.attempts > 0 OR p.blocked GROUP BY routing_key
        """, label: "recipient")
    }
    registry.register(
      "outbox_oldest_seconds", help: "Age of the oldest message that the broker has not confirmed."
    ) { await probe.number(Probe.oldestPending) }
  }

  private static func registerTables(in registry: PrometheusRegistry, probe: Probe) {
    registry.register(
      "quarantine_messages", help: "Messages that wait for an operator, by state."
    ) {
      await probe.numbers(
        "SELECT state AS label, count(*) AS value FROM quarantine GROUP BY state", label: "state")
    }
    registry.register("parked_messages", help: "Messages that wait for one of a lower rank.") {
      await probe.number("SELECT count(*) AS value FROM parked")
    }
    registry.register("deadline_due", help: "Deadlines whose day has come and that have not fired.")
    {
      await probe.number(
        "SELECT count(*) AS value FROM deadline WHERE fires_on <= \(probe.today())")
    }
    registry.register("deadline_armed", help: "Deadlines armed.") {
      await probe.number("SELECT count(*) AS value FROM deadline")
    }
    // What an operator sends again is confirmed no more: these counts may fall.
    registry.register(
      "ledger_messages", help: "The conservation ledger of all instances, by entry."
    ) {
      await probe.numbers(
        "SELECT entry AS label, sum(count)::bigint AS value FROM ledger_counter GROUP BY entry",
        label: "entry")
    }
  }

  private static func registerProcess(in registry: PrometheusRegistry, gauges: RuntimeGauges) {
    func metric(
      _ name: String, _ help: String, as kind: PrometheusRegistry.Kind = .counter,
      _ read: @escaping @Sendable (RuntimeGauges.Values) -> Int
    ) {
      registry.register(name, kind, help: help) {
        [(labels: [], value: Double(read(gauges.values)))]
      }
    }
    metric("messages_processed_total", "Messages applied by this process.") { $0.applied }
    metric("batches_committed_total", "Transactions of this process.") { $0.batches }
    metric("deadlines_fired_total", "Deadlines fired by this process.") { $0.fired }
    metric(
      "journal_passed_over_total",
      "Messages and ends of delays without effect as their dossier was decided again."
    ) { $0.passedOver }
    metric(
      "redeliveries_absorbed_total",
      "Messages that the broker handed over again after they were applied."
    ) { $0.absorbed }
    metric("work_failures_total", "Transactions and connections that failed.") { $0.failures }
    metric("work_stalls_total", "Times that a loop stopped getting on; see /readyz.") { $0.stalls }
    metric("outbox_relayed_total", "Messages published for a process that did not.") { $0.relayed }
    metric(
      "deadlines_stuck", "Deadlines that can be neither applied nor put in quarantine.", as: .gauge
    ) { $0.stuckDeadlines }
  }

  /// What goes on or does not, at the moment.
  private static func registerNow(in registry: PrometheusRegistry, gauges: RuntimeGauges) {
    registry.register("exchange_unreachable", help: "Exchanges that cannot be published to.") {
      gauges.values.exchanges.keys.sorted().map { (labels: [("exchange", $0)], value: 1) }
    }
    func now(_ name: String, _ help: String, _ read: @escaping @Sendable () -> Double) {
      registry.register(name, help: help) { [(labels: [], value: read())] }
    }
    now("consumer_stalled", "1 while deliveries are not taken or do not get on; see /readyz.") {
      gauges.consumerComplaint == nil ? 0 : 1
    }
    now("broker_blocked", "1 while the broker takes no messages.") {
      gauges.brokerComplaint == nil ? 0 : 1
    }
    now("oldest_delivery_seconds", "Age of the oldest delivery that is not acknowledged.") {
      gauges.oldestDeliverySeconds
    }
    registry.register("deliveries_unsettled", help: "Deliveries received and not yet settled.") {
      [(labels: [], value: Double(gauges.unsettled))]
    }
  }
}
