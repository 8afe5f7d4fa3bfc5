public import Vocabulary

// What is said of a dossier itself, not of an act.

/// `dossier.cloture`: the commission closes a dossier that no act closes.
public struct DossierCloture: Codable, Sendable, Hashable {
  /// Why a commission closes a dossier.
  public enum Motif: String, CaseIterable, Codable, Sendable {
    case desistement, depart, deces
    case sansSuite = "sans-suite"
    case erreur
  }
  /// The day.
  public var date: Day
  /// Why.
  public var motif: Motif

  /// An event made of its parts.
  public init(date: Day, motif: Motif) {
    self.date = date
    self.motif = motif
  }
}

/// `dossier.transfert`: the household belongs to another département; closed only on its receipt.
public struct DossierTransfert: Codable, Sendable, Hashable {
  /// The stages of a transfer.
  public enum Etape: String, CaseIterable, Codable, Sendable {
    case propose, recu, refuse
  }
  /// The day.
  public var date: Day
  /// The stage.
  public var etape: Etape
  /// INSEE code of the other département.
  public var departement: String

  /// An event made of its parts.
  public init(date: Day, etape: Etape, departement: String) {
    self.date = date
    self.etape = etape
    self.departement = departement
  }
}

/// `donnees.acces`: a person asks for the data that are kept of it, or was answered (RGPD art. 12, 15).
public struct DonneesAcces: Codable, Sendable, Hashable {
  /// The stages of a request.
  public enum Etape: String, CaseIterable, Codable, Sendable {
    case demande, reponse
  }
  /// The day.
  public var date: Day
  /// The stage.
  public var etape: Etape

  /// An event made of its parts.
  public init(date: Day, etape: Etape) {
    self.date = date
    self.etape = etape
  }
}

/// `dossier.fusion` and `dossier.separation`: two dossiers are one household, or are not after all.
/// An operator decides; it can be undone.
public struct DossierFusion: Codable, Sendable, Hashable {
  /// The day.
  public var date: Day
  /// The other dossier, which is joined to the one that `menage` names.
  public var autre: HouseholdID
  /// Why, without a name.
  public var motif: String?

  /// An event made of its parts.
  public init(date: Day, autre: HouseholdID, motif: String? = nil) {
    self.date = date
    self.autre = autre
    self.motif = motif
  }
}

/// `rectification`: an event that the same sender published was wrong. Either `donnees` replaces
/// it, or it never was.
public struct Rectification: Codable, Sendable, Hashable {
  /// The day of the rectification.
  public var date: Day
  /// The identifier (`ce-id`) of the event, as its sender gave it.
  public var evenement: String
  /// Its source (`ce-source`), where the sender has several events of that identifier.
  public var source: String?
  /// Its name, such as `signalement.cdp`.
  public var type: String
  /// The corrected payload, as JSON text; absent to withdraw the event.
  public var donnees: String?
  /// Why, without a name.
  public var motif: String?

  /// An event made of its parts.
  public init(
    date: Day, evenement: String, type: String, donnees: String? = nil, motif: String? = nil
  ) {
    self.date = date
    self.evenement = evenement
    self.type = type
    self.donnees = donnees
    self.motif = motif
  }
}
