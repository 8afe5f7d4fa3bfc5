/// The sums of a year: for each quantity, over all dossiers and over each segment of each cut.
struct YearFigures: Sendable {
  /// One quantity in one segment.
  struct Cell: Hashable, Sendable {
    let quantity: Quantity
    let cut: Cut
    let segment: String
  }

  /// The days of a delay.
  struct MeasuredDelay: Hashable, Sendable {
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

  /// How many; of a delay, how many dossiers.
  private(set) var sums: [Cell: Int] = [:]
  /// How many dossiers waited each number of days.
  private var waits: [Cell: [Int: Int]] = [:]
  private var segmentsOfCut: [Cut: Set<String>] = [:]

  /// Adds so many of a quantity to a segment; of a delay, so many dossiers that waited `days`.
  mutating func add(
    _ number: Int, of quantity: Quantity, days: Int? = nil, _ cut: Cut, _ segment: String
  ) {
    let cell = Cell(quantity: quantity, cut: cut, segment: segment)
    sums[cell, default: 0] += number
    if let days { waits[cell, default: [:]][days, default: 0] += number }
    if Cut.usual.contains(cut) { segmentsOfCut[cut, default: []].insert(segment) }
  }

  /// How long the dossiers of a segment waited; `nil` where none did.
  func delay(_ quantity: Quantity, _ cut: Cut, _ segment: String) -> MeasuredDelay? {
    waits[Cell(quantity: quantity, cut: cut, segment: segment)].flatMap(MeasuredDelay.init)
  }

  func sum(_ quantities: [Quantity], _ cut: Cut, _ segment: String) -> Int {
    quantities.reduce(0) {
      $0 + sums[Cell(quantity: $1, cut: cut, segment: segment), default: 0]
    }
  }

  /// The segments of a cut, in order: of a usual one those that any figure has, of one of a single
  /// indicator those of its own quantities.
  func segments(_ cut: Cut, of quantities: [Quantity]) -> [String] {
    if cut == .all { return [""] }
    if Cut.usual.contains(cut) { return segmentsOfCut[cut, default: []].sorted() }
    let own = sums.keys.lazy.filter { $0.cut == cut && quantities.contains($0.quantity) }
    return Set(own.map(\.segment)).sorted()
  }
}
