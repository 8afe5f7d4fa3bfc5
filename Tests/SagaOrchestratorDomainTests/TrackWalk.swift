import Contracts
import SagaOrchestratorDomain

/// Every state of one track and of the circumstances that it reads.
///
/// Why one track at a time proves something about all four. A row depends on its own phase, on the
/// trigger and on circumstances; a circumstance is learned from the trigger, from other circumstances
/// and from whether the dossier is closed, never from a phase. So the part of a household that this
/// walk keeps (one phase, the circumstances that the table reads, and those that decide these) moves
/// by itself: what it reaches is exactly what the product of the four tracks reaches, seen through
/// that window. Three things come from outside of the window and are let happen at any moment, which
/// can only add states: closing (the procedure closes the other tracks), the two circumstances that
/// follow from the phases of debt and housing, and what protected a household on the past day of an
/// eviction.
struct TrackWalk {
  struct State: Hashable {
    var phase: Int
    var circumstances: Circumstances
  }

  /// One move: where from, by what, seen how, what it does, to what.
  struct Move {
    var from: State
    var trigger: Trigger
    var seen: Circumstances
    var branch: CompiledTrack.Branch
    var to: State
  }

  let track: CompiledTrack
  /// The circumstances that the walk keeps.
  let window: Circumstances
  private let learn: @Sendable (inout Circumstances, Trigger, Bool) -> Void
  private let free: [Circumstances]
  /// Each protection by itself.
  private let alone: [Circumstances]

  init(
    _ track: CompiledTrack, learn: @escaping @Sendable (inout Circumstances, Trigger, Bool) -> Void
  ) {
    self.learn = learn
    self.track = track
    let linked: Circumstances = [.quitPeriodNotRun, .quitOrderNotified]
    // The properties of an eviction look at every protection, even one that a table forgot.
    let asked = track.track == .procedure ? Circumstances.protections : []
    let kept = track.read.subtracting(Circumstance.derived).union(asked)
    window = kept.intersection(linked).isEmpty ? kept : kept.union(linked)
    free = track.read.intersection(Circumstance.derived).elements.reduce([[]]) { sets, element in
      sets + sets.map { $0.union([element]) }
    }
    alone = window.intersection(Circumstances.protections).elements.map { [$0] }
  }

  /// Walks every state, breadth first, and shows every move. Ends early where `visit` says `false`.
  @discardableResult
  func explore(_ visit: (Move) -> Bool) -> Set<State> {
    var seen = Set(starts)
    var queue = starts
    let triggers = Array(Trigger.allCases.enumerated())
    var next = 0
    while next < queue.count {
      let state = queue[next]
      next += 1
      let isClosed = state.phase == track.closed
      for (index, trigger) in triggers {
        var learned = state.circumstances
        learn(&learned, trigger, isClosed)
        learned = learned.intersection(window)
        let isQuiet = learned == state.circumstances && track.isQuiet[state.phase][index]
        if isQuiet, isClosed || track.track == .procedure { continue }
        for view in views(of: learned, trigger) {
          guard let branch = track.branch(state.phase, index, seen: view) else { continue }
          for phase in ends(of: branch, from: state.phase) {
            let to = State(phase: phase, circumstances: learned)
            let move = Move(from: state, trigger: trigger, seen: view, branch: branch, to: to)
            guard visit(move) else { return seen }
            if to != state, seen.insert(to).inserted { queue.append(to) }
          }
        }
      }
    }
    return seen
  }

  private var starts: [State] {
    [Circumstances.initial, Circumstances.initial.union([.winterTruce])].map {
      State(phase: track.initial, circumstances: $0.intersection(window))
    }
  }

  /// Where a row leads, and where closing may lead instead.
  private func ends(of branch: CompiledTrack.Branch, from phase: Int) -> [Int] {
    let end = branch.phase ?? phase
    let mayClose = track.track != .procedure && phase != track.closed
    return mayClose ? [end, track.closed] : [end]
  }

  /// The circumstances by which a row may be read.
  private func views(of learned: Circumstances, _ trigger: Trigger) -> [Circumstances] {
    guard trigger == .evictionReported, track.track == .procedure else {
      return free.count == 1 ? [learned] : free.map { learned.union($0) }
    }
    let bare = learned.subtracting(Circumstances.protections)
    return [learned, bare] + alone.map { bare.union($0) }
  }
}
