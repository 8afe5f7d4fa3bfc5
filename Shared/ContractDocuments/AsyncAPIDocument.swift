public import Contracts

/// The AsyncAPI 3 document: what Amont receives from partners and what it sends them, over AMQP
/// 0-9-1.
public enum AsyncAPIDocument {
  private static let bindingVersion: JSONValue = "0.3.0"

  /// The document, with every schema inside.
  public static func document() -> JSONValue {
    .members([
      "asyncapi": "3.0.0",
      "id": "urn:amont:partenaires",
      "info": .members([
        "title": "Amont : échanges avec les partenaires", "version": "1.0.0",
        "description": .text(about),
        "license": .members([
          "name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0",
        ]),
      ]),
      "defaultContentType": "application/json",
      "servers": .members(["departement": server]),
      "channels": .members(["publication": publication, "lecture": reading]),
      "operations": .members(["recevoir": receive, "repondre": answer, "informer": tell]),
      "components": .members([
        "messages": .object(messages.map { .init($0.name, $0.message) }),
        "schemas": .object(schemas),
        "securitySchemes": .members([
          "compte": .members(["type": "userPassword", "description": "Le compte du partenaire"])
        ]),
      ]),
    ])
  }

  private static let about = """
    Un partenaire publie ce qu'il a fait pour un ménage ; Amont répond à chaque événement par un accusé, et \
    envoie les avis qui le concernent. CloudEvents 1.0 : les attributs sont des en-têtes « ce- », ou tout \
    l'événement est le corps (application/cloudevents+json).
    """

  private static let server: JSONValue = .members([
    "host": "{hote}", "pathname": "/amont", "protocol": "amqp", "protocolVersion": "0-9-1",
    "description": "Le courtier d'un département, hôte virtuel amont",
    "variables": .members([
      "hote": .members(["description": "Hôte et port, donnés par l'exploitant"])
    ]),
    "security": [.members(["$ref": "#/components/securitySchemes/compte"])],
  ])

  private static let account: JSONValue = .members([
    "compte": .members(["description": "Le nom du compte, comme etude-martin"])
  ])

  private static let publication: JSONValue = .members([
    "address": "amont.intake.{compte}", "title": "L'échange où un partenaire publie",
    "messages": references(EventKind.allCases.map(\.rawValue)),
    "parameters": account,
    "bindings": .members([
      "amqp": .members([
        "is": "routingKey",
        "exchange": .members([
          "name": "amont.intake.{compte}", "type": "fanout", "durable": .bool(true),
          "autoDelete": .bool(false), "vhost": "amont",
        ]), "bindingVersion": bindingVersion,
      ])
    ]),
  ])

  private static let reading: JSONValue = .members([
    "address": "amont.partner.{compte}", "title": "La file que lit un partenaire",
    "messages": references([receiptName] + Notice.Code.allCases.map(noticeName)),
    "parameters": account,
    "bindings": .members([
      "amqp": .members([
        "is": "queue",
        "queue": .members([
          "name": "amont.partner.{compte}", "durable": .bool(true), "exclusive": .bool(false),
          "autoDelete": .bool(false), "vhost": "amont",
        ]), "bindingVersion": bindingVersion,
      ])
    ]),
  ])

  private static let receive: JSONValue = .members([
    "action": "receive", "channel": .members(["$ref": "#/channels/publication"]),
    "title": "Amont reçoit un événement",
    "reply": .members([
      "channel": .members(["$ref": "#/channels/lecture"]),
      "messages": [.members(["$ref": .text("#/channels/lecture/messages/" + receiptName)])],
    ]),
  ])

  private static let answer: JSONValue = sends(
    "Amont répond à chaque événement", [receiptName])
  private static let tell: JSONValue = sends(
    "Amont informe un partenaire", Notice.Code.allCases.map(noticeName))

  private static func sends(_ title: String, _ names: [String]) -> JSONValue {
    .members([
      "action": "send", "channel": .members(["$ref": "#/channels/lecture"]), "title": .text(title),
      "messages": .list(
        names.map { .members(["$ref": .text("#/channels/lecture/messages/" + $0)]) }),
    ])
  }

  // MARK: - Messages

  private static let receiptName = "accuse"

  private static func noticeName(_ code: Notice.Code) -> String { "avis." + code.rawValue }

  private static var messages: [(name: String, message: JSONValue)] {
    EventKind.allCases.map { kind in
      (kind.rawValue, message(kind.rawValue, kind.type, kind.declaration.title))
    } + [(receiptName, message(receiptName, Receipt.type, "Accusé"))]
      + Notice.Code.allCases.map { code in
        (noticeName(code), message(noticeName(code), Notice.type(code), code.declaration.title))
      }
  }

  private static let household = "menage"
  private static let noticeSchema = "avis"

  /// What several schemas have alike stands once.
  private static var schemas: [JSONValue.Member] {
    let events = EventKind.allCases.map { ($0, inside(EventSchema.schema(of: $0))) }
    let place = ["properties", Identification.member]
    return events.prefix(1).compactMap { _, schema in
      schema["properties"]?[Identification.member].map { .init(household, $0) }
    } + events.map { .init($0.rawValue, $1.replacing(place, with: reference(to: household))) }
      + [.init(receiptName, inside(AnswerSchema.receipt))]
      + [.init(noticeSchema, FieldSchema.object(Notice.fields))]
      + Notice.Code.allCases.map {
        .init(noticeName($0), inside(AnswerSchema.notice($0)).ofEveryNotice)
      }
  }

  /// A schema as a part of the document: its own address and dialect stand in its file.
  private static func inside(_ schema: JSONValue) -> JSONValue {
    schema.without(["$schema", "$id"])
  }

  fileprivate static func reference(to schema: String) -> JSONValue {
    .members(["$ref": .text("#/components/schemas/" + schema)])
  }

  fileprivate static var everyNotice: JSONValue { reference(to: noticeSchema) }

  private static func message(_ name: String, _ type: String, _ title: String) -> JSONValue {
    .members([
      "name": .text(type), "title": .text(title), "contentType": "application/json",
      "headers": headers(type),
      "payload": .members(["$ref": .text("#/components/schemas/" + name)]),
    ])
  }

  private static func headers(_ type: String) -> JSONValue {
    func text(_ title: String) -> JSONValue {
      .members([
        "type": "string", "title": .text(title), "minLength": .whole(1), "maxLength": .whole(200),
      ])
    }
    return .members([
      "type": "object",
      "properties": .members([
        "ce-specversion": .members(["const": "1.0"]), "ce-type": .members(["const": .text(type)]),
        "ce-id": text("Identifiant, unique pour le compte et la source"),
        "ce-source": text("Le système qui publie"),
        "ce-time": .members(["type": "string", "format": "date-time"]),
        "ce-subject": .members(["type": "string", "title": "Référence du dossier"]),
      ]),
      "required": .texts(["ce-specversion", "ce-type", "ce-id", "ce-source", "ce-time"]),
    ])
  }

  private static func references(_ names: [String]) -> JSONValue {
    .object(names.map { .init($0, .members(["$ref": .text("#/components/messages/" + $0)])) })
  }
}

extension JSONValue {
  fileprivate func without(_ names: Set<String>) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { !names.contains($0.name) })
  }

  /// The schema of one notice, by what every notice is and its code.
  fileprivate var ofEveryNotice: JSONValue {
    without(["type", "required", "properties"]).adding(
      .members([
        "allOf": [AsyncAPIDocument.everyNotice],
        "properties": .members(["code": self["properties"]?["code"]]),
      ]))
  }
}
