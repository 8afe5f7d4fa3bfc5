import SagaOrchestratorDomain

/// How the dossiers of a year are cut.
enum Cut: String, CaseIterable, Sendable, Encodable {
  case all = "ensemble"
  case commission = "sous-commission"
  case landlord = "bailleur"
  case motive = "motif"
}

/// The sums of a year: for each mark, over all dossiers and over each segment of each cut.
struct YearFigures: Sendable {
  /// One mark in one segment.
  struct Cell: Hashable, Sendable {
    let mark: Mark
    let cut: Cut
    let segment: String
  }

  /// The days of a delay.
  struct Delay: Hashable, Sendable {
    let count: Int, median: Int, ninth: Int
  }

  var sums: [Cell: Int] = [:]
  var delays: [Cell: Delay] = [:]

  /// The segments of a cut that any figure has, in order.
  func segments(_ cut: Cut) -> [String] {
    let named = sums.keys.lazy.filter { $0.cut == cut }.map(\.segment)
    let timed = delays.keys.lazy.filter { $0.cut == cut }.map(\.segment)
    return cut == .all ? [""] : Set(Array(named) + Array(timed)).sorted()
  }

  /// The sum of those marks in a segment.
  func sum(_ marks: [Mark], _ cut: Cut, _ segment: String) -> Int {
    marks.reduce(0) { $0 + sums[Cell(mark: $1, cut: cut, segment: segment), default: 0] }
  }
}
