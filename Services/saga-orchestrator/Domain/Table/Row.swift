public import Contracts

/// One cell of a track's table: what becomes of the phase, and what the saga asks of the services.
public indirect enum Row<Phase: TrackPhase>: Hashable, Sendable {
  /// The track goes to a phase, even to its own: its deadline starts again.
  case go(Phase, [Order], Basis)
  /// The track stays where it is.
  case stay([Order], Basis)
  /// The first row where the circumstance holds, the second where it does not.
  case either(Circumstance, Row, Row)
  /// The row inside, and a human looks.
  case flagged(ReviewReason, Row)
  /// Nothing is to be done, for that reason.
  case ignore(Basis)
}

// One-line makers: the words of the tables.

func go<Phase>(
  _ phase: Phase, _ orders: [Order], _ basis: Basis, review reason: ReviewReason? = nil
) -> Row<Phase> {
  let row = Row.go(phase, orders, basis)
  return reason.map { .flagged($0, row) } ?? row
}

func stay<Phase>(
  _ orders: [Order], _ basis: Basis, review reason: ReviewReason? = nil
) -> Row<Phase> {
  let row = Row<Phase>.stay(orders, basis)
  return reason.map { .flagged($0, row) } ?? row
}

func either<Phase>(
  _ circumstance: Circumstance, _ yes: Row<Phase>, _ no: Row<Phase>
) -> Row<Phase> { .either(circumstance, yes, no) }

func ignore<Phase>(_ basis: Basis) -> Row<Phase> { .ignore(basis) }

func review<Phase>(_ reason: ReviewReason, _ basis: Basis) -> Row<Phase> {
  .flagged(reason, .stay([], basis))
}
