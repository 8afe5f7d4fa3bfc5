import HouseholdSupport
import CourtLiaisonDomain
import TestSupport
import Testing
import Vocabulary

/// What the State may owe, in cents: pure (CPCE R154-7).
@Suite struct IndemnityTests {
  typealias Case = (monthly: Int, paid: Int, from: String, until: String, owed: Int)

  @Test(
    arguments: [
      // A whole month is worth its rent, whatever its length.
      (60_000, 0, "2025-12-01", "2026-01-01", 60_000),
      (60_000, 0, "2026-02-01", "2026-03-01", 60_000),
      (60_000, 0, "2026-01-01", "2027-01-01", 720_000),
      // 15 days of February, 10 of March.
      (60_000, 0, "2026-02-14", "2026-03-11", 32_143 + 19_355),
      // One day; none; an end before the start.
      (62_000, 0, "2026-03-10", "2026-03-11", 2_000),
      (62_000, 0, "2026-03-10", "2026-03-10", 0),
      (62_000, 0, "2026-03-10", "2026-03-01", 0),
      // What was paid is taken off; the landlord never owes.
      (60_000, 50_000, "2026-01-01", "2026-02-01", 10_000),
      (60_000, 90_000, "2026-01-01", "2026-02-01", 0),
      // Half a cent goes up.
      (31, 0, "2026-01-01", "2026-01-02", 1), (1, 0, "2026-01-01", "2026-01-16", 0),
    ] as [Case])
  func theRentLostIsCountedByDays(_ row: Case) throws {
    let owed = Indemnity.forecast(
      monthly: Cents(row.monthly), paid: Cents(row.paid), from: try civil(row.from),
      until: try civil(row.until))
    #expect(owed == Cents(row.owed))
  }

  @Test func theDaysOfAProtocoleDoNotCount() throws {
    let owed = Indemnity.forecast(
      monthly: Cents(60_000), from: try civil("2026-01-01"), until: try civil("2026-04-01"),
      suspended: [try civil("2026-02-01")...civil("2026-03-31")])
    #expect(owed == Cents(60_000))
  }

  @Test func anAmountFromOutsideNeverTraps() throws {
    let owed = Indemnity.forecast(
      monthly: Cents(.max), from: try civil("2026-01-02"), until: try civil("2026-03-01"))
    #expect(owed == Cents(.max))
  }

  /// SplitMix64's seed says which intervals failed.
  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func twoHalvesAreWorthTheWholeToACentAndLongerIsNeverLess(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let start = try civil("2025-11-07").adding(days: Int.random(in: 0...700, using: &random))
    let middle = start.adding(days: Int.random(in: 0...400, using: &random))
    let end = middle.adding(days: Int.random(in: 0...400, using: &random))
    let monthly = Cents(Int.random(in: 1...200_000, using: &random))
    func owed(_ from: Day, _ until: Day) -> Int {
      Indemnity.forecast(monthly: monthly, from: from, until: until).value
    }
    #expect(abs(owed(start, middle) + owed(middle, end) - owed(start, end)) <= 1, "seed \(seed)")
    #expect(owed(start, end) >= owed(start, middle), "seed \(seed)")
  }
}
