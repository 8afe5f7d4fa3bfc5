import Contracts
import Vocabulary

/// What is wrong with a member: its code, and what a sender reads. Neither holds the value, save an
/// amount as euros where the sender must see what was understood.
enum FieldProblem: Error, Hashable {
  /// It is asked for, always or in this case.
  case absent(FieldRule.Condition?)
  /// Another JSON type was expected.
  case type(FieldType)
  /// A text that no enumeration has.
  case value([String])
  /// A text that is no date of the calendar.
  case date
  /// A text that is no date of birth.
  case birth
  /// A text that is no UUID.
  case uuid
  /// A number that is not whole, or beyond what a program can count.
  case notWhole
  /// An amount that is not in whole cents; what it would be, where that can be understood.
  case notCents(Cents?)

  /// A date after the day of reception.
  case future
  /// A date too far after the day of reception, or after another field.
  case tooFar(years: Int, after: String?)
  /// An act older than the prescription.
  case tooOld
  /// A date before 1900.
  case tooEarly
  /// A date before the one of another field, or less than so many days after it.
  case before(String, days: Int)
  /// A date after the one of another field.
  case after(String)

  /// A number outside of its bounds.
  case range(ClosedRange<Int>)
  /// An amount outside of its bounds.
  case amount(ClosedRange<Int>, Cents)
  /// A debt that no rent leaves.
  case noDebt(Cents)
  /// A list whose length is outside of its bounds.
  case count(ClosedRange<Int>)

  /// A text that is empty.
  case empty
  /// A text beyond that many characters.
  case tooLong(Int)
  /// A text with control characters.
  case controlCharacters
  /// A name without a letter, an address without letter or digit.
  case noLetter
  case siret, siren, commune, rg, allocataire, eventName
  /// The form of an INSEE code, and no commune of France has or had it.
  case noCommune
  /// A postcode of the département; the communes that have it.
  case postcode([Commune])
  /// The number of a person in the national register.
  case nir
  /// Not the dossier that the envelope names.
  case otherSubject
  /// The household is named by nothing.
  case nobody

  /// The machine code.
  var code: String {
    switch self {
    case .absent: "champ.absent"
    case .type: "champ.type"
    case .value, .eventName: "champ.valeur"
    case .date, .birth: "champ.date"
    case .notWhole: "champ.nombre"
    case .notCents: "champ.montant"
    case .future, .tooFar, .tooOld, .tooEarly, .before, .after, .range, .amount, .noDebt, .count:
      "champ.borne"
    case .tooLong: "champ.longueur"
    case .empty, .controlCharacters, .noLetter: "champ.texte"
    case .uuid, .siret, .siren, .commune, .rg, .allocataire: "champ.forme"
    case .noCommune, .postcode: "champ.commune"
    case .nir: "champ.nir"
    case .otherSubject: "champ.contradiction"
    case .nobody: Self.incomplete
    }
  }

  /// The code of an event that names no household.
  static let incomplete = "menage.incomplet"

  /// The French sentence about the member at that place.
  func sentence(at place: String) -> String {
    switch self {
    case .absent(nil): "Le champ \(place) est absent : ajoutez-le."
    case .absent(let condition?):
      "Le champ \(place) est absent : ajoutez-le, il est demandé quand \(condition.text)."
    case .nobody:
      "Indiquez dans menage une référence (dossier, bail, allocataire, rg, exploc, commandement) "
        + "ou locataires et logement."
    case .type, .value, .date, .birth, .uuid, .notWhole, .notCents, .future, .tooFar, .tooOld,
      .tooEarly, .before, .after, .range, .amount, .noDebt, .count, .empty, .tooLong,
      .controlCharacters, .noLetter, .siret, .siren, .commune, .rg, .allocataire, .eventName,
      .noCommune, .postcode, .nir, .otherSubject:
      "Le champ \(place) est refusé : \(reason)."
    }
  }

