import Contracts
import Vocabulary

/// A simulated household: who it is, what it owes, how its story goes. Everything is invented.
struct Persona: Sendable {
  let index: Int
  let fate: Fate
  let landlord: Landlord.Kind
  /// What partners write of it in a first signal.
  let identification: Identification
  let debt: Cents
  let rent: Cents
  let charges: Cents
  let resources: Cents
  let aid: Cents
  let adults: Int
  let children: Int
  /// The day of the first signal.
  let signalledOn: Day
  /// Whether a second partner signals it too.
  let isSignalledTwice: Bool
  /// Whether its first signal is published a second time, under the same identifier.
  let isPublishedTwice: Bool

  /// What a partner gets wrong in a signal of this household; `nil` for most.
  let mistake: Mistake?

  var isSocial: Bool { landlord == .personneMoraleSociale }
  var isReachable: Bool { fate != .silent }

  /// Draws a household. Signals are spread over `period` days from `start`.
  init(_ index: Int, seed: UInt64, communes: [String], start: Day, period: Int) {
    var dice = Dice(seed: seed, household: index, purpose: "persona")
    self.index = index
    // The first households go through every story, so that a small département shows them all.
    fate =
      index < Fate.allCases.count
      ? Fate.allCases[index]
      : dice.choice(Fate.allCases.map { ($0, weight: $0.weight) }) ?? .keepsPlan
    landlord =
      dice.choice([
        (.personneMoraleSociale, weight: 55), (.personnePhysique, weight: 38),
        (.sciFamiliale, weight: 7),
      ]) ?? .personnePhysique
    (rent, charges, debt, resources, aid) = Persona.budget(of: fate, &dice)
    (adults, children) = (dice.number(1...2), dice.number(0...3))
    signalledOn = start.adding(
      days: index < Fate.allCases.count ? index : dice.number(0...max(0, period - 1)))
    isSignalledTwice = dice.happens(12)
    isPublishedTwice = dice.happens(8)
    let isWrong = dice.happens(4)
    let drawn = Mistake.allCases.randomElement(using: &dice)
    // As with the stories, the first households show every mistake.
    mistake = index < Mistake.allCases.count ? Mistake.allCases[index] : isWrong ? drawn : nil
    identification = Persona.identify(index, seed, landlord, communes, &dice)
  }

  /// Draws who a household is whose story is told elsewhere.
  init(
    _ index: Int, seed: UInt64, communes: [String], fate: Fate, landlord: Landlord.Kind,
    signalledOn: Day
  ) {
    var dice = Dice(seed: seed, household: index, purpose: "persona")
    self.index = index
    self.fate = fate
    self.landlord = landlord
    self.signalledOn = signalledOn
    (rent, charges, debt, resources, aid) = Persona.budget(of: fate, &dice)
    (adults, children) = (dice.number(1...2), dice.number(0...3))
    (isSignalledTwice, isPublishedTwice, mistake) = (false, false, nil)
    identification = Persona.identify(index, seed, landlord, communes, &dice)
  }

  private static func budget(
    of fate: Fate, _ dice: inout Dice
  ) -> (rent: Cents, charges: Cents, debt: Cents, resources: Cents, aid: Cents) {
    let rent = Cents(dice.number(38_000...72_000))
    let charges = Cents(dice.number(5_000...12_000))
    // Above what the FSL pays, the debt is one for the commission de surendettement.
    let base = fate == .surendettement ? 500_000 : 0
    let debt = Cents(base + rent.value * dice.number(3...5) + dice.number(0...9_999))
    // A household that must move pays far too much; the others could pay their rent.
    let resources =
      fate == .rehousedEarly
      ? Cents(rent.value * 14 / 10) : Cents(rent.value * 4 + dice.number(0...20_000))
    return (rent, charges, debt, resources, Cents(dice.number(0...18_000)))
  }

  private static func identify(
    _ index: Int, _ seed: UInt64, _ landlord: Landlord.Kind, _ communes: [String],
    _ dice: inout Dice
  ) -> Identification {
    let year = dice.number(1950...1995)
    let birth = Day(year: year, month: dice.number(1...12), day: dice.number(1...28))
    let person = Person(
      nom: surnames[index % surnames.count] + " " + letters(index),
      prenom: firstNames[dice.number(0...(firstNames.count - 1))],
      naissance: birth.map(BirthDate.day))
    let commune = communes.isEmpty ? "93066" : communes[dice.number(0...(communes.count - 1))]
    let dwelling = Dwelling(
      insee: commune, voie: "\(index + 1) rue \(streets[dice.number(0...(streets.count - 1))])")
    let isSocial = landlord == .personneMoraleSociale
    return Identification(
      bail: isSocial
        ? LeaseReference(siret: "55200000200014", contrat: "L\(seed)-\(100_000 + index)") : nil,
      commandement: isSocial
        ? nil : NoticeReference(etude: "etude-martin", reference: "CDP-\(seed)-\(100_000 + index)"),
      locataires: [person], logement: dwelling, bailleur: Landlord(type: landlord))
  }

  /// A number in letters: names hold no digits.
  private static func letters(_ number: Int) -> String {
    var text = ""
    var left = number
    repeat {
      text.append(Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(left % 26))))
      left /= 26
    } while left > 0
    return text
  }

  /// What a social worker writes down.
  func diagnostic(on day: Day) -> Diagnostic {
    Diagnostic(
      date: day, ressources: resources, aide: aid, loyer: rent, charges: charges,
      charges_fixes: Cents(10_000), dette: debt, autres_dettes: .zero, adultes: adults,
      enfants: children, loyer_repris: fate != .breaksPlan,
      souhaite_rester: fate != .rehousedEarly, conclusion: conclusion)
  }

  /// What the social worker concludes: a dwelling above a third of the resources is too dear.
  private var conclusion: Diagnostic.Conclusion {
    let cost = max(rent.value + charges.value - aid.value, 0)
    if fate == .rehousedEarly || cost * 3 > resources.value { return .relogement }
    return fate == .breaksPlan ? .maintienSousCondition : .maintien
  }

  private static let surnames = [
    "Morel", "Diallo", "Lefebvre", "Nguyen", "Fernandes", "Haddad", "Petit", "Traoré", "Garnier",
    "Ben Amar", "Rousseau", "Kowalski", "Lambert", "Sissoko", "Faure", "Da Silva",
  ]
  private static let firstNames = [
    "Camille", "Aïcha", "Jean", "Fatou", "Louise", "Karim", "Hélène", "Moussa", "Nadia", "Paul",
    "Inès", "Thierry",
  ]
  private static let streets = [
    "des Lilas", "de la République", "Jean-Jaurès", "des Acacias", "Victor-Hugo", "du Moulin",
    "de Stalingrad", "Pasteur",
  ]
}
