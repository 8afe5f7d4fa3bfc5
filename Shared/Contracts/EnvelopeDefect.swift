/// Why an envelope cannot be read, and which part of it.
public struct EnvelopeDefect: Error, Hashable, Sendable {
  public let reason: Reason
  /// Which part: the names of headers, properties or prefixes, a media type, a JSON Pointer.
  /// Printable, and never the value of an attribute.
  public let place: String?

  public init(_ reason: Reason, at place: String? = nil) {
    (self.reason, self.place) = (reason, place)
  }

  /// A body that is to hold the envelope, and is no sound JSON.
  public init(_ problem: JSONProblem) {
    self.init(.json(problem.kind), at: problem.pointer.isEmpty ? nil : problem.pointer)
  }

  public var code: String { reason.code }

  /// What the sender must do, in French.
  public var sentence: String { reason.declared(at: place).sentence }

  /// The attribute that is wrong, as a receipt names it; `nil` where it is none of them.
  public var field: String? { reason.declared(at: place).field }

  /// Whether an operator must look, beside the refusal: the sender alone may not be able to mend
  /// it.
  public var needsOperator: Bool { reason.declared(at: place).needsOperator }

  /// Nobody is there to be answered.
  public static let unknownSender = EnvelopeDefect(.unknownSender)
}

extension EnvelopeDefect: RawRepresentable {
  /// The code and the place, as a table keeps them.
  public var rawValue: String { place.map { code + " " + $0 } ?? code }

  /// Reads what a table kept.
  public init?(rawValue: String) {
    let parts = rawValue.split(separator: " ", maxSplits: 1)
    guard let code = parts.first, let reason = Reason(code: String(code)) else { return nil }
    self.init(reason, at: parts.count > 1 ? String(parts[1]) : nil)
  }
}

extension EnvelopeDefect {
  /// What is wrong with an envelope.
  public enum Reason: Hashable, CaseIterable, Sendable {
    case missingIdentifier
    /// Empty, of spaces only, or with a character that no identifier has.
    case invalidIdentifier
    /// Two that differ.
    case contradictoryIdentifiers
    case missingType
    case missingSource
    case unknownSpecVersion
    case invalidTime
    case invalidSubject
    case tooLong
    /// An attribute that is no text, or a text that no table can hold.
    case invalidField
    case tooLarge
    /// A body that is no event of CloudEvents, though the content type says so.
    case notStructured
    /// A body that is such an event, though the content type does not say so.
    case undeclaredStructure
    /// Several events in one message.
    case batch
    /// A media type other than JSON.
    case foreignFormat
    /// Compressed, or coded in any other way.
    case encoded
    case unknownPrefix
    case mixedPrefixes
    case unknownSender
    /// The account that published is not the one whose exchange it is.
    case contradictorySender
    /// A body that is to hold the envelope is no sound JSON.
    case json(JSONProblem.Kind)

    public static let allCases: [Reason] =
      [
        .missingIdentifier, .invalidIdentifier, .contradictoryIdentifiers, .missingType,
        .missingSource, .unknownSpecVersion, .invalidTime, .invalidSubject, .tooLong, .invalidField,
        .tooLarge, .notStructured, .undeclaredStructure, .batch, .foreignFormat, .encoded,
        .unknownPrefix, .mixedPrefixes, .unknownSender, .contradictorySender,
      ] + JSONProblem.Kind.allCases.map { .json($0) }

    public var code: String { declared(at: nil).code }

    init?(code: String) {
      guard let reason = Self.allCases.first(where: { $0.code == code }) else { return nil }
      self = reason
    }
  }
}

extension EnvelopeDefect.Reason {
  /// What is declared of a reason.
  fileprivate struct Declared {
    let code: String
    let sentence: String
    let field: String?
    let needsOperator: Bool

    init(_ code: String, _ sentence: String, field: String? = nil, needsOperator: Bool = false) {
      (self.code, self.sentence) = (code, sentence)
      (self.field, self.needsOperator) = (field, needsOperator)
    }
  }