  /// The end of the sentence, without its full stop.
  private var reason: String {
    switch self {
    case .absent, .nobody: "il est absent"
    case .type(let type): type.expected + " est attendu"
    case .value(let words): "les valeurs admises sont " + words.joined(separator: ", ")
    case .date: "une date s'écrit AAAA-MM-JJ et doit exister"
    case .birth:
      "une date de naissance s'écrit AAAA-MM-JJ et doit exister, avec 00 pour un jour, ou un mois "
        + "et un jour, inconnus"
    case .uuid: "une référence de dossier est un UUID, comme 123e4567-e89b-12d3-a456-426614174000"
    case .notWhole: "un nombre entier est attendu, sans décimales"
    case .notCents(let amount):
      "un montant s'écrit en centimes, en nombre entier et sans guillemets"
        + (amount.map { " (\($0) s'écrit \($0.value))" } ?? "")
    case .future: "la date est postérieure au jour de réception"
    case .tooFar(let years, let field):
      "la date est trop lointaine, plus de \(years) an\(years > 1 ? "s" : "") après "
        + (field.map { "celle de \($0)" } ?? "le jour de réception")
    case .tooOld: "la date a plus de \(FieldBounds.yearsOfPrescription) ans (loi 89-462 art. 7-1)"
    case .tooEarly: "la date est antérieure à 1900"
    case .before(let field, 0): "la date précède celle de \(field)"
    case .before(let field, let days) where days < 0:
      "la date précède de plus de \(-days) jours celle de \(field)"
    case .before(let field, _): "la date précède celle de \(field), ou est la même"
    case .after(let field): "la date suit celle de \(field)"
    case .range(let range), .count(let range):
      "le nombre doit être compris entre \(range.lowerBound) et \(range.upperBound)"
    case .amount(let range, let amount) where range.lowerBound == range.upperBound:
      "le montant, en centimes, doit être \(range.lowerBound) ; celui-ci vaut \(amount)"
    case .amount(let range, let amount):
      "le montant, en centimes, doit être compris entre \(range.lowerBound) et "
        + "\(range.upperBound) ; celui-ci vaut \(amount)"
    case .noDebt(let amount):
      "un montant s'écrit en centimes : celui-ci vaut \(amount), moins d'un euro par mois impayé"
    case .empty: "le texte est vide"
    case .tooLong(let limit): "le texte dépasse \(limit) caractères"
    case .controlCharacters: "le texte contient des caractères de contrôle"
    case .noLetter: "le texte ne contient rien de lisible"
    case .siret: "un SIRET a 14 chiffres et une clé exacte"
    case .siren: "un SIREN a 9 chiffres et une clé exacte"
    case .commune: "un code commune INSEE a cinq caractères, comme 93066 ou 2A004"
    case .rg: "un numéro de répertoire général s'écrit AA/NNNNN"
    case .allocataire:
      "un numéro d'allocataire a de 1 à 7 chiffres, sans compter les zéros de gauche"
    case .noCommune: "aucune commune de France n'a ce code INSEE ; un code postal n'en est pas un"
    case .postcode(let communes):
      "c'est un code postal ; les codes INSEE de ses communes sont "
        + communes.prefix(Self.mostNamed).map { "\($0.insee) (\($0.name))" }
        .joined(separator: ", ")
    case .nir: "un NIR (numéro de sécurité sociale) ne doit pas être transmis à Amont"
    case .eventName: "c'est le nom d'un événement qui est attendu, comme signalement.cdp"
    case .otherSubject: "ce n'est pas le dossier indiqué dans l'enveloppe (ce-subject)"
    }
  }

  /// The values that are admitted, where they are a list.
  var admitted: [String]? {
    switch self {
    case .value(let words), .type(.enumeration(let words)): words
    case .eventName: EventKind.allCases.map(\.rawValue)
    case .postcode(let communes): communes.map(\.insee)
    case .absent, .type, .date, .birth, .uuid, .notWhole, .notCents, .future, .tooFar, .tooOld,
      .tooEarly, .before, .after, .range, .amount, .noDebt, .count, .empty, .tooLong,
      .controlCharacters, .noLetter, .siret, .siren, .commune, .rg, .allocataire, .noCommune,
      .nir, .otherSubject, .nobody:
      nil
    }
  }

  /// The most communes that a sentence names.
  private static let mostNamed = 12
}

extension FieldType {
  /// What is expected, in French, as the beginning of a sentence.
  var expected: String {
    switch self {
    case .text: "un texte entre guillemets"
    case .wholeNumber: "un nombre entier, sans guillemets,"
    case .cents: "un montant en centimes, nombre entier sans guillemets,"
    case .day: "un texte AAAA-MM-JJ qui est une date"
    case .birth: "un texte AAAA-MM-JJ qui est une date de naissance"
    case .dossier: "un UUID entre guillemets"
    case .boolean: "true ou false, sans guillemets,"
    case .enumeration(let words): "un texte parmi " + words.joined(separator: ", ")
    case .object: "un objet { … }"
    case .list: "un tableau [ … ]"
    }
  }
}

extension FieldRule.Condition {
  /// The condition in French.
  var text: String {
    let words = values.map { value in
      switch value {
      case .text(let text): text
      case .boolean(let flag): flag ? "true" : "false"
      case .absent: "absent"
      }
    }
    return "\(field) est \(words.joined(separator: " ou "))"
  }
}

extension JSONPointer {
  /// The place as a person writes it: `menage.locataires[0].nom`. Names are the sender's own, hence made
  /// printable and cut.
  var dotted: String {
    var text = ""
    for step in steps {
      switch step {
      case .element(let place): text += "[\(place)]"
      case .member(let name):
        let name = StorableText.printable(name, atMost: Self.longestName)
        text += (text.isEmpty ? "" : ".") + name
      }
    }
    return text.isEmpty ? "(racine)" : text
  }

  /// Characters of a member's name that are said.
  private static let longestName = 40
}
