import LegalCalendar
import LegalTexts
import Vocabulary

/// What an article said on each day, and which rules of the book rest on it.
struct ArticleReport: Sendable {
  /// One version of the article.
  struct Line: Encodable, Sendable, Hashable {
    /// The first and the last day, as far as the index knows them; no last day: still in force.
    let from: String, through: String?
    /// What tells the wording from another.
    let digest: String?
    /// The copy in which it was read.
    let source: String
    /// The rules that rest on it, `CQL.delai (2012-06-01…)`.
    let rules: [String]
  }

  private let article: ArticleCitation
  private let index: ArticleIndex

  /// An article as a French reader cites it: `CPCE L412-1`, `loi 89-462, art. 24`.
  ///
  /// - Throws: `ArticleError` for a text that cites none of the index.
  init(_ text: String, in index: ArticleIndex = .embedded) throws {
    guard let cited = ArticleCitation.all(in: text).first, !index.versions(of: cited).isEmpty else {
      throw ArticleError()
    }
    article = cited
    self.index = index
  }

  /// Its versions, the oldest first; with a day, those that may have been in force on it, and the
  /// rules in force on it.
  func lines(on day: Day? = nil) -> [Line] {
    let rules = RuleBook.rules.filter {
      ArticleCitation.all(in: $0.article).contains(article)
    }
    return index.versions(of: article).filter { version in day.map(version.mayCover) ?? true }
      .map { version in
        Line(
          from: version.from.description, through: version.through?.description,
          digest: version.digest, source: version.source,
          rules: rules.filter { rule in
            version.mayOverlap(from: rule.from, through: rule.through)
              && (day.map(rule.covers) ?? true)
          }.map(\.version))
      }
  }
}

extension Rule {
  /// Its name and its days.
  fileprivate var version: String {
    id.rawValue + " (\(from?.description ?? "")…\(through?.description ?? ""))"
  }
}

/// A text that cites no article of the index.
struct ArticleError: Error, CustomStringConvertible {
  let description =
    "no article of the index is cited: write it as "
    + LegalCode.allCases.map { "\"\($0.citation) …\"" }.joined(separator: ", ")
}
