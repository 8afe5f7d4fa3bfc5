public import Vocabulary

/// The département that Amont serves: its communes by date.
public struct Territory: Sendable {
  /// The commission of a commune that no sub-commission covers.
  public static let central = "ccapex-centrale"

  /// Where a dwelling lies.
  public enum Placement: Sendable, Hashable {
    /// In the département.
    case here(Commune, commission: String)
    /// In another département: its CCAPEX is competent.
    case elsewhere
    /// The code is of this département but in no table: CCAPEX centrale, and the table is to be
    /// brought up to date.
    case unknown
  }

  /// The code of the département: `93`, `2A`, `971`.
  public let departement: String
  private let communes: [String: [Commune]]

  /// A territory made of its parts.
  public init(departement: String, communes: [Commune]) {
    self.departement = departement
    self.communes = Dictionary(grouping: communes, by: \.insee)
  }

  /// Where the dwelling of that INSEE code lay on the day of the act, and who follows it by the
  /// commissions of the Charte.
  public func placement(
    of insee: String, on day: Day, by commissions: Commissions
  ) -> Placement {
    guard let commune = commune(insee, on: day) else {
      return Self.departement(of: insee) == departement ? .unknown : .elsewhere
    }
    guard commune.departement == departement else { return .elsewhere }
    let commission =
      commissions.commission(of: commune.insee, on: day)
      ?? commissions.commission(of: today(commune.insee), on: day)
    return .here(commune, commission: commission ?? Self.central)
  }

  /// The code that stands today where this one stood, so that an address written before a merger
  /// and the same address written after it are one.
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
      .filter { $0.departement == departement && $0.isValid(on: day) }
      .sorted { $0.insee < $1.insee }
  }

  /// The département of an INSEE code.
  static func departement(of insee: String) -> String {
    String(insee.prefix(insee.hasPrefix("97") || insee.hasPrefix("98") ? 3 : 2))
  }

  /// The commune of that code on that day; a code that had ended by then leads to its heir, and one
  /// that had not begun stands for the commune that it was to be.
  private func commune(_ insee: String, on day: Day) -> Commune? {
    var code = insee
    for _ in 0..<Self.maximumMoves {
      guard let periods = communes[code], let last = periods.last else { return nil }
      if let valid = periods.first(where: { $0.isValid(on: day) }) { return valid }
      guard let ended = periods.last(where: { $0.until.map { $0 < day } ?? false }) else {
        return periods.first
      }
      guard let heir = ended.heir, heir != code else { return last }
      code = heir
    }
    return nil
  }

  /// The longest chain of heirs that is followed.
  private static let maximumMoves = 8
}
