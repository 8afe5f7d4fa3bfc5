public import Vocabulary

/// The answer to every event that a partner publishes.
public struct Receipt: Codable, Sendable, Hashable {
  public static let type = "fr.amont.accuse.v1"

  /// What became of the event.
  public enum Status: String, CaseIterable, Codable, Sendable {
    case accepte
    case doublon
    case refuse
  }

  /// The identifier of the event that is answered.
  public var evenement: String
  public var type: String
  public var statut: Status
  /// The machine code, such as `accepte`, `champ.invalide`, `expediteur.non-autorise`.
  public var code: String
  /// What was done, or what to correct and where, in French: the sentences of the first errors.
  public var texte: String
  /// The dossier, when the event reached one.
  public var dossier: HouseholdID?
  /// The day on which Amont first received it: for a landlord, the proof of its saisine.
  public var recu: Day
  /// Every error of a refused event, the first one first; absent where none is about a field.
  public var erreurs: [Problem]?
  /// What an accepted event should be read again for, and the members of a refused one that nobody
  /// knows; absent where there is nothing.
  public var avertissements: [Warning]?
  /// The AMQP message_id of an event whose own identifier cannot be quoted whole.
  public var message_id: String?
  /// The AMQP correlation_id of such an event.
  public var correlation_id: String?
  /// What to quote when an operator of Amont must look.
  public var reference: String?

  public init(
    evenement: String, type: String, statut: Status, code: String, texte: String,
    dossier: HouseholdID?, recu: Day
  ) {
    (self.evenement, self.type, self.statut, self.code, self.texte, self.dossier, self.recu) =
      (evenement, type, statut, code, texte, dossier, recu)
  }

  /// One error of a refused event.
  public struct Problem: Codable, Sendable, Hashable {
    /// Where: a JSON Pointer (RFC 6901) into the data of the event, or the name of an attribute.
    public var champ: String
    /// The machine code of this error.
    public var code: String
    /// One French sentence: what to correct.
    public var texte: String
    /// What is expected there, in French: a type, a form, a unit.
    public var attendu: String?
    /// The values that are admitted, where they are a list.
    public var valeurs_admises: [String]?
    /// Between which bounds the value must lie.
    public var borne: Bounds?

    public init(
      champ: String, code: String, texte: String, attendu: String? = nil,
      valeurs_admises: [String]? = nil, borne: Bounds? = nil
    ) {
      (self.champ, self.code, self.texte, self.attendu, self.valeurs_admises, self.borne) =
        (champ, code, texte, attendu, valeurs_admises, borne)
    }
  }

  /// The bounds of a value, both included; an absent one is open.
  public struct Bounds: Codable, Sendable, Hashable {
    /// The least: a number, an amount in cents, or a date.
    public var minimum: Bound?
    public var maximum: Bound?

    public init(minimum: Bound? = nil, maximum: Bound? = nil) {
      (self.minimum, self.maximum) = (minimum, maximum)
    }
  }

  /// One bound: a whole number or a date, each written as in an event.
  public enum Bound: Codable, Sendable, Hashable {
    case number(Int)
    case day(Day)

    /// Reads a number or a date.
    ///
    /// - Throws: `DecodingError` for anything else.
    public init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Int.self) {
        self = .number(number)
      } else {
        self = .day(try value.decode(Day.self))
      }
    }

    /// Writes the number or the date.
    ///
    /// - Throws: `EncodingError`; no bound can cause it.
    public func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      switch self {
      case .number(let number): try value.encode(number)
      case .day(let day): try value.encode(day)
      }
    }
  }

  /// What an accepted event should be read again for.
  public struct Warning: Codable, Sendable, Hashable {
    public var code: String
    /// Where, as in an error; absent where it is about the whole event.
    public var champ: String?
    /// One French sentence.
    public var texte: String
    /// What comes near: the known member beside an unknown one, the dossier beside this one.
    public var proche: String?

    public init(_ code: Code, champ: String? = nil, texte: String, proche: String? = nil) {
      (self.code, self.champ, self.texte, self.proche) = (code.word, champ, texte, proche)
    }
  }
}
