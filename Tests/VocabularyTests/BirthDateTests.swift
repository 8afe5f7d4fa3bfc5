import Testing
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct BirthDateTests {
  @Test(arguments: ["1984-05-02", "1992-11-00", "1980-00-00", "1980-01-01", "2000-02-29"])
  func aBirthIsWrittenAsItWasRead(_ text: String) throws {
    #expect(try #require(BirthDate(text)).description == text)
    let json = try JSONEncoder().encode([text])
    #expect(try JSONEncoder().encode(JSONDecoder().decode([BirthDate].self, from: json)) == json)
  }

  @Test(arguments: [
    "", "1980", "1980-11", "1980-00-15", "1992-13-00", "1981-02-29", "0000-00-00", "1980-0-00",
    "1980-00-00 ", "198é-00-00", "+980-00-00", "1980-00-01",
  ])
  func anythingElseIsNoBirth(_ text: String) {
    #expect(BirthDate(text) == nil)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([BirthDate].self, from: JSONEncoder().encode([text]))
    }
  }

  @Test(arguments: [
    ("1984-05-02", "1984-05-02", true), ("1984-05-02", "1984-05-03", false),
    // What one does not know, the other may say.
    ("1984-05-02", "1984-05-00", true), ("1984-05-02", "1984-00-00", true),
    ("1984-05-00", "1984-00-00", true), ("1984-05-00", "1984-05-00", true),
    ("1984-05-02", "1984-06-00", false), ("1984-05-02", "1985-00-00", false),
    ("1984-05-00", "1984-06-00", false), ("1984-00-00", "1985-00-00", false),
    // A default day says its year.
    ("1984-01-01", "1984-05-02", true), ("1984-12-31", "1984-05-02", true),
    ("1984-01-01", "1984-12-31", true), ("1984-01-01", "1984-05-00", true),
    ("1984-01-01", "1985-05-02", false), ("1984-01-01", "1985-01-01", false),
    ("1984-01-02", "1984-05-02", false),
  ])
  func aPartialOrDefaultBirthContradictsOnlyWhatItSays(
    _ one: String, _ other: String, _ fits: Bool
  ) throws {
    let (one, other) = (try #require(BirthDate(one)), try #require(BirthDate(other)))
    #expect(one.fits(other) == fits)
    #expect(other.fits(one) == fits)
  }

  @Test func theMoreExactBirthIsKnown() throws {
    let rising = try ["1984-00-00", "1984-01-01", "1984-05-00", "1984-05-02"]
      .map { try #require(BirthDate($0)) }
    for (place, one) in rising.enumerated() {
      for (rank, other) in rising.enumerated() {
        #expect(one.isMoreExact(than: other) == (place > rank))
      }
    }
  }
}
