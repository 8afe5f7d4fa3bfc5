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

  case empty
  /// A text beyond that many characters.
  case tooLong(Int)
  case controlCharacters
  /// A name without a letter, an address without letter or digit.
  case noLetter
  /// No single person is named.
  case noAgent
  case siret, siren, commune, rg, allocataire, hour, eventName
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

  var code: String { declared.code.word }

  /// The values that are admitted, where they are a list.
  var admitted: [String]? { declared.admitted }

  /// The French sentence about the member at that place.
  func sentence(at place: String) -> String {
    let declared = declared
    let what = declared.code == .absent ? "est absent : " : "est refusé : "
    return declared.code == .householdUnnamed
      ? declared.reason : "Le champ \(place) \(what)\(declared.reason)."
  }

  /// What is declared of a problem.
  private struct Declared {
    let code: Receipt.Problem.Code
    /// What to correct: the end of a sentence, without its full stop; the whole one where the place
    /// of the member says nothing.
    let reason: String
    var admitted: [String]?

    init(_ code: Receipt.Problem.Code, _ reason: String, admitted: [String]? = nil) {
      (self.code, self.reason, self.admitted) = (code, reason, admitted)
    }
  }

  // swift-format-ignore
  private var declared: Declared {
    switch self {
    case .absent(nil): Declared(.absent, "ajoutez-le")
    case .absent(let condition?): Declared(.absent, "ajoutez-le, il est demandé quand \(condition.text)")
    case .nobody:
      Declared(.householdUnnamed, "Indiquez dans menage une référence (dossier, bail, allocataire, rg, exploc, commandement) ou locataires et logement.")
    case .type(let type): Declared(.type, type.expected + " est attendu", admitted: type.words)
    case .value(let words): Declared(.value, "les valeurs admises sont " + words.joined(separator: ", "), admitted: words)
    case .eventName: Declared(.value, "c'est le nom d'un événement qui est attendu, comme signalement.cdp", admitted: EventKind.allCases.map(\.rawValue))
    case .date: Declared(.date, "une date s'écrit AAAA-MM-JJ et doit exister")
    case .birth: Declared(.date, "une date de naissance s'écrit AAAA-MM-JJ et doit exister, avec 00 pour un jour, ou un mois et un jour, inconnus")
    case .uuid: Declared(.form, "une référence de dossier est un UUID, comme 123e4567-e89b-12d3-a456-426614174000")
    case .notWhole: Declared(.number, "un nombre entier est attendu, sans décimales")
    case .notCents(let amount):
      Declared(.amount, "un montant s'écrit en centimes, en nombre entier et sans guillemets" + (amount.map { " (\($0) s'écrit \($0.value))" } ?? ""))
    case .future: Declared(.bounds, "la date est postérieure au jour de réception")
    case .tooFar(let years, let field):
      Declared(.bounds,
        "la date est trop lointaine, plus de \(years) an\(years > 1 ? "s" : "") après "
          + (field.map { "celle de \($0)" } ?? "le jour de réception"))
    case .tooOld: Declared(.bounds, "la date a plus de \(FieldBounds.yearsOfPrescription) ans (loi 89-462 art. 7-1)")
    case .tooEarly: Declared(.bounds, "la date est antérieure à 1900")
    case .before(let field, 0): Declared(.bounds, "la date précède celle de \(field)")
    case .before(let field, let days) where days < 0: Declared(.bounds, "la date précède de plus de \(-days) jours celle de \(field)")
    case .before(let field, _): Declared(.bounds, "la date précède celle de \(field), ou est la même")
    case .after(let field): Declared(.bounds, "la date suit celle de \(field)")
    case .range(let range), .count(let range): Declared(.bounds, "le nombre doit être compris entre \(range.lowerBound) et \(range.upperBound)")
    case .amount(let range, let amount) where range.lowerBound == range.upperBound:
      Declared(.bounds, "le montant, en centimes, doit être \(range.lowerBound) ; celui-ci vaut \(amount)")
    case .amount(let range, let amount):
      Declared(.bounds, "le montant, en centimes, doit être compris entre \(range.lowerBound) et \(range.upperBound) ; celui-ci vaut \(amount)")
    case .noDebt(let amount): Declared(.bounds, "un montant s'écrit en centimes : celui-ci vaut \(amount), moins d'un euro par mois impayé")
    case .empty: Declared(.text, "le texte est vide")
    case .tooLong(let limit): Declared(.length, "le texte dépasse \(limit) caractères")
    case .controlCharacters: Declared(.text, "le texte contient des caractères de contrôle")
    case .noLetter: Declared(.text, "le texte ne contient rien de lisible")
    case .noAgent: Declared(.text, "le prénom et le nom d'une personne sont attendus, jamais un organisme, une fonction ni un compte")
    case .siret: Declared(.form, "un SIRET a 14 chiffres et une clé exacte")
    case .siren: Declared(.form, "un SIREN a 9 chiffres et une clé exacte")
    case .commune: Declared(.form, "un code commune INSEE a cinq caractères, comme 93066 ou 2A004")
    case .rg: Declared(.form, "un numéro de répertoire général s'écrit AA/NNNNN")
    case .hour: Declared(.form, "une heure s'écrit HH:MM, de 00:00 à 23:59")
    case .allocataire: Declared(.form, "un numéro d'allocataire a de 1 à 7 chiffres, sans compter les zéros de gauche")
    case .noCommune: Declared(.commune, "aucune commune de France n'a ce code INSEE ; un code postal n'en est pas un")
    case .postcode(let communes):
      Declared(.commune,
        "c'est un code postal ; les codes INSEE de ses communes sont "
          + communes.prefix(Self.mostNamed).map { "\($0.insee) (\($0.name))" }
          .joined(separator: ", "), admitted: communes.map(\.insee))
    case .nir: Declared(.nir, "un NIR (numéro de sécurité sociale) ne doit pas être transmis à Amont")
    case .otherSubject: Declared(.contradiction, "ce n'est pas le dossier indiqué dans l'enveloppe (ce-subject)")
    }
  }

  /// The most communes that a sentence names.
  private static let mostNamed = 12
}

extension FieldType {
  /// The values of an enumeration.
  var words: [String]? {
    guard case .enumeration(let words) = self else { return nil }
    return words
  }

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
  /// The place as a person writes it: `menage.locataires[0].nom`. Names are the sender's own, hence
  /// made printable and cut.
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
