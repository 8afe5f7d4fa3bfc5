import Contracts
import Vocabulary

// Whoever heard a dossier's identifier could act on it. What ties the account to the dossier is
// asked of each event; where nothing shows it the event is taken, and the commission hears of it
// once.
extension IntakeHandler {
  /// How an account stands to a dossier.
  struct SenderStanding {
    let account: String
    let relation: Relation
    /// Whether it speaks as the dossier's own étude or landlord, and may become that.
    let isParty: Bool
    /// Whether it was asked to act and need show nothing.
    var isAsked = false
  }

  func standing(
    of account: String, _ kind: PartnerKind, _ event: EventKind, _ dossier: Dossier?,
    _ recognised: Recognised, _ register: Register
  ) -> SenderStanding {
    let role = event.isOfParty ? kind.role : nil
    let isAsked = kind.role != nil && role == nil
    guard let dossier else {
      // Who signals a household outside of its territory is thanked for it, and the commission
      // told.
      let isOutside = place(of: account, recognised.placement.flatMap(\.commune)) == .outside
      return SenderStanding(
        account: account, relation: isOutside ? .notProvable : .proven, isParty: role != nil)
    }
    guard !isAsked else {
      return SenderStanding(account: account, relation: .proven, isParty: false, isAsked: true)
    }
    let family = [dossier] + register.joined(to: dossier.household)
    let holders = Set(family.compactMap { one in role.flatMap { one[keyPath: $0] } })
    let tie = dossier.ties[account]
    let evidence = register.evidence(
      recognised.references, of: dossier.household, tie: tie ?? .shown)
    let own = evidence.own.filter(kind.gives)
    let known = Relation.Known(
      isParty: holders.contains(account) && tie?.isDoubted != true,
      hasOther: !holders.isEmpty && !holders.contains(account),
      ownReference: !own.isEmpty || tie == .shown,
      strayReference: recognised.references.dossier != nil
        && evidence.stray.contains(where: kind.gives),
      knowsHousehold: evidence.people || evidence.own.count > own.count || tie == .shown,
      territory: place(of: account, dossier.commune, dossier.commission),
      // What it sends itself is a household of its own, that may be known here already.
      isTransferred: event == .dossierAccueil
        || dossier.transferTo.map(partners.account(ofCommissionOf:)) == account)
    let found = Relation.of(kind, known)
    let relation = tie == .shown && found == .notProvable ? .proven : found
    return SenderStanding(
      account: account, relation: relation,
      isParty: role != nil && (relation == .proven || !known.hasOther))
  }

  /// Notes in the dossier and in the receipt that nothing shows what ties the account to it; or
  /// ends the doubts about accounts whose tie this event shows.
  ///
  /// - Returns: What the commission must hear: `nil` where something shows it, or it heard before.
  func settle(
    _ standing: SenderStanding, of kind: PartnerKind, _ home: inout Dossier,
    _ answer: inout ReceiptBuilder, _ references: References, before: Dossier?,
    _ register: inout Register
  ) -> UnprovenRelation? {
    guard standing.relation == .notProvable else {
      settleTies(standing, naming: references, before: before, &home, &register)
      return nil
    }
    answer.warnings.append(.relationNotProven)
    let known = before?.ties[standing.account]
    let brought = Set(references.strong + references.people)
    let tie = Tie.doubted(brought: brought).doubtful(with: known ?? .shown)
    home.ties[standing.account] = tie
    let relation = UnprovenRelation(
      household: home.household, account: standing.account, genre: kind, openedOn: answer.day,
      brought: tie.brought)
    register.keep(relation)
    return known == nil ? relation : nil
  }

  /// Its sender's own, by what somebody else brought; another's, by saying again what that one had
  /// brought.
  private func settleTies(
    _ standing: SenderStanding, naming references: References, before: Dossier?,
    _ home: inout Dossier, _ register: inout Register
  ) {
    guard let before, standing.relation == .proven, !standing.isAsked else { return }
    let named = Set(references.strong + references.people)
    for (account, tie) in before.ties where tie.isDoubted {
      guard account == standing.account || isShown(tie, of: account, by: named, before)
      else { continue }
      let family =
        [register.dossiers[before.household]].compactMap(\.self)
        + register.joined(to: before.household)
      for var one in family
      where one.ties[account]?.isDoubted == true && one.household != home.household {
        one.ties[account] = .shown
        register.keep(one)
        register.settle(account, in: one.household)
      }
      guard home.ties[account]?.isDoubted == true else { continue }
      home.ties[account] = .shown
      register.settle(account, in: home.household)
    }
  }

  /// Whether what somebody else says now is what a doubted account had brought, and enough for one
  /// of its kind.
  private func isShown(
    _ tie: Tie, of account: String, by named: Set<IdentityKey>, _ dossier: Dossier
  ) -> Bool {
    guard let kind = partners.kind(of: account), let brought = tie.brought else { return false }
    let said = brought.intersection(named)
    let holder = kind.role.flatMap { dossier[keyPath: $0] }
    let known = Relation.Known(
      hasOther: holder != nil && holder != account,
      ownReference: said.contains { kind.gives($0.kind) }, knowsHousehold: !said.isEmpty,
      territory: place(of: account, dossier.commune, dossier.commission))
    return Relation.of(kind, known) == .proven
  }

  func askAboutRelation(
    _ relation: UnprovenRelation, _ dossier: Dossier, _ answer: ReceiptBuilder
  ) throws -> Outgoing {
    try toCommission(
      .relationNonVerifiee, dossier,
      "Le compte \(relation.account) (\(relation.genre.rawValue)) agit sur ce dossier et rien ne montre "
        + "ce qui l'y relie : vérifiez-le auprès de lui. Ses événements sont versés au dossier.",
      Self.routeArticle, on: answer.day)
  }

  private func place(
    of account: String, _ commune: String?, _ commission: String? = nil
  ) -> Relation.Known.Reach {
    guard let names = partners.territory(of: account) else { return .anywhere }
    guard let commune else { return .unknown }
    return names.contains(commune) || names.contains(territory.today(commune))
      || commission.map(names.contains) == true ? .inside : .outside
  }
}

extension Tie {
  fileprivate var isDoubted: Bool { self != .shown }

  fileprivate var brought: Set<IdentityKey>? {
    switch self {
    case .doubted(let brought): brought
    case .shown: nil
    }
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
      .forcesOrdre, .mandataire, .sante, .autreCCAPEX:
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
