import TestSupport
import Testing

@testable import amontctl

@Suite("Small figures, and those that would tell them") struct SmallCellsTests {
  /// Parts of a total that is published too: what is shown of each, the total last.
  private func show(_ parts: [Int]) -> [String] {
    let values = parts + [parts.reduce(0, +)]
    return SmallCells(
      values, isPublished: values.map { _ in true },
      relations: [SmallCells.Relation(whole: parts.count, parts: Array(parts.indices))]
    ).shown.map(\.text)
  }

  @Test(
    "A figure from one to four is hidden, and so is one from which it would follow",
    arguments: [
      ([0, 12, 30], ["0", "12", "30", "42"]),
      ([3, 12, 30], ["< 5", "n. c.", "30", "45"]),
      ([3, 0, 30], ["< 5", "0", "n. c.", "33"]),
      // One and one: their sum, two, would tell both.
      ([1, 1, 30, 40], ["< 5", "< 5", "n. c.", "40", "72"]),
      ([4, 4, 30], ["< 5", "< 5", "n. c.", "38"]),
      ([2, 3, 30], ["< 5", "< 5", "30", "35"]),
      // One and five: their sum, six, would tell both.
      ([1, 5, 30, 40], ["< 5", "n. c.", "n. c.", "40", "76"]),
      // One and five, and nothing else: the total says most.
      ([1, 5, 0], ["< 5", "n. c.", "0", "n. c."]),
      // One figure alone: its total is as small.
      ([4], ["< 5", "< 5"]), ([], ["0"]),
      // Four of one make four, and four of less than five make no less: not even which are small.
      ([1, 1, 1, 1], ["n. c.", "n. c.", "n. c.", "n. c.", "n. c."]),
    ])
  func smallFiguresAreHidden(_ row: (parts: [Int], shown: [String])) {
    #expect(show(row.parts) == row.shown)
  }

  @Test("What no single sum tells, several together may: a table of two by two and its margins")
  func severalSumsTogether() {
    // Rows and columns of a square, with a margin each and the whole: nine figures.
    let values = [3, 20, 23, 30, 40, 70, 33, 60, 93]
    let sums = [([0, 1], 2), ([3, 4], 5), ([6, 7], 8), ([0, 3], 6), ([1, 4], 7), ([2, 5], 8)]
    let cells = SmallCells(
      values, isPublished: values.map { _ in true },
      relations: sums.map { SmallCells.Relation(whole: $0.1, parts: $0.0) })
    let hidden = values.indices.filter { if case .figure = cells.shown[$0] { false } else { true } }
    // Not it alone, nor one more in its row and one in its column: these would tell each other.
    #expect((4...6).contains(hidden.count) && hidden.contains(0))
    #expect(Reader(cells.shown.map(\.text), sums).computed[0] == nil)
  }

  @Test("A figure is found that no single sum gives: a row and two columns leave it")
  func elimination() {
    // a + b, a + c, b + d and c + d + e are known: e is the fourth less the second and third plus
    // the first.
    let unknown = 0...Inference.most
    let sums = [([0, 1], 20), ([0, 2], 25), ([1, 3], 30), ([2, 3, 4], 42)]
    let beliefs = Array(repeating: unknown, count: 5) + sums.map { $0.1...$0.1 }
    let found = Inference(
      reading: beliefs,
      sums.enumerated().map { SmallCells.Relation(whole: 5 + $0, parts: $1.0) }
    ).found
    #expect(found.contains(4) && found.isDisjoint(with: 0...3))
  }

