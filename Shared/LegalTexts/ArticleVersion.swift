public import Vocabulary

/// One version of an article: the days on which that wording was in force.
public struct ArticleVersion: Hashable, Sendable {
  /// A first or last day, as far as the index knows it.
  public enum Bound: Hashable, Sendable {
    /// That day.
    case on(Day)
    /// Some day before that one.
    case before(Day)
    /// Perhaps that day.
    case perhaps(Day)
    /// The index does not say.
    case unknown
  }

  /// The article.
  public let article: ArticleCitation
  /// The first day.
  public let from: Bound
  /// The last day, included; `nil` where the wording was in force when the index was made.
  public let through: Bound?
  /// The first 16 hexadecimal digits of the SHA-256 of the wording; `nil` where the copy lacks it.
  public let digest: String?
  /// The copy in which it was read, see the README of this folder.
  public let source: String

  /// Whether the wording may have been in force on that day, as far as the index knows.
  public func mayCover(_ day: Day) -> Bool {
    switch from {
    case .on(let first), .perhaps(let first): if day < first { return false }
    case .before, .unknown: break
    }
    switch through {
    case .on(let last), .perhaps(let last): return day <= last
    case .before(let end): return day < end
    case .unknown, nil: return true
    }
  }

  /// Whether the wording may have been in force on a day of that period.
  public func mayOverlap(from start: Day?, through end: Day?) -> Bool {
    let begins: Day? =
      switch from {
      case .on(let day), .perhaps(let day): day
      case .before, .unknown: nil
      }
    let ends: Day? =
      switch through {
      case .on(let day), .perhaps(let day), .before(let day): day
      case .unknown, nil: nil
      }
    return (begins.flatMap { begins in end.map { begins <= $0 } } ?? true)
      && (ends.flatMap { ends in start.map { $0 <= ends } } ?? true)
  }
}

extension ArticleVersion.Bound: CustomStringConvertible {
  /// The day as a French reader writes it.
  public var description: String {
    switch self {
    case .on(let day): day.description
    case .before(let day): "avant \(day)"
    case .perhaps(let day): "\(day) (?)"
    case .unknown: "?"
    }
  }
}

extension ArticleVersion {
  /// A line of the index; `nil` for any other text.
  init?(line: Substring) {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    guard fields.count == 6, let code = LegalCode(rawValue: String(fields[0])),
      let from = Bound(fields[2])
    else { return nil }
    article = ArticleCitation(code: code, article: String(fields[1]))
    self.from = from
    through = fields[3].isEmpty ? nil : Bound(fields[3]) ?? .unknown
    digest = fields[4].isEmpty ? nil : String(fields[4])
    source = String(fields[5])
  }
}

extension ArticleVersion.Bound {
  fileprivate init?(_ text: Substring) {
    if text == "?" {
      self = .unknown
    } else if text.hasPrefix("<"), let day = Day(String(text.dropFirst())) {
      self = .before(day)
    } else if text.hasSuffix("?"), let day = Day(String(text.dropLast())) {
      self = .perhaps(day)
    } else if let day = Day(String(text)) {
      self = .on(day)
    } else {
      return nil
    }
  }
}
