import Contracts
import Vocabulary

/// The JSON Schema (2020-12) of members: what a schema can say of one by itself. What it cannot say
/// stands in `x-amont-regles`, in French: what depends on the day of reception, on other members,
/// or on the key of a number.
enum FieldSchema {
  /// An object with these members.
  static func object(_ fields: EventFields) -> JSONValue {
    let required = fields.all.filter { !$0.isOptional }.map(\.name)
    return .members([
      "type": "object",
      "properties": .object(fields.all.map { JSONValue.Member($0.name, schema(of: $0)) }),
      "required": required.isEmpty ? nil : .texts(required),
    ])
  }

  /// One member, with its French title.
  static func schema(of field: EventField) -> JSONValue {
    let rules = field.rules.filter { $0.condition == nil }.map(\.demand)
    let schema = rules.reduce(type(of: field)) { $0.adding(fragment($1)) }
    let sentences = field.rules.compactMap { rule in
      sentence(rule.demand).map { rule.inItsCase($0) }
    }
    let head: JSONValue = .members([
      "title": .text(field.title),
      "x-amont-unite": (field.unit?.rawValue).map(JSONValue.text),
      "x-amont-regles": sentences.isEmpty ? nil : .texts(sentences),
    ])
    // An absent member may be written null.
    return head.adding(field.isOptional ? nullable(schema) : schema)
  }

  // MARK: - Types

