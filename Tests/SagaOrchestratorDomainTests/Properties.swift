import Contracts
import SagaOrchestratorDomain

/// What the exploration proves, by name; each is also what a broken table is caught by.
enum Property: String, CaseIterable {
  case everyOpenPhaseHasADeadline, everyDeadlineDoesSomething, everyStateHasAnExit
  case everyPhaseIsReached
  case noEvictionIsPossibleWhileAProtectionHolds
  case noEvictionIsRegularWhileAProtectionHeld
  case anIrregularEvictionIsRecordedReviewedAndTold
  case aDiagnosedHouseholdIsHelped
  case noOrderIsSentTwice, aClosedDossierIsSilent, aDepositChangesNothing
}

/// A property that does not hold, and one state that shows it.
struct Finding: Hashable, CustomStringConvertible {
  var property: Property
  var example: String

  var description: String { "\(property.rawValue): \(example)" }
}

extension TrackWalk {
  /// Everything that can be checked in one track by itself.
  ///
  /// - Parameter sought: Ends as soon as that property is found broken.
  func findings(until sought: Property? = nil) -> [Property: Finding] {
    var found: [Property: Finding] = [:]
    var exits: Set<State> = []
    let states = explore { move in
      for property in broken(by: move) where found[property] == nil {
        found[property] = Finding(property: property, example: words(move))
      }
      if let next = move.branch.phase, next != move.from.phase { exits.insert(move.from) }
      return sought.map { found[$0] == nil } ?? true
    }
    if let sought, found[sought] != nil { return found }
    for (property, example) in lacks(states, exits) where found[property] == nil {
      found[property] = Finding(property: property, example: example)
    }
    return found
  }

  private func broken(by move: Move) -> [Property] {
    let branch = move.branch
    var broken: [Property] = []
    if branch.orders.count > 1, Set(branch.orders).count != branch.orders.count {
      broken.append(.noOrderIsSentTwice)
    }
    if move.trigger == .surendettementFiled, branch.isEffect {
      broken.append(.aDepositChangesNothing)
    }
    if move.from.phase == track.closed, branch.isEffect, !move.trigger.reopens {
      broken.append(.aClosedDossierIsSilent)
    }
    if move.to.phase != track.closed, track.deadlines[move.to.phase] == nil {
      broken.append(.everyOpenPhaseHasADeadline)
    }
    if branch.isIgnored, track.deadlines[move.from.phase] == move.trigger {
      broken.append(.everyDeadlineDoesSomething)
    }
    if track.track == .procedure { EvictionProperties.check(move, &broken) }
    return broken
  }

  private func lacks(_ states: Set<State>, _ exits: Set<State>) -> [(Property, String)] {
    let reached = Set(states.map { $0.phase })
    var lacks: [(Property, String)] = []
    for (phase, name) in track.phases.enumerated() {
      if !reached.contains(phase) { lacks.append((.everyPhaseIsReached, name)) }
    }
    for state in states.subtracting(exits) where state.phase != track.closed {
      lacks.append((.everyStateHasAnExit, track.phases[state.phase]))
    }
    return lacks
  }

  private func words(_ move: Move) -> String {
    "\(track.phases[move.from.phase]) --\(move.trigger.rawValue)--> "
      + "\(track.phases[move.to.phase]), "
      + move.seen.elements.map { $0.rawValue }.joined(separator: " ")
  }
}

/// The rules of an eviction, move by move.
enum EvictionProperties {
  private static let possible = number(.evictionPossible)
  private static let evicted = number(.evicted)
  private static let irregular = number(.evictedIrregularly)
  private static let answer: Set<Order> = [
    .tellPrefetIrregularEviction, .recordPostMortem, .openAccommodation,
  ]

  private static func number(_ phase: ProcedurePhase) -> Int {
    ProcedurePhase.allCases.firstIndex(of: phase) ?? 0
  }

  static func check(_ move: TrackWalk.Move, _ broken: inout [Property]) {
    let from = move.from.phase
    let to = move.to.phase
    if to == possible,
      !move.to.circumstances.intersection(Circumstances.protections).isEmpty
    {
      broken.append(.noEvictionIsPossibleWhileAProtectionHolds)
    }
    guard from != evicted, from != irregular else { return }
    let held = !move.seen.intersection(Circumstances.protections).isEmpty
    if to == evicted, move.trigger != .evictionReported || held {
      broken.append(.noEvictionIsRegularWhileAProtectionHeld)
    }
    guard move.trigger == .evictionReported, held else { return }
    if to != irregular || !move.branch.isReviewed || !answer.isSubset(of: move.branch.orders) {
      broken.append(.anIrregularEvictionIsRecordedReviewedAndTold)
    }
  }
}

extension Trigger {
  /// Whether the trigger opens a closed dossier again.
  var reopens: Bool {
    [
      .arrearsReported, .noticeServed, .summonsServed, .delaysGranted, .evictionOrdered,
      .evictionOrderedWithDelays, .quitOrderServed, .quitOrderUnnotified, .policeAidRequested,
      .policeAidGranted, .evictionReported,
    ].contains(self)
  }
}
