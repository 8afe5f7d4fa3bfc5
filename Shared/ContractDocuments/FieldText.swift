import Contracts

/// What a member may hold, for people: its form, then all that is asked of it.
enum FieldText {
  static func text(of field: EventField) -> [String] {
    let unit = field.unit.map { ", en \($0.rawValue)" } ?? ""
    return [form(field.type) + unit]
      + field.rules.flatMap { rule in
        [bound(rule.demand), FieldSchema.sentence(rule.demand)].compactMap { $0 }
          .map { rule.inItsCase($0) }
      }
  }

  private static func form(_ type: FieldType) -> String {
    switch type {
    case .text: "texte"
    case .wholeNumber, .cents: "nombre entier"
    case .day: "date"
    case .birth: "date, 00 pour un jour ou un mois inconnu"
    case .dossier: "UUID"
    case .boolean: "true ou false"
    case .enumeration(let words): words.joined(separator: " | ")
    case .object: "objet"
    case .list: "tableau"
    }
  }

  /// What the schema says by a keyword.
  private static func bound(_ demand: FieldRule.Demand) -> String? {
    switch demand {
    case .present: "obligatoire"
    case .amount(let range), .number(let range):
      range.lowerBound == range.upperBound
        ? "\(range.lowerBound)" : "de \(range.lowerBound) à \(range.upperBound)"
    case .count(let range): "de \(range.lowerBound) à \(range.upperBound) éléments"
    case .text(let most), .name(let most), .person(let most), .agent(let most),
      .reference(let most),
      .street(let most):
      "une ligne, \(most) caractères au plus"
    case .prose(let most): "\(most) caractères au plus"
    case .siret: "14 chiffres"
    case .siren: "9 chiffres"
    case .commune: "code commune INSEE, 5 caractères"
    case .rg: "AA/NNNNN"
    case .allocataire: "1 à 7 chiffres, sans compter les zéros de gauche"
    case .hour: "heure HH:MM"
    case .eventName: "nom d'un événement"
    case .payload: "contenu d'un événement, en JSON"
    case .act, .past, .ahead, .since, .notBefore, .notAfter, .usual, .usualDebt: nil
    }
  }
}