  private static func type(of field: EventField) -> JSONValue {
    switch field.type {
    case .text: .members(["type": "string"])
    case .wholeNumber, .cents: .members(["type": "integer"])
    case .day: day
    case .birth:
      .members([
        "type": "string",
        "anyOf": .list([
          .members(["format": "date"]),
          .members(["pattern": #"^[0-9]{4}-((0[1-9]|1[0-2])|00)-00$"#]),
        ]),
      ])
    case .dossier: .members(["type": "string", "pattern": .text(uuid)])
    case .boolean: .members(["type": "boolean"])
    case .enumeration(let words): .members(["type": "string", "enum": .texts(words)])
    case .object: object(field.members)
    case .list(let element): .members(["type": "array", "items": items(element, field)])
    }
  }

  private static func items(_ element: FieldType, _ field: EventField) -> JSONValue {
    switch element {
    case .object: object(field.members)
    case .text, .wholeNumber, .cents, .day, .birth, .dossier, .boolean, .enumeration, .list:
      .members(["type": "string"])
    }
  }

  static let day: JSONValue = .members(["type": "string", "format": "date"])

  private static let uuid =
    "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"

  private static func nullable(_ schema: JSONValue) -> JSONValue {
    guard case .object(let members) = schema else { return schema }
    return .object(
      members.map { member in
        switch (member.name, member.value) {
        case ("type", let type): JSONValue.Member("type", .list([type, "null"]))
        case ("enum", .list(let words)): JSONValue.Member("enum", .list(words + [.null]))
        // What is asked of a text is not asked of null.
        case ("anyOf", .list(let ways)):
          JSONValue.Member("anyOf", .list(ways + [.members(["type": "null"])]))
        default: member
        }
      })
  }

  // MARK: - Rules

  /// What a rule adds to the schema of its member; nothing where a schema cannot say it.
  static func fragment(_ demand: FieldRule.Demand) -> JSONValue {
    switch demand {
    case .amount(let range), .number(let range):
      .members(["minimum": .whole(range.lowerBound), "maximum": .whole(range.upperBound)])
    case .count(let range):
      .members(["minItems": .whole(range.lowerBound), "maxItems": .whole(range.upperBound)])
    case .text(let most): text(most, pattern: Pattern.line)
    case .prose(let most): text(most, pattern: Pattern.prose)
    case .name(let most), .person(let most), .reference(let most), .street(let most):
      text(most, pattern: Pattern.readable)
    case .agent(let most): text(most, pattern: Pattern.agent)
    case .siret: .members(["pattern": "^[0-9]{14}$"])
    case .siren: .members(["pattern": "^[0-9]{9}$"])
    case .commune: .members(["pattern": "^([0-9]{2}|2[AB])[0-9]{3}$"])
    case .rg: .members(["pattern": "^[0-9]{2}/[0-9]{5}$"])
    case .allocataire: text(FieldBounds.shortText, pattern: "^0*[1-9][0-9]{0,6}$")
    case .hour: .members(["pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"])
    case .eventName: .members(["enum": .texts(EventKind.allCases.map(\.rawValue))])
    case .payload: .members(["contentMediaType": "application/json"])
    case .present, .act, .past, .ahead, .since, .notBefore, .notAfter, .usual, .usualDebt:
      .object([])
    }
  }

  private static func text(_ most: Int, pattern: String) -> JSONValue {
    .members(["maxLength": .whole(most), "pattern": .text(pattern)])
  }

  /// Regular expressions that ECMAScript and Python read alike.
  private enum Pattern {
    /// No control character, and not of spaces alone.
    static let line = #"^(?=[\s\S]*\S)[^\u0000-\u001f\u007f-\u009f]*$"#
    /// The same with line ends and tabs.
    static let prose = #"^(?=[\s\S]*\S)[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$"#
    /// A line with a letter or a digit; beyond ASCII any sign may be one.
    static let readable =
      #"^(?=[\s\S]*[0-9A-Za-z\u00aa-\uffff])[^\u0000-\u001f\u007f-\u009f]*$"#
    /// The form of `AgentName`: its words, each with a letter.
    static let agent = "^ *\(nameWord)( +\(nameWord)){\(furtherWords)} *$"
    private static let furtherWords =
      "\(AgentName.words.lowerBound - 1),\(AgentName.words.upperBound - 1)"
    private static let nameWord =
      #"(?=[^ ]*[A-Za-z\u00aa-\uffff])[A-Za-z\u00aa-\uffff.'-]+"#
  }

  /// What a schema cannot say, in French; `nil` where it says all.
  static func sentence(_ demand: FieldRule.Demand) -> String? {
    switch demand {
    case .act:
      "au plus tard le jour de réception, au plus \(FieldBounds.yearsOfPrescription) ans avant"
    case .past: "au plus tard le jour de réception, pas avant 1900"
    case .ahead:
      "au plus \(FieldBounds.yearsOfPrescription) ans avant et \(FieldBounds.yearsAhead) ans après "
        + "le jour de réception"
    case .since(let field, let days, let years):
      days < 0
        ? "au plus \(-days) jours avant \(field), au plus \(years) an(s) après"
        : "au plus tôt \(days) jour(s) après \(field), au plus \(years) an(s) après"
    case .notBefore(let field): "pas avant \(field)"
    case .notAfter(let field): "pas après \(field)"
    case .usual(let range):
      "avertissement hors de \(range.lowerBound) à \(range.upperBound) centimes"
    case .usualDebt(let rent, let months):
      "avertissement si la dette ne va pas avec \(rent)" + (months.map { " et \($0)" } ?? "")
    case .siret, .siren: "clé exacte"
    case .commune: "commune qui existe ou a existé"
    case .agent: "une personne, jamais un organisme, une fonction ni un compte"
    case .name, .person, .reference, .street: "une lettre ou un chiffre au moins"
    case .eventName, .payload, .present, .amount, .number, .count, .text, .prose, .rg,
      .allocataire, .hour:
      nil
    }
  }
}

extension FieldRule {
  /// What a rule says, with the case in which it is asked.
  func inItsCase(_ said: String) -> String {
    condition.map { "si \($0.inFrench) : \(said)" } ?? said
  }
}

extension FieldRule.Condition {
  /// The condition, in French.
  fileprivate var inFrench: String {
    let words = values.map { value in
      switch value {
      case .text(let text): text
      case .boolean(let flag): flag ? "true" : "false"
      case .absent: "absent"
      }
    }
    return "\(field) est \(words.joined(separator: " ou "))"
  }

  /// The condition as a schema of the event.
  var schema: JSONValue {
    let words: [JSONValue] = values.compactMap { value in
      switch value {
      case .text(let text): .text(text)
      case .boolean(let flag): .bool(flag)
      case .absent: nil
      }
    }
    let named: JSONValue = .members([
      "properties": .object([.init(field, .members(["enum": .list(words)]))]),
      "required": .texts([field]),
    ])
    guard values.contains(.absent) else { return named }
    let absent: JSONValue = .members([
      "properties": .object([.init(field, .members(["type": "null"]))])
    ])
    return words.isEmpty ? absent : .members(["anyOf": .list([named, absent])])
  }
}
