/// The kinds of bodies that exchange with Amont (instruction of 22 March 2017).
public enum PartnerKind: String, CaseIterable, Codable, Sendable {
  case huissier
  case bailleurPrive = "bailleur-prive"
  case bailleurSocial = "bailleur-social"
  case caf
  case serviceSocial = "service-social"
  case ccas
  case operateurDSF = "operateur-dsf"
  case fsl
  case banqueDeFrance = "banque-de-france"
  case prefecture
  case tribunal
  case siao
  case reservataire
  case commissionMediation = "commission-mediation"
  case menage
  /// The CCAPEX centrale and its sub-commissions.
  case ccapex
  /// An antenne de prévention: the ADIL, an association of access to rights.
  case antenne
  /// An estate agency.
  case agence
  /// Police and gendarmerie.
  case forcesOrdre = "forces-ordre"
  /// The curator or tutor of a protected adult.
  case mandataire
  /// A partner of health, for a shared proposal of accommodation (instruction § 3.2).
  case sante
  /// The CCAPEX of another département, to which a dossier may be transferred.
  case autreCCAPEX = "autre-ccapex"

  /// Whether a body of this kind may learn that a surendettement file was deposited before it is
  /// recevable (C. consom. art. L721-3 forbids telling creditors).
  public var maySeeSurendettementDeposit: Bool {
    switch self {
    case .serviceSocial, .ccas, .operateurDSF, .fsl, .banqueDeFrance, .menage, .antenne,
      .mandataire:
      true
    case .huissier, .bailleurPrive, .bailleurSocial, .caf, .prefecture, .tribunal, .siao,
      .reservataire, .commissionMediation, .ccapex, .agence, .forcesOrdre, .sante, .autreCCAPEX:
      false
    }
  }
}
