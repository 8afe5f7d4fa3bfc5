import LegalCalendar
/// One of several readings or formulas, by name.
public enum ChoiceParameter: CaseIterable, Sendable {
  case fslEffort, fslLeft, fslCapacity, cafEffort, cafLeft, cafCapacity, landlordEffort,
    landlordLeft, landlordCapacity, bankEffort, bankLeft, bankCapacity, courtEffort, courtLeft,
    courtCapacity, article24, tacitRenewal, backward, unseizedPrefect, signal2026, aidDecider,
    withoutCharges, exchange, statistics, laterTexts, instruction2012
}

extension ChoiceParameter: CharteParameter {
  // swift-format-ignore
  /// The table: place in the file, default, meaning, source, certainty.
  public var row: ParameterRow<String> {
    switch self {
    case .fslEffort: Self.effort("fsl")
    case .cafEffort: Self.effort("caf")
    case .landlordEffort: Self.effort("bailleurs-sociaux")
    case .bankEffort: Self.effort("banque-de-france")
    case .courtEffort: Self.effort("tribunal")
    case .fslLeft: Self.left("fsl")
    case .cafLeft: Self.left("caf")
    case .landlordLeft: Self.left("bailleurs-sociaux")
    case .bankLeft: Self.left("banque-de-france")
    case .courtLeft: Self.left("tribunal")
    case .fslCapacity: Self.capacity("fsl")
    case .cafCapacity: Self.capacity("caf")
    case .landlordCapacity: Self.capacity("bailleurs-sociaux")
    case .bankCapacity: ParameterRow("indicateurs.banque-de-france.capacite", "capacite-banque-de-france-v1", "formule de la capacité de remboursement de cet organisme", "C. consom. R731-1 à R731-3", .law)
    case .courtCapacity: Self.capacity("tribunal")
    case .article24: ParameterRow("points-incertains.article-24-apres-2023", "valeurs-du-calendrier", "rédaction de l'article 24 après la loi du 27 juillet 2023", "loi 89-462 art. 24, non relue", .low)
    case .tacitRenewal: ParameterRow("points-incertains.reconduction-tacite", "delai-ecrit", "délai du commandement d'un bail reconduit après le 29 juillet 2023", "avis Cass. 24-70.002, question ouverte", .low)
    case .backward: ParameterRow("points-incertains.comptage-a-rebours", "jour-ouvre-precedent", "dernier jour avant l'audience quand il n'est pas ouvré", "C-9, aucune décision lue", .low)
    case .unseizedPrefect: ParameterRow("points-incertains.suspension-prefet-non-saisi", "depuis-la-saisine", "délai du CQL quand le préfet est saisi tard", "CPCE L412-5 : « suspendu »", .medium)
    case .signal2026: ParameterRow("points-incertains.decret-2026-83.signalement", "seuil-maintenu", "signalement du commandement depuis le décret 2026-83", "décret 2026-83, note d'avocat", .low)
    case .aidDecider: ParameterRow("points-incertains.decret-2026-84.decideur", "ccapex", "qui décide du maintien de l'aide depuis le décret 2026-84", "CCH L824-2 ; décret 2026-84", .medium)
    case .withoutCharges: ParameterRow("points-incertains.apl-hors-charges", "hors-charges", "seuil de l'impayé d'APL de 2016 à 2019 : texte ou instruction", "CCH R351-30 ; instruction § 2.2 (3)", .medium)
    case .exchange: ParameterRow("points-incertains.exploc-alexi", "messages-amont", "format d'échange avec EXPLOC ou ALEXI", "aucune spécification publique", .low)
    case .statistics: ParameterRow("points-incertains.statistiques-2016-2023", "une-source-par-serie", "séries nationales de 2016 à 2023", "périmètres différents", .low)
    case .laterTexts: ParameterRow("points-incertains.textes-apres-avril-2026", "non-pris-en-compte", "textes adoptés après avril 2026", "hors des sources lues", .low)
    case .instruction2012: ParameterRow("points-incertains.instruction-2012", "alerte", "instruction du 26 octobre 2012 : concours avant relogement DALO", "citée par l'instruction § 3.2", .medium)
    }
  }

  // swift-format-ignore
  private static func effort(_ body: String) -> ParameterRow<String> {
    ParameterRow("indicateurs.\(body).taux-effort", "effort-net-hors-aide-v1", "formule du taux d'effort de cet organisme", "instruction § 2.2 (4)", .medium)
  }

  // swift-format-ignore
  private static func left(_ body: String) -> ParameterRow<String> {
    ParameterRow("indicateurs.\(body).reste-a-vivre", "reste-par-uc-et-par-jour-v1", "formule du reste à vivre de cet organisme", "instruction § 2.2 (4)", .medium)
  }

  // swift-format-ignore
  private static func capacity(_ body: String) -> ParameterRow<String> {
    ParameterRow("indicateurs.\(body).capacite", "capacite-simple-v1", "formule de la capacité de remboursement de cet organisme", "instruction § 2.2 (4)", .parameter)
  }

  // swift-format-ignore
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

  public var expected: String {
    "l'un de ces mots : " + choices.map { "« \($0) »" }.joined(separator: ", ")
  }

  /// Reads a name.
  public func value(of text: String) -> String? { choices.contains(text) ? text : nil }

  /// Writes a name.
  public func text(of value: String) -> String { value }
}
