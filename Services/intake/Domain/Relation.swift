import Contracts
import Vocabulary

/// How the account that publishes stands to the dossier that its event reached.
///
/// The État's and the local bodies' agents are authorised by their kind (décret 2025-348 art. 3);
/// an étude is a recipient as far as the landlord mandated it, a landlord as far as the lease is
/// his. So it is these two, and the mandataire of a protected adult, that must show what ties them
/// to a dossier.
enum Relation: Sendable, Hashable, CaseIterable {
  /// What the event or the dossier holds shows it.
  case proven
  /// Nothing shows it, and nothing speaks against it.
  case notProvable
  /// What is known speaks against it.
  case contradicted

  /// What is known of an account and a dossier.
  struct Known: Sendable, Hashable {
    /// The account is the dossier's étude or landlord, and this was shown.
    var isParty = false
    /// The dossier has another étude, or another landlord.
    var hasOther = false
    /// A reference of the kind that this partner gives itself is the dossier's.
    var ownReference = false
    /// Such a reference is another dossier's.
    var strayReference = false
    /// Any other reference, or persons and address, are the dossier's: more than whoever heard its
    /// identifier knows.
    var knowsHousehold = false
    /// Where the dwelling lies for this account.
    var territory = Reach.anywhere
    /// The dossier was proposed to this account's commission.
    var isTransferred = false

    /// Where a dwelling lies for an account.
    enum Reach: Sendable, Hashable, CaseIterable {
      /// The directory gives the account no territory.
      case anywhere
      case inside, outside
      /// The commune of the dossier is not known.
      case unknown
    }
  }

  /// The answer for a partner of that kind: a table, a line a kind.
  static func of(_ kind: PartnerKind, _ known: Known) -> Relation {
    switch kind {
    // The étude is mandated by the landlord; a second one shows a reference or the household.
    case .huissier: ofParty(known, secondIsUsual: true)
    // One dwelling has one landlord: a second one is for the commission to look at.
    case .bailleurPrive, .bailleurSocial: ofParty(known, secondIsUsual: false)
    // A court speaks by its number of the répertoire général, within its ressort.
    case .tribunal: known.strayReference ? .contradicted : inTerritory(known)
    // An organisme payeur speaks by its allocataire's number, within its territory.
    case .caf: known.strayReference ? .contradicted : inTerritory(known)
    // Social bodies have a territory: a commune, a sector, an arrondissement.
    case .serviceSocial, .ccas, .operateurDSF, .fsl, .antenne, .siao, .sante: inTerritory(known)
    // A curator stands for one person; the judge of the guardianship is not heard here.
    case .mandataire: known.knowsHousehold ? .proven : .notProvable
    // One account for all households: the portal vouches for the person.
    case .menage: .proven
    // The commission of another département answers for a dossier that was proposed to it.
    case .autreCCAPEX: known.isTransferred ? .proven : .contradicted
    // Of the whole département, or called in by a notice that names the dossier.
    case .prefecture, .ccapex, .banqueDeFrance, .commissionMediation, .reservataire, .agence,
      .forcesOrdre:
      .proven
    }
  }

  private static func ofParty(_ known: Known, secondIsUsual: Bool) -> Relation {
    if known.isParty { return .proven }
    // Its own reference says of which dossier it speaks.
    if known.strayReference { return .contradicted }
    if known.ownReference { return .proven }
    if known.knowsHousehold { return known.hasOther && !secondIsUsual ? .notProvable : .proven }
    return known.hasOther ? .contradicted : .notProvable
  }

  private static func inTerritory(_ known: Known) -> Relation {
    switch known.territory {
    case .anywhere, .inside: .proven
    case .outside: .contradicted
    case .unknown: .notProvable
    }
  }
}

extension PartnerKind {
  /// The kind of reference that a body of this kind gives itself: what it says of it counts.
  func gives(_ key: IdentityKey.Kind) -> Bool {
    switch key {
    case .bail: self == .bailleurPrive || self == .bailleurSocial
    case .commandement: self == .huissier
    case .rg: self == .tribunal
    case .allocataire: self == .caf
    case .exploc, .personneAdresse, .adresse, .etatCivil: false
    }
  }
}
