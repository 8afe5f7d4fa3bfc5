import Vocabulary

/// A date of RFC 3339, with or without a time.
enum RFC3339 {
  /// A day, as it was written, or an instant in seconds since 1970.
  enum Moment: Hashable, Sendable {
    case day(Day)
    case instant(Int)
  }

  /// Reads a date; `nil` where a part of it is none. A fraction of a second is read and dropped; a
  /// leap second counts as the next one.
  static func moment(_ text: String) -> Moment? {
    var rest = Array(text.utf8)[...]
    guard let date = rest.count >= 10 ? String(decoding: rest.prefix(10), as: UTF8.self) : nil,
      let day = Day(date)
    else { return nil }
    rest = rest.dropFirst(10)
    guard let separator = rest.popFirst() else { return .day(day) }
    guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: "t"),
      let time = clock(&rest, seconds: true), fraction(&rest), let offset = offset(&rest),
      rest.isEmpty
    else { return nil }
    let instant = day.ordinal * secondsOfDay + time - offset
    // A second is put in before midnight of UTC only.
    guard !isLeap(text) || instant % secondsOfDay == 0 else { return nil }
    return .instant(instant)
  }

  private static func isLeap(_ text: String) -> Bool {
    text.utf8.dropFirst(17).prefix(2).elementsEqual("60".utf8)
  }

  private static let secondsOfDay = 86_400
  private static let secondsOfHour = 3_600
  private static let secondsOfMinute = 60

  /// `hh:mm` or `hh:mm:ss`, in seconds.
  private static func clock(_ rest: inout ArraySlice<UInt8>, seconds: Bool) -> Int? {
    guard let hour = twoDigits(&rest, 0...23), rest.popFirst() == UInt8(ascii: ":"),
      let minute = twoDigits(&rest, 0...59)
    else { return nil }
    let time = hour * secondsOfHour + minute * secondsOfMinute
    guard seconds else { return time }
    guard rest.popFirst() == UInt8(ascii: ":"), let second = twoDigits(&rest, 0...60) else {
      return nil
    }
    return time + second
  }

  private static func twoDigits(_ rest: inout ArraySlice<UInt8>, _ range: ClosedRange<Int>) -> Int?
  {
    guard let tens = rest.popFirst(), let ones = rest.popFirst(), isDigit(tens), isDigit(ones)
    else { return nil }
    let number = Int(tens - 48) * 10 + Int(ones - 48)
    return range.contains(number) ? number : nil
  }

  /// Whether there is no fraction, or one of at least one digit.
  private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: ".") else { return true }
    let digits = rest.dropFirst().prefix(while: isDigit)
    rest = rest.dropFirst(1 + digits.count)
    return !digits.isEmpty
  }

  /// `Z`, or how far the time is ahead of UTC.
  private static func offset(_ rest: inout ArraySlice<UInt8>) -> Int? {
    switch rest.popFirst() {
    case UInt8(ascii: "Z"), UInt8(ascii: "z"): 0
    case UInt8(ascii: "+"): clock(&rest, seconds: false)
    case UInt8(ascii: "-"): clock(&rest, seconds: false).map { -$0 }
    default: nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
