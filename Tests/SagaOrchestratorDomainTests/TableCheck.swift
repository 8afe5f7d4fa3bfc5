import Contracts
import SagaOrchestratorDomain

/// Every way through every row of one track, in whatever circumstances: what is proved here holds
/// in every state, hence in every state that can be reached.
///
/// A row depends on its phase, on the trigger and on circumstances, and on nothing else; a branch
/// names what must hold and what must not. So a promise about what a branch leads to is read off
/// the branch.
struct TableCheck {
  let track: CompiledTrack
  let learn: @Sendable (inout Circumstances, Trigger, Bool) -> Void

  /// One way through one cell.
  struct Move {
    var phase: Int
    var trigger: Trigger
    var branch: CompiledTrack.Branch
  }

  /// Everything that is broken, with one example each.
  func findings() -> [Property: Finding] {
    var found: [Property: Finding] = [:]
    for move in moves {
      for property in broken(by: move) where found[property] == nil {
        found[property] = Finding(property: property, example: words(move))
      }
    }
    for (property, example) in lacks where found[property] == nil {
      found[property] = Finding(property: property, example: example)
    }
    return found
  }

  /// Every branch of every cell.
  var moves: [Move] {
    track.cells.enumerated().flatMap { phase, cells in
      zip(Trigger.allCases, cells).flatMap { trigger, branches in
        branches.map { Move(phase: phase, trigger: trigger, branch: $0) }
      }
    }
  }

  private func broken(by move: Move) -> [Property] {
    let branch = move.branch
    var broken: [Property] = []
    if Set(branch.orders).count != branch.orders.count { broken.append(.noOrderIsSentTwice) }
    if move.trigger == .surendettementFiled, branch.isEffect {
      broken.append(.aDepositChangesNothing)
    }
    if move.phase == track.closed, branch.isEffect, !move.trigger.reopens {
      broken.append(.aClosedDossierIsSilent)
    }
    if branch.isIgnored, track.deadlines[move.phase] == move.trigger {
      broken.append(.everyDeadlineDoesSomething)
    }
    if closesItself(move), !branch.lacks.contains(.rightOpen) {
      broken.append(.noDossierClosesItselfWhileARightIsOpen)
    }
    if isByTime(move.trigger), move.phase != track.closed, move.branch.phase == track.closed {
      broken.append(.noDossierClosesByTime)
    }
    if track.track == .procedure { broken += EvictionProperties(learn: learn).broken(by: move) }
    return broken
  }

  /// Whether the trigger is the end of a delay, of whatever track or protection. The law itself
  /// ends one case: two years after an effacement, the clause is deemed never to have played (C.
  /// consom. L714-1).
  private func isByTime(_ trigger: Trigger) -> Bool {
    let ofLaw: Set<Trigger> = [.clauseSuspensionEnded]
    let calendar: Set<Trigger> = [
      .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed,
      .decisionOverdue, .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .reviewDue,
      .truceStarted, .truceEnded, .jexDelaysEnded, .surendettementSuspensionEnded,
      .cohesionProtocolEnded,
    ]
    return calendar.union(track.deadlines.compactMap(\.self)).subtracting(ofLaw).contains(trigger)
  }

  /// Whether the dossier closes by time or because nothing is owed. What ends it by itself is an
  /// act: a death, a rehousing, a new lease, a receipt, a decision of the commission. The end of
  /// the suspension that the law sets ends no other right.
  private func closesItself(_ move: Move) -> Bool {
    let byAct: Set<Trigger> = [
      .householdDied, .rehoused, .newLeaseSigned, .transferReceived, .closedByCommission,
    ]
    return track.track == .procedure && move.branch.phase == track.closed
      && move.phase != track.closed && !byAct.contains(move.trigger)
  }

  private var lacks: [(Property, String)] {
    let reached = reachedPhases
    return track.phases.enumerated().flatMap { phase, name -> [(Property, String)] in
      var lacks: [(Property, String)] = []
      if !reached.contains(phase) { lacks.append((.everyPhaseIsReached, name)) }
      if phase == track.closed { return lacks }
      if track.deadlines[phase] == nil { lacks.append((.everyOpenPhaseHasADeadline, name)) }
      // An exit is a trigger by which the phase is left, whatever the circumstances.
      let hasExit = track.cells[phase].contains { branches in
        branches.allSatisfy { $0.phase.map { $0 != phase } ?? false }
      }
      if !hasExit, track.track == .procedure { lacks.append((.everyPhaseHasAnExit, name)) }
      let mayLeave = track.cells[phase].joined().contains { $0.phase.map { $0 != phase } ?? false }
      if !mayLeave { lacks.append((.everyPhaseHasAnExit, name)) }
      return lacks
    }
  }

  private var reachedPhases: Set<Int> {
    var reached: Set<Int> = [track.initial]
    var queue = [track.initial]
    while let phase = queue.popLast() {
      for next in track.cells[phase].joined().compactMap(\.phase)
      where reached.insert(next).inserted {
        queue.append(next)
      }
    }
    return reached.union([track.closed])
  }

  private func words(_ move: Move) -> String {
    let end = move.branch.phase.map { track.phases[$0] } ?? "(reste)"
    return "\(track.phases[move.phase]) --\(move.trigger.rawValue)--> \(end), si "
      + move.branch.needs.elements.map(\.rawValue).joined(separator: " ")
  }
}
