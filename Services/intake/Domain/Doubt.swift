public import Contracts
public import Vocabulary

/// Two dossiers that may be one household, or one that may be two: an operator decides, never Amont.
public struct Doubt: Sendable, Hashable {
  /// Why an operator must look. The raw value stands in the database.
  public enum Reason: String, CaseIterable, Sendable {
    /// Two references of one event belong to two dossiers.
    case referencesContradictoires = "references-contradictoires"
    /// The references belong to one dossier, the person and address to another.
    case personneDansAutreDossier = "personne-dans-autre-dossier"
    /// Same name and street, other birth date: two persons.
    case homonyme
    /// Same name and street, other stairs or door.
    case autreLogement = "autre-logement"
    /// Same name, birth date or allocataire, other address: perhaps a removal.
    case memePersonneAutreAdresse = "meme-personne-autre-adresse"
    /// Same dwelling, other surname: colocation, sub-tenant, next tenant.
    case memeLogementAutreNom = "meme-logement-autre-nom"
    /// Several dossiers answer to the person and the address of one event.
    case plusieursDossiers = "plusieurs-dossiers"
    /// A reference of one dossier was used for other persons, or another address: it stayed apart.
    case referenceContredite = "reference-contredite"
  }

  /// The dossier that the event went to.
  public let household: HouseholdID
  /// The other one.
  public let other: HouseholdID
  /// Why.
  public let reason: Reason
  /// The day on which it arose.
  public let openedOn: Day

  /// A doubt made of its parts.
  public init(household: HouseholdID, other: HouseholdID, reason: Reason, openedOn: Day) {
    self.household = household
    self.other = other
    self.reason = reason
    self.openedOn = openedOn
  }
}

/// An account that acts on a dossier, and nothing shows what ties it to that household.
public struct UnprovenRelation: Sendable, Hashable {
  /// The dossier.
  public let household: HouseholdID
  /// The broker account.
  public let account: String
  /// What it is.
  public let genre: PartnerKind
  /// The day on which it first acted.
  public let openedOn: Day

  /// A relation that nothing shows.
  public init(household: HouseholdID, account: String, genre: PartnerKind, openedOn: Day) {
    self.household = household
    self.account = account
    self.genre = genre
    self.openedOn = openedOn
  }
}
