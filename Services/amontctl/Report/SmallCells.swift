/// Which figures of a row may not be published: a figure of less than five tells of persons, and so does
/// one that follows from it by subtraction (RGPD, open data with suppression of small cells).
enum SmallCells {
  /// Figures below it, zero excepted, are hidden.
  static let threshold = 5

  /// A figure as it may be published.
  enum Shown: Sendable, Hashable {
    case figure(Int)
    /// Less than five.
    case small
    /// Hidden because another could be computed from it.
    case withheld
  }

  /// Parts whose sum is published elsewhere.
  ///
  /// - Parameter alsoSmall: The parts that are to be hidden for another reason.
  static func show(_ parts: [Int], alsoSmall: Set<Int> = []) -> [Shown] {
    var withheld = alsoSmall
    // Ends: each round withholds one part more, or stops.
    for _ in parts where isFound(parts, withheld) {
      let next = parts.indices
        .filter { parts[$0] >= threshold && !withheld.contains($0) }
        .min { (parts[$0], $0) < (parts[$1], $1) }
      guard let next else { break }
      withheld.insert(next)
    }
    // Where nothing is left to hide behind, not even which ones are small is said.
    let isHopeless = isFound(parts, withheld) && parts.reduce(0, +) >= threshold
    return parts.indices.map { place in
      if isHopeless, parts[place] > 0 { return .withheld }
      if isSmall(parts[place]) { return .small }
      return withheld.contains(place) ? .withheld : .figure(parts[place])
    }
  }

  /// Whether the figure itself is too small; nobody is hidden behind a zero.
  static func isSmall(_ figure: Int) -> Bool { (1..<threshold).contains(figure) }

  /// Whether a reader finds a hidden part from the sum: it is alone, or the hidden ones together can
  /// only be what they are.
  private static func isFound(_ parts: [Int], _ withheld: Set<Int>) -> Bool {
    let small = parts.filter(isSmall)
    let other = parts.indices.filter { withheld.contains($0) && !isSmall(parts[$0]) }
    let hidden = small.count + other.count
    guard hidden > 0 else { return false }
    if hidden == 1 { return true }
    let sum = small.reduce(0, +) + other.reduce(0) { $0 + parts[$1] }
    let least = small.count + other.count * threshold
    let most = small.count * (threshold - 1)
    return sum <= least || (other.isEmpty && sum >= most)
  }
}
