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
  let members: ExpectedMembers

  fileprivate init(_ field: Field, in parent: String, _ rules: [String: [FieldRule]]) {
    name = field.name
    type = field.type
    isOptional = field.isOptional
    let path = parent + field.name
    self.path = path
    self.rules = rules[path] ?? []
    let inside: String =
      switch field.type {
      case .list: path + "[]."
      case .text, .wholeNumber, .cents, .day, .birth, .dossier, .boolean, .enumeration, .object:
        path + "."
      }
    members = ExpectedMembers(field.type.members.map { ExpectedField($0, in: inside, rules) })
  }

  /// The most elements that a list may have; none has more than this without a rule.
  var mostElements: Int {
    for rule in rules { if case .count(let range) = rule.demand { return range.upperBound } }
    return Self.mostElements
  }

  private static let mostElements = 100

  /// Whether it is a number of a form of its own, so that one of thirteen digits is wrong there.
  var isNumber: Bool {
    rules.contains { [.siret, .siren, .rg, .allocataire].contains($0.demand) }
      || path == "menage.allocataire.caisse"
  }
}

/// The members that an object may have, in the order of their Swift type.
struct ExpectedMembers: Sendable {
  let fields: [ExpectedField]
  private let places: [String: Int]

  fileprivate init(_ fields: [ExpectedField]) {
    self.fields = fields
    places = Dictionary(
      fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The member of that name, if one has it.
  subscript(name: String) -> ExpectedField? { places[name].map { fields[$0] } }

  /// What is asked of the payload of such an event.
  static func of(_ kind: EventKind) -> ExpectedMembers { all[kind] ?? ExpectedMembers([]) }

  /// Put together once; all kinds share what they ask of `menage`.
  private static let all: [EventKind: ExpectedMembers] = {
    var shared: [String: ExpectedField] = [:]
    return Dictionary(
      uniqueKeysWithValues: EventKind.allCases.map { kind in
        let rules = Dictionary(grouping: kind.rules, by: \.path)
        let fields = kind.fields.map { field in
          guard field.name == Submission.household else {
            return ExpectedField(field, in: "", rules)
          }
          let household = shared[field.name] ?? ExpectedField(field, in: "", rules)
          shared[field.name] = household
          return household
        }
        return (kind, ExpectedMembers(fields))
      })
  }()
}
