/// Why an envelope cannot be read, and which part of it.
public struct EnvelopeDefect: Error, Hashable, Sendable {
  /// What is wrong.
  public let reason: Reason
  /// Which part: the names of headers, properties or prefixes, a media type, a JSON Pointer. Printable,
  /// and never the value of an attribute.
  public let place: String?

  /// A defect.
  public init(_ reason: Reason, at place: String? = nil) {
    self.reason = reason
    self.place = place
  }

  /// A body that is to hold the envelope, and is no sound JSON.
  public init(_ problem: JSONProblem) {
    self.init(.json(problem.kind), at: problem.pointer.isEmpty ? nil : problem.pointer)
  }

  /// The machine code of the refusal.
  public var code: String { reason.code }

  /// What the sender must do, in French.
  public var sentence: String { reason.sentence(at: place) }

  /// The attribute that is wrong, as a receipt names it; `nil` where it is none of them.
  public var field: String? {
    switch reason {
    case .missingIdentifier, .invalidIdentifier, .contradictoryIdentifiers: "ce-id"
    case .missingType: "ce-type"
    case .missingSource: "ce-source"
    case .unknownSpecVersion: "ce-specversion"
    case .invalidTime: "ce-time"
    case .invalidSubject: "ce-subject"
    case .tooLong, .invalidField, .json: place
    case .tooLarge, .notStructured, .undeclaredStructure, .batch, .foreignFormat, .encoded,
      .unknownPrefix, .mixedPrefixes, .unknownSender, .contradictorySender:
      nil
    }
  }

  /// Whether an operator must look, beside the refusal: the sender alone may not be able to mend it.
  public var needsOperator: Bool {
    switch reason {
    case .unknownSender, .contradictorySender, .unknownSpecVersion, .tooLarge, .notStructured,
      .json(.syntax):
      true
    case .missingIdentifier, .invalidIdentifier, .contradictoryIdentifiers, .missingType,
      .missingSource, .invalidTime, .invalidSubject, .tooLong, .invalidField, .undeclaredStructure,
      .batch, .foreignFormat, .encoded, .unknownPrefix, .mixedPrefixes, .json(.duplicateMember),
      .json(.strayComma), .json(.encoding), .json(.forbiddenCharacter), .json(.tooDeep):
      false
    }
  }

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

    /// Every reason.
    public static let allCases: [Reason] =
      [
        .missingIdentifier, .invalidIdentifier, .contradictoryIdentifiers, .missingType,
        .missingSource, .unknownSpecVersion, .invalidTime, .invalidSubject, .tooLong, .invalidField,
        .tooLarge, .notStructured, .undeclaredStructure, .batch, .foreignFormat, .encoded,
        .unknownPrefix, .mixedPrefixes, .unknownSender, .contradictorySender,
      ] + JSONProblem.Kind.allCases.map { .json($0) }

    /// The machine code.
    public var code: String {
      switch self {
      case .missingIdentifier: "enveloppe.id-absent"
      case .invalidIdentifier: "enveloppe.id-invalide"
      case .contradictoryIdentifiers: "enveloppe.ids-contradictoires"
      case .missingType: "enveloppe.type-absent"
      case .missingSource: "enveloppe.source-absente"
      case .unknownSpecVersion: "enveloppe.version-inconnue"
      case .invalidTime: "enveloppe.date-invalide"
      case .invalidSubject: "enveloppe.dossier-invalide"
      case .tooLong: "enveloppe.champ-trop-long"
      case .invalidField: "enveloppe.champ-invalide"
      case .tooLarge: "enveloppe.message-trop-grand"
      case .notStructured: "enveloppe.json-illisible"
      case .undeclaredStructure: "enveloppe.structure-non-declaree"
      case .batch: "enveloppe.lot"
      case .foreignFormat: "enveloppe.format"
      case .encoded: "enveloppe.codage"
      case .unknownPrefix: "enveloppe.prefixe-inconnu"
      case .mixedPrefixes: "enveloppe.prefixes-melanges"
      case .unknownSender: "enveloppe.expediteur-inconnu"
      case .contradictorySender: "enveloppe.expediteur-contradictoire"
      case .json(let kind): kind.rawValue
      }
    }

    /// The reason with that code.
    init?(code: String) {
      guard let reason = Self.allCases.first(where: { $0.code == code }) else { return nil }
      self = reason
    }
  }
}

extension EnvelopeDefect.Reason {
  /// What the sender must do, in French.
  ///
  /// - Parameter place: Which part of the envelope.
  // swift-format-ignore
  fileprivate func sentence(at place: String?) -> String {
    let found = place.map { " (\($0))" } ?? ""
    return switch self {
    case .missingIdentifier: "L'événement n'a pas d'identifiant (ce-id) : ajoutez-en un, unique."
    case .invalidIdentifier:
      "L'identifiant de l'événement (ce-id) est refusé : \(place ?? "il n'est pas lisible"). "
        + "Donnez-lui de 1 à 200 caractères visibles."
    case .contradictoryIdentifiers:
      "L'événement porte deux identifiants différents\(found) : n'en gardez qu'un."
    case .missingType: "L'événement n'a pas de type (ce-type) : indiquez-le."
    case .missingSource: "L'événement n'a pas de source (ce-source) : indiquez-la."
    case .unknownSpecVersion: "Seule la version 1.0 de CloudEvents est acceptée (ce-specversion)."
    case .invalidTime:
      "La date de l'événement (ce-time) est refusée : \(place ?? "ce n'est pas une date RFC 3339 valide")."
    case .invalidSubject: "Le dossier indiqué (ce-subject) n'est pas une référence d'Amont."
    case .tooLong: "Un champ de l'enveloppe dépasse 200 caractères\(found) : raccourcissez-le."
    case .invalidField:
      "Un champ de l'enveloppe n'est pas un texte lisible\(found) : écrivez-le en UTF-8, sans caractère de "
        + "contrôle."
    case .tooLarge: "Le message dépasse 256 Kio : envoyez un événement par message."
    case .notStructured: "Le corps n'est pas un événement CloudEvents lisible en JSON."
    case .undeclaredStructure:
      "Le corps est un événement CloudEvents complet, mais le type de contenu\(found) ne le dit pas : "
        + "déclarez application/cloudevents+json."
    case .batch: "Un lot d'événements n'est pas accepté : envoyez un événement par message."
    case .foreignFormat:
      "Le format du contenu\(found) n'est pas accepté : envoyez du JSON (application/json)."
    case .encoded:
      "Le contenu est compressé ou codé\(found) : envoyez le JSON tel quel, en UTF-8."
    case .unknownPrefix:
      "Le préfixe des en-têtes\(found) n'est pas connu : écrivez ce-id, ce-type, ce-source."
    case .mixedPrefixes:
      "Les en-têtes CloudEvents sont écrits de deux façons\(found) : n'en gardez qu'une, ce- de préférence."
    case .unknownSender:
      "Le message ne porte pas l'identité de l'expéditeur (user_id) : publiez avec votre compte."
    case .contradictorySender:
      "Le compte indiqué (user_id) n'est pas celui de l'échange\(found) : publiez sur votre propre échange."
    case .json(let kind): kind.sentence(at: place ?? "")
    }
  }
}
