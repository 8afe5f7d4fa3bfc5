/// The versions of the articles that the rule book rests on, from the State's base. See README.md.
public struct ArticleIndex: Sendable {
  /// Every version, by code and article, the oldest first.
  public let versions: [ArticleVersion]
  private let byArticle: [ArticleCitation: [ArticleVersion]]

  /// The index that Amont carries.
  public static let embedded = ArticleIndex(
    String(decoding: PackageResources.versions_csv, as: UTF8.self))

  /// The versions of an article, the oldest first; none where the index lacks it.
  public func versions(of article: ArticleCitation) -> [ArticleVersion] {
    byArticle[article] ?? []
  }

  /// An index read from text; lines that are no version, such as the head, are left out.
  init(_ text: String) {
    versions = text.split(separator: "\n").compactMap { ArticleVersion(line: $0) }
    byArticle = Dictionary(grouping: versions, by: \.article)
  }
}