  @Test("Whatever the figures, every small one might be another: two tables that share a margin")
  func noSmallFigureFollows() {
    var chance = Seeded(seed: 20_170_322)
    for round in 0..<800 {
      let width = Int.random(in: 2...4, using: &chance)
      let parts = (0..<3 * width).map { _ in Int.random(in: 0...11, using: &chance) }
      // Three rows and their columns; each row and column has a margin, all have a whole.
      var values = parts
      var sums: [([Int], Int)] = []
      for row in 0..<3 {
        sums.append((Array(row * width..<(row + 1) * width), values.count))
        values.append(parts[row * width..<(row + 1) * width].reduce(0, +))
      }
      for column in 0..<width {
        sums.append(((0..<3).map { $0 * width + column }, values.count))
        values.append((0..<3).reduce(0) { $0 + parts[$1 * width + column] })
      }
      let margins = (3 * width..<values.count)
      sums.append((Array(margins.prefix(3)), values.count))
      sums.append((Array(margins.dropFirst(3)), values.count))
      values.append(parts.reduce(0, +))
      let cells = SmallCells(
        values, isPublished: values.map { _ in true },
        relations: sums.map { SmallCells.Relation(whole: $0.1, parts: $0.0) })
      let computed = Reader(cells.shown.map(\.text), sums).computed
      for place in values.indices where SmallCells.isSmall(values[place]) {
        #expect(computed[place] == nil, "seed 20170322, round \(round): \(values)")
      }
      for place in values.indices where values[place] == 0 {
        #expect(cells.shown[place] == .figure(0))
      }
    }
  }
}

/// Somebody who computes what is hidden, knowing only what is printed and what adds up to what.
struct Reader {
  /// The hidden figures that can be computed.
  private(set) var computed: [Int: Int] = [:]

  init(_ printed: [String], _ sums: [(parts: [Int], whole: Int)]) {
    let hidden = printed.indices.filter { Int(printed[$0]) == nil }
    let column = Dictionary(uniqueKeysWithValues: hidden.enumerated().map { ($1, $0) })
    var rows = sums.map { sum in
      var row = [Double](repeating: 0, count: hidden.count + 1)
      for (place, factor) in sum.parts.map({ ($0, 1.0) }) + [(sum.whole, -1.0)] {
        if let known = Int(printed[place]) {
          row[hidden.count] -= factor * Double(known)
        } else if let column = column[place] {
          row[column] += factor
        }
      }
      return row
    }
    Self.eliminate(&rows, unknown: hidden.count)
    for row in rows {
      let left = row.indices.dropLast().filter { abs(row[$0]) > 1e-6 }
      guard left.count == 1, let only = left.first else { continue }
      computed[hidden[only]] = Int((row[hidden.count] / row[only]).rounded())
    }
    guess(printed, sums, hidden)
  }

  /// Gauss and Jordan.
  private static func eliminate(_ rows: inout [[Double]], unknown: Int) {
    var top = 0
    for column in 0..<unknown {
      let pivot = rows.indices.dropFirst(top).max { abs(rows[$0][column]) < abs(rows[$1][column]) }
      guard let pivot, abs(rows[pivot][column]) > 1e-6 else { continue }
      rows.swapAt(top, pivot)
      let factor = rows[top][column]
      rows[top] = rows[top].map { $0 / factor }
      for other in rows.indices where other != top && abs(rows[other][column]) > 1e-6 {
        let factor = rows[other][column]
        for place in rows[other].indices { rows[other][place] -= factor * rows[top][place] }
      }
      top += 1
    }
  }

  /// One sum at a time: what is less than five, and what is only said to be hidden, leave one
  /// value.
  private mutating func guess(
    _ printed: [String], _ sums: [(parts: [Int], whole: Int)], _ hidden: [Int]
  ) {
    for sum in sums {
      let own = sum.parts.filter { Int(printed[$0]) == nil }
      guard let whole = Int(printed[sum.whole]), !own.isEmpty else { continue }
      let rest = sum.parts.reduce(whole) { $0 - (Int(printed[$1]) ?? 0) }
      func least(_ place: Int) -> Int { 1 }
      func most(_ place: Int) -> Int { printed[place] == "< 5" ? 4 : rest }
      for place in own {
        let others = own.filter { $0 != place }
        let low = max(least(place), rest - others.reduce(0) { $0 + most($1) })
        let high = min(most(place), rest - others.reduce(0) { $0 + least($1) })
        if low == high { computed[place] = low }
      }
    }
  }
}
