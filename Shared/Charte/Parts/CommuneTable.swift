import Vocabulary

extension CommunePeriod {
  /// The most lines that a table of communes may have.
  public static let maximumLines = 100_000

  /// The communes of a département in the text of `deploy/data/communes.csv`: columns insee, nom,
  /// departement, arrondissement, depuis, jusque, devient. Lines that have another form are left
  /// out. The code `69` stands for both halves of the Rhône, whose communes are under `69D` and
  /// `69M`.
  public static func communes(of departement: String, in text: String) -> [CommunePeriod] {
    text.utf8.split(separator: UInt8(ascii: "\n")).prefix(maximumLines).compactMap { line in
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard fields.count == 7, fields[2].starts(with: departement.utf8) else { return nil }
      let words = fields.map { String(decoding: $0, as: UTF8.self) }
      let start = Day(words[4]) ?? .first
      let end = Day(words[5]) ?? .last
      guard start <= end else { return nil }
      return CommunePeriod(insee: words[0], name: words[1], period: start...end)
    }
  }
}
