/// Which figures may not be published: one of less than five tells of persons, and so does one from
/// which such a figure could be computed, by any sum or difference of what is published (RGPD, open
/// data with suppression of small cells).
struct SmallCells {
  /// Figures below it, zero excepted, are hidden.
  static let threshold = 5

  /// A figure as it may be published.
  enum Shown: Sendable, Hashable {
    case figure(Int)
    /// Less than five.
    case small
    /// Hidden because another could be computed from it; never a zero.
    case withheld
  }

  /// A figure that is the sum of others, as a reader of the report knows.
  struct Relation: Sendable {
    let whole: Int
    let parts: [Int]
  }

  /// What is shown of each figure; of one that is not published, what is hidden of it.
  private(set) var shown: [Shown]

  private let values: [Int]
  private let isPublished: [Bool]
  private let relations: [Relation]
  /// The relations in which each figure stands.
  private let around: [[Int]]
  /// Small figures of which not even that is said.
  private var isVague: [Bool]

  /// Hides the small figures, then as many of the smallest others as keep them hidden.
  ///
  /// - Parameters:
  ///   - values: Every figure, also those that nobody publishes and that a reader might compute.
  ///   - isPublished: Whether it stands in the report.
  ///   - relations: What adds up to what; those that the values do not fulfil tell nothing.
  init(_ values: [Int], isPublished: [Bool], relations: [Relation]) {
    self.values = values
    self.isPublished = isPublished
    self.relations = relations.filter { relation in
      values[relation.whole] == relation.parts.reduce(0) { $0 + values[$1] }
    }
    var around = values.map { _ in [Int]() }
    for (index, relation) in self.relations.enumerated() {
      for place in [relation.whole] + relation.parts { around[place].append(index) }
    }
    self.around = around
    isVague = values.map { _ in false }
    shown = values.indices.map { place in
      if Self.isSmall(values[place]) { return .small }
      return isPublished[place] ? .figure(values[place]) : .withheld
    }
    protect()
  }

  /// Whether the figure itself is too small; nobody is hidden behind a zero.
  static func isSmall(_ figure: Int) -> Bool { (1..<threshold).contains(figure) }

  /// Ends: each round hides one figure more, says less of one, or stops.
  private mutating func protect() {
    while true {
      let found = Inference(reading: beliefs, relations).found
      // What nobody publishes first: it leaves the fewest ways. One a sum and round: the next round
      // sees what it was good for.
      let leaks = found.filter { Self.isSmall(values[$0]) }
        .sorted { (isPublished[$0] ? 1 : 0, $0) < (isPublished[$1] ? 1 : 0, $1) }
      var touched: Set<Int> = []
      for place in leaks where touched.isDisjoint(with: around[place]) {
        guard let changed = hideBeside(place, found) else { continue }
        for one in changed { touched.formUnion(around[one]) }
      }
      guard !touched.isEmpty else { return }
    }
  }

  /// What a reader believes of each figure before any reckoning.
  private var beliefs: [ClosedRange<Int>] {
    values.indices.map { place in
      guard isPublished[place] else { return 0...Inference.most }
      switch shown[place] {
      case .figure(let figure): return figure...figure
      case .small: return 1...(Self.threshold - 1)
      case .withheld: return (isVague[place] ? 1 : Self.threshold)...Inference.most
      }
    }
  }

  /// Hides the smallest figure that stands in a sum by which this one is found: the larger ones,
  /// totals above all, say most. Where nothing is left there, not even which of them are small is
  /// said. Returns what changed.
  private mutating func hideBeside(_ place: Int, _ found: Set<Int>) -> [Int]? {
    let near = Set(around[place].flatMap { members($0) })
    if let next = smallest(of: ways(to: place, found)) ?? smallest(of: near) {
      shown[next] = .withheld
      return [next]
    }
    let plain = near.filter { isPublished[$0] && !isVague[$0] && values[$0] > 0 }
    guard plain.isEmpty else {
      for next in plain {
        isVague[next] = true
        shown[next] = .withheld
      }
      return Array(plain)
    }
    guard let next = smallest(of: connected(to: place)) else { return nil }
    shown[next] = .withheld
    return [next]
  }

  private func members(_ relation: Int) -> [Int] {
    [relations[relation].whole] + relations[relation].parts
  }

  /// What stands in the sums that leave one value only for it, or for what is hidden in these.
  private func ways(to place: Int, _ found: Set<Int>) -> Set<Int> {
    func direct(_ place: Int) -> [Int] {
      around[place].filter { relation in
        members(relation).allSatisfy { $0 == place || found.contains($0) }
      }
    }
    let own = direct(place)
    let hidden = own.flatMap(members).filter { isPublished[$0] && !isShown($0) }
    return Set((own + hidden.flatMap(direct)).flatMap(members))
  }

  private func isShown(_ place: Int) -> Bool {
    if case .figure = shown[place] { isPublished[place] } else { false }
  }

  private func smallest(of places: Set<Int>) -> Int? {
    places.filter { isShown($0) && values[$0] > 0 }
      .min { (values[$0], $0) < (values[$1], $1) }
  }

  private func connected(to place: Int) -> Set<Int> {
    var found: Set = [place]
    var edge = [place]
    while let next = edge.popLast() {
      for index in around[next] {
        for other in [relations[index].whole] + relations[index].parts
        where found.insert(other).inserted { edge.append(other) }
      }
    }
    return found
  }
}
