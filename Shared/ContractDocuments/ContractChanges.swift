public import Contracts

/// What differs between two contracts, and whom it breaks. What a partner sends must stay valid:
/// less may be asked of it, never more. What it reads must stay readable: more may stand there,
/// never less.
public struct ContractChanges: Sendable {
  /// One difference.
  public struct Change: Sendable, Hashable {
    /// The file of the schema, below `schemas`.
    public let file: String
    /// Where, as a JSON Pointer into the schema; empty for the whole.
    public let place: String
    public let what: String
    /// The kinds of partners that it breaks; none where it breaks nobody.
    public let broken: [String]
  }

  public let changes: [Change]

  /// Whether somebody must change a program.
  public var breaks: Bool { changes.contains { !$0.broken.isEmpty } }

  /// Compares two sets of schemas, by file.
  public init(from old: [String: JSONValue], to new: [String: JSONValue]) {
    var changes: [Change] = []
    for file in Set(old.keys).union(new.keys).sorted() {
      switch (old[file], new[file]) {
      case (let before?, let after?):
        var comparison = Comparison(file: file, old: before)
        comparison.compare(before, after, at: "")
        changes += comparison.changes
      case (let before?, nil):
        changes.append(
          Change(file: file, place: "", what: "removed", broken: Self.partners(of: before)))
      case (nil, _): changes.append(Change(file: file, place: "", what: "added", broken: []))
      }
    }
    self.changes = changes
  }

  /// For people: one line each, those that break first.
  public var text: String {
    guard !changes.isEmpty else { return "no difference\n" }
    return (changes.filter { !$0.broken.isEmpty } + changes.filter(\.broken.isEmpty)).map {
      change in
      (change.broken.isEmpty ? "          " : "BREAKING  ") + change.file
        + (change.place.isEmpty ? "" : " " + change.place) + ": " + change.what
        + (change.broken.isEmpty ? "" : " (\(change.broken.joined(separator: ", ")))") + "\n"
    }.joined()
  }

  /// A schema without what nothing depends on: titles, sentences, examples.
  static func compared(_ schema: JSONValue) -> JSONValue {
    switch schema {
    case .object(let members):
      .object(
        members.filter { !Self.unread.contains($0.name) }.map { .init($0.name, compared($0.value)) }
      )
    case .list(let values): .list(values.map(compared))
    case .null, .bool, .number, .text: schema
    }
  }

  private static let unread: Set<String> = [
    "$schema", "$id", "title", "description", "examples", "x-amont-unite", "x-amont-regles",
    "x-amont-accuses", "x-amont-jour-de-l-acte", "x-amont-reponses", "x-amont-type",
  ]

  fileprivate static func partners(of schema: JSONValue) -> [String] {
    let named = schema["x-amont-expediteurs"] ?? schema["x-amont-destinataires"]
    guard case .list(let kinds) = named else { return ["every partner"] }
    return kinds.compactMap(\.text)
  }
}

/// Walks two schemas side by side.
private struct Comparison {
  typealias Change = ContractChanges.Change

  let file: String
  let partners: [String]
  /// Whether partners send it; otherwise they read it.
  let isSent: Bool
  var changes: [Change] = []

  init(file: String, old: JSONValue) {
    self.file = file
    partners = ContractChanges.partners(of: old)
    isSent = old["x-amont-expediteurs"] != nil
  }

  mutating func compare(_ old: JSONValue, _ new: JSONValue, at place: String) {
    compareKeywords(old, new, at: place)
    compareWords(old, new, at: place)
    compareRequired(old, new, at: place)
    compareMembers(old, new, at: place)
    if let before = old["items"], let after = new["items"] {
      compare(before, after, at: place + "/items")
    }
    compareConditions(old, new, at: place)
  }

  /// What is asked in some cases only. A case that could not be before breaks nobody.
  private mutating func compareConditions(_ old: JSONValue, _ new: JSONValue, at place: String) {
    let (before, after) = (Self.conditions(old), Self.conditions(new))
    for (when, asked) in after.sorted(by: { $0.key < $1.key }) {
      let more = asked.subtracting(before[when] ?? [])
      guard !more.isEmpty else { continue }
      let field = when.prefix { $0 != "=" }
      let word = when.dropFirst(field.count + 1)
      let words = Self.texts(old["properties"]?[String(field)]?["enum"])
      let couldBe = words.isEmpty || words.contains(String(word)) || word == Self.absent
      note("more is asked when \(when)", at: place, breaks: isSent && couldBe)
    }
    for (when, asked) in before.sorted(by: { $0.key < $1.key })
    where !asked.subtracting(after[when] ?? []).isEmpty {
      note("less is asked when \(when)", at: place, breaks: !isSent)
    }
  }

