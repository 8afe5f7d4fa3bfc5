public import Vocabulary

/// The département that Amont serves: its communes by date.
public struct Territory: Sendable {
  /// The commission of a commune that no sub-commission covers.
  public static let central = "ccapex-centrale"

  /// Where a dwelling lies.
  public enum Placement: Sendable, Hashable {
    case here(Commune, commission: String)
    /// In another département: its CCAPEX is competent.
    case elsewhere
    /// The code is of this département but in no table: CCAPEX centrale, and the table is to be
    /// brought up to date.
    case unknown
  }

  /// The code of the département: `93`, `2A`, `971`, `69M`.
  public let departement: String
  private let communes: [String: [Commune]]
  private let codes: CommuneCodes
  private let postcodes: [String: [String]]

  public init(departement: String, communes: [Commune]) {
    var codes = CommuneCodes()
    for commune in communes { codes.insert(commune.insee.utf8) }
    self.init(departement: departement, communes: communes, codes: codes, postcodes: [:])
  }

  /// A territory.
  ///
  /// - Parameters:
  ///   - communes: Its communes by date, and those of which one of its own is the heir.
  ///   - codes: Every code that a commune of France has or had.
  ///   - postcodes: The codes of its communes by their postcode.
  init(
    departement: String, communes: [Commune], codes: CommuneCodes, postcodes: [String: [String]]
  ) {
    self.departement = departement
    self.communes = Dictionary(grouping: communes, by: \.insee)
    self.codes = codes
    self.postcodes = postcodes
  }

  /// Where the dwelling of that INSEE code lay on the day of the act, and who follows it by the
  /// commissions of the Charte.
  public func placement(
    of insee: String, on day: Day, by commissions: Commissions
  ) -> Placement {
    let (code, found) = commune(insee, on: day)
    guard let commune = found else {
      return isOwn(code) && !codes.contains(code) ? .unknown : .elsewhere
    }
    guard commune.departement.hasPrefix(departement) else { return .elsewhere }
    let commission =
      [commune.insee, today(commune.insee), city(of: commune.insee)]
      .firstNonNil { commissions.commission(of: $0, on: day) }
    return .here(commune, commission: commission ?? Self.central)
  }

  /// The code under which an address is one, whenever and however it was written: that of the
  /// commune which stands today where this one stood, and of the whole city for an arrondissement
  /// municipal.
  public func place(of insee: String) -> String { city(of: today(insee)) }

  /// The code that stands today where this one stood.
  public func today(_ insee: String) -> String {
    var code = insee
    for _ in 0..<Self.maximumMoves {
      guard let last = communes[code]?.last, last.until != nil, let heir = last.heir else { break }
      code = heir
    }
    return code
  }

  /// Every commune of the département in force on that day, in the order of the codes.
  public func communes(on day: Day) -> [Commune] {
    communes.values.joined()
      .filter { $0.departement.hasPrefix(departement) && $0.isValid(on: day) }
      .sorted { $0.insee < $1.insee }
  }

  /// Whether a code is one of this département by its first characters, or would be.
  func isOwn(_ insee: String) -> Bool {
    Departement.of(insee: insee) == Departement.prefix(of: departement)
  }

  /// What is wrong with a text that has the form of an INSEE code; `nil` where some commune of
  /// France has or had that code, and where it may be a commune of this département that is younger
  /// than the table.
  func problem(of insee: String) -> FieldProblem? {
    if codes.contains(insee) || Self.isPacific(insee) { return nil }
    if let own = postcodes[insee] {
      return .postcode(own.compactMap { communes[$0]?.last })
    }
    return isOwn(insee) ? nil : .noCommune
  }

  /// Nouvelle-Calédonie, Polynésie française, Wallis-et-Futuna: communes of France that stand in no
  /// table of ours, for no CCAPEX is there.
  private static func isPacific(_ insee: String) -> Bool {
    ["986", "987", "988"].contains { insee.hasPrefix($0) }
  }

  /// The commune of which a code names an arrondissement municipal (loi PLM of 1982), or the code
  /// itself.
  private func city(of insee: String) -> String {
    switch insee {
    case "75101"..."75120": "75056"
    case "13201"..."13216": "13055"
    case "69381"..."69389": "69123"
    default: insee
    }
  }

  /// The commune of that code on that day, under the code that it had then: one that had ended by
  /// then leads to its heir, and one that had not begun stands for the commune that it was to be.
  private func commune(_ insee: String, on day: Day) -> (code: String, commune: Commune?) {
    var code = insee
    for _ in 0..<Self.maximumMoves {
      guard let periods = communes[code], let last = periods.last else { return (code, nil) }
      if let valid = periods.first(where: { $0.isValid(on: day) }) { return (code, valid) }
      guard let ended = periods.last(where: { $0.until.map { $0 < day } ?? false }) else {
        return (code, periods.first)
      }
      guard let heir = ended.heir, heir != code else { return (code, last) }
      code = heir
    }
    return (code, nil)
  }

  /// The longest chain of heirs that is followed.
  private static let maximumMoves = 8
}

extension Array {
  /// What `transform` gives for the first element for which it gives anything.
  fileprivate func firstNonNil<Value>(_ transform: (Element) -> Value?) -> Value? {
    for element in self { if let value = transform(element) { return value } }
    return nil
  }
}
