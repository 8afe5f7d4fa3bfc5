public import Vocabulary

// The events by which a third party tells Amont of a household in difficulty. Amounts are whole
// cents; members are French because partners write them.

/// Why a landlord wants the household to leave. The instruction aims at every motive (§ II); a DSF
/// is due by law for rent debt only (loi 89-462 art. 24 III).
public enum Motif: String, CaseIterable, Codable, Sendable {
  case impaye, conge, troubles, autre
  /// The clause on insurance (loi 89-462 art. 7 g).
  case assurance
  /// The dwelling is held to be abandoned (loi 89-462 art. 14-1).
  case abandon
  /// An entry by voie de fait (CPCE L412-3).
  case squat
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
  public var acte: Day
  public var dette: Cents
  public var loyer: Cents
  public var charges: Cents
  public var mois_impayes: Int
  /// The day on which the lease was concluded: it decides the version of the delay.
  public var bail_du: Day?
  public var delai: DelaiDuCommandement?
  public var mode: ModeDeSignification?
  /// The day on which it was served on the guarantor (15 days, art. 24 I).
  public var caution_signifiee: Day?
  /// The day on which the first of the terms that are unpaid was due.
  public var premier_impaye: Day?
  public var type_bail: TypeDeBail?

  public init(
    acte: Day, dette: Cents, loyer: Cents, charges: Cents, mois_impayes: Int, bail_du: Day? = nil,
    delai: DelaiDuCommandement? = nil, mode: ModeDeSignification? = nil,
    caution_signifiee: Day? = nil, premier_impaye: Day? = nil, type_bail: TypeDeBail? = nil
  ) {
    (self.acte, self.dette, self.loyer, self.charges) = (acte, dette, loyer, charges)
    (self.mois_impayes, self.bail_du, self.delai) = (mois_impayes, bail_du, delai)
    (self.mode, self.caution_signifiee) = (mode, caution_signifiee)
    (self.premier_impaye, self.type_bail) = (premier_impaye, type_bail)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let signalementCDP = EventDeclaration(.signalementCDP, PartnerEvent.signalementCDP, "Commandement de payer signifié au locataire", "loi 89-462, art. 24 I",
    from: [.huissier], to: [.sagaOrchestrator, .debtSettlement, .courtLiaison], opening: { .notice($0) }, example: #""acte":"2018-02-02","dette":298500,"loyer":60000,"charges":9000,"mois_impayes":4"#) {
    // The threshold of the préfet's arrêté (SIGNAL.seuil) is not asked: an early signal is welcome.
    member("acte", "Jour de la signification de l'acte", .act, .notBefore("bail_du"))
    member("dette", "Dette selon le décompte de l'acte", .amount(Bound.debt), .usual(Usual.debt), .usualDebt(rent: "loyer", months: "mois_impayes"))
    member("loyer", "Loyer mensuel sans les charges", .amount(Bound.rent), .usual(Usual.rent))
    member("charges", "Charges mensuelles", .amount(Bound.monthly), .usual(Usual.monthly))
    member("mois_impayes", "Mois d'impayés ininterrompus", in: .mois, .number(Bound.months))
    member("bail_du", "Jour de la conclusion du bail, qui décide du délai", .past)
    member("delai", "Délai écrit dans l'acte")
    member("mode", "Mode de signification")
    member("caution_signifiee", "Jour de la signification à la caution", .past,
      .since("acte", days: -Bound.daysGuarantorFirst, years: Bound.yearsGuarantorLate))
    member("premier_impaye", "Jour où le premier des termes impayés était dû", .past)
    member("type_bail", "Type de bail, qui décide des règles")
  }
}

/// `signalement.impaye_apl`, `saisine.bailleur_pm`, `saisine.libre`: a household in difficulty,
/// before any act.
public struct SignalementImpaye: Codable, Sendable, Hashable {
  public var date: Day
  /// The debt, in cents; zero where the motive is another one.
  public var dette: Cents
  public var loyer: Cents
  public var charges: Cents
  public var aide: Cents?
  public var tiers_payant: Bool?
  /// The day on which the arrears reached the threshold of the aid (APL.impaye).
  public var constitue_le: Day?
  public var motif: Motif?
  public var bail_du: Day?
  /// The day on which the first of the terms that are unpaid was due.
  public var premier_impaye: Day?
  public var type_bail: TypeDeBail?

