/// One article, as a rule cites it.
public struct ArticleCitation: Hashable, Sendable {
  /// The code or the law.
  public let code: LegalCode
  /// Its number: `L412-1`, `24`.
  public let article: String

  /// The articles that a text cites, in order, each once: `CPCE L412-3, L412-4 ; CPC art. 514`.
  /// Of a range, the first and the last; what is in no code of the index is left out.
  public static func all(in text: String) -> [ArticleCitation] {
    var found: [ArticleCitation] = []
    for part in text.split(separator: ";") {
      let part = part.drop { $0 == " " }
      guard let code = LegalCode.allCases.first(where: { part.hasPrefix($0.citation + " ") })
      else { continue }
      let words = part.dropFirst(code.citation.count).split { $0 == " " || $0 == "," }
      for word in words where isNumber(word) {
        let citation = ArticleCitation(code: code, article: String(word))
        if !found.contains(citation) { found.append(citation) }
      }
    }
    return found
  }

  /// `L412-1`, `R824-7`, `515-13-1`, `24`; not `1°`, `VI` or `à`.
  private static func isNumber(_ word: Substring) -> Bool {
    let digits = "LRD".contains(word.first ?? " ") ? word.dropFirst() : word
    return !digits.isEmpty
      && digits.split(separator: "-", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
  }
}

extension ArticleCitation: CustomStringConvertible {
  /// As a French reader cites it.
  public var description: String { "\(code.citation) \(article)" }
}
