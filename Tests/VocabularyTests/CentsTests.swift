import FoundationEssentials
import Testing
import Vocabulary

@Suite struct CentsTests {
  // swift-format-ignore
  @Test(arguments: [
    (0, "0,00 €"), (5, "0,05 €"), (183_000, "1\u{202F}830,00 €"), (-5_083, "-50,83 €"),
    (123_456_789, "1\u{202F}234\u{202F}567,89 €"), (99_999, "999,99 €"),
  ])
  func anAmountReadsAsFrench(_ value: Int, _ text: String) {
    #expect(Cents(value).description == text)
  }

  @Test func theSmallestAmountCanBePrinted() {
    #expect(Cents(.min).description.hasPrefix("-92"))
  }

  @Test(arguments: [(183_000, 36), (100, 3), (1, 36), (0, 5), (-100, 3), (7, 1)])
  func instalmentsAddUpToTheDebt(_ value: Int, _ count: Int) {
    let parts = Cents(value).instalments(count)
    #expect(parts.count == count)
    #expect(parts.reduce(.zero, +) == Cents(value))
  }

  @Test func theLastInstalmentTakesTheRemainder() {
    let parts = Cents(183_000).instalments(36)
    #expect(parts.dropLast().allSatisfy { $0 == Cents(5_083) })
    #expect(parts.last == Cents(5_095))
  }

  @Test(arguments: [0, -1, .min, 1_201, .max]) func noInstalmentsForACountOutOfBounds(_ count: Int)
  {
    #expect(Cents(100).instalments(count).isEmpty)
  }

  @Test func sumsStopAtTheEndOfTheNumbers() {
    #expect(Cents(.max) + Cents(1) == Cents(.max))
    #expect(Cents(.min) + Cents(-1) == Cents(.min))
    #expect(Cents(.min) - Cents(1) == Cents(.min))
    #expect(Cents(.max) - Cents(-1) == Cents(.max))
    #expect(Cents(2) - Cents(5) == Cents(-3))
    #expect(Cents(2) < Cents(5))
  }

  @Test func anAmountTravelsAsAWholeNumber() throws {
    let bytes = try JSONEncoder().encode([Cents(183_000)])
    #expect(String(decoding: bytes, as: UTF8.self) == "[183000]")
    #expect(try JSONDecoder().decode([Cents].self, from: bytes) == [Cents(183_000)])
  }

  @Test(arguments: ["[18.5]", #"["183000"]"#, "[null]", "[99999999999999999999]"])
  func aBadAmountInAMessageIsRefused(_ json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Cents].self, from: Data(json.utf8))
    }
  }
}
