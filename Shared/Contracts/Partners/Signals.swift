public import Vocabulary

// The events by which a third party tells Amont of a household in difficulty. Amounts are whole
// cents; members are French because partners write them.

/// Why a landlord wants the household to leave. The instruction aims at every motive (§ II); a DSF is
/// due by law for rent debt only (loi 89-462 art. 24 III).
public enum Motif: String, CaseIterable, Codable, Sendable {
  case impaye, conge, troubles, autre
}

/// How an act was served; a day of service is that of the first remise, or of the procès-verbal
/// (CPC art. 653 to 670-1).
public enum ModeDeSignification: String, CaseIterable, Codable, Sendable {
  case personne, domicile, etude
  /// Procès-verbal de recherches infructueuses (CPC art. 659).
  case recherches = "659"
}

/// The delay that a commandement de payer states. It counts where the lease was renewed since
/// 29 July 2023, a case that the texts leave open.
public enum DelaiDuCommandement: String, CaseIterable, Codable, Sendable {
  case deuxMois = "deux-mois"
  case sixSemaines = "six-semaines"
}

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
  /// The delay written in the act.
  public var delai: DelaiDuCommandement?
  /// How the act was served.
  public var mode: ModeDeSignification?
  /// The day on which it was served on the guarantor (15 days, art. 24 I).
  public var caution_signifiee: Day?

  /// An event made of its parts.
  public init(
    acte: Day, dette: Cents, loyer: Cents, charges: Cents, mois_impayes: Int, bail_du: Day? = nil,
    delai: DelaiDuCommandement? = nil, mode: ModeDeSignification? = nil,
    caution_signifiee: Day? = nil
  ) {
    self.acte = acte
    self.dette = dette
    self.loyer = loyer
    self.charges = charges
    self.mois_impayes = mois_impayes
    self.bail_du = bail_du
    self.delai = delai
    self.mode = mode
    self.caution_signifiee = caution_signifiee
  }
}

/// `signalement.impaye_apl`, `saisine.bailleur_pm`, `saisine.libre`: a household in difficulty,
/// before any act.
public struct SignalementImpaye: Codable, Sendable, Hashable {
  /// The day of the signal or of the saisine.
  public var date: Day
  /// The debt, in cents; zero where the motive is another one.
  public var dette: Cents
  /// The monthly rent without charges, in cents.
  public var loyer: Cents
  /// The monthly charges, in cents.
  public var charges: Cents
  /// The monthly housing aid, in cents.
  public var aide: Cents?
  /// Whether the aid is paid to the landlord.
  public var tiers_payant: Bool?
  /// The day on which the arrears reached the threshold of the aid (APL.impaye).
  public var constitue_le: Day?
  /// The motive; rent debt where absent.
  public var motif: Motif?
  /// The day on which the lease was concluded.
  public var bail_du: Day?

  /// An event made of its parts.
  public init(
    date: Day, dette: Cents, loyer: Cents, charges: Cents, aide: Cents? = nil,
    tiers_payant: Bool? = nil, constitue_le: Day? = nil, motif: Motif? = nil, bail_du: Day? = nil
  ) {
    self.date = date
    self.dette = dette
    self.loyer = loyer
    self.charges = charges
    self.aide = aide
    self.tiers_payant = tiers_payant
    self.constitue_le = constitue_le
    self.motif = motif
    self.bail_du = bail_du
  }
}
