public import Vocabulary

/// `diagnostic.initial` and `dsf.transmis`: what the social worker and the household established.
/// Monthly amounts in cents. Indicators propose; `conclusion` is a named human's word (RGPD art.
/// 22).
public struct Diagnostic: Codable, Sendable, Hashable {
  /// What the worker concludes on the capacité de maintien (instruction § 2.1).
  public enum Conclusion: String, CaseIterable, Codable, Sendable {
    case maintien
    case maintienSousCondition = "maintien-sous-condition"
    case relogement, indetermine
  }
  /// The day of the diagnosis.
  public var date: Day
  /// Net monthly resources without housing aid; absent when the household could not say.
  public var ressources: Cents?
  /// Monthly housing aid.
  public var aide: Cents
  /// Monthly rent without charges.
  public var loyer: Cents
  /// Monthly rental charges.
  public var charges: Cents
  /// Other fixed charges: energy, insurance, taxes, credits, alimony, transport to work.
  public var charges_fixes: Cents
  /// The rent debt that day.
  public var dette: Cents
  /// Debts other than rent.
  public var autres_dettes: Cents
  /// Persons of 14 or more.
  public var adultes: Int
  /// Children under 14.
  public var enfants: Int
  /// Whether the full current rent is paid again.
  public var loyer_repris: Bool
  /// Whether the household wishes to stay.
  public var souhaite_rester: Bool
  /// The worker's own conclusion; without it the service proposes, and a human confirms.
  public var conclusion: Conclusion?
  /// Who establishes it: the name of the body and the function, never of the household.
  public var auteur: String?
  /// The sections of the national form (décret 2021-8 art. 2, arrêté of 23 August 2022).
  public var rubriques: Rubriques?

  /// An event made of its parts.
  public init(
    date: Day, ressources: Cents? = nil, aide: Cents, loyer: Cents, charges: Cents,
    charges_fixes: Cents, dette: Cents, autres_dettes: Cents, adultes: Int, enfants: Int,
    loyer_repris: Bool, souhaite_rester: Bool, conclusion: Conclusion? = nil, auteur: String? = nil,
    rubriques: Rubriques? = nil
  ) {
    self.date = date
    self.ressources = ressources
    self.aide = aide
    self.loyer = loyer
    self.charges = charges
    self.charges_fixes = charges_fixes
    self.dette = dette
    self.autres_dettes = autres_dettes
    self.adultes = adultes
    self.enfants = enfants
    self.loyer_repris = loyer_repris
    self.souhaite_rester = souhaite_rester
    self.conclusion = conclusion
    self.auteur = auteur
    self.rubriques = rubriques
  }
}

/// The sections of a DSF that are not amounts (décret 2021-8 art. 2). Facts only, no health detail
/// without the person's agreement (RGPD art. 5 and 9).
public struct Rubriques: Codable, Sendable, Hashable {
  /// Whether the tenant took part.
  public var locataire_present: Bool?
  /// The day on which tenant and landlord were told until when to make observations.
  public var contradictoire_le: Day?
  /// The last day for observations.
  public var observations_jusque: Day?
  /// The tenant's observations.
  public var observations_locataire: String?
  /// The landlord's observations.
  public var observations_bailleur: String?
  /// The worker's recommendations.
  public var preconisations: String?
  /// The family situation, in factual terms.
  public var situation_familiale: String?
  /// Work and resources, in factual terms.
  public var situation_professionnelle: String?
  /// Social, legal or judicial accompaniment under way.
  public var accompagnement: String?
  /// The housing situation: décence, insurance, over-occupation.
  public var logement: String?
  /// Why the debt arose.
  public var causes: String?
  /// Where the FSL stands.
  public var fsl: Etape?
  /// Where a surendettement stands; never shown to the landlord before recevabilité (L721-3).
  public var surendettement: Etape?
  /// The national number of the demand for social housing.
  public var demande_logement: String?
  /// Whether the legal aid is asked for.
  public var aide_juridictionnelle: Bool?
  /// Whether the debt is contested.
  public var dette_contestee: Bool?

  /// Where a scheme stands.
  public enum Etape: String, CaseIterable, Codable, Sendable {
    case nonSouhaite = "non-souhaite"
    case envisage, depose, refuse, recevable, accorde
  }

  /// Sections; each is optional.
  public init() {}
}
