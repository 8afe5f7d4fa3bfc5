public import Contracts
public import Vocabulary

/// Two dossiers that may be one household, or one that may be two: an operator decides, never
/// Amont.
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
  public let other: HouseholdID
  public let reason: Reason
  public let openedOn: Day
}

/// What is known of an account that acted on a dossier while nothing showed what ties it to it.
public enum Tie: Sendable, Hashable {
  /// Nothing shows it yet. What the account itself brought meanwhile shows nothing; `nil` where
  /// that was not kept.
  case doubted(brought: Set<IdentityKey>?)
  /// The dossier showed it later, or an operator did.
  case shown

  /// Whether a key that the dossier has says anything of this tie.
  func isShown(by key: IdentityKey) -> Bool {
    switch self {
    case .doubted(let brought): brought?.contains(key) == false
    case .shown: true
    }
  }

  /// This tie and that of the same account to a dossier that is joined: a doubt stays one.
  func doubtful(with other: Tie) -> Tie {
    switch (self, other) {
    case (.shown, let tie), (let tie, .shown): tie
    case (.doubted(let one), .doubted(let two)):
      .doubted(brought: one.flatMap { one in two.map { one.union($0) } })
    }
  }
}

/// An account that acts on a dossier, and nothing shows what ties it to that household.
public struct UnprovenRelation: Sendable, Hashable {
  public let household: HouseholdID
  public let account: String
  public let genre: PartnerKind
  /// The day on which it first acted.
  public let openedOn: Day
  /// What it brought so far; `nil` where that was not kept from the start.
  public let brought: Set<IdentityKey>?
}
