import LegalCalendar
/// What is done or not.
public enum SwitchParameter: CaseIterable, Sendable {
  case refusalOfAll, protection, competence, territories, memberRefusal, vulnerability,
    policeAidAsked, urgentFSL, largeAgglomeration, noticeExtended, smallArrearsSince2019,
    decree2026Aid
}

extension SwitchParameter: CharteParameter {
  // swift-format-ignore
  /// The table: place in the file, default, meaning, source, certainty.
  public var row: ParameterRow<Bool> {
    switch self {
    case .refusalOfAll: ParameterRow("complexite.refus-de-tout-relogement", true, "le refus de tout relogement rend le dossier complexe", "instruction § 1.2.1 ; critère proposé", .parameter)
    case .protection: ParameterRow("complexite.mesure-de-protection", true, "une mesure de protection rend le dossier complexe", "instruction § 1.2.1 ; critère proposé", .parameter)
    case .competence: ParameterRow("complexite.conflit-de-competence", true, "un conflit de compétence rend le dossier complexe", "instruction § 1.2.1 ; critère proposé", .parameter)
    case .territories: ParameterRow("complexite.plusieurs-territoires", true, "un bailleur et un locataire de territoires différents rendent le dossier complexe", "instruction § 1.2.1 ; critère proposé", .parameter)
    case .memberRefusal: ParameterRow("complexite.refus-d-un-membre", true, "le refus d'agir d'un membre rend le dossier complexe", "instruction § 1.2.1 ; critère proposé", .parameter)
    case .vulnerability: ParameterRow("urgence.vulnerabilite", true, "enfants, handicap ou violences : cellule technique", "instruction § 1.2.3 ; critère proposé", .parameter)
    case .policeAidAsked: ParameterRow("urgence.concours-demande", true, "concours de la force publique demandé : cellule technique", "instruction § 1.2.3 ; critère proposé", .parameter)
    case .urgentFSL: ParameterRow("fsl.procedure-urgente", true, "le FSL a une procédure urgente avant ou pendant le commandement", "instruction § 2.2 (2)", .seed)
    case .largeAgglomeration: ParameterRow("relogement.agglomeration-plus-de-300000", true, "le département a tout ou partie d'une agglomération de plus de 300 000 habitants : offre DALO en six mois", "CCH R441-16-1", .parameter)
    case .noticeExtended: ParameterRow("points-incertains.commandement-prolonge", true, "le délai du commandement est prolongé au premier jour ouvrable (CPC 642)", "lecture prudente, C-8", .medium)
    case .smallArrearsSince2019: ParameterRow("points-incertains.petit-impaye-apres-2019", false, "le petit impayé d'APL garde ses délais réduits sous le code de 2019, dont le texte n'a pas été lu", "CCH R351-30 e", .low)
    case .decree2026Aid: ParameterRow("points-incertains.decret-2026-84.applique", true, "le décret 2026-84 s'applique aux impayés d'APL", "décret 2026-84, commentaires", .medium)
    }
  }

  public var expected: String { "« oui » ou « non »" }

  /// Reads `oui` or `non`.
  public func value(of text: String) -> Bool? { ["oui": true, "non": false][text] }

  /// Writes `oui` or `non`.
  public func text(of value: Bool) -> String { value ? "oui" : "non" }
}
