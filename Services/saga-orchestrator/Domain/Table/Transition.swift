public import Contracts

/// What one trigger does to a situation.
public struct Transition: Hashable, Sendable {
  public var situation: Situation
  /// What is asked of the services, each with its reason, in the order of the tracks.
  public var orders: [(order: Order, basis: LegalBasis)] { requests.map { ($0.order, $0.basis) } }
  /// The tracks that went to a phase, even to their own: their deadline starts again.
  public var entered: [Track: LegalBasis] = [:]
  /// Why a human must look, each with its reason.
  public var reviews: [Flag] = []

  var requests: [Request] = []

  /// One order with its reason.
  struct Request: Hashable, Sendable {
    var order: Order
    var basis: LegalBasis
  }

  /// One reason to look, as a track gives it.
  public struct Flag: Hashable, Sendable {
    public var track: Track
    public var reason: ReviewReason
    /// The row's own words.
    public var basis: LegalBasis
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
  ) -> Transition {
    var next = Transition(situation: situation)
    learn(&next.situation.circumstances, trigger, situation.isClosed)
    next.situation.deriveRights()
    func offer<Phase: TrackPhase>(
      _ table: TrackTable<Phase>, _ phase: WritableKeyPath<Situation, Phase>
    ) {
      guard track == nil || track == Phase.track else { return }
      let circumstances = seen ?? next.situation.circumstances
      let outcome = table.cell(next.situation[keyPath: phase], trigger).outcome(in: circumstances)
      next.take(outcome, phase)
    }
    offer(contact, \.contact)
    offer(debt, \.debt)
    next.situation.deriveSettlement()
    offer(housing, \.housing)
    next.situation.deriveRehousing()
    offer(procedure, \.procedure)
    if next.situation.isClosed, !situation.isClosed { next.close(from: situation, by: self) }
    return next
  }
}

extension Situation {
  mutating func deriveSettlement() {
    circumstances.set(.settlementUnderWay, to: debt.isUnderWay)
  }

  mutating func deriveRights() {
    let rights = circumstances.intersection(Circumstance.rights)
    circumstances.set(.rightOpen, to: !rights.isEmpty)
  }

  mutating func deriveRehousing() {
    circumstances.set(.rehousingUnderWay, to: housing.isUnderWay)
  }
}

extension Transition {
  mutating func take<Phase: TrackPhase>(
    _ outcome: Outcome<Phase>, _ phase: WritableKeyPath<Situation, Phase>
  ) {
    requests += outcome.orders.map { Request(order: $0, basis: outcome.basis) }
    if let reason = outcome.review {
      reviews.append(Flag(track: Phase.track, reason: reason, basis: outcome.basis))
    }
    guard let next = outcome.phase else { return }
    situation[keyPath: phase] = next
    entered[Phase.track] = outcome.basis
  }

  /// Closing undoes what is still open: each phase says what.
  mutating func close(from before: Situation, by tables: ProcedureTables) {
    let basis: LegalBasis = "instruction 2.2 ; le dossier se clôt"
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
