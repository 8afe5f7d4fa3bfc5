public import Vocabulary

/// The codes and laws whose versions the index holds. The raw value is the index's own name.
public enum LegalCode: String, Sendable, Hashable, CaseIterable {
  /// Code des procédures civiles d'exécution.
  case cpce
  /// Code de justice administrative.
  case cja
  /// Code de l'organisation judiciaire.
  case coj
  /// Code civil.
  case civil = "cc"
  /// Code des relations entre le public et l'administration.
  case crpa
  /// Code de la construction et de l'habitation.
  case cch
  /// Code de procédure civile.
  case cpc
  /// Code de la consommation.
  case conso
  /// The law of 6 July 1989 on leases.
  case lease = "loi-89-462"
  /// The law of 31 May 1990 on the right to housing.
  case housingRight = "loi-90-449"

  /// How a citation begins, as the rule book writes it.
  public var citation: String {
    switch self {
    case .cpce: "CPCE"
    case .cja: "CJA"
    case .coj: "COJ"
    case .civil: "C. civ."
    case .crpa: "CRPA"
    case .cch: "CCH"
    case .cpc: "CPC art."
    case .conso: "C. consom."
    case .lease: "loi 89-462, art."
    case .housingRight: "loi 90-449, art."
    }
  }

  /// The day on which the code took over older texts as they stood; `nil` where it is older than
  /// anything that Amont is asked. A rule that begins on that day, or before, rests on them.
  public var codifiedOn: Day? {
    switch self {
    case .cpce: Day(year: 2012, month: 6, day: 1)
    case .crpa: Day(year: 2016, month: 1, day: 1)
    case .conso: Day(year: 2016, month: 7, day: 1)
    case .cja, .coj, .civil, .cch, .cpc, .lease, .housingRight: nil
    }
  }
}
