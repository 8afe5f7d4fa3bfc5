public import LegalCalendar

/// The delays that no law sets and that the follow-up of a dossier counts in any unit: months,
/// weeks, days or working days.
public enum DelayParameter: CaseIterable, Sendable {
  case contact, diagnosis, newAttempt, followUp, dsfAfterHearing, settlement, settlementCheck,
    rehousing, offer, lease, judgment, afterJudgment, prefetUnseized, eviction, halfYear,
    unknownAddress, landlordSaisine
}

extension DelayParameter: CharteParameter {
  // swift-format-ignore
  /// The table: place in the file, default, meaning, source, certainty.
  public var row: ParameterRow<Delay> {
    switch self {
    case .contact: ParameterRow("suivi.proposition-entretien", .workingDays(10), "proposer un entretien après un signalement", "instruction § 2.1 ; T4", .parameter)
    case .diagnosis: ParameterRow("suivi.diagnostic", .months(1), "rendre le premier diagnostic", "instruction § 2.1 ; T4", .parameter)
    case .newAttempt: ParameterRow("suivi.nouvelle-tentative", .months(2), "tenter de nouveau de joindre un ménage injoignable", "instruction § 2.1", .parameter)
    case .followUp: ParameterRow("suivi.apres-sortie", .months(3), "suivre le ménage après un retrait du bailleur ou une sortie", "instruction § 2.1", .parameter)
    case .dsfAfterHearing: ParameterRow("suivi.dsf-apres-audience", .days(15), "rendre un DSF qui manque encore après l'audience", "instruction § 2.1 (2)", .parameter)
    case .settlement: ParameterRow("suivi.apurement", .months(4), "obtenir un apurement", "instruction § 2.2", .parameter)
    case .settlementCheck: ParameterRow("suivi.controle-apurement", .months(6), "contrôler un apurement en cours", "CCH R351-30 d", .parameter)
    case .rehousing: ParameterRow("suivi.relogement", .months(2), "recevoir une première proposition de relogement", "instruction § 2.2", .parameter)
    case .offer: ParameterRow("suivi.reponse-offre", .months(1), "recevoir la réponse à une offre", "instruction § 2.2", .parameter)
    case .lease: ParameterRow("suivi.signature-bail", .months(2), "signer le bail après acceptation", "instruction § 2.2", .parameter)
    case .judgment: ParameterRow("suivi.delibere", .months(2), "recevoir la décision après l'audience", "instruction § 3.1", .parameter)
    case .afterJudgment: ParameterRow("suivi.apres-jugement", .months(2), "faire le point après la décision", "instruction § 3.2", .parameter)
    case .prefetUnseized: ParameterRow("suivi.prefet-non-saisi", .months(1), "faire le point quand le préfet n'est pas saisi du CQL", "CPCE L412-5", .parameter)
    case .eviction: ParameterRow("suivi.concours-accorde", .days(15), "faire le point après l'octroi du concours", "instruction § 3.2", .parameter)
    case .halfYear: ParameterRow("suivi.examen-semestriel", .months(6), "revoir un dossier où rien ne court", "instruction § 1.2", .parameter)
    case .unknownAddress: ParameterRow("signalement.adresse-inconnue", .workingDays(2), "traiter à la main une adresse inconnue", "SC11", .parameter)
    case .landlordSaisine: ParameterRow("points-incertains.saisine-bailleur", .months(2), "saisine de la CCAPEX par un bailleur personne morale avant l'assignation, maintenue après 2023", "loi 89-462 art. 24 II", .medium)
    }
  }

  public var expected: String {
    "une durée de 0 à \(Self.longest) et son unité : « 2 mois », « 6 semaines », « 15 jours » ou"
      + " « 10 jours ouvrés »"
  }

  public static let longest = 365

  /// Reads `10 jours ouvrés`.
  public func value(of text: String) -> Delay? {
    guard let (count, unit) = WrittenQuantity.parts(of: text), (0...Self.longest).contains(count)
    else {
      return nil
    }
    switch unit {
    case "mois": return Delay(months: count)
    case "semaine", "semaines": return Delay(weeks: count)
    case "jour", "jours": return Delay(days: count)
    case "jour ouvré", "jours ouvrés": return Delay(workingDays: count)
    case _: return nil
    }
  }

  /// Writes `10 jours ouvrés`.
  public func text(of value: Delay) -> String { value.description }
}
