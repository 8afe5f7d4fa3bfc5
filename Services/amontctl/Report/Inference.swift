/// What a reader computes from published figures: from what may be believed of each, and from the
/// sums in which they stand, the figures that can only have one value. By bounds, and by
/// elimination.
struct Inference {
  /// More than any figure.
  static let most = 1 << 40

  /// The figures of which one value only is left.
  private(set) var found: Set<Int> = []

  private var lower: [Int]
  private var upper: [Int]
  private let relations: [SmallCells.Relation]

  /// A prime above every coefficient that sums of ones give: elimination in whole numbers, exact.
  private static let prime = 2_147_483_647

  init(reading beliefs: [ClosedRange<Int>], _ relations: [SmallCells.Relation]) {
    lower = beliefs.map(\.lowerBound)
    upper = beliefs.map(\.upperBound)
    self.relations = relations
    narrow()
    found = Set(lower.indices.filter { lower[$0] == upper[$0] })
    found.formUnion(eliminated())
  }

  /// The most rounds of narrowing: a bound that still moves then gives no figure away by itself.
  private static let mostRounds = 60

  private mutating func narrow() {
    for _ in 0..<Self.mostRounds {
      var moved = false
      for relation in relations where narrow(relation) { moved = true }
      guard moved else { return }
    }
  }

  private mutating func narrow(_ relation: SmallCells.Relation) -> Bool {
    let (whole, parts) = (relation.whole, relation.parts)
    let least = parts.reduce(0) { $0 + lower[$1] }
    let most = parts.reduce(0) { min(Self.most, $0 + upper[$1]) }
    var moved = bound(whole, least, most)
    for part in parts {
      let othersMost =
        most < Self.most
        ? most - upper[part]
        : parts.reduce(0) { $1 == part ? $0 : min(Self.most, $0 + upper[$1]) }
      if bound(part, lower[whole] - othersMost, upper[whole] - (least - lower[part])) {
        moved = true
      }
    }
    return moved
  }

  private mutating func bound(_ place: Int, _ least: Int, _ most: Int) -> Bool {
    let narrowed = (max(lower[place], least), min(upper[place], most))
    guard narrowed != (lower[place], upper[place]), narrowed.0 <= narrowed.1 else { return false }
    (lower[place], upper[place]) = narrowed
    return true
  }

  /// The unknown figures that the sums together fix (Gauss and Jordan): a row that is left with
  /// one.
  private func eliminated() -> [Int] {
    var rows: [[Int: Int]] = []
    var rowOfPivot: [Int: Int] = [:]
    for relation in relations {
      var row: [Int: Int] = [:]
      for (place, factor) in [(relation.whole, Self.prime - 1)] + relation.parts.map({ ($0, 1) })
      where !found.contains(place) {
        row[place] = (row[place, default: 0] + factor) % Self.prime
      }
      for (place, factor) in row {
        if let pivot = rowOfPivot[place] { Self.subtract(rows[pivot], factor, from: &row) }
      }
      row = row.filter { $0.value != 0 }
      guard let (pivot, factor) = row.min(by: { $0.key < $1.key }) else { continue }
      let inverse = Self.inverse(factor)
      row = row.mapValues { $0 * inverse % Self.prime }
      for index in rows.indices {
        guard let factor = rows[index][pivot] else { continue }
        Self.subtract(row, factor, from: &rows[index])
      }
      rowOfPivot[pivot] = rows.count
      rows.append(row)
    }
    return rows.compactMap { $0.count == 1 ? $0.first?.key : nil }
  }

  private static func subtract(_ row: [Int: Int], _ factor: Int, from other: inout [Int: Int]) {
    for (place, one) in row {
      let rest = (other[place, default: 0] + (prime - factor) * one) % prime
      other[place] = rest == 0 ? nil : rest
    }
  }

  /// By Fermat's little theorem.
  private static func inverse(_ factor: Int) -> Int {
    var (result, base, exponent) = (1, factor, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
