/// Finds the known name that somebody probably meant.
enum NearName {
  /// The known name that is nearest, where one is near enough.
  ///
  /// - Parameter lettersPerError: One error for so many letters is still near.
  static func nearest(
    to name: String, among known: [String], lettersPerError: Int = 4
  ) -> String? {
    let letters = plain(name)
    guard (1...longest).contains(letters.count) else { return nil }
    let near = known.map { (name: $0, distance: distance(letters, plain($0))) }
      .min { $0.distance < $1.distance }
    guard let near, near.distance <= max(1, letters.count / lettersPerError) else { return nil }
    return near.name
  }

  /// A longer name is not compared.
  private static let longest = 80

  /// Case, hyphens and spaces are the usual difference, and count for nothing.
  private static func plain(_ name: String) -> [UInt8] {
    name.lowercased().utf8.map {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0
    }
  }

  /// Letters to add, remove, replace or swap with their neighbour (Damerau, optimal alignment).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var rows = [Array(0...right.count)]
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows.last?.last ?? 0
  }
}
