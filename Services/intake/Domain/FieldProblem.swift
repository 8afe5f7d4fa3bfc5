/// What is wrong with a field, as the end of a French sentence.
public enum FieldProblem: Sendable, Hashable {
  /// Another JSON type was expected.
  case type
  /// The JSON type is right, not what it says: an impossible date, an unknown word.
  case value
  /// A number that is not whole, or beyond what a program can count.
  case wholeNumber
  /// A date after the day of reception.
  case future
  /// A date too far ahead.
  case tooFar
  /// An act older than the prescription.
  case tooOld
  /// A date before 1900.
  case tooEarly
  /// A date before the one of another field.
  case before(String)
  /// A number outside of its bounds.
  case range(ClosedRange<Int>)
  /// An amount, in cents, outside of its bounds.
  case amount(ClosedRange<Int>)
  /// A text that is empty.
  case empty
  /// A text beyond that many characters.
  case tooLong(Int)
  /// A text with control characters.
  case controlCharacters
  /// A list whose length is outside of its bounds.
  case count(ClosedRange<Int>)
  /// Not a SIRET.
  case siret
  /// Not a SIREN.
  case siren
  /// Not an INSEE code of a commune.
  case insee
  /// Not a number of the répertoire général.
  case rg
  /// Not an allocataire's number.
  case allocataire
  /// A name without a letter, an address without letter or digit.
  case noLetter
  /// Not the dossier that the envelope names.
  case otherSubject

  /// The end of the sentence, without its full stop.
  public var sentence: String {
    switch self {
    case .type: "ce n'est pas le type JSON attendu"
    case .value: "la valeur n'est pas reconnue (une date s'écrit AAAA-MM-JJ et doit exister)"
    case .wholeNumber: "un nombre entier est attendu, en centimes pour un montant"
    case .future: "la date est postérieure au jour de réception"
    case .tooFar: "la date est trop lointaine"
    case .tooOld:
      "la date a plus de \(Bounds.yearsOfPrescription) ans (loi 89-462 art. 7-1)"
    case .tooEarly: "la date est antérieure à 1900"
    case .before(let field): "la date précède celle de \(field)"
    case .range(let range), .count(let range):
      "le nombre doit être compris entre \(range.lowerBound) et \(range.upperBound)"
    case .amount(let range):
      "le montant, en centimes, doit être compris entre \(range.lowerBound) et "
        + "\(range.upperBound)"
    case .empty: "le texte est vide"
    case .tooLong(let limit): "le texte dépasse \(limit) caractères"
    case .controlCharacters: "le texte contient des caractères de contrôle"
    case .siret: "un SIRET a 14 chiffres et une clé exacte"
    case .siren: "un SIREN a 9 chiffres et une clé exacte"
    case .insee: "un code commune INSEE a cinq caractères, comme 93066 ou 2A004"
    case .rg: "un numéro de répertoire général s'écrit AA/NNNNN"
    case .allocataire: "un numéro d'allocataire a de 1 à 7 chiffres"
    case .noLetter: "le texte ne contient rien de lisible"
    case .otherSubject: "ce n'est pas le dossier indiqué dans l'enveloppe (ce-subject)"
    }
  }
}
