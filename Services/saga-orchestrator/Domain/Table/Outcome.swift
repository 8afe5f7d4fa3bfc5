public import Contracts

/// What a cell comes to in given circumstances.
public struct Outcome<Phase: TrackPhase>: Hashable, Sendable {
  /// The phase to go to; `nil` where the track stays.
  public var phase: Phase?
  /// What is asked of the services.
  public var orders: [Order] = []
  public var basis: LegalBasis
  /// Why a human must look; `nil` where none must.
  public var review: ReviewReason?
  /// Whether the cell says that nothing is to be done.
  public var isIgnored = false
}

extension TableCell {
  /// What the cell comes to where those circumstances hold.
  public func outcome(in circumstances: Circumstances) -> Outcome<Phase> {
    switch self {
    case .go(let phase, let orders, let basis):
      return Outcome(phase: phase, orders: orders, basis: basis)
    case .stay(let orders, let basis):
      return Outcome(phase: nil, orders: orders, basis: basis)
    case .either(let circumstance, let yes, let no):
      return (circumstances.contains(circumstance) ? yes : no).outcome(in: circumstances)
    case .ladder(let ladder):
      let held = ladder.rungs.first { circumstances.contains($0.protection) }
      return (held?.cell ?? ladder.free).outcome(in: circumstances)
    case .flagged(let reason, let cell):
      var outcome = cell.outcome(in: circumstances)
      outcome.review = outcome.review ?? reason
      return outcome
    case .ignore(let basis):
      return Outcome(phase: nil, basis: basis, isIgnored: true)
    }
  }

  public var guards: Circumstances {
    switch self {
    case .go, .stay, .ignore: []
    case .either(let circumstance, let yes, let no):
      yes.guards.union(no.guards).union([circumstance])
    case .ladder(let ladder):
      ladder.rungs.reduce(ladder.free.guards) {
        $0.union($1.cell.guards).union([$1.protection])
      }
    case .flagged(_, let cell): cell.guards
    }
  }

  /// Whether nothing is to be done, whatever the circumstances.
  public var isIgnored: Bool {
    switch self {
    case .go, .stay: false
    case .either(_, let yes, let no): yes.isIgnored && no.isIgnored
    case .ladder(let ladder): ladder.free.isIgnored && ladder.rungs.allSatisfy(\.cell.isIgnored)
    case .flagged(_, let cell): cell.isIgnored
    case .ignore: true
    }
  }
}
