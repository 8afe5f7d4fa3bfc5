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

    /// The median and the ninth decile of so many dossiers a number of days; `nil` without any.
    init?(_ dossiers: [Int: Int]) {
      count = dossiers.values.reduce(0, +)
      guard let median = Self.value(tenths: 5, count, dossiers),
        let ninth = Self.value(tenths: 9, count, dossiers)
      else { return nil }
      self.median = median
      self.ninth = ninth
    }

    /// The first number of days within which that share of the dossiers lies.
    private static func value(tenths: Int, _ count: Int, _ dossiers: [Int: Int]) -> Int? {
      var within = 0
      for (days, some) in dossiers.sorted(by: { $0.key < $1.key }) {
        within += some
        if within * 10 >= count * tenths { return days }
      }
      return nil
    }
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
