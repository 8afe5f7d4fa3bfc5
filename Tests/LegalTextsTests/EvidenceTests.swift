@testable import LegalCalendar
import Testing
import Vocabulary

@testable import LegalTexts

/// The rule book beside the State's texts.
@Suite struct EvidenceTests {
  @Test func theDaysOfARuleAreThoseOfItsArticleOrSayWhyNot() {
    for rule in RuleBook.rules {
      let fault = RuleEvidence(of: rule).fault
      #expect(
        fault == nil,
        "\(rule.id.rawValue) \(rule.from?.description ?? "") \(rule.through?.description ?? "")")
    }
  }

  @Test func everyLineOfTheIndexIsRead() {
    let lines = PackageResources.versions_csv.count { $0 == UInt8(ascii: "\n") }
    #expect(ArticleIndex.embedded.versions.count == lines - 1)
    #expect(lines > 800)
  }

  @Test func mostOfTheRuleBookRestsOnArticlesOfTheIndex() {
    let evidence = RuleBook.rules.map { RuleEvidence(of: $0) }
    let inIndex = evidence.filter(\.isInIndex)
    #expect(inIndex.count * 4 > evidence.count * 3, "\(inIndex.count) of \(evidence.count)")
    // A rule without a wording of its own ended where the copy begins.
    #expect(inIndex.allSatisfy { !$0.versions.isEmpty || $0.isLastDayDated })
  }

  /// What a text cites, and what it does not.
  @Test(arguments: [
    ("CPCE L412-3, L412-4", ["CPCE L412-3", "CPCE L412-4"]),
    ("loi 89-462, art. 24 I 1° à 6°", ["loi 89-462, art. 24"]),
    ("C. consom. L714-1 I ; CCH R824-7, 1°", ["C. consom. L714-1", "CCH R824-7"]),
    ("CPC art. 514, 514-1", ["CPC art. 514", "CPC art. 514-1"]),
    ("C. consom. L722-6 à L722-9", ["C. consom. L722-6", "C. consom. L722-9"]),
    ("décret 2021-8, art. 2", []),
    ("CPCE R153-1 ; CE 18 décembre 2013, n° 363126", ["CPCE R153-1"]),
  ])
  func aCitationIsReadAsItsArticles(_ text: String, _ articles: [String]) {
    #expect(ArticleCitation.all(in: text).map(\.description) == articles)
  }

  /// One rule with wrong days in each way.
  @Test func aDayThatNoVersionBeginsOrEndsOnIsFound() throws {
    let index = ArticleIndex(
      """
      cpce,L412-1,2012-06-01,2018-11-24,,L
      cpce,L412-1,2018-11-25,,,L
      """)
    for (from, through, days, isRight) in [
      ("", "2018-11-24", "", true), ("2012-06-01", "2018-11-24", "", true),
      ("2018-11-25", "", "", true), ("2018-11-26", "", "", false),
      ("2018-11-26", "", "jour de l'arrêté", true), ("2018-11-25", "2026-12-31", "", false),
      ("2018-11-25", "", "sans objet", false),
    ] {
      let rule = Rule(
        id: .cqlDelai, from: Day(from), through: Day(through), value: .duty(""), origin: .cql,
        scope: .cql, article: "CPCE L412-1", source: "LEGI", certainty: .law, note: "", days: days)
      let fault = RuleEvidence(of: rule, in: index).fault
      #expect((fault == nil) == isRight, "\(from) \(through) \(days)")
    }
  }
}
