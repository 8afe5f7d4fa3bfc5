public import Vocabulary

/// `contact.resultat`: what came of an attempt to meet the household.
public struct ContactResultat: Codable, Sendable, Hashable {
  /// How the household was sought. A carence needs two different ones, a letter among them.
  public enum Canal: String, CaseIterable, Codable, Sendable {
    case courrier, telephone, sms, visite
    case rendezVous = "rendez-vous"
  }
  /// What came of it.
  public enum Resultat: String, CaseIterable, Codable, Sendable {
    case rencontre
    case sansReponse = "sans-reponse"
    case refus, parti
  }
  /// The day of the attempt.
  public var date: Day
  /// The channel.
  public var canal: Canal
  /// The result.
  public var resultat: Resultat

  /// A result made of its parts.
  public init(date: Day, canal: Canal, resultat: Resultat) {
    self.date = date
    self.canal = canal
    self.resultat = resultat
  }
}

/// `diagnostic.initial` and `dsf.transmis`: what the social worker and the household established.
/// Monthly amounts in cents.
public struct Diagnostic: Codable, Sendable, Hashable {
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

  /// A diagnosis made of its parts.
  public init(
    date: Day, ressources: Cents?, aide: Cents, loyer: Cents, charges: Cents, charges_fixes: Cents,
    dette: Cents, autres_dettes: Cents, adultes: Int, enfants: Int, loyer_repris: Bool,
    souhaite_rester: Bool
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
  }
}
