import Contracts
import Vocabulary

// What a receipt says is expected of a member, beside what is wrong with it.
extension EventField {
  /// What is expected, in French.
  var expectation: String? {
    for rule in rules {
      if let form = rule.demand.form { return form }
    }
    return type.short
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

  /// The values that are admitted, where they are a list.
  var admitted: [String]? { type.words }
}

extension EventCheck {
  /// The bounds of a member that its rules know without the other members: what they know from
  /// these would repeat a value of the event.
  func bounds(of field: EventField) -> Receipt.Bounds? {
    for rule in field.rules where holds(rule.condition) {
      switch rule.demand {
      case .amount(let range), .number(let range), .count(let range):
        return Receipt.Bounds(
          minimum: .number(range.lowerBound), maximum: .number(range.upperBound))
      case .act:
        return today.map { today in
          Receipt.Bounds(
            minimum: .day(today.adding(years: -FieldBounds.yearsOfPrescription)),
            maximum: .day(today))
        }
      case .past:
        return Receipt.Bounds(minimum: .day(MemberForms.earliest), maximum: today.map { .day($0) })
      case .ahead:
        return today.map { today in
          Receipt.Bounds(
            minimum: .day(today.adding(years: -FieldBounds.yearsOfPrescription)),
            maximum: .day(today.adding(years: FieldBounds.yearsAhead)))
        }
      case .present, .since, .notBefore, .notAfter, .usual, .usualDebt, .text, .prose, .name,
        .person, .agent, .reference, .street, .siret, .siren, .commune, .rg, .allocataire, .hour,
        .eventName, .payload:
        continue
      }
    }
    return nil
  }
}

extension FieldRule.Demand {
  /// The form that is expected, in French; `nil` for a rule that gives none.
  fileprivate var form: String? {
    switch self {
    case .text(let most), .name(let most), .person(let most), .agent(let most),
      .reference(let most),
      .street(let most):
      "texte d'une ligne, \(most) caractères au plus"
    case .prose(let most): "texte, \(most) caractères au plus"
    case .siret: "SIRET : 14 chiffres"
    case .siren: "SIREN : 9 chiffres"
    case .commune: "code commune INSEE : 5 caractères"
    case .rg: "numéro de répertoire général : AA/NNNNN"
    case .allocataire: "numéro d'allocataire : 1 à 7 chiffres, sans compter les zéros de gauche"
    case .hour: "heure HH:MM"
    case .eventName: "nom d'un événement"
    case .payload: "contenu corrigé, en JSON, dans un texte"
    case .since(let field, let days, let years):
      "date AAAA-MM-JJ, " + (days > 0 ? "après \(field), " : "")
        + (days == 0 ? "à partir de \(field), " : "")
        + (days < 0 ? "\(-days) jours avant \(field) au plus, " : "")
        + "\(years) an\(years > 1 ? "s" : "") après au plus"
    case .present, .act, .past, .ahead, .notBefore, .notAfter, .amount, .usual, .usualDebt,
      .number, .count:
      nil
    }
  }
}

extension FieldType {
  /// The type in a few words of French.
  fileprivate var short: String {
    switch self {
    case .text: "texte"
    case .wholeNumber: "nombre entier"
    case .cents: "montant en centimes, nombre entier"
    case .day: "date AAAA-MM-JJ"
    case .birth: "date AAAA-MM-JJ, 00 pour un jour ou un mois inconnu"
    case .dossier: "UUID"
    case .boolean: "true ou false"
    case .enumeration: "l'une des valeurs admises"
    case .object: "objet"
    case .list: "tableau"
    }
  }
}
