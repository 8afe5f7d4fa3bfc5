import Testing
import Vocabulary

@Suite("Text that a table can hold") struct StorableTextTests {
  @Test(
    "Sound text stays as it is",
    arguments: [
      "", "é", "O'Brien", "محمد", "Иванов", "\u{1F600}", "a b", String(repeating: "é", count: 100),
    ])
  func staysAsItIs(_ text: String) {
    #expect(StorableText.printable(text) == text)
    #expect(StorableText.isStorable(text))
  }

  @Test(
    "What cannot be held is shown by a substitute",
    arguments: [
      ("a\u{0}b", "a\u{FFFD}b"), ("a\nb", "a\u{FFFD}b"), ("\u{7F}\u{9F}", "\u{FFFD}\u{FFFD}"),
      ("\u{2028}", "\u{FFFD}"), ("\r\n", "\u{FFFD}\u{FFFD}"),
    ])
  func isSubstituted(_ row: (given: String, kept: String)) {
    #expect(StorableText.printable(row.given) == row.kept)
    #expect(!StorableText.isStorable(row.given))
  }

  @Test("It is cut, whatever a character is made of") func isCut() {
    #expect(StorableText.printable(String(repeating: "a", count: 1_000_000)).utf8.count == 200)
    let marks = "a" + String(repeating: "\u{301}", count: 1_000_000)
    #expect(StorableText.printable(marks).unicodeScalars.count == 200)
  }

  @Test(
    "Bytes that are no UTF-8 are shown by their numbers",
    arguments: [
      ([0x61, 0xE9, 0x62], "a\\xE9b"), ([0xC3, 0xA9], "é"),
      ([0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"),
      ([0x00], "\u{FFFD}"), ([], ""),
    ] as [([UInt8], String)])
  func bytesAreShown(_ row: (bytes: [UInt8], text: String)) {
    #expect(StorableText.printable(row.bytes) == row.text)
  }

  @Test("Any bytes give text that can be stored, within its length") func anyBytes() {
    for first in UInt8.min...UInt8.max {
      let bytes = (0..<600).map { first &+ UInt8(truncatingIfNeeded: $0 * 7) }
      let text = StorableText.printable(bytes, atMost: 120)
      #expect(StorableText.isStorable(text))
      #expect(text.unicodeScalars.count <= 120)
    }
  }
}
