public import Vocabulary

/// The date of Easter, from which the movable holidays are counted.
public enum Easter {
  /// Easter Sunday of a Gregorian year (1583 to 9999), or `nil` for another year.
  ///
  /// The anonymous Gregorian computus (Meeus, Jones, Butcher); the names of its letters are kept,
  /// so that it can be compared with any printed version.
  public static func sunday(of year: Int) -> Day? {
    guard (1583...9999).contains(year) else { return nil }
    let a = year % 19
    let (b, c) = year.quotientAndRemainder(dividingBy: 100)
    let (d, e) = b.quotientAndRemainder(dividingBy: 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = c.quotientAndRemainder(dividingBy: 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    let day = (h + l - 7 * m + 33 * month + 19) % 32
    return Day(year: year, month: month, day: day)
  }
}