  private static let absent = "absent"

  /// What is asked, as canonical texts, by the case: `sens=delais-suspensifs`.
  private static func conditions(_ schema: JSONValue) -> [String: Set<String>] {
    guard case .list(let all) = schema["allOf"] else { return [:] }
    var asked: [String: Set<String>] = [:]
    for one in all {
      guard let condition = one["if"], let then = one["then"] else { continue }
      let ways: [JSONValue] =
        if case .list(let ways) = condition["anyOf"] { ways } else { [condition] }
      for way in ways {
        guard case .object(let fields) = way["properties"] else { continue }
        for field in fields {
          guard case .list(let words) = field.value["enum"] else {
            asked[field.name + "=" + absent, default: []].insert(then.canonical)
            continue
          }
          for word in words {
            asked[field.name + "=" + (word.text ?? word.canonical), default: []]
              .insert(then.canonical)
          }
        }
      }
    }
    return asked
  }

  /// What narrows or widens what a member may be.
  private mutating func compareKeywords(_ old: JSONValue, _ new: JSONValue, at place: String) {
    for name in ["minimum", "minItems"] { compare(name, old, new, at: place) { $0 < $1 } }
    for name in ["maximum", "maxItems", "maxLength"] {
      compare(name, old, new, at: place) { $0 > $1 }
    }
    for name in ["type", "format", "pattern", "const", "anyOf", "not"]
    where old[name]?.canonical != new[name]?.canonical {
      // Nothing asked where something was: what is sent stays valid.
      note("another \(name)", at: place, breaks: !(isSent && new[name] == nil))
    }
  }

  private mutating func compare(
    _ name: String, _ old: JSONValue, _ new: JSONValue, at place: String,
    isNarrower: (Int, Int) -> Bool
  ) {
    let (before, after) = (old[name]?.wholeNumber, new[name]?.wholeNumber)
    guard before != after else { return }
    let narrower =
      switch (before, after) {
      case (nil, _): true
      case (_, nil): false
      case (let before?, let after?): isNarrower(before, after)
      }
    note(
      "\(name) \(before.map(String.init) ?? "none") to \(after.map(String.init) ?? "none")",
      at: place,
      breaks: isSent && narrower)
  }

  /// The words of an enumeration: a sender needs those that it sends, a reader may meet new ones.
  private mutating func compareWords(_ old: JSONValue, _ new: JSONValue, at place: String) {
    let (before, after) = (Self.texts(old["enum"]), Self.texts(new["enum"]))
    for word in before where !after.contains(word) {
      note("no more \(word)", at: place, breaks: isSent)
    }
    for word in after where !before.contains(word) {
      note("new: \(word)", at: place, breaks: false)
    }
  }

  private mutating func compareRequired(_ old: JSONValue, _ new: JSONValue, at place: String) {
    let (before, after) = (Self.texts(old["required"]), Self.texts(new["required"]))
    for name in after where !before.contains(name) {
      note("\(name) is required", at: place, breaks: isSent)
    }
    for name in before where !after.contains(name) {
      note("\(name) may be absent", at: place, breaks: !isSent)
    }
  }

  private mutating func compareMembers(_ old: JSONValue, _ new: JSONValue, at place: String) {
    guard case .object(let before) = old["properties"] ?? .object([]),
      case .object(let after) = new["properties"] ?? .object([])
    else { return }
    for member in before {
      let place = place + "/" + member.name
      if let other = new["properties"]?[member.name] {
        compare(member.value, other, at: place)
      } else {
        // Sent all the same, it is not read: an accepted event with a warning.
        note("removed", at: place, breaks: true)
      }
    }
    for member in after where old["properties"]?[member.name] == nil {
      note("added", at: place + "/" + member.name, breaks: false)
    }
  }

  private mutating func note(_ what: String, at place: String, breaks: Bool) {
    changes.append(Change(file: file, place: place, what: what, broken: breaks ? partners : []))
  }

  private static func texts(_ value: JSONValue?) -> [String] {
    guard case .list(let values) = value else { return [] }
    return values.compactMap(\.text)
  }
}
