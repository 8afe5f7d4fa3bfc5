import LegalCalendar
/// What is done or not.
public enum SwitchParameter: String, CaseIterable, Sendable {
  case refusalOfAll = "complexite.refus-de-tout-relogement"
  case protection = "complexite.mesure-de-protection"
  case competence = "complexite.conflit-de-competence"
  case territories = "complexite.plusieurs-territoires"
  case memberRefusal = "complexite.refus-d-un-membre"
  case vulnerability = "urgence.vulnerabilite"
  case policeAidAsked = "urgence.concours-demande"
  case urgentFSL = "fsl.procedure-urgente"
  case largeAgglomeration = "relogement.agglomeration-plus-de-300000"
  case noticeExtended = "points-incertains.commandement-prolonge"
  case smallArrearsSince2019 = "points-incertains.petit-impaye-apres-2019"
  case decree2026Aid = "points-incertains.decret-2026-84.applique"
}

extension SwitchParameter: CharteParameter {
  // swift-format-ignore
  /// The table: default, meaning, source, certainty.
  public var row: ParameterRow<Bool> {
    switch self {
    case .refusalOfAll: ParameterRow(true, "le refus de tout relogement rend le dossier complexe", "instruction § 1.2.1 ; critère proposé", .parameter)
    case .protection: ParameterRow(true, "une mesure de protection rend le dossier complexe", "instruction § 1.2.1 ; critère proposé", .parameter)
    case .competence: ParameterRow(true, "un conflit de compétence rend le dossier complexe", "instruction § 1.2.1 ; critère proposé", .parameter)
    case .territories: ParameterRow(true, "un bailleur et un locataire de territoires différents rendent le dossier complexe", "instruction § 1.2.1 ; critère proposé", .parameter)
    case .memberRefusal: ParameterRow(true, "le refus d'agir d'un membre rend le dossier complexe", "instruction § 1.2.1 ; critère proposé", .parameter)
    case .vulnerability: ParameterRow(true, "enfants, handicap ou violences : cellule technique", "instruction § 1.2.3 ; critère proposé", .parameter)
    case .policeAidAsked: ParameterRow(true, "concours de la force publique demandé : cellule technique", "instruction § 1.2.3 ; critère proposé", .parameter)
    case .urgentFSL: ParameterRow(true, "le FSL a une procédure urgente avant ou pendant le commandement", "instruction § 2.2 (2)", .seed)
    case .largeAgglomeration: ParameterRow(true, "le département a tout ou partie d'une agglomération de plus de 300 000 habitants : offre DALO en six mois", "CCH R441-16-1", .parameter)
    case .noticeExtended: ParameterRow(true, "le délai du commandement est prolongé au premier jour ouvrable (CPC 642)", "lecture prudente, C-8", .medium)
    case .smallArrearsSince2019: ParameterRow(false, "le petit impayé d'APL garde ses délais réduits sous le code de 2019, dont le texte n'a pas été lu", "CCH R351-30 e", .low)
    case .decree2026Aid: ParameterRow(true, "le décret 2026-84 s'applique aux impayés d'APL", "décret 2026-84, commentaires", .medium)
    }
  }

  /// Yes or no.
  public var expected: String { "« oui » ou « non »" }

  /// Reads `oui` or `non`.
  public func value(of text: String) -> Bool? { ["oui": true, "non": false][text] }

  /// Writes `oui` or `non`.
  public func text(of value: Bool) -> String { value ? "oui" : "non" }
}
