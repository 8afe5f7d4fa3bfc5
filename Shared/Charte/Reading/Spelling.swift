/// Finds the word that was meant.
enum Spelling {
  /// The nearest of the words, where one is near enough to be meant.
  static func nearest(to word: String, among words: [String]) -> String? {
    let allowed = max(2, word.count / 3)
    return words.map { (word: $0, distance: distance(word, $0)) }
      .filter { $0.distance <= allowed }
      .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
  }

  /// How many letters are to be put in, taken out or replaced to make one word of the other.
  static func distance(_ left: String, _ right: String) -> Int {
    let letters = Array(right.prefix(maximumLetters))
    var row = Array(0...letters.count)
    for (line, letter) in left.prefix(maximumLetters).enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in letters.indices {
        let above = row[column + 1]
        row[column + 1] = min(
          above + 1, row[column] + 1, diagonal + (letters[column] == letter ? 0 : 1))
        diagonal = above
      }
    }
    return row[letters.count]
  }

  private static let maximumLetters = 64
}
