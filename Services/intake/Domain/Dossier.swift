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
  /// The broker account of the first huissier that spoke as the dossier's own.
  public var huissier: String?
  /// The broker account of the first landlord that spoke as the dossier's own.
  public var bailleur: String?
  /// The tenants named so far.
  public var tenants: [Person]
  public var dwelling: Dwelling?
  /// Whether a tenant is a protected adult.
  public var hasMandataire: Bool
  /// Whether a signal reached the threshold of the préfet's arrêté; `nil` while none came.
  public var reachesThreshold: Bool?
  /// How far the procedure has come and how much is owed; `nil` while no signal came.
  public var danger: Danger?
  /// The département to whose commission it was proposed last; `nil` where that refused, and where
  /// none was proposed to.
  public var transferTo: String?
  /// The dossier that this one is joined to; its own data stay its own.
  public var mergedInto: HouseholdID?
  /// Whether no event of it stands any more.
  public var isWithdrawn: Bool
  /// Whether an event told that somebody of the household lives elsewhere.
  public var hasMoved: Bool
  /// Whether its key was destroyed: nobody is recognised in it any more.
  public var isErased: Bool
  /// The accounts that acted on it while nothing showed what ties them to it, and what is known of
  /// that now.
  public var ties: [String: Tie]

  public init(
    household: HouseholdID, openedOn: Day, commune: String? = nil,
    commission: String = Territory.central, landlord: Landlord.Kind? = nil,
    huissier: String? = nil, bailleur: String? = nil, tenants: [Person] = [],
    dwelling: Dwelling? = nil, hasMandataire: Bool = false, reachesThreshold: Bool? = nil,
    danger: Danger? = nil, transferTo: String? = nil, mergedInto: HouseholdID? = nil,
    isWithdrawn: Bool = false, hasMoved: Bool = false,
    isErased: Bool = false, ties: [String: Tie] = [:]
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
    self.hasMandataire = hasMandataire
    self.reachesThreshold = reachesThreshold
    self.danger = danger
    self.transferTo = transferTo
    self.mergedInto = mergedInto
    self.isWithdrawn = isWithdrawn
    self.hasMoved = hasMoved
    self.isErased = isErased
    self.ties = ties
  }

  /// What the other services must hear again when it changes.
  struct Bearing: Equatable {
    let commune: String?, commission: String, landlord: Landlord.Kind?
    let huissier: String?, bailleur: String?, hasMandataire: Bool, reachesThreshold: Bool?
  }

  /// What the other services know of this dossier.
  var bearing: Bearing {
    Bearing(
      commune: commune, commission: commission, landlord: landlord, huissier: huissier,
      bailleur: bailleur, hasMandataire: hasMandataire, reachesThreshold: reachesThreshold)
  }

  /// Learns what an event says and this dossier did not know. What was known stays: the first word
  /// stands until an operator corrects it.
  mutating func learn(
    from contribution: Contribution, placement: Territory.Placement?, assessment: Assessment
  ) {
    let menage = contribution.menage
    isWithdrawn = false
    switch placement {
    case .here(let place, let commission)? where commune == nil:
      commune = place.insee
      self.commission = commission
    // It is proposed to the commission of where it lives.
    case .elsewhere?: transferTo = menage.logement.map { Departement.of(insee: $0.insee) }
    case .here?, .unknown?, nil: break
    }
    if dwelling == nil { dwelling = menage.logement }
    if dwelling?.complement == nil, let dwelling, let other = menage.logement,
      NormalForm.street(dwelling.voie) == NormalForm.street(other.voie)
    {
      self.dwelling?.complement = other.complement
    }
    for person in menage.locataires ?? [] { learn(person) }
    if landlord == nil { landlord = menage.bailleur?.type }
    if contribution.isParty { learn(sender: contribution.id.sender, contribution.genre) }
    guard let event = contribution.event else { return }
    if event.tellsRemoval { hasMoved = true }
    if case .menageChangement(let change) = event, change.nature == .protection {
      hasMandataire = true
    }
    if case .dossierTransfert(let transfer) = event { learn(transfer) }
    if let signal = event.opening {
      let reaches = assessment.reachesThreshold(signal, landlord: landlord)
      reachesThreshold = reaches || reachesThreshold ?? false
      danger = assessment.danger(signal, actOn: contribution.actOn, of: self)
    }
  }

  private mutating func learn(_ transfer: DossierTransfert) {
    switch transfer.etape {
    case .propose: transferTo = transfer.departement
    case .refuse: if transferTo == transfer.departement { transferTo = nil }
    case .recu: break
    }
  }

  private mutating func learn(sender: String, _ kind: PartnerKind) {
    switch kind {
    case .huissier:
      if huissier == nil { huissier = sender }
    case .bailleurPrive, .bailleurSocial:
      if bailleur == nil { bailleur = sender }
      if landlord == nil, kind == .bailleurSocial { landlord = .personneMoraleSociale }
    case .caf, .serviceSocial, .ccas, .operateurDSF, .fsl, .banqueDeFrance, .prefecture, .tribunal,
      .siao, .reservataire, .commissionMediation, .menage, .ccapex, .antenne, .agence,
      .forcesOrdre, .mandataire, .sante, .autreCCAPEX:
      break
    }
  }

  private mutating func learn(_ person: Person) {
    guard let index = tenants.firstIndex(where: { $0.hasName(of: person) && $0.mayBe(person) })
    else {
      if tenants.count < FieldBounds.tenants.upperBound { tenants.append(person) }
      return
    }
    guard let birth = person.naissance else { return }
    // Of two dates that fit, the more exact one stays, in whatever order they came.
    if tenants[index].naissance.map({ birth.isMoreExact(than: $0) }) ?? true {
      tenants[index].naissance = birth
    }
  }
}

