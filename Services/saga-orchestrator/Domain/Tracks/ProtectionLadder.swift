import Contracts

// What the préfet and the huissier report is an act, whatever came before it. These five ladders
// alone decide between a regular eviction and one that a protection forbids. What only obliges
// stands in the first two, below all that bars.

extension Ladder<ProcedurePhase> {
  /// The CFP is requested: the préfet is told at once of what bars, or only obliges him.
  static let policeAidRequested = Ladder(
    "policeAidRequested", "CFP demandé",
    held: { go(.policeAidAsked, [.tellPrefetProtection], $0.basis) },
    obliged: { go(.policeAidAsked, [telling($0)], $0.basis) },
    free: go(.policeAidAsked, [], "CPCE L153-1, R153-1"))

  /// The CFP is granted: nothing may be planned while something bars it.
  static let policeAidGranted = Ladder(
    "policeAidGranted", "CFP accordé",
    held: { go(.evictionHeld, [.tellPrefetProtection], $0.basis) },
    obliged: { go(.evictionPossible, [telling($0)], $0.basis) },
    free: go(.evictionPossible, [], "CPCE L153-1 ; instruction 3.2"))

  /// A protection ends: another one may still hold.
  static let protectionEnded = Ladder(
    "protectionEnded", "protection levée", held: { stay([], $0.basis) },
    free: go(.evictionPossible, [.raiseRehousingPriority], "CPCE L153-1 ; instruction 3.2"))

  /// The monthly look at an eviction that a protection holds back.
  static let monthlyLook = Ladder(
    "monthlyLook", "examen mensuel", held: { stay([.raiseRehousingPriority], $0.basis) },
    free: go(.evictionPossible, [.raiseRehousingPriority], "CPCE L153-1 ; instruction 3.2"))

  /// An eviction is reported: what was done is recorded; whether it was lawful is another matter.
  static let evictionReported = Ladder(
    "evictionReported", "expulsion signalée",
    held: {
      go(
        .evictedIrregularly,
        [.tellPrefetIrregularEviction, .recordPostMortem, .openAccommodation], $0.basis,
        review: .irregularEviction)
    },
    free: either(
      .accommodationOffered,
      go(.evicted, [.recordPostMortem], "instruction 3.2 ; signe d'une faille du dispositif"),
      go(
        .evicted, [.recordPostMortem, .openAccommodation],
        "instruction 3.2 ; aucune expulsion sans proposition d'hébergement",
        review: .evictionWithoutAccommodation)))

  private init(
    _ name: String, _ title: String, held: (Circumstance) -> TableCell<ProcedurePhase>,
    obliged: ((Circumstance) -> TableCell<ProcedurePhase>)? = nil, free: TableCell<ProcedurePhase>
  ) {
    let obligations = Circumstance.obligations + [.settlementUnderWay]
    self.init(
      name: name, title: title,
      rungs: Circumstance.bars.map { Rung($0, held($0)) }
        + (obliged.map { cell in obligations.map { Rung($0, cell($0)) } } ?? []),
      free: free)
  }

  /// How the préfet is told of what obliges him.
  private static func telling(_ obligation: Circumstance) -> Order {
    obligation == .daloPriorityWithoutOffer ? .tellPrefetDALO : .tellPrefetObligation
  }
}
