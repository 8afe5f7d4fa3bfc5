public import Contracts

/// What one trigger does to a situation.
public struct Step: Hashable, Sendable {
  /// The situation after it.
  public var situation: Situation
  /// What is asked of the services, each with its reason, in the order of the tracks.
  public var orders: [(order: Order, basis: Basis)] { requests.map { ($0.order, $0.basis) } }
  /// The tracks that went to a phase, even to their own: their deadline starts again.
  public var entered: [Track: Basis] = [:]
  /// Why a human must look, each with its reason.
  public var reviews: [Review] = []

  var requests: [Request] = []

  /// One order with its reason.
  struct Request: Hashable, Sendable {
    var order: Order
    var basis: Basis
  }

  /// One reason to look, as a track gives it.
  public struct Review: Hashable, Sendable {
    /// The track that asks.
    public var track: Track
    /// The code.
    public var reason: ReviewReason
    /// The row's own words.
    public var basis: Basis
  }
}

extension ProcedureTables {
  /// Offers a trigger to every track, or to one of them.
  ///
  /// Facts are learned first. Contact, debt and housing move before the procedure, which therefore
  /// sees whether a settlement or a rehousing is under way. When the procedure closes, all close.
  ///
  /// - Parameters:
  ///   - track: The only track to which the trigger is offered; `nil` for all.
  ///   - seen: The circumstances by which the rows are read, where they are not those of today: an
  ///     eviction is judged by what protected the household on its own day.
  public func step(
    _ situation: Situation, _ trigger: Trigger, only track: Track? = nil,
    seen: Circumstances? = nil
  ) -> Step {
    var step = Step(situation: situation)
    learn(&step.situation.circumstances, trigger, situation.isClosed)
    func offer<Phase: TrackPhase>(
      _ table: TrackTable<Phase>, _ phase: WritableKeyPath<Situation, Phase>
    ) {
      guard track == nil || track == Phase.track else { return }
      let circumstances = seen ?? step.situation.circumstances
      let outcome = table.row(step.situation[keyPath: phase], trigger).outcome(in: circumstances)
      step.take(outcome, phase)
    }
    offer(contact, \.contact)
    offer(debt, \.debt)
    step.situation.deriveSettlement()
    offer(housing, \.housing)
    step.situation.deriveRehousing()
    offer(procedure, \.procedure)
    if step.situation.isClosed, !situation.isClosed { step.close(from: situation, by: self) }
    return step
  }
}

extension Situation {
  mutating func deriveSettlement() {
    circumstances.set(.settlementUnderWay, to: debt.isUnderWay)
  }

  mutating func deriveRehousing() {
    circumstances.set(.rehousingUnderWay, to: housing.isUnderWay)
  }
}

extension Step {
  mutating func take<Phase: TrackPhase>(
    _ outcome: Outcome<Phase>, _ phase: WritableKeyPath<Situation, Phase>
  ) {
    requests += outcome.orders.map { Request(order: $0, basis: outcome.basis) }
    if let reason = outcome.review {
      reviews.append(Review(track: Phase.track, reason: reason, basis: outcome.basis))
    }
    guard let next = outcome.phase else { return }
    situation[keyPath: phase] = next
    entered[Phase.track] = outcome.basis
  }

  /// Closing undoes what is still open: each phase says what.
  mutating func close(from before: Situation, by tables: ProcedureTables) {
    let basis: Basis = "instruction 2.2 ; le dossier se clôt"
    func close<Phase: TrackPhase>(
      _ phase: WritableKeyPath<Situation, Phase>, leaving left: Phase, _ table: TrackTable<Phase>
    ) {
      requests += table.closingOrders(left).map { Request(order: $0, basis: basis) }
      situation[keyPath: phase] = .closed
      entered[Phase.track] = basis
    }
    close(\.contact, leaving: situation.contact, tables.contact)
    close(\.debt, leaving: situation.debt, tables.debt)
    close(\.housing, leaving: situation.housing, tables.housing)
    close(\.procedure, leaving: before.procedure, tables.procedure)
    situation.deriveSettlement()
    situation.deriveRehousing()
  }
}
