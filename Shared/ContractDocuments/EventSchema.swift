public import Contracts

/// The JSON Schema of what a partner publishes, generated from the declaration of the event.
public enum EventSchema {
  static let dialect: JSONValue = "https://json-schema.org/draft/2020-12/schema"

  /// The schema of the data of one event.
  public static func schema(of kind: EventKind) -> JSONValue {
    let declaration = kind.declaration
    let conditions = declaration.fields.rules.compactMap(conditional)
    return JSONValue.members([
      "$schema": dialect, "$id": .text("urn:amont:" + kind.type),
      "title": .text(declaration.title), "description": .text("Textes : " + declaration.basis),
      "x-amont-type": .text(kind.type),
      "x-amont-expediteurs": .texts(declaration.senders.map(\.rawValue).sorted()),
      "x-amont-jour-de-l-acte": .text(declaration.actMember),
      "x-amont-accuses": .texts(declaration.acceptances.map(\.word)),
    ])
    .adding(withHousehold(FieldSchema.object(declaration.fields)))
    .adding(
      .members([
        "allOf": conditions.isEmpty ? nil : .list(conditions),
        "examples": .list([example(of: kind)]),
      ]))
  }

  /// A sound event of that kind.
  public static func example(of kind: EventKind) -> JSONValue {
    let declared = (try? JSONValue.read(Array("{\(kind.declaration.example)}".utf8))) ?? .object([])
    return JSONValue.members(["menage": household(of: kind)]).adding(declared)
  }

  /// An event of that kind that is refused: the day of its act is no date, and nothing names the
  /// household.
  public static func counterexample(of kind: EventKind) -> JSONValue {
    let wrong: JSONValue = .object([
      .init(Identification.member, .object([])), .init(kind.actMember, "31/12/2017"),
    ])
    return wrong.adding(example(of: kind))
  }

  private static func household(of kind: EventKind) -> JSONValue {
    kind.opensDossier
      ? .members([
        "commandement": .members(["etude": "etude-martin", "reference": "CDP-2018-02-02"]),
        "locataires": .list([
          .members(["nom": "Martin", "prenom": "Anne", "naissance": "1980-05-02"])
        ]),
        "logement": .members(["insee": "93066", "voie": "12 rue des Lilas"]),
        "bailleur": .members(["type": "personne-physique"]),
      ])
      : .members(["dossier": "123e4567-e89b-12d3-a456-426614174000"])
  }

  // MARK: - Members that ask something of one another

  /// What is asked of a member in some cases only.
  private static func conditional(_ rule: FieldRule) -> JSONValue? {
    guard let condition = rule.condition else { return nil }
    let path = rule.path.split(separator: ".").map(String.init)
    guard let last = path.last else { return nil }
    let asked: JSONValue
    switch rule.demand {
    case .present:
      asked = .members(["properties": .object([.init(last, notNull)]), "required": .texts([last])])
    case .act, .past, .ahead, .since, .notBefore, .notAfter, .amount, .usual, .usualDebt, .number,
      .count, .text, .prose, .name, .person, .agent, .reference, .street, .siret, .siren, .commune,
      .rg,
      .allocataire, .hour, .eventName, .payload:
      let fragment = FieldSchema.fragment(rule.demand)
      guard fragment != .object([]) else { return nil }
      asked = .members(["properties": .object([.init(last, fragment)])])
    }
    let then = path.dropLast().reversed().reduce(asked) { below, name in
      let isList = name.hasSuffix("[]")
      let inner = isList ? JSONValue.members(["items": below]) : below
      return .members([
        "properties": .object([.init(isList ? String(name.dropLast(2)) : name, inner)])
      ])
    }
    return .members(["if": condition.schema, "then": then])
  }

  /// The household is named by a reference, or by persons and dwelling.
  private static func withHousehold(_ event: JSONValue) -> JSONValue {
    guard case .object(let members) = event, let properties = event["properties"],
      case .object(let fields) = properties
    else { return event }
    let ways = Identification.references.map { [$0] } + [["locataires", "logement"]]
    let named: JSONValue = .members(["anyOf": .list(ways.map(have))])
    return .object(
      members.map { member in
        member.name != "properties"
          ? member
          : .init(
            member.name,
            .object(
              fields.map {
                $0.name == Identification.member ? .init($0.name, $0.value.adding(named)) : $0
              }))
      })
  }

  private static func have(_ names: [String]) -> JSONValue {
    .members([
      "properties": .object(names.map { .init($0, notNull) }), "required": .texts(names),
    ])
  }

  private static let notNull: JSONValue = .members(["not": .members(["type": "null"])])
}
