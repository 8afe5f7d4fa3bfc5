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
  public var logement: Dwelling?
  public var bailleur: Landlord?

  /// An identification; every part is optional, but not all at once.
  public init(
    dossier: HouseholdID? = nil, bail: LeaseReference? = nil,
    allocataire: BeneficiaryReference? = nil, rg: CourtReference? = nil,
    commandement: NoticeReference? = nil, locataires: [Person]? = nil, logement: Dwelling? = nil,
    bailleur: Landlord? = nil, exploc: String? = nil
  ) {
    (self.dossier, self.bail, self.allocataire, self.rg) = (dossier, bail, allocataire, rg)
    (self.exploc, self.commandement, self.locataires) = (exploc, commandement, locataires)
    (self.logement, self.bailleur) = (logement, bailleur)
  }
}

extension Identification {
  /// The member of every event that holds it.
  public static let member = "menage"

  /// The members of which one alone names a household.
  public static let references = ["dossier", "bail", "allocataire", "rg", "exploc", "commandement"]

  /// A line each of its members.
  @DeclaredMembers static func declared() -> [DeclaredMember] {
    line("menage", "Le ménage : une référence au moins, ou locataires et logement")
    line("menage.dossier", "Référence donnée par Amont")
    line("menage.bail", "Bail, par la référence du bailleur")
    line("menage.bail.siret", "SIRET du bailleur", .siret)
    line("menage.bail.contrat", "Numéro de contrat chez le bailleur", .reference(Bound.shortText))
    line("menage.allocataire", "Allocataire d'une aide au logement")
    line("menage.allocataire.caisse", "Code de la caisse", .reference(Bound.caisse))
    line("menage.allocataire.numero", "Numéro d'allocataire", .allocataire)
    line("menage.rg", "Affaire au répertoire général d'un tribunal")
    line("menage.rg.tribunal", "Tribunal", .name(Bound.shortText))
    line("menage.rg.numero", "Numéro de répertoire général", .rg)
    line("menage.exploc", "Numéro du dossier dans EXPLOC ou ALEXI", .reference(Bound.shortText))
    line("menage.commandement", "Commandement de payer, par la référence de l'étude")
    line("menage.commandement.etude", "Étude", .name(Bound.shortText))
    line("menage.commandement.reference", "Sa référence de l'acte", .reference(Bound.shortText))
    line("menage.locataires", "Locataires nommés dans l'acte", .count(Bound.tenants))
    line("menage.locataires[].nom", "Nom, ou seul nom connu", .person(Bound.shortText))
    line("menage.locataires[].prenom", "Prénom", .person(Bound.shortText))
    line("menage.locataires[].naissance", "Date de naissance, 00 pour ce qui est inconnu", .past)
    line("menage.logement", "Logement")
    line("menage.logement.insee", "Code INSEE de la commune", .commune)
    line("menage.logement.voie", "Numéro et voie", .street(Bound.longText))
    line("menage.logement.complement", "Escalier, étage, porte", .text(Bound.longText))
    line("menage.bailleur", "Bailleur")
    line("menage.bailleur.type", "Catégorie de bailleur (loi 89-462 art. 24 I et II)")
    line("menage.bailleur.siren", "SIREN d'une personne morale", .siren)
  }

  private typealias Bound = FieldBounds

  private static func line(
    _ path: String, _ title: String, _ demands: FieldRule.Demand...
  ) -> DeclaredMember {
    DeclaredMember(path, title, demands)
  }
}

/// A lease by its landlord's own reference.
public struct LeaseReference: Codable, Sendable, Hashable {
  /// SIRET: 14 digits.
  public var siret: String
  /// The landlord's contract number.
  public var contrat: String

  public init(siret: String, contrat: String) {
    (self.siret, self.contrat) = (siret, contrat)
  }
}

/// A beneficiary of housing aid; the number means nothing without its caisse.
public struct BeneficiaryReference: Codable, Sendable, Hashable {
  public var caisse: String
  /// The allocataire's number: up to 7 digits.
  public var numero: String
}

/// A case by its court and its number there.
public struct CourtReference: Codable, Sendable, Hashable {
  public var tribunal: String
  /// `YY/NNNNN`.
  public var numero: String
}

/// A commandement de payer by its étude and that étude's reference.
public struct NoticeReference: Codable, Sendable, Hashable {
  public var etude: String
  public var reference: String

  public init(etude: String, reference: String) {
    (self.etude, self.reference) = (etude, reference)
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

  public init(nom: String, prenom: String? = nil, naissance: BirthDate? = nil) {
    (self.nom, self.prenom, self.naissance) = (nom, prenom, naissance)
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

  public init(insee: String, voie: String, complement: String? = nil) {
    (self.insee, self.voie, self.complement) = (insee, voie, complement)
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
  public var type: Kind
  /// SIREN, for a personne morale.
  public var siren: String?

  public init(type: Kind, siren: String? = nil) {
    (self.type, self.siren) = (type, siren)
  }
}
