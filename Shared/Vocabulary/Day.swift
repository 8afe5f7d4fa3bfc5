/// A civil day of the Gregorian calendar, without time or time zone.
///
/// The law counts in days, so this is the only notion of time that a rule may see. The day is kept
/// as a count of days since 1 January 1970, which makes comparison and addition exact.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let ordinal: Int

  /// The day that lies `ordinal` days after 1970-01-01.
  public init(ordinal: Int) { self.ordinal = ordinal }

  /// The day of that date, or `nil` where the calendar has no such date (30 February).
  ///
  /// Years 1 to 9999 are accepted: the range that an ISO 8601 date of four digits can say.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    ordinal = Day.daysFromCivil(year: year, month: month, day: day)
  }

  /// The day written `YYYY-MM-DD`, or `nil` for any other text.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// Whether the left day is the earlier one.
  public static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }

  /// The day `count` days later (earlier when negative).
  public func adding(days count: Int) -> Day { Day(ordinal: ordinal + count) }

  /// Days from `other` to this day: positive when this day is the later one.
  public func days(since other: Day) -> Int { ordinal - other.ordinal }

  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, the fourth day of the week.
    let index = (ordinal + 3) % 7
    return Weekday.allCases[index < 0 ? index + 7 : index]
  }

  /// The year, the month (1 to 12) and the day of the month (1 to 31: the quantième).
  public var components: (year: Int, month: Int, day: Int) {
    // Howard Hinnant's days-to-civil algorithm: eras of 400 years, years that begin in March.
    let shifted = ordinal + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  /// The number of days of a month (1 to 12).
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

/// The days of the week, in the order of the French calendar.
public enum Weekday: String, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Day {
  /// The day as `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = components
    // Beyond the four digits of a year no date of ours exists; such a day is shown as it is.
    guard (0...9999).contains(year) else { return "\(year)-\(month)-\(day)" }
    return String(unsafeUninitializedCapacity: 10) { bytes in
      func write(_ value: Int, _ range: ClosedRange<Int>) {
        var left = value
        for place in range.reversed() {
          bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left % 10)
          left /= 10
        }
      }
      write(year, 0...3)
      bytes[4] = UInt8(ascii: "-")
      write(month, 5...6)
      bytes[7] = UInt8(ascii: "-")
      write(day, 8...9)
      return 10
    }
  }
}

extension Day: WrittenAsText {
  /// What another text is told not to be.
  public static var form: String { "a date of the form YYYY-MM-DD" }
}
