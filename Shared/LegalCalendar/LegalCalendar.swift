public import Vocabulary

/// The calendar by which one département counts legal delays: working days, holidays, winter
/// truces.
///
/// It is pure: it holds no clock, and every day comes in as an argument.
public struct LegalCalendar: Hashable, Sendable {
  /// The INSEE code of the département: `35`, `2A`, `974`.
  public let departement: String
  /// What becomes of a latest day before a hearing when it is not worked.
  public let backward: BackwardCounting
  /// The winter truces of the département.
  public let truces: TruceTable

  private let holidays: [HolidayRule]

  /// The days for which delays are counted: 1 January 2000 to 31 December 2100.
  public static let span = Day.date(2000, 1, 1)...Day.date(2100, 12, 31)

  /// A calendar without local holidays: most of France.
  public static let metropole = LegalCalendar(
    known: "", backward: .previousWorkingDay, truces: .metropole)

  /// The calendar of a département.
  ///
  /// - Parameters:
  ///   - departement: the INSEE code, one of `Departement.all`.
  ///   - backward: what becomes of a latest day before a hearing when it is not worked.
  ///   - truces: the winter truces. Without them the table of the métropole serves; overseas, where
  ///     the préfet sets another period, it is marked `Certainty.low`.
  /// - Throws: `RuleError.unknownDepartement` for any other text.
  public init(
    departement: String, backward: BackwardCounting = .previousWorkingDay,
    truces: TruceTable? = nil
  ) throws(RuleError) {
    guard Departement.isKnown(departement) else { throw .unknownDepartement }
    let assumed = Departement.overseas.contains(departement) ? TruceTable.assumed : .metropole
    self.init(known: departement, backward: backward, truces: truces ?? assumed)
  }

  private init(known departement: String, backward: BackwardCounting, truces: TruceTable) {
    self.departement = departement
    self.backward = backward
    self.truces = truces
    holidays = HolidayRule.national + HolidayRule.local(to: departement)
  }

  public var isOverseas: Bool { Departement.overseas.contains(departement) }

  /// The public holidays of a year, in order; two of them may share a day (1 May 2008).
  public func holidays(in year: Int) -> [Holiday] {
    holidays.compactMap { rule in rule.day(in: year).map { Holiday(day: $0, name: rule.name) } }
      .sorted { $0.day < $1.day }
  }

  /// The name in French of the public holiday on that day, or `nil` on any other day.
  public func holidayName(on day: Day) -> String? {
    let year = day.components.year
    return holidays.first { $0.day(in: year) == day }?.name
  }

  /// Whether the day is a public holiday in the département.
  public func isHoliday(_ day: Day) -> Bool { holidayName(on: day) != nil }

  /// Whether the day is worked: Monday to Friday, and not a public holiday.
  public func isWorkingDay(_ day: Day) -> Bool {
    switch day.weekday {
    case .saturday, .sunday: false
    case .monday, .tuesday, .wednesday, .thursday, .friday: !isHoliday(day)
    }
  }

  /// Whether an act may be served, or an eviction carried out, on that day: never on a Sunday or a
  /// public holiday (CPC art. 664, CPCE L141-1). The winter truce is a separate question.
  public func allowsService(on day: Day) -> Bool { day.weekday != .sunday && !isHoliday(day) }

  /// The working day on that day or the first one after it.
  public func workingDay(onOrAfter day: Day) -> Day { nearest(to: day, step: 1) }

  /// The working day on that day or the last one before it.
  public func workingDay(onOrBefore day: Day) -> Day { nearest(to: day, step: -1) }

  private func nearest(to day: Day, step: Int) -> Day {
    var found = day
    // Ends within a fortnight: no set of holidays covers the ten weekdays that it holds.
    while !isWorkingDay(found) { found = found.adding(days: step) }
    return found
  }
}
