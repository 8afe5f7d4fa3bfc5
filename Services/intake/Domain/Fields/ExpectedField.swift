import Contracts

/// A member with all that is asked of it: what its Swift type says, and its rules.
struct ExpectedField: Sendable {
  let name: String
  let type: FieldType
  let isOptional: Bool
  /// As rules write it: `menage.locataires[].nom`.
  let path: String
  let rules: [FieldRule]
  /// The members of the object, or of the objects in the list.
  let members: [ExpectedField]

  /// What is asked of the payload of each kind: put together once.
  static let all: [EventKind: [ExpectedField]] = Dictionary(
    uniqueKeysWithValues: EventKind.allCases.map { kind in
      let rules = Dictionary(grouping: kind.rules, by: \.path)
      return (kind, kind.fields.map { ExpectedField($0, in: "", rules) })
    })

  private init(_ field: Field, in parent: String, _ rules: [String: [FieldRule]]) {
    name = field.name
    type = field.type
    isOptional = field.isOptional
    let path = parent + field.name
    self.path = path
    self.rules = rules[path] ?? []
    let inside: String =
      switch field.type {
      case .list: path + "[]."
      case .text, .wholeNumber, .cents, .day, .dossier, .boolean, .enumeration, .object: path + "."
      }
    members = field.type.members.map { ExpectedField($0, in: inside, rules) }
  }

  /// The most elements that a list may have; none has more than this without a rule.
  var mostElements: Int {
    for rule in rules { if case .count(let range) = rule.demand { return range.upperBound } }
    return Self.mostElements
  }

  private static let mostElements = 100
}