  public init(
    date: Day, dette: Cents, loyer: Cents, charges: Cents, aide: Cents? = nil,
    tiers_payant: Bool? = nil, constitue_le: Day? = nil, motif: Motif? = nil, bail_du: Day? = nil,
    premier_impaye: Day? = nil, type_bail: TypeDeBail? = nil
  ) {
    (self.date, self.dette, self.loyer, self.charges) = (date, dette, loyer, charges)
    (self.aide, self.tiers_payant, self.constitue_le) = (aide, tiers_payant, constitue_le)
    (self.motif, self.bail_du) = (motif, bail_du)
    (self.premier_impaye, self.type_bail) = (premier_impaye, type_bail)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let signalementImpayeAPL = EventDeclaration(.signalementImpayeAPL, PartnerEvent.signalementImpayeAPL, "Impayé d'un allocataire de l'aide au logement", "CCH art. R824-1 ; instruction du 22 mars 2017, § 2.2 (3)",
    from: [.caf, .bailleurSocial, .bailleurPrive], to: [.sagaOrchestrator, .debtSettlement, .courtLiaison], opening: { .arrears($0, isSaisine: false) }, example: arrearsExample, members: arrears)

  static let saisineBailleurPM = EventDeclaration(.saisineBailleurPM, PartnerEvent.saisineBailleurPM, "Saisine de la CCAPEX par un bailleur personne morale", "loi 89-462, art. 24 II",
    from: [.bailleurSocial, .bailleurPrive], to: [.sagaOrchestrator, .debtSettlement, .courtLiaison], opening: { .arrears($0, isSaisine: true) }, example: arrearsExample, members: arrears)

  static let saisineLibre = EventDeclaration(.saisineLibre, PartnerEvent.saisineLibre, "Saisine de la CCAPEX par toute personne concernée", "instruction du 22 mars 2017, § II",
    from: [.menage, .ccas, .serviceSocial, .bailleurPrive, .antenne, .commissionMediation, .ccapex], to: [.sagaOrchestrator, .debtSettlement, .courtLiaison], opening: { .arrears($0, isSaisine: false) }, example: arrearsExample, members: arrears)

  private static let arrearsExample =
    #""date":"2018-01-29","dette":295000,"loyer":60000,"charges":9000"#

  /// What a signal before any act says, whoever sends it.
  @DeclaredMembers private static func arrears() -> [DeclaredMember] {
    member("date", "Jour du signalement ou de la saisine", .act, .notBefore("bail_du"))
    // A congé or troubles need no debt.
    member("dette", "Dette de loyer, zéro pour un autre motif", .usual(Usual.debt), .usualDebt(rent: "loyer", months: nil))
      .when("motif", [nil, Motif.impaye], .amount(Bound.debt))
      .when("motif", [Motif.conge, .troubles, .autre, .assurance, .abandon, .squat], .amount(Bound.anyDebt))
    member("loyer", "Loyer mensuel sans les charges", .amount(Bound.rent), .usual(Usual.rent))
    member("charges", "Charges mensuelles", .amount(Bound.monthly), .usual(Usual.monthly))
    member("aide", "Aide mensuelle au logement", .amount(Bound.monthly), .usual(Usual.monthly))
    member("tiers_payant", "L'aide est versée au bailleur")
    member("constitue_le", "Jour où l'impayé a atteint le seuil de l'aide", .past)
    member("motif", "Motif du bailleur, impayé s'il n'est pas dit")
    member("bail_du", "Jour de la conclusion du bail", .past)
    member("premier_impaye", "Jour où le premier des termes impayés était dû", .past)
    member("type_bail", "Type de bail, qui décide des règles")
  }
}
