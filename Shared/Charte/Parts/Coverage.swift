public import Vocabulary

/// A commune code of the national table, for the days on which it was valid.
public struct CommunePeriod: Sendable, Hashable {
  public let insee: String
  public let name: String
  public let period: ClosedRange<Day>
}

/// What the bodies of a Charte leave out of the département, and what they name that is not in it.
public struct Coverage: Sendable {
  /// A commune that no commission covers from that day on, though the commune exists.
  public struct Gap: Sendable, Hashable {
    public let commune: CommunePeriod
    /// The first day without a commission.
    public let from: Day
  }

  /// How many communes have a commission on the first day of each version.
  public let covered: [(since: Day, communes: Int)]
  /// The communes left to the CCAPEX centrale.
  public let gaps: [Gap]
  /// Codes that the file names and that no commune of the département ever had, with their line.
  public let strangers: [(insee: String, line: Int)]

  /// Compares a Charte with the communes of its département.
  public init(of charte: DepartementCharte, communes: [CommunePeriod]) {
    let known = Set(communes.map(\.insee))
    var covered: [(Day, Int)] = []
    var gaps: [Gap] = []
    var strangers: [(String, Int)] = []
    let versions = charte.versions
    for (index, version) in versions.enumerated() {
      let last = index + 1 < versions.count ? versions[index + 1].since.adding(days: -1) : Day.last
      let valid = communes.filter { $0.period.contains(version.since) }
      covered.append(
        (
          version.since,
          valid.count { version.bodies.commission(of: $0.insee, on: version.since) != nil }
        ))
      gaps += communes.compactMap { Self.gap(of: $0, in: version, until: last) }
      strangers += version.bodies.memberships.filter { !known.contains($0.insee) }
        .map { ($0.insee, $0.line) }
    }
    self.covered = covered
    self.gaps = gaps
    self.strangers = strangers
  }

  /// The first day of the version on which the commune exists and has no commission. Membership can
  /// change only on the first day of the version or of the commune, and after the end of a
  /// membership.
  private static func gap(
    of commune: CommunePeriod, in version: CharteVersion, until last: Day
  ) -> Gap? {
    let first = max(commune.period.lowerBound, version.since)
    let end = min(commune.period.upperBound, last)
    guard first <= end else { return nil }
    let ends = version.bodies.memberships.filter { $0.insee == commune.insee }
      .map { $0.period.upperBound.adding(days: 1) }
    let day = ([first] + ends).sorted().first {
      (first...end).contains($0)
        && version.bodies.commission(of: commune.insee, on: $0) == nil
    }
    return day.map { Gap(commune: commune, from: $0) }
  }
}

extension DepartementCharte {
  /// Refuses the codes that no commune of the département ever had: a slip of the hand, which would
  /// route nothing.
  public func check(
    against communes: [CommunePeriod], file: String
  ) throws(CharteError) {
    let strangers = Coverage(of: self, communes: communes).strangers
    guard !strangers.isEmpty else { return }
    throw CharteError(
      file: file,
      problems: strangers.map {
        CharteProblem(
          line: $0.line, key: "communes",
          advice: "\($0.insee) n'est le code d'aucune commune du \(code) ; corrigez-le")
      })
  }
}

extension Bodies {
  /// Every membership of every commission.
  var memberships: [Membership] { (locals + commissions).flatMap(\.communes) }
}

extension Day {
  /// Bounds that stand for "always": beyond every date of a file.
  static let first = Day(ordinal: -365_000)
  static let last = Day(ordinal: 365_000)
}
