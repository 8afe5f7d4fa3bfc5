import LegalTexts
import Testing
import Vocabulary

@testable import amontctl

/// What `amontctl law article` answers.
@Suite struct ArticleReportTests {
  @Test(arguments: [
    ("CPCE L412-1", "2019-05-02", "2018-11-25", "CQL.exception (2018-11-25…2023-07-28)"),
    ("CPCE L412-1", "2017-05-02", "2017-01-29", "CQL.reduction (…2018-11-24)"),
    ("CPCE L412-6", "2014-03-26", "2012-06-01", "TREVE (…2014-03-26)"),
    ("loi 89-462, art. 24", "2016-05-02", "2014-03-27", "PM.saisine (2015-01-01…2023-07-28)"),
  ])
  func theVersionOfThatDayIsShownWithItsRules(
    _ article: String, _ text: String, _ from: String, _ rule: String
  ) throws {
    let day: Day = try #require(Day(text))
    let lines = try ArticleReport(article).lines(on: day)
    #expect(lines.map(\.from) == [from])
    #expect(lines.first?.rules.contains(rule) == true)
  }

  @Test func withoutADayEveryVersionIsShown() throws {
    let lines = try ArticleReport("CPCE L412-1").lines()
    #expect(lines.map(\.from) == ["2012-06-01", "2017-01-29", "2018-11-25", "2023-07-29"])
    #expect(lines.allSatisfy { $0.rules.contains("CQL.delai (…)") })
  }

  @Test(arguments: ["", "L412-1", "CPCE", "CPCE L999-9", "code L412-1"])
  func whatCitesNothingIsRefused(_ text: String) {
    #expect(throws: ArticleError.self) { try ArticleReport(text) }
  }
}
