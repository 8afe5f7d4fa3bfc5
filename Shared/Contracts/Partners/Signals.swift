public import Vocabulary

// The events by which a third party tells Amont of a household in difficulty. Amounts are whole
// cents; members are French because partners write them.

/// `signalement.cdp`: a huissier signals a commandement de payer (loi 89-462 art. 24 I).
public struct SignalementCDP: Codable, Sendable, Hashable {
  /// The day on which the act was served.
  public var acte: Day
  /// The debt by the act's décompte, in cents.
  public var dette: Cents
  /// The monthly rent without charges, in cents.
  public var loyer: Cents
  /// The monthly charges, in cents.
  public var charges: Cents
  /// Months of uninterrupted arrears.
  public var mois_impayes: Int
  /// The day on which the lease was concluded: it decides the version of the delay.
  public var bail_du: Day?

  /// A signal made of its parts.
  public init(
    acte: Day, dette: Cents, loyer: Cents, charges: Cents, mois_impayes: Int, bail_du: Day? = nil
  ) {
    self.acte = acte
    self.dette = dette
    self.loyer = loyer
    self.charges = charges
    self.mois_impayes = mois_impayes
    self.bail_du = bail_du
  }
}

/// `signalement.impaye_apl`, `saisine.bailleur_pm`, `saisine.libre`: arrears, before any act.
public struct SignalementImpaye: Codable, Sendable, Hashable {
  /// The day on which the arrears were constituted, or of the saisine.
  public var date: Day
  /// The debt, in cents.
  public var dette: Cents
  /// The monthly rent without charges, in cents.
  public var loyer: Cents
  /// The monthly charges, in cents.
  public var charges: Cents
  /// The monthly housing aid, in cents.
  public var aide: Cents?
  /// Whether the aid is paid to the landlord.
  public var tiers_payant: Bool?

  /// A signal made of its parts.
  public init(
    date: Day, dette: Cents, loyer: Cents, charges: Cents, aide: Cents? = nil,
    tiers_payant: Bool? = nil
  ) {
    self.date = date
    self.dette = dette
    self.loyer = loyer
    self.charges = charges
    self.aide = aide
    self.tiers_payant = tiers_payant
  }
}
