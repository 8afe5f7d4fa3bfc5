import LegalCalendar
import Vocabulary

/// How often something happens in each month, from January to December.
struct Season: Sendable {
  let weights: [Int]
  /// Whether it never happens during the winter truce.
  var avoidsTruce = false

  /// CQL and requests of CFP rise from February to April, before the truce ends.
  static let beforeSpring = Season(weights: [6, 20, 26, 22, 8, 6, 4, 3, 4, 5, 5, 5])
  /// The force publique is used out of the winter truce, most of all when it has just ended (CPCE
  /// art. L412-6).
  static let outOfTruce = Season(
    weights: [1, 1, 1, 14, 14, 13, 11, 8, 11, 12, 1, 1], avoidsTruce: true)

  /// A working day of the window, drawn by the weight of its month. Where the window has none, one
  /// of those that follow the first one after it.
  func day(from first: Day, through last: Day, _ days: WorkingDays, _ dice: inout Dice) -> Day {
    if let day = draw(days.between(first, last), &dice) { return day }
    guard let next = days.from(last).first(where: { weight(of: $0) > 0 })?.day else {
      return days.onOrAfter(last)
    }
    return draw(days.between(next, next.adding(days: Self.rush)), &dice) ?? next
  }

  /// How long what a truce held back takes to be carried out, in days.
  private static let rush = 45

  private func draw(_ choices: ArraySlice<WorkingDays.Date>, _ dice: inout Dice) -> Day? {
    let total = choices.reduce(0) { $0 + weight(of: $1) }
    guard total > 0 else { return nil }
    var left = dice.number(1...total)
    for choice in choices {
      left -= weight(of: choice)
      if left <= 0 { return choice.day }
    }
    return nil
  }

  private func weight(of date: WorkingDays.Date) -> Int {
    avoidsTruce && date.isTruce ? 0 : weights[date.month - 1]
  }
}

/// The working days of a span, looked up at once.
struct WorkingDays: Sendable {
  /// A working day, and what of it decides how often something happens.
  struct Date: Sendable {
    let day: Day
    let month: Int
    let isTruce: Bool
  }

  private let first: Day
  /// For each day of the span, the place in ``all`` of the first working day from there.
  private let places: [Int]
  /// Every working day of the span.
  let all: [Date]

  init(_ calendar: LegalCalendar, from first: Day, through last: Day) {
    self.first = first
    var places: [Int] = []
    var all: [Date] = []
    for ordinal in first.ordinal...max(first.ordinal, last.ordinal) {
      let day = Day(ordinal: ordinal)
      places.append(all.count)
      guard calendar.isWorkingDay(day) else { continue }
      all.append(
        Date(day: day, month: day.components.month, isTruce: calendar.truce(on: day) != nil))
    }
    (self.places, self.all) = (places, all)
  }

  /// The first working day on that day or after it; beyond the span, the day itself.
  func onOrAfter(_ day: Day) -> Day { from(day).first?.day ?? day }

  /// The working days from one day on.
  func from(_ day: Day) -> ArraySlice<Date> { all[place(onOrAfter: day)...] }

  /// The working days from one day through another, as far as the span goes.
  func between(_ first: Day, _ last: Day) -> ArraySlice<Date> {
    let (from, to) = (place(onOrAfter: first), place(onOrAfter: last.adding(days: 1)))
    return all[min(from, to)..<max(from, to)]
  }

  private func place(onOrAfter day: Day) -> Int {
    let index = day.days(since: first)
    return index < 0 ? 0 : places.indices.contains(index) ? places[index] : all.count
  }

  /// The day on which the CAF sends its monthly file: that of the month, or of the next one.
  func monthlyFile(onOrAfter day: Day) -> Day {
    let (year, month, _) = day.components
    let here = Day(year: year, month: month, day: Self.fileDay).map(onOrAfter)
    if let here, here >= day { return here }
    let next =
      month == 12
      ? Day(year: year + 1, month: 1, day: Self.fileDay)
      : Day(year: year, month: month + 1, day: Self.fileDay)
    return onOrAfter(next ?? day)
  }

  /// The day of the month of the CAF's file, or the first working day after it.
  private static let fileDay = 10
}
