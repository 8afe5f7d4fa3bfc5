public import Contracts
public import Vocabulary

/// What intake keeps of one household: who it is, where it lives, and who signalled it.
public struct Dossier: Sendable, Hashable {
  /// The identifier that everybody quotes.
  public let household: HouseholdID
  /// The day on which the first signal was received.
  public let openedOn: Day
  /// INSEE code of the commune; `nil` while no signal gave one that is in the table.
  public var commune: String?
  /// The sub-commission, or `ccapex-centrale`.
  public var commission: String
  /// The kind of landlord, where known.
  public var landlord: Landlord.Kind?
  /// The broker account of the first huissier that signalled.
  public var huissier: String?
  /// The broker account of the first landlord that signalled.
  public var bailleur: String?
  /// The tenants named so far.
  public var tenants: [Person]
  /// The dwelling.
  public var dwelling: Dwelling?

  /// A dossier made of its parts.
  public init(
    household: HouseholdID, openedOn: Day, commune: String? = nil,
    commission: String = Territory.central, landlord: Landlord.Kind? = nil,
    huissier: String? = nil, bailleur: String? = nil, tenants: [Person] = [],
    dwelling: Dwelling? = nil
  ) {
    self.household = household
    self.openedOn = openedOn
    self.commune = commune
    self.commission = commission
    self.landlord = landlord
    self.huissier = huissier
    self.bailleur = bailleur
    self.tenants = tenants
    self.dwelling = dwelling
  }

  /// What the other services must hear again when it changes.
  struct Bearing: Equatable {
    let commune: String?, commission: String, landlord: Landlord.Kind?
    let huissier: String?, bailleur: String?
  }

  /// What the other services know of this dossier.
  var bearing: Bearing {
    Bearing(
      commune: commune, commission: commission, landlord: landlord, huissier: huissier,
      bailleur: bailleur)
  }

  /// Learns what an event says and this dossier did not know. What was known stays: the first word
  /// stands until an operator corrects it.
  mutating func learn(
    from menage: Identification, sender: String, kind: PartnerKind, placement: Territory.Placement?
  ) {
    if case .here(let place, let commission) = placement, commune == nil {
      commune = place.insee
      self.commission = commission
    }
    if dwelling == nil { dwelling = menage.logement }
    if dwelling?.complement == nil, let dwelling, let other = menage.logement,
      NormalForm.street(dwelling.voie) == NormalForm.street(other.voie)
    {
      self.dwelling?.complement = other.complement
    }
    for person in menage.locataires ?? [] { learn(person) }
    if landlord == nil { landlord = menage.bailleur?.type }
    switch kind {
    case .huissier:
      if huissier == nil { huissier = sender }
    case .bailleurPrive, .bailleurSocial:
      if bailleur == nil { bailleur = sender }
      if landlord == nil, kind == .bailleurSocial { landlord = .personneMoraleSociale }
    case .caf, .serviceSocial, .ccas, .operateurDSF, .fsl, .banqueDeFrance, .prefecture, .tribunal,
      .siao, .reservataire, .commissionMediation, .menage, .ccapex, .antenne, .agence,
      .forcesOrdre, .mandataire, .sante:
      break
    }
  }

  private mutating func learn(_ person: Person) {
    guard let index = tenants.firstIndex(where: { $0.hasName(of: person) && $0.mayBe(person) })
    else {
      if tenants.count < Bounds.tenants.upperBound { tenants.append(person) }
      return
    }
    if tenants[index].naissance == nil { tenants[index].naissance = person.naissance }
  }
}

extension Person {
  /// Whether both have the same surname and first name, however written.
  func hasName(of other: Person) -> Bool {
    NormalForm.name(nom) == NormalForm.name(other.nom)
      && NormalForm.name(prenom) == NormalForm.name(other.prenom)
  }

  /// Whether nothing in the birth dates contradicts that both are one person.
  func mayBe(_ other: Person) -> Bool {
    naissance == nil || other.naissance == nil || naissance == other.naissance
  }
}
