public import Vocabulary

/// The Charte of a département, as its file states it (instruction § 1.1).
public struct DepartementCharte: Sendable {
  public let code: String
  public let name: String
  /// The versions, the oldest first, none empty of days. There is at least one.
  public var versions: [CharteVersion] { [first] + later }

  private let first: CharteVersion
  private let later: [CharteVersion]

  init(code: String, name: String, first: CharteVersion, later: [CharteVersion]) {
    self.code = code
    self.name = name
    self.first = first
    self.later = later
  }

  /// The version in force on that day. A dossier keeps the one of the day on which it was opened.
  ///
  /// A day before the first version has the first: a département has no Charte older than its file.
  public func version(on day: Day) -> CharteVersion {
    later.last { $0.since <= day } ?? first
  }

  /// What each version becomes, to be asked by day.
  public func mapping<Value>(_ make: (CharteVersion) throws -> Value) rethrows -> ByVersion<Value> {
    ByVersion(
      first: try make(first), later: try later.map { (since: $0.since, value: try make($0)) })
  }
}