extension Dossier {
  /// This dossier as everybody sees it while others are joined to it. Its own word comes first, and
  /// nothing of the others is kept in it.
  func joined(with others: [Dossier]) -> Dossier {
    others.reduce(self) { whole, other in
      var whole = whole
      if whole.commune == nil, other.commune != nil {
        whole.commune = other.commune
        whole.commission = other.commission
      }
      whole.landlord = whole.landlord ?? other.landlord
      whole.huissier = whole.huissier ?? other.huissier
      whole.bailleur = whole.bailleur ?? other.bailleur
      whole.dwelling = whole.dwelling ?? other.dwelling
      for person in other.tenants { whole.learn(person) }
      whole.hasMandataire = whole.hasMandataire || other.hasMandataire
      if let reaches = other.reachesThreshold {
        whole.reachesThreshold = reaches || whole.reachesThreshold ?? false
      }
      whole.danger = whole.danger?.joined(with: other.danger) ?? other.danger
      whole.transferTo = whole.transferTo ?? other.transferTo
      whole.isWithdrawn = whole.isWithdrawn && other.isWithdrawn
      whole.hasMoved = whole.hasMoved || other.hasMoved
      whole.ties.merge(other.ties) { $0.doubtful(with: $1) }
      return whole
    }
  }

  /// The same dossier before any event: only what no event tells.
  var blank: Dossier {
    Dossier(
      household: household, openedOn: openedOn, mergedInto: mergedInto, isWithdrawn: true,
      ties: ties)
  }
}

extension Person {
  /// Whether both have the same surname and first name, however written.
  func hasName(of other: Person) -> Bool {
    NormalForm.name(nom) == NormalForm.name(other.nom)
      && NormalForm.name(prenom ?? "") == NormalForm.name(other.prenom ?? "")
  }

  /// Whether nothing in the birth dates contradicts that both are one person.
  func mayBe(_ other: Person) -> Bool {
    guard let naissance, let birth = other.naissance else { return true }
    return naissance.fits(birth)
  }
}
