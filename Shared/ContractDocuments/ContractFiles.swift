import Contracts

/// Everything that describes the exchange with partners, as files.
public enum ContractFiles {
  /// Each file, by its path in a folder.
  public static func all() -> [(path: String, text: String)] {
    [
      ("asyncapi.json", AsyncAPIDocument.document().pretty), ("contrat.html", ContractPage.html),
    ] + schemas + examples
  }

  /// The schemas by their paths below `schemas`, as far as ``ContractChanges`` compares them: what
  /// all events or all notices have alike stands once.
  static var compared: [String: JSONValue] {
    let alike: [String: JSONValue] = [
      "menage.json": EventSchema.schema(of: .signalementCDP)["properties"]?[Identification.member]
        ?? .null,
      "avis.json": FieldSchema.object(Notice.fields), "accuse.json": AnswerSchema.receipt,
    ]
    let events = EventKind.allCases.map { kind in
      (
        "evenements/\(kind.rawValue).json",
        EventSchema.schema(of: kind).replacing(
          ["properties", Identification.member], with: .object([]))
      )
    }
    let notices = Notice.Code.allCases.map { code in
      (
        "avis/\(code.rawValue).json",
        AnswerSchema.notice(code).replacing(["properties"], with: .object([]))
          .replacing(["required"], with: .list([]))
      )
    }
    return alike.merging(events + notices) { $1 }.mapValues(ContractChanges.compared)
  }

  private static var schemas: [(path: String, text: String)] {
    EventKind.allCases.map { (schemaPath(of: $0), EventSchema.schema(of: $0).pretty) }
      + [("schemas/accuse.json", AnswerSchema.receipt.pretty)]
      + Notice.Code.allCases.map {
        ("schemas/avis/\($0.rawValue).json", AnswerSchema.notice($0).pretty)
      }
  }

  /// A sound event of each kind, and one that is refused.
  private static var examples: [(path: String, text: String)] {
    EventKind.allCases.flatMap { kind in
      [
        ("exemples/valides/\(kind.rawValue).json", EventSchema.example(of: kind).pretty),
        ("exemples/refuses/\(kind.rawValue).json", EventSchema.counterexample(of: kind).pretty),
      ]
    }
  }

  private static func schemaPath(of kind: EventKind) -> String {
    "schemas/evenements/\(kind.rawValue).json"
  }
}
