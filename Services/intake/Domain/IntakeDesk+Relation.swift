import Contracts
import Vocabulary

// Whoever heard a dossier's identifier could act on it. What ties the account to the dossier is asked of
// each event; where nothing shows it the event is taken, and the commission hears of it once.
extension IntakeDesk {
  /// How an account stands to a dossier.
  struct Standing {
    let account: String
    let relation: Relation
    /// Whether it speaks as the dossier's own étude or landlord, and may become that.
    let isParty: Bool
  }

  func standing(
    of account: String, _ kind: PartnerKind, _ event: EventKind, _ dossier: Dossier?,
    _ recognised: Recognised, _ register: Register
  ) -> Standing {
    let role = event.isOfParty ? kind.role : nil
    let isAsked = kind.role != nil && role == nil
    guard let dossier else {
      // Who signals a household outside of its territory is thanked for it, and the commission told.
      let isOutside = place(of: account, recognised.placement.flatMap(\.commune)) == .outside
      return Standing(
        account: account, relation: isOutside ? .notProvable : .proven, isParty: role != nil)
    }
    guard !isAsked else { return Standing(account: account, relation: .proven, isParty: false) }
    let family = [dossier] + register.joined(to: dossier.household)
    let holders = Set(family.compactMap { one in role.flatMap { one[keyPath: $0] } })
    let evidence = register.evidence(recognised.references, of: dossier.household)
    let isDoubted = dossier.unproven.contains(account)
    let own = evidence.own.filter(kind.gives)
    let known = Relation.Known(
      isParty: holders.contains(account) && !isDoubted,
      hasOther: !holders.isEmpty && !holders.contains(account),
      // What the account itself brought while nothing showed its tie shows nothing.
      ownReference: !own.isEmpty && !isDoubted,
      strayReference: recognised.references.dossier != nil
        && evidence.stray.contains(where: kind.gives),
      knowsHousehold: (evidence.people || evidence.own.count > own.count) && !isDoubted,
      territory: place(of: account, dossier.commune, dossier.commission))
    let relation = Relation.of(kind, known)
    return Standing(
      account: account, relation: relation,
      isParty: role != nil && (relation == .proven || !known.hasOther))
  }

  /// Notes in the dossier and in the receipt that nothing shows what ties the account to it; `nil` where
  /// something does, or the commission knows.
  func doubt(
    _ standing: Standing, of kind: PartnerKind, _ home: inout Dossier, _ answer: inout Answer,
    before: Dossier?
  ) throws -> UnprovenRelation? {
    guard standing.relation == .notProvable else { return nil }
    answer.warnings.append(.relationNotProven)
    guard before?.unproven.contains(standing.account) != true else { return nil }
    home.unproven.insert(standing.account)
    return UnprovenRelation(
      household: home.household, account: standing.account, genre: kind, openedOn: answer.day)
  }

  func askAboutRelation(
    _ relation: UnprovenRelation, _ dossier: Dossier, _ answer: Answer
  ) throws -> Outgoing {
    try toCommission(
      .relationNonVerifiee, dossier,
      "Le compte \(relation.account) (\(relation.genre.rawValue)) agit sur ce dossier et rien ne montre "
        + "ce qui l'y relie : vérifiez-le auprès de lui. Ses événements sont versés au dossier.",
      Self.routeArticle, on: answer.day)
  }

  private func place(
    of account: String, _ commune: String?, _ commission: String? = nil
  ) -> Relation.Known.Place {
    guard let names = partners.territory(of: account) else { return .anywhere }
    guard let commune else { return .unknown }
    return names.contains(commune) || names.contains(territory.today(commune))
      || commission.map(names.contains) == true ? .inside : .outside
  }
}

extension PartnerKind {
  /// Where a dossier keeps its party of this kind; `nil` for a kind that is no party.
  fileprivate var role: KeyPath<Dossier, String?>? {
    switch self {
    case .huissier: \.huissier
    case .bailleurPrive, .bailleurSocial: \.bailleur
    case .caf, .serviceSocial, .ccas, .operateurDSF, .fsl, .banqueDeFrance, .prefecture, .tribunal,
      .siao, .reservataire, .commissionMediation, .menage, .ccapex, .antenne, .agence,
      .forcesOrdre, .mandataire, .sante:
      nil
    }
  }
}

extension Territory.Placement {
  /// INSEE code of the commune; `nil` where it lies elsewhere, or in no table.
  fileprivate var commune: String? {
    switch self {
    case .here(let commune, _): commune.insee
    case .elsewhere, .unknown: nil
    }
  }
}
