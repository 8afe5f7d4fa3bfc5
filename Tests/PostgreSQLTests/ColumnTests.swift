import Testing
import Vocabulary

@testable import PostgreSQL

/// The values of a column, told as one array.
@Suite struct ColumnTests {
  private static let id = HouseholdID(high: 1, low: 2)
  private static let day = Day(ordinal: 17_000)

  private static let columns: [(values: [Parameter], array: Parameter)] = [
    ([.text("a"), .null, .text("")], .texts(["a", nil, ""])),
    ([.null, .int(7)], .ints([nil, 7])),
    ([.uuid(id), .null], .uuids([id, nil])),
    ([.day(day)], .days([day])),
    ([.bool(true), .null], .array([.bool(true), .null])),
    ([.null, .null], .array([.null, .null])),
    ([], .array([])),
    ([.int(1), .text("1")], .array([.int(1), .text("1")])),
    ([.text("1"), .day(day), .null], .array([.text("1"), .day(day), .null])),
  ]

  @Test(arguments: columns) func valuesOfOneKindNeedNotBeParsed(
    _ values: [Parameter], _ array: Parameter
  ) {
    #expect(Parameter.column(values) == array)
  }
}
