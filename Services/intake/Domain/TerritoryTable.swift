import Vocabulary

extension Territory {
  /// The most lines that a table of communes, or of postcodes, may have.
  public static let maximumLines = 100_000

  /// Reads the tables of `deploy/data`.
  ///
  /// - Parameters:
  ///   - departement: The code of the département: `93`, `2A`, `971`, `69M`.
  ///   - communes: The text of `communes.csv`.
  ///   - postcodes: The text of `postcodes.csv`; without it no postcode is recognised.
  /// - Throws: `TableError` with the first line that cannot be used.
  public init(
    departement: String, communes: String, postcodes: String = ""
  ) throws(TableError) {
    let (known, codes) = try Self.communes(of: departement, in: communes)
    guard known.contains(where: { $0.departement.hasPrefix(departement) }) else {
      throw TableError(line: 1, problem: "no commune of the département \(departement)")
    }
    self.init(
      departement: departement, communes: known, codes: codes,
      postcodes: try Self.postcodes(of: Set(known.map(\.insee)), in: postcodes))
  }

  /// The communes whose code, or whose heir's, is of the département, and the codes of all: of the
  /// others no more need be in memory.
  private static func communes(
    of departement: String, in text: String
  ) throws(TableError) -> (own: [Commune], codes: CommuneCodes) {
    var own: [Commune] = []
    var codes = CommuneCodes()
    let prefix = Departement.prefix(of: departement)
    try lines(of: text) { (line, number) throws(TableError) in
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard fields.count == 7 else { throw TableError(line: number, problem: "expected 7 fields") }
      codes.insert(fields[0])
      guard fields[2].starts(with: departement.utf8) || fields[6].starts(with: prefix.utf8)
      else { return }
      own.append(try commune(fields.map { String(decoding: $0, as: UTF8.self) }, number))
    }
    return (own, codes)
  }

  /// The codes of the communes of the département by postcode.
  private static func postcodes(
    of communes: Set<String>, in text: String
  ) throws(TableError) -> [String: [String]] {
    var postcodes: [String: [String]] = [:]
    try lines(of: text) { (line, number) throws(TableError) in
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard fields.count == 2, fields.allSatisfy({ $0.count == 5 }) else {
        throw TableError(line: number, problem: "expected a postcode and an INSEE code")
      }
      let insee = String(decoding: fields[1], as: UTF8.self)
      guard communes.contains(insee) else { return }
      postcodes[String(decoding: fields[0], as: UTF8.self), default: []].append(insee)
    }
    return postcodes
  }

  /// Gives every line below the heading that is not empty.
  private static func lines(
    of text: String, _ body: (Substring.UTF8View, Int) throws(TableError) -> Void
  ) throws(TableError) {
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard number <= maximumLines else {
        throw TableError(line: number, problem: "more than \(maximumLines) lines")
      }
      if number > 1, !line.isEmpty { try body(line, number) }
    }
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
    guard MemberForms.isINSEE(fields[0]) else {
      throw TableError(line: number, problem: "expected an INSEE code of five characters")
    }
    return Commune(
      insee: fields[0], name: fields[1], departement: fields[2], from: try day(fields[4]),
      until: try day(fields[5]), heir: fields[6].isEmpty ? nil : fields[6])
  }
}
