public import Contracts

/// The JSON Schemas of what Amont sends to partners.
public enum AnswerSchema {
  /// The receipt that answers every event.
  public static let receipt: JSONValue = JSONValue.members([
    "$schema": EventSchema.dialect, "$id": .text("urn:amont:" + Receipt.type),
    "title": "Accusé", "description": "Ce qu'un événement publié est devenu",
    "x-amont-type": .text(Receipt.type),
  ]).adding(FieldSchema.object(Receipt.fields)).replacing(
    ["properties", "code"],
    with: .members(["type": "string", "title": "Code", "enum": .texts(ReceiptWords.codes)])
  ).replacing(
    ["properties", "erreurs", "items", "properties", "borne", "properties"], with: bounds)

  /// A notice of one code.
  public static func notice(_ code: Notice.Code) -> JSONValue {
    let declaration = code.declaration
    return JSONValue.members([
      "$schema": EventSchema.dialect, "$id": .text("urn:amont:" + Notice.type(code)),
      "title": .text(declaration.title), "description": .text("Textes : " + declaration.basis),
      "x-amont-type": .text(Notice.type(code)),
      "x-amont-destinataires": .texts(declaration.recipients.map(\.rawValue).sorted()),
      "x-amont-reponses": .texts(declaration.answers.map(\.type)),
    ]).adding(FieldSchema.object(Notice.fields)).replacing(
      ["properties", "code"], with: .members(["const": .text(code.rawValue), "title": "Code"]))
  }

  /// A number or a date, as in an event.
  private static let bounds: JSONValue = .object(
    ["minimum", "maximum"].map { name in
      .init(
        name,
        .members(["anyOf": .list([.members(["type": ["integer", "null"]]), FieldSchema.day])]))
    })
}

/// The words that a receipt may bear, with what they mean.
enum ReceiptWords {
  /// Of the receipt itself: what became of the event, what is wrong with its envelope or its text.
  static let all: [(word: String, status: Receipt.Status, meaning: String)] =
    Receipt.Code.allCases.map { ($0.word, $0.status, $0.meaning) }
    + EnvelopeDefect.Reason.allCases.map { ($0.code, .refuse, EnvelopeDefect($0).sentence) }

  /// Each once.
  static let codes = all.map(\.word).reduce(into: [String]()) {
    if !$0.contains($1) { $0.append($1) }
  }
}

extension JSONValue: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
}

extension JSONValue {
  /// The same value with another one at that place; unchanged where there is none.
  func replacing(_ path: [String], with value: JSONValue) -> JSONValue {
    guard let name = path.first else { return value }
    guard case .object(let members) = self else { return self }
    return .object(
      members.map {
        $0.name == name
          ? Member(name, $0.value.replacing(Array(path.dropFirst()), with: value)) : $0
      })
  }
}
