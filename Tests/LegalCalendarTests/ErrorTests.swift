import LegalCalendar
import Testing
import Vocabulary

@Suite struct ErrorTests {
  @Test func anErrorSaysWhatToDoNext() throws {
    let asked = try day("2010-01-01")
    #expect(
      RuleError.noVersion(.dsfEntretien, asked).description
        == "no version of the rule DSF.entretien covers 2010-01-01: "
        + "check the date that decides, or add the version to RuleBook")
    #expect(RuleError.notADelay(.tribunal).description.contains("RuleBook.rule"))
    #expect(RuleError.outsideCalendar(asked).description.contains("2000-01-01 to 2100-12-31"))
    #expect(RuleError.unknownDepartement.description.contains("INSEE"))
  }

  @Test func aStoredIdentifierFindsItsRuleAgain() {
    for id in RuleID.allCases { #expect(RuleID(rawValue: id.rawValue) == id) }
    #expect(RuleID(rawValue: "CDP.délai") == nil)
  }
}
