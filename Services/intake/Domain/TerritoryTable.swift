import Vocabulary

extension Territory {
  /// The most lines that a table of communes may have.
  public static let maximumLines = 100_000

  /// Reads the table of communes of `deploy/data`.
  ///
  /// - Parameters:
  ///   - departement: The code of the département: `93`, `2A`, `971`.
  ///   - communes: The text of `communes.csv`.
  /// - Throws: `TableError` with the first line that cannot be used.
  public init(departement: String, communes: String) throws(TableError) {
    let known = try Self.communes(of: departement, in: communes)
    guard known.contains(where: { $0.departement == departement }) else {
      throw TableError(line: 1, problem: "no commune of the département \(departement)")
    }
    self.init(departement: departement, communes: known)
  }

  /// The communes whose code, or whose heir's, is of the département: the others need no memory.
  private static func communes(
    of departement: String, in text: String
  ) throws(TableError) -> [Commune] {
    var communes: [Commune] = []
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard number <= maximumLines else {
        throw TableError(line: number, problem: "more than \(maximumLines) lines")
      }
      guard number > 1, !line.isEmpty else { continue }
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard fields.count == 7 else { throw TableError(line: number, problem: "expected 7 fields") }
      guard fields[2].elementsEqual(departement.utf8) || fields[6].starts(with: departement.utf8)
      else { continue }
      communes.append(try commune(fields.map { String(decoding: $0, as: UTF8.self) }, number))
    }
    return communes
  }

  private static func commune(
    _ fields: [String], _ number: Int
  ) throws(TableError) -> Commune {
    func day(_ text: String) throws(TableError) -> Day? {
      if text.isEmpty { return nil }
      guard let day = Day(text) else {
        throw TableError(line: number, problem: "expected a date of the form YYYY-MM-DD")
      }
      return day
    }
    guard Bounds.isINSEE(fields[0]) else {
      throw TableError(line: number, problem: "expected an INSEE code of five characters")
    }
    return Commune(
      insee: fields[0], name: fields[1], departement: fields[2], from: try day(fields[4]),
      until: try day(fields[5]), heir: fields[6].isEmpty ? nil : fields[6])
  }
}
