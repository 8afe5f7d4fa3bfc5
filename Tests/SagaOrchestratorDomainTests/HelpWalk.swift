import Contracts
import SagaOrchestratorDomain

/// Debt and housing together, with the circumstances that both read: what a diagnosed household is
/// offered depends on nothing else.
///
/// Procedure and contact are left out, and closing may come at any moment: the states found here
/// hold those of the whole product. What is proved for every open state is proved for each hearing.
struct HelpWalk {
  struct State: Hashable {
    var debt: DebtPhase
    var housing: HousingPhase
    var circumstances: Circumstances
  }

  let tables: ProcedureTables
  private let window: Circumstances

  init(_ tables: ProcedureTables) {
    self.tables = tables
    var window: Circumstances = [.diagnosed]
    for trigger in Trigger.allCases {
      for phase in DebtPhase.allCases {
        window = window.union(tables.debt.cell(phase, trigger).guards)
      }
      for phase in HousingPhase.allCases {
        window = window.union(tables.housing.cell(phase, trigger).guards)
      }
    }
    self.window = window
  }

  /// Every state, and the first one in which a diagnosed household is left alone.
  func explore() -> (states: Set<State>, finding: Finding?) {
    let start = State(
      debt: .initial, housing: .initial,
      circumstances: Circumstances.initial.intersection(window))
    var seen: Set<State> = [start]
    var queue = [start]
    while let state = queue.popLast() {
      if let finding = finding(state) { return (seen, finding) }
      for trigger in Trigger.allCases {
        for next in successors(of: state, trigger) where seen.insert(next).inserted {
          queue.append(next)
        }
      }
    }
    return (seen, nil)
  }

  private func finding(_ state: State) -> Finding? {
    guard state.debt != .closed, state.circumstances.contains(.diagnosed) else { return nil }
    let isHelped =
      state.debt.isUnderWay || state.debt == .cleared || state.housing.isUnderWay
      // Who gave the dwelling back has nothing to stay in; its debt goes on.
      || state.housing == .vacated
    return isHelped
      ? nil
      : Finding(
        property: .aDiagnosedHouseholdIsHelped,
        example: "\(state.debt.rawValue), \(state.housing.rawValue)")
  }

  /// A deadline of one track is not offered to the other.
  private func successors(of state: State, _ trigger: Trigger) -> [State] {
    let tracks: [Track?] = trigger == .reviewDue ? [.debt, .housing] : [nil]
    var result: [State] = []
    for track in tracks {
      var next = state
      tables.learn(&next.circumstances, trigger, state.debt == .closed)
      if track != .housing {
        next.debt =
          tables.debt.cell(state.debt, trigger).outcome(in: next.circumstances).phase ?? next.debt
      }
      next.circumstances.set(.settlementUnderWay, to: next.debt.isUnderWay)
      if track != .debt {
        next.housing =
          tables.housing.cell(state.housing, trigger).outcome(in: next.circumstances).phase
          ?? next.housing
      }
      next.circumstances = next.circumstances.intersection(window)
      result.append(next)
      var closed = next
      closed.debt = .closed
      closed.housing = .closed
      closed.circumstances.remove(.settlementUnderWay)
      result.append(closed)
    }
    return result
  }
}
