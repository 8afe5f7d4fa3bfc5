import Vocabulary

extension Territory {
  /// The most lines that a table of communes may have.
  public static let maximumLines = 100_000

  /// Reads the tables of `deploy/data`.
  ///
  /// - Parameters:
  ///   - departement: The code of the département: `93`, `2A`, `971`.
  ///   - communes: The text of `communes.csv`.
  ///   - arrondissements: The text of `arrondissements.csv`.
  ///   - commissions: The text of the département's own `commissions.txt`, or `nil` for a
  ///     sub-commission an arrondissement.
  /// - Throws: `TableError` with the first line that cannot be used.
  public init(
    departement: String, communes: String, arrondissements: String, commissions: String?
  ) throws(TableError) {
    let names = try Self.arrondissementNames(arrondissements)
    let known = try Self.communes(of: departement, in: communes)
    guard known.contains(where: { $0.departement == departement }) else {
      throw TableError(line: 1, problem: "no commune of the département \(departement)")
    }
    var routing: [String: String] = [:]
    if let commissions {
      routing = try Self.routing(commissions)
    } else {
      for commune in known {
        guard let code = commune.arrondissement, let name = names[code] else { continue }
        routing[commune.insee] = "arrondissement-" + NormalForm.words(name).joined(separator: "-")
      }
    }
    self.init(departement: departement, communes: known, commissions: routing)
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
      insee: fields[0], name: fields[1], departement: fields[2],
      arrondissement: fields[3].isEmpty ? nil : fields[3], from: try day(fields[4]),
      until: try day(fields[5]), heir: fields[6].isEmpty ? nil : fields[6])
  }

  private static func arrondissementNames(_ text: String) throws(TableError) -> [String: String] {
    var names: [String: String] = [:]
    for (number, fields) in try TableText.rows(text, separator: ",", limit: maximumLines) {
      guard fields.count == 3 else { throw TableError(line: number, problem: "expected 3 fields") }
      names[fields[0]] = fields[2]
    }
    return names
  }

  private static func routing(_ text: String) throws(TableError) -> [String: String] {
    var routing: [String: String] = [:]
    for (number, fields) in try TableText.rows(text, separator: "\t", limit: maximumLines) {
      guard fields.count == 2, !fields[0].isEmpty, Bounds.isINSEE(fields[1]) else {
        throw TableError(line: number, problem: "expected a commission, a tab and an INSEE code")
      }
      guard routing.updateValue(fields[0], forKey: fields[1]) == nil else {
        throw TableError(line: number, problem: "this commune stands on an earlier line")
      }
    }
    return routing
  }
}
