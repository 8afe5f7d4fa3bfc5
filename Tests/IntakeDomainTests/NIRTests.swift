import Contracts
import Testing

@testable import IntakeDomain

@Suite struct NIRTests {
  @Test(arguments: [
    "185057800608491", "1 85 05 78 006 084 91", "1.85.05.78.006.084-91",
    "2 55 08 14 168 025 38", "1\u{A0}85\u{202F}05 78 006 084 91",
    // Born in Corsica, abroad, overseas, in a month that nobody knows.
    "2 69 05 2A 588 157 " + key("2690519588157"), "269052b588157" + key("2690518588157"),
    "1 70 12 99 351 001 " + key("1701299351001"), "2 70 12 974 01 001 " + key("2701297401001"),
    "1 70 30 99 351 001 " + key("1703099351001"),
  ])
  func aNIRIsOneHoweverItIsWritten(_ text: String) {
    #expect(NIR.isWhole(text))
    #expect(NIR.isAny(text))
    #expect(NIR.stands(in: .object([.init("a", .list([.null, .text(text)]))])))
  }

  @Test(arguments: ["1850578006084", "0001850578006084", "269052A588157"])
  func aNIRWithoutItsKeyIsOneWhereNothingElseHasThirteenDigits(_ text: String) {
    #expect(NIR.isAny(text))
    #expect(!NIR.isWhole(text))
  }

  @Test(arguments: [
    "", "185057800608492", "1850578006084919", "0123456", "73282932000074", "732829320",
    // No sex, no month.
    "985057800608491", "185137800608491", "L-1850578006084-91", "1850578006084-3X",
  ])
  func anotherTextIsNone(_ text: String) {
    #expect(!NIR.isWhole(text))
    #expect(!NIR.isAny(text))
    #expect(!NIR.stands(in: .text(text)))
  }

  @Test func aNIRWrittenAsANumberIsOne() {
    #expect(NIR.stands(in: .number("185057800608491")))
    #expect(!NIR.stands(in: .number("28500000")))
  }

  private static func key(_ digits: String) -> String {
    let key = 97 - (Int(digits) ?? 0) % 97
    return key < 10 ? "0\(key)" : "\(key)"
  }
}
