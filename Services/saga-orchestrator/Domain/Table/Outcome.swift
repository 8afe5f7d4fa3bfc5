public import Contracts

/// What a row comes to in given circumstances.
public struct Outcome<Phase: TrackPhase>: Hashable, Sendable {
  /// The phase to go to; `nil` where the track stays.
  public var phase: Phase?
  /// What is asked of the services.
  public var orders: [Order] = []
  /// Why.
  public var basis: Basis
  /// Why a human must look; `nil` where none must.
  public var review: ReviewReason?
  /// Whether the row says that nothing is to be done.
  public var isIgnored = false
}

extension Row {
  /// What the row comes to where those circumstances hold.
  public func outcome(in circumstances: Circumstances) -> Outcome<Phase> {
    switch self {
    case .go(let phase, let orders, let basis):
      return Outcome(phase: phase, orders: orders, basis: basis)
    case .stay(let orders, let basis):
      return Outcome(phase: nil, orders: orders, basis: basis)
    case .either(let circumstance, let yes, let no):
      return (circumstances.contains(circumstance) ? yes : no).outcome(in: circumstances)
    case .flagged(let reason, let row):
      var outcome = row.outcome(in: circumstances)
      outcome.review = outcome.review ?? reason
      return outcome
    case .ignore(let basis):
      return Outcome(phase: nil, basis: basis, isIgnored: true)
    }
  }

  /// The circumstances on which the row depends.
  public var guards: Circumstances {
    switch self {
    case .go, .stay, .ignore: []
    case .either(let circumstance, let yes, let no):
      yes.guards.union(no.guards).union([circumstance])
    case .flagged(_, let row): row.guards
    }
  }
}
