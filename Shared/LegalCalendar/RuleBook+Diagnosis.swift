import Vocabulary

extension RuleBook {
  /// Contact, diagnosis and the bodies that coordinate them. Columns: as in `procedure`.
  // swift-format-ignore
  static let diagnosis: [Rule] = [
    row(.contactProposition, .date(2017, 3, 22), nil, .delay(.workingDays(10), .extended), from: .signalement, by: .signalement,
        "Charte de prévention de l'expulsion", "", .parameter, "aucun délai légal avant l'assignation"),
    row(.diagnosticInitial, .date(2017, 3, 22), nil, .delay(.days(15), .before), from: .finCommandement, by: .signalement,
        "Charte de prévention de l'expulsion", "", .parameter, "aucun délai légal avant l'assignation"),

    row(.dsfEntretien, .date(2017, 3, 22), .date(2021, 1, 7), .delay(.months(1), .extended), from: .signalement, by: .signalement,
        "instruction du 22 mars 2017, 2.1 (2)", "S75", .seed, "signalement au stade de l'assignation"),
    row(.dsfEntretien, .date(2021, 1, 8), nil, .delay(.workingDays(15), .extended), from: .demandeOperateur, by: .demandeOperateur,
        "décret 2021-8", "S17", .law),
    // The instruction says "before the hearing" and gives no number: the day before is the latest.
    row(.dsfRemise, .date(2017, 3, 22), .date(2021, 1, 7), .delay(.days(1), .before), from: .audience, by: .audience,
        "instruction du 22 mars 2017, 2.1 (2)", "S75", .seed, "« avant l'audience » : au plus tard la veille"),
    row(.dsfRemise, .date(2021, 1, 8), nil, .delay(.workingDays(5), .before), from: .audience, by: .audience,
        "décret 2021-8", "S17", .law, "au juge et à la CCAPEX"),
    row(.dsfModele, .date(2022, 9, 8), nil, .duty("formulaire national"), from: .dsf, by: .dsf,
        "arrêté du 23 août 2022", "S19", .law),
    row(.dsfContradictoire, .date(2017, 3, 22), .date(2021, 1, 7), .duty("entretien proposé à tout ménage assigné pour dette locative"), from: .dsf, by: .dsf,
        "loi 89-462, art. 24 III ; instruction du 22 mars 2017, 2.1 (2)", "S75", .seed, days: "instruction du 22 mars 2017 ; décret 2021-8"),
    row(.dsfContradictoire, .date(2021, 1, 8), nil, .duty("locataire et bailleur savent jusqu'à quand faire leurs observations, écrites ou orales, et reçoivent copie"), from: .dsf, by: .dsf,
        "décret 2021-8", "S17, S18", .law),
    row(.dsfRubriques, .date(2021, 1, 8), nil, .duty("rubriques fixées par l'article 2"), from: .dsf, by: .dsf,
        "décret 2021-8, art. 2", "S18", .law),
    row(.indicateurSeuils, .date(2017, 3, 22), nil, .duty("taux d'effort de 33 % au plus, reste à vivre de 10 à 15 € par jour et par unité de consommation au moins"), from: .dsf, by: .dsf,
        "Charte de prévention de l'expulsion ; instruction du 22 mars 2017, 2.2 (4)", "", .parameter, "usage local ; les indicateurs proposent, une personne décide"),

    row(.ccapexTexte, .date(2015, 11, 1), .date(2026, 2, 13), .competence("CCAPEX et sous-commissions"), from: .acte, by: .acte,
        "décret 2015-1384", "S21b", .law),
    row(.ccapexTexte, .date(2026, 2, 14), nil, .competence("CCAPEX centrale, CCAPEX locales et sous-commissions"), from: .acte, by: .acte,
        "décret 2026-83", "S23, S25", .low, "entrée en vigueur article par article, quorum et délais à vérifier"),
  ]
}
