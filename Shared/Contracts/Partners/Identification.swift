public import Vocabulary

/// How a partner says which household it speaks of: the member `menage` of every event.
///
/// The members are French because a partner reads and writes them. One strong reference is enough
/// once the dossier exists; a first signal also needs `locataires` and `logement`.
public struct Identification: Codable, Sendable, Hashable {
  /// The reference that Amont gave in a receipt or a notice.
  public var dossier: HouseholdID?
  /// The landlord's lease: SIRET (14 digits) and contract number.
  public var bail: LeaseReference?
  /// The allocataire's number at a CAF or MSA.
  public var allocataire: BeneficiaryReference?
  /// The court's number (répertoire général).
  public var rg: CourtReference?
  /// The number of the dossier in EXPLOC or ALEXI, as that system gives it.
  public var exploc: String?
  /// The commandement de payer: étude and its own reference.
  public var commandement: NoticeReference?
  /// The tenants named in the act.
  public var locataires: [Person]?
  /// The dwelling.
  public var logement: Dwelling?
  /// The landlord.
  public var bailleur: Landlord?

  /// An identification; every part is optional, but not all at once.
  public init(
    dossier: HouseholdID? = nil, bail: LeaseReference? = nil,
    allocataire: BeneficiaryReference? = nil, rg: CourtReference? = nil,
    commandement: NoticeReference? = nil, locataires: [Person]? = nil, logement: Dwelling? = nil,
    bailleur: Landlord? = nil, exploc: String? = nil
  ) {
    self.dossier = dossier
    self.bail = bail
    self.allocataire = allocataire
    self.rg = rg
    self.exploc = exploc
    self.commandement = commandement
    self.locataires = locataires
    self.logement = logement
    self.bailleur = bailleur
  }
}

/// A lease by its landlord's own reference.
public struct LeaseReference: Codable, Sendable, Hashable {
  /// SIRET: 14 digits.
  public var siret: String
  /// The landlord's contract number.
  public var contrat: String

  /// A reference made of its parts.
  public init(siret: String, contrat: String) {
    self.siret = siret
    self.contrat = contrat
  }
}

/// A beneficiary of housing aid; the number means nothing without its caisse.
public struct BeneficiaryReference: Codable, Sendable, Hashable {
  /// The code of the caisse.
  public var caisse: String
  /// The allocataire's number: up to 7 digits.
  public var numero: String

  /// A reference made of its parts.
  public init(caisse: String, numero: String) {
    self.caisse = caisse
    self.numero = numero
  }
}

/// A case by its court and its number there.
public struct CourtReference: Codable, Sendable, Hashable {
  /// The court.
  public var tribunal: String
  /// `YY/NNNNN`.
  public var numero: String

  /// A reference made of its parts.
  public init(tribunal: String, numero: String) {
    self.tribunal = tribunal
    self.numero = numero
  }
}

/// A commandement de payer by its étude and that étude's reference.
public struct NoticeReference: Codable, Sendable, Hashable {
  /// The étude of huissiers.
  public var etude: String
  /// Its reference of the act.
  public var reference: String

  /// A reference made of its parts.
  public init(etude: String, reference: String) {
    self.etude = etude
    self.reference = reference
  }
}

/// A tenant, as named in the act. Kept by intake and social-diagnosis only.
public struct Person: Codable, Sendable, Hashable {
  /// Surname, or the only name of who has one.
  public var nom: String
  /// First name; `nil` for who has one name only.
  public var prenom: String?
  /// Date of birth, as far as the act gives it.
  public var naissance: BirthDate?

  /// A person made of its parts.
  public init(nom: String, prenom: String? = nil, naissance: BirthDate? = nil) {
    self.nom = nom
    self.prenom = prenom
    self.naissance = naissance
  }
}

/// A dwelling.
public struct Dwelling: Codable, Sendable, Hashable {
  /// INSEE code of the commune: five characters.
  public var insee: String
  /// Number and street.
  public var voie: String
  /// Stairs, floor, door.
  public var complement: String?

  /// A dwelling made of its parts.
  public init(insee: String, voie: String, complement: String? = nil) {
    self.insee = insee
    self.voie = voie
    self.complement = complement
  }
}

/// A landlord. Its kind decides the leg of the procedure (instruction § 2.1).
public struct Landlord: Codable, Sendable, Hashable {
  /// The kinds of landlords that the law tells apart (loi 89-462 art. 24 I and II).
  public enum Kind: String, CaseIterable, Codable, Sendable {
    case personnePhysique = "personne-physique"
    case sciFamiliale = "sci-familiale"
    case personneMoraleSociale = "personne-morale-sociale"
    case personneMoralePrivee = "personne-morale-privee"
  }
  /// The kind.
  public var type: Kind
  /// SIREN, for a personne morale.
  public var siren: String?

  /// A landlord made of its parts.
  public init(type: Kind, siren: String? = nil) {
    self.type = type
    self.siren = siren
  }
}