  /// What is declared of this reason: its code, and what the sender must do, in French.
  ///
  /// - Parameter place: Which part of the envelope.
  // swift-format-ignore
  fileprivate func declared(at place: String?) -> Declared {
    let found = place.map { " (\($0))" } ?? ""
    return switch self {
    case .missingIdentifier: Declared("enveloppe.id-absent", "L'événement n'a pas d'identifiant (ce-id) : ajoutez-en un, unique.", field: "ce-id")
    case .invalidIdentifier:
      Declared("enveloppe.id-invalide",
        "L'identifiant de l'événement (ce-id) est refusé : \(place ?? "il n'est pas lisible"). "
          + "Donnez-lui de 1 à 200 caractères visibles.", field: "ce-id")
    case .contradictoryIdentifiers:
      Declared("enveloppe.ids-contradictoires", "L'événement porte deux identifiants différents\(found) : n'en gardez qu'un.", field: "ce-id")
    case .missingType: Declared("enveloppe.type-absent", "L'événement n'a pas de type (ce-type) : indiquez-le.", field: "ce-type")
    case .missingSource: Declared("enveloppe.source-absente", "L'événement n'a pas de source (ce-source) : indiquez-la.", field: "ce-source")
    case .unknownSpecVersion:
      Declared("enveloppe.version-inconnue", "Seule la version 1.0 de CloudEvents est acceptée (ce-specversion).", field: "ce-specversion", needsOperator: true)
    case .invalidTime:
      Declared("enveloppe.date-invalide",
        "La date de l'événement (ce-time) est refusée : \(place ?? "ce n'est pas une date RFC 3339 valide").", field: "ce-time")
    case .invalidSubject: Declared("enveloppe.dossier-invalide", "Le dossier indiqué (ce-subject) n'est pas une référence d'Amont.", field: "ce-subject")
    case .tooLong: Declared("enveloppe.champ-trop-long", "Un champ de l'enveloppe dépasse 200 caractères\(found) : raccourcissez-le.", field: place)
    case .invalidField:
      Declared("enveloppe.champ-invalide",
        "Un champ de l'enveloppe n'est pas un texte lisible\(found) : écrivez-le en UTF-8, sans caractère de "
          + "contrôle.", field: place)
    case .tooLarge: Declared("enveloppe.message-trop-grand", "Le message dépasse 256 Kio : envoyez un événement par message.", needsOperator: true)
    case .notStructured: Declared("enveloppe.json-illisible", "Le corps n'est pas un événement CloudEvents lisible en JSON.", needsOperator: true)
    case .undeclaredStructure:
      Declared("enveloppe.structure-non-declaree",
        "Le corps est un événement CloudEvents complet, mais le type de contenu\(found) ne le dit pas : "
          + "déclarez application/cloudevents+json.")
    case .batch: Declared("enveloppe.lot", "Un lot d'événements n'est pas accepté : envoyez un événement par message.")
    case .foreignFormat: Declared("enveloppe.format", "Le format du contenu\(found) n'est pas accepté : envoyez du JSON (application/json).")
    case .encoded: Declared("enveloppe.codage", "Le contenu est compressé ou codé\(found) : envoyez le JSON tel quel, en UTF-8.")
    case .unknownPrefix: Declared("enveloppe.prefixe-inconnu", "Le préfixe des en-têtes\(found) n'est pas connu : écrivez ce-id, ce-type, ce-source.")
    case .mixedPrefixes:
      Declared("enveloppe.prefixes-melanges", "Les en-têtes CloudEvents sont écrits de deux façons\(found) : n'en gardez qu'une, ce- de préférence.")
    case .unknownSender:
      Declared("enveloppe.expediteur-inconnu", "Le message ne porte pas l'identité de l'expéditeur (user_id) : publiez avec votre compte.", needsOperator: true)
    case .contradictorySender:
      Declared("enveloppe.expediteur-contradictoire",
        "Le compte indiqué (user_id) n'est pas celui de l'échange\(found) : publiez sur votre propre échange.", needsOperator: true)
    case .json(let kind): Declared(kind.rawValue, kind.sentence(at: place ?? ""), field: place, needsOperator: kind.needsOperator)
    }
  }
}
