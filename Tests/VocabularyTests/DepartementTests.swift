import Testing
import Vocabulary

@Suite struct DepartementTests {
  @Test func everyDepartementHasItsCodeAndOnce() {
    // 94 codes of two digits, Corsica's two, the Rhône's two halves, eight overseas.
    #expect(Departement.all.count == 94 + 2 + 2 + 8)
    #expect(Set(Departement.all).count == Departement.all.count)
  }

  @Test(arguments: ["", "00", "20", "96", "99", "970", "979", "986", "69X", "2a", "1", "075"])
  func anotherCodeIsNoDepartement(_ code: String) {
    #expect(!Departement.isKnown(code))
  }

  @Test(arguments: [
    ("93066", "93"), ("2A004", "2A"), ("97127", "971"), ("98818", "988"), ("69123", "69"),
  ])
  func anINSEECodeNamesItsDepartement(_ insee: String, _ departement: String) {
    #expect(Departement.of(insee: insee) == departement)
  }
}
