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
