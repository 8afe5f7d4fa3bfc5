import LegalCalendar
public import Vocabulary

/// Amounts of euros.
public enum AmountParameter: CaseIterable, Sendable {
  case lowestLeftPerDay, keptPerMonth, fslDebtCeiling, fslResourceCeiling, rsa, negligibleDebts,
    smallArrears, instalment, aidArrears
}

extension AmountParameter: CharteParameter {
  // swift-format-ignore
  /// The table: place in the file, default, meaning, source, certainty.
  public var row: ParameterRow<Cents> {
    switch self {
    case .lowestLeftPerDay: ParameterRow("capacite.reste-a-vivre-par-jour", Cents(1_000), "reste à vivre minimal par unité de consommation et par jour (T2)", "usage local", .low)
    case .keptPerMonth: ParameterRow("capacite.reserve-par-mois", Cents(30_000), "somme laissée au ménage par unité de consommation et par mois avant tout remboursement", "usage local", .low)
    case .fslDebtCeiling: ParameterRow("fsl.plafond-dette", Cents(500_000), "dette la plus élevée que prend le FSL", "règlement intérieur du FSL", .parameter)
    case .fslResourceCeiling: ParameterRow("fsl.plafond-ressources", Cents(120_000), "ressources par unité de consommation et par mois au-delà desquelles le FSL n'aide pas", "règlement intérieur du FSL", .parameter)
    case .rsa: ParameterRow("capacite.rsa", Cents(54_548), "RSA d'une personne seule, qu'un plan de la Banque de France laisse au ménage", "C. consom. L731-2 ; montant de septembre 2017", .medium)
    case .negligibleDebts: ParameterRow("apurement.autres-dettes-negligees", Cents(0), "autres dettes en deçà desquelles un surendettement n'est pas proposé", "usage local", .parameter)
    case .smallArrears: ParameterRow("apurement.petit-impaye", Cents(10_000), "impayé d'APL en deçà duquel les délais sont réduits", "CCH R351-30 e", .parameter)
    case .instalment: ParameterRow("apurement.mensualite-proposee", Cents(7_000), "mensualité proposée quand 36 mois la permettent", "usage local", .parameter)
    case .aidArrears: ParameterRow("points-incertains.decret-2026-84.montant", Cents(45_000), "dette au-delà de laquelle l'impayé d'APL est constitué", "décret 2026-84", .medium)
    }
  }

  /// The largest amount, in cents: one million euros.
  public static let largest = 100_000_000

  /// The smallest amount, in cents.
  private var smallest: Int {
    switch self {
    case .negligibleDebts, .smallArrears: 0
    case .lowestLeftPerDay, .keptPerMonth, .fslDebtCeiling, .fslResourceCeiling, .rsa, .instalment,
      .aidArrears:
      1
    }
  }

  public var expected: String {
    "un montant de \(text(of: Cents(smallest))) à 1000000 € : « 450 € » ou « 12,50 € »"
  }

  /// Reads `12,50 €`.
  public func value(of text: String) -> Cents? {
    guard let cents = WrittenQuantity.hundredths(of: text, units: ["€", "euros", "euro"]),
      (smallest...Self.largest).contains(cents)
    else { return nil }
    return Cents(cents)
  }

  /// Writes `12,50 €`.
  public func text(of value: Cents) -> String {
    WrittenQuantity.text(ofHundredths: value.value) + " €"
  }
}
