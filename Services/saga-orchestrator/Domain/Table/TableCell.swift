public import Contracts

/// One cell of a track's table: what becomes of the phase, and what the saga asks of the services.
public indirect enum TableCell<Phase: TrackPhase>: Hashable, Sendable {
  /// The track goes to a phase, even to its own: its deadline starts again.
  case go(Phase, [Order], LegalBasis)
  case stay([Order], LegalBasis)
  /// The first cell where the circumstance holds, the second where it does not.
  case either(Circumstance, TableCell, TableCell)
  /// One cell for each protection that may hold, and one where none does.
  case ladder(Ladder<Phase>)
  /// The cell inside, and a human looks.
  case flagged(ReviewReason, TableCell)
  /// Nothing is to be done, for that reason.
  case ignore(LegalBasis)
}

/// A list of protections, tried in order, that several cells share by its name.
public struct Ladder<Phase: TrackPhase>: Hashable, Sendable {
  /// The name by which cells and released files refer to it.
  public var name: String
  /// Its name on the page, in French.
  public var title: String
  /// The protections in the order in which they are tried, and what follows where one holds.
  public var rungs: [Rung]
  /// What follows where no protection holds.
  public var free: TableCell<Phase>

  /// One protection of a ladder.
  public struct Rung: Hashable, Sendable {
    public var protection: Circumstance
    /// What follows where it is the first that holds.
    public var cell: TableCell<Phase>

    /// What follows where that protection is the first that holds.
    public init(_ protection: Circumstance, _ cell: TableCell<Phase>) {
      self.protection = protection
      self.cell = cell
    }
  }
}

// One-line makers: the words of the tables.

func go<Phase>(
  _ phase: Phase, _ orders: [Order], _ basis: LegalBasis, review reason: ReviewReason? = nil
) -> TableCell<Phase> {
  let cell = TableCell.go(phase, orders, basis)
  return reason.map { .flagged($0, cell) } ?? cell
}

func stay<Phase>(
  _ orders: [Order], _ basis: LegalBasis, review reason: ReviewReason? = nil
) -> TableCell<Phase> {
  let cell = TableCell<Phase>.stay(orders, basis)
  return reason.map { .flagged($0, cell) } ?? cell
}

func either<Phase>(
  _ circumstance: Circumstance, _ yes: TableCell<Phase>, _ no: TableCell<Phase>
) -> TableCell<Phase> { .either(circumstance, yes, no) }

/// Time alone closes no dossier (RGPD art. 22): a person is asked whether it closes, or told that a
/// right of the household is open.
func proposed<Phase>(_ basis: LegalBasis) -> TableCell<Phase> {
  let kept: TableCell<Phase> = review(.rightOpen, "RGPD art. 22 ; une personne décide")
  return either(.rightOpen, kept, review(.closureProposed, basis))
}

/// An act closes the dossier by itself, unless the household keeps a right: then a person decides.
func ended<Phase>(_ basis: LegalBasis) -> TableCell<Phase> {
  let kept: TableCell<Phase> = review(.rightOpen, "RGPD art. 22 ; une personne décide")
  return either(.rightOpen, kept, go(.closed, [], basis))
}

func ignore<Phase>(_ basis: LegalBasis) -> TableCell<Phase> { .ignore(basis) }

func review<Phase>(_ reason: ReviewReason, _ basis: LegalBasis) -> TableCell<Phase> {
  .flagged(reason, .stay([], basis))
}
