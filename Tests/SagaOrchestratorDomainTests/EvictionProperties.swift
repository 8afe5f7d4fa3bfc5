import Contracts
import SagaOrchestratorDomain

/// The rules of an eviction, way by way.
struct EvictionProperties {
  let learn: @Sendable (inout Circumstances, Trigger, Bool) -> Void

  private static let possible = number(.evictionPossible)
  private static let evicted = number(.evicted)
  private static let irregular = number(.evictedIrregularly)
  private static let answer: Set<Order> = [
    .tellPrefetIrregularEviction, .recordPostMortem, .openAccommodation,
  ]
  /// What decides, beside the trigger, whether a protection begins or ends.
  static let linked: [Circumstances] = [
    [], [.quitOrderNotified], [.quitDelayWaived], [.quitOrderNotified, .quitDelayWaived],
  ]

  private static func number(_ phase: ProcedurePhase) -> Int {
    ProcedurePhase.allCases.firstIndex(of: phase) ?? 0
  }

  func broken(by move: TableCheck.Move) -> [Property] {
    var broken: [Property] = []
    if tellsABarForAnObligation(move) { broken.append(.aBarIsNeverToldForWhatOnlyObliges) }
    if !keepsEvictionImpossible(move) { broken.append(.noEvictionIsPossibleWhileAProtectionHolds) }
    guard move.phase != Self.evicted, move.phase != Self.irregular else { return broken }
    let branch = move.branch
    if branch.phase == Self.evicted,
      move.trigger != .evictionReported || !lacksEveryProtection(branch)
    {
      broken.append(.noEvictionIsRegularWhileAProtectionHeld)
    }
    let held = !branch.needs.intersection(Circumstances.bars).isEmpty
    if move.trigger == .evictionReported, held || branch.isIgnored || branch.phase == nil {
      let isAnswered =
        branch.phase == Self.irregular && branch.isReviewed
        && Self.answer.isSubset(of: branch.orders)
      if !isAnswered { broken.append(.anIrregularEvictionIsRecordedReviewedAndTold) }
    }
    return broken
  }

  private func lacksEveryProtection(_ branch: CompiledTrack.Branch) -> Bool {
    branch.lacks.intersection(Circumstances.bars) == Circumstances.bars
  }

  /// A bar is told only where one holds or begins: never for what only obliges.
  func tellsABarForAnObligation(_ move: TableCheck.Move) -> Bool {
    guard move.branch.orders.contains(.tellPrefetProtection) else { return false }
    var begun: Circumstances = []
    learn(&begun, move.trigger, false)
    let known = move.branch.needs.union(begun)
    let obliges = !known.intersection(Circumstances(Circumstance.obligations)).isEmpty
    return obliges && known.intersection(Circumstances.bars).isEmpty
  }

  /// By induction: where an eviction becomes possible no protection holds; where it is possible and
  /// a protection begins, it is possible no more.
  private func keepsEvictionImpossible(_ move: TableCheck.Move) -> Bool {
    let branch = move.branch
    let stays = move.phase == Self.possible && (branch.phase ?? Self.possible) == Self.possible
    if !stays {
      return branch.phase != Self.possible || lacksEveryProtection(branch)
    }
    return Self.linked.allSatisfy { linked in
      var learned = linked
      learn(&learned, move.trigger, false)
      let begun = learned.intersection(Circumstances.bars)
      let needed = branch.needs.intersection(Circumstances.bars)
      let isTaken =
        needed.subtracting(begun).isEmpty && branch.lacks.intersection(begun).isEmpty
      return begun.isEmpty || !isTaken
    }
  }
}

extension ProcedureTables {
  /// A protection that an act ends without being named among its ends.
  var shortening: Finding? {
    for trigger in Trigger.allCases {
      for protection in Circumstance.protections where protection.ends[trigger] == nil {
        for linked in EvictionProperties.linked {
          for isClosed in [false, true] {
            var learned = linked.union([protection])
            learn(&learned, trigger, isClosed)
            if !learned.contains(protection) {
              return Finding(
                property: .noActShortensAProtection,
                example: "\(trigger.rawValue) met fin à \(protection.rawValue)")
            }
          }
        }
      }
    }
    return nil
  }
}
