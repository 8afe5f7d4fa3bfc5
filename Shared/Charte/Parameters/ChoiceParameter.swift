import LegalCalendar
/// One of several readings or formulas, by name.
public enum ChoiceParameter: String, CaseIterable, Sendable {
  case fslEffort = "indicateurs.fsl.taux-effort"
  case fslLeft = "indicateurs.fsl.reste-a-vivre"
  case fslCapacity = "indicateurs.fsl.capacite"
  case cafEffort = "indicateurs.caf.taux-effort"
  case cafLeft = "indicateurs.caf.reste-a-vivre"
  case cafCapacity = "indicateurs.caf.capacite"
  case landlordEffort = "indicateurs.bailleurs-sociaux.taux-effort"
  case landlordLeft = "indicateurs.bailleurs-sociaux.reste-a-vivre"
  case landlordCapacity = "indicateurs.bailleurs-sociaux.capacite"
  case bankEffort = "indicateurs.banque-de-france.taux-effort"
  case bankLeft = "indicateurs.banque-de-france.reste-a-vivre"
  case bankCapacity = "indicateurs.banque-de-france.capacite"
  case courtEffort = "indicateurs.tribunal.taux-effort"
  case courtLeft = "indicateurs.tribunal.reste-a-vivre"
  case courtCapacity = "indicateurs.tribunal.capacite"
  case article24 = "points-incertains.article-24-apres-2023"
  case tacitRenewal = "points-incertains.reconduction-tacite"
  case backward = "points-incertains.comptage-a-rebours"
  case unseizedPrefect = "points-incertains.suspension-prefet-non-saisi"
  case signal2026 = "points-incertains.decret-2026-83.signalement"
  case aidDecider = "points-incertains.decret-2026-84.decideur"
  case withoutCharges = "points-incertains.apl-hors-charges"
  case exchange = "points-incertains.exploc-alexi"
  case statistics = "points-incertains.statistiques-2016-2023"
  case laterTexts = "points-incertains.textes-apres-avril-2026"
  case instruction2012 = "points-incertains.instruction-2012"
}

extension ChoiceParameter: CharteParameter {
  // swift-format-ignore
  /// The table: default, meaning, source, certainty.
  public var row: ParameterRow<String> {
    switch self {
    case .fslEffort, .cafEffort, .landlordEffort, .bankEffort, .courtEffort:
      ParameterRow("effort-net-hors-aide-v1", "formule du taux d'effort de cet organisme", "instruction § 2.2 (4)", .medium)
    case .fslLeft, .cafLeft, .landlordLeft, .bankLeft, .courtLeft:
      ParameterRow("reste-par-uc-et-par-jour-v1", "formule du reste à vivre de cet organisme", "instruction § 2.2 (4)", .medium)
    case .fslCapacity, .cafCapacity, .landlordCapacity, .courtCapacity:
      ParameterRow("capacite-simple-v1", "formule de la capacité de remboursement de cet organisme", "instruction § 2.2 (4)", .parameter)
    case .bankCapacity:
      ParameterRow("capacite-banque-de-france-v1", "formule de la capacité de remboursement de cet organisme", "C. consom. R731-1 à R731-3", .law)
    case .article24: ParameterRow("valeurs-du-calendrier", "rédaction de l'article 24 après la loi du 27 juillet 2023", "loi 89-462 art. 24, non relue", .low)
    case .tacitRenewal: ParameterRow("delai-ecrit", "délai du commandement d'un bail reconduit après le 29 juillet 2023", "avis Cass. 24-70.002, question ouverte", .low)
    case .backward: ParameterRow("jour-ouvre-precedent", "dernier jour avant l'audience quand il n'est pas ouvré", "C-9, aucune décision lue", .low)
    case .unseizedPrefect: ParameterRow("depuis-la-saisine", "délai du CQL quand le préfet est saisi tard", "CPCE L412-5 : « suspendu »", .medium)
    case .signal2026: ParameterRow("seuil-maintenu", "signalement du commandement depuis le décret 2026-83", "décret 2026-83, note d'avocat", .low)
    case .aidDecider: ParameterRow("ccapex", "qui décide du maintien de l'aide depuis le décret 2026-84", "CCH L824-2 ; décret 2026-84", .medium)
    case .withoutCharges: ParameterRow("hors-charges", "seuil de l'impayé d'APL de 2016 à 2019 : texte ou instruction", "CCH R351-30 ; instruction § 2.2 (3)", .medium)
    case .exchange: ParameterRow("messages-amont", "format d'échange avec EXPLOC ou ALEXI", "aucune spécification publique", .low)
    case .statistics: ParameterRow("une-source-par-serie", "séries nationales de 2016 à 2023", "périmètres différents", .low)
    case .laterTexts: ParameterRow("non-pris-en-compte", "textes adoptés après avril 2026", "hors des sources lues", .low)
    case .instruction2012: ParameterRow("alerte", "instruction du 26 octobre 2012 : concours avant relogement DALO", "citée par l'instruction § 3.2", .medium)
    }
  }

  // swift-format-ignore
  /// What may be written.
  public var choices: [String] {
    switch self {
    case .fslEffort, .cafEffort, .landlordEffort, .bankEffort, .courtEffort: ["effort-net-hors-aide-v1", "effort-brut-aide-comprise-v1"]
    case .fslLeft, .cafLeft, .landlordLeft, .bankLeft, .courtLeft: ["reste-par-uc-et-par-jour-v1", "reste-par-uc-et-par-mois-v1", "reste-du-menage-par-mois-v1"]
    case .fslCapacity, .cafCapacity, .landlordCapacity, .bankCapacity, .courtCapacity: ["capacite-simple-v1", "capacite-banque-de-france-v1"]
    case .article24: ["valeurs-du-calendrier", "valeurs-verifiees"]
    case .tacitRenewal: ["delai-ecrit", "deux-mois", "six-semaines"]
    case .backward: ["jour-ouvre-precedent", "sans-report"]
    case .unseizedPrefect: ["depuis-la-saisine", "jours-ajoutes"]
    case .signal2026: ["seuil-maintenu", "systematique"]
    case .aidDecider: ["ccapex", "organisme-payeur"]
    case .withoutCharges: ["hors-charges", "charges-comprises"]
    case .exchange: ["messages-amont", "exploc", "alexi"]
    case .statistics: ["une-source-par-serie", "sans-series-nationales"]
    case .laterTexts: ["non-pris-en-compte", "verifies"]
    case .instruction2012: ["alerte", "blocage"]
    }
  }

  /// One of the names.
  public var expected: String {
    "l'un de ces mots : " + choices.map { "« \($0) »" }.joined(separator: ", ")
  }

  /// Reads a name.
  public func value(of text: String) -> String? { choices.contains(text) ? text : nil }

  /// Writes a name.
  public func text(of value: String) -> String { value }
}
