import Contracts
import Vocabulary

/// A household of a scenario: like no other, so that none is taken for another. Everything is
/// invented.
struct Household {
  private let number: Int

  init(_ number: Int) { self.number = number }

  /// What a partner writes that names it in full.
  func identification(_ landlord: Landlord.Kind, commune: String) -> Identification {
    let isSocial = landlord == .personneMoraleSociale
    return Identification(
      bail: isSocial
        ? LeaseReference(siret: "55200000200014", contrat: "SC-\(10_000 + number)") : nil,
      commandement: isSocial
        ? nil : NoticeReference(etude: "etude-martin", reference: "SC-\(10_000 + number)"),
      locataires: [
        Person(
          nom: "Scène " + letters, prenom: "Camille",
          naissance: Day(year: 1960 + number % 35, month: 1 + number % 12, day: 1 + number % 28)
            .map(BirthDate.day))
      ],
      logement: Dwelling(insee: commune, voie: "\(number + 1) rue des Lilas"),
      bailleur: Landlord(type: landlord))
  }

  /// What a partner calls it in its own files.
  func reference(_ landlord: Landlord.Kind) -> String? {
    let full = identification(landlord, commune: "93008")
    return full.bail?.contrat ?? full.commandement?.reference
  }

  /// Names hold no digits.
  private var letters: String {
    String(number).map { digit in
      String(UnicodeScalar(UInt8(ascii: "a") + UInt8(digit.wholeNumberValue ?? 0)))
    }.joined()
  }
}
