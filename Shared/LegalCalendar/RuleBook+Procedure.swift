import Vocabulary

extension RuleBook {
  /// From the commandement de payer to the judgment.
  ///
  /// Columns: rule, first day, last day, value, what the delay runs from, what selects the version,
  /// text, source, certainty, note.
  // swift-format-ignore
  static let procedure: [Rule] = [
    row(.cdpDelai, nil, .date(2023, 7, 28), .delay(.months(2), .extended), from: .commandement, by: .bail,
        "loi 89-462, art. 24 I", "S16", .high, "le bail en cours au 29 juillet 2023 garde le délai de sa clause"),
    row(.cdpDelai, .date(2023, 7, 29), nil, .delay(.weeks(6), .extended), from: .commandement, by: .bail,
        "loi 89-462, art. 24 I", "S16", .law, "bail renouvelé ou reconduit depuis : non tranché, prendre le délai écrit dans le commandement"),
    row(.cdpMentions, .date(2023, 7, 29), nil, .duty("délai de 6 semaines, loyer et charges du mois, décompte, avertissement, adresse du FSL, droit de demander des délais"),
        from: .commandement, by: .commandement, "loi 89-462, art. 24 I 1° à 6°", "S83", .high),
    row(.cdpCaution, nil, nil, .delay(.days(15), .extended), from: .commandement, by: .commandement,
        "loi 89-462, art. 24 I", "", .high, "à défaut, la caution ne doit ni pénalité ni intérêt de retard"),
    row(.bailClause, .date(2023, 7, 29), nil, .duty("tout bail contient la clause résolutoire"), from: .bail, by: .bail,
        "loi 89-462, art. 24 I", "S85", .law),

    row(.signalSeuil, .date(2015, 11, 2), .date(2023, 7, 28), .signal(months: 3...6, rents: 3...6), from: .commandement, by: .commandement,
        "loi 89-462, art. 24 I ; arrêté du préfet", "S20, S21, S66, S68", .parameter, "bailleur personne physique ou SCI familiale"),
    row(.signalSeuil, .date(2023, 7, 29), nil, .signal(months: 2...2, rents: 2...2), from: .commandement, by: .commandement,
        "loi 89-462, art. 24 I", "S14, S15", .law, "le décret 2026-83 est dit rendre le signalement systématique : texte à vérifier"),
    row(.signalCanal, .date(2015, 11, 2), nil, .duty("lettre ou copie, au besoin électronique ; par EXPLOC dès l'ouverture du module, au plus tard le 31 décembre 2017"),
        from: .acte, by: .acte, "décret 2015-1384", "S20, S06", .law),
    row(.pmSaisine, .date(2015, 1, 1), .date(2023, 7, 28), .delay(.months(2), .extended), from: .saisineCCAPEX, by: .assignation,
        "loi 89-462, art. 24 II", "S22, S04", .law, "à peine d'irrecevabilité ; réputée faite quand l'impayé persiste après signalement à la CAF ou à la MSA"),
    row(.pmSaisine, .date(2023, 7, 29), nil, .delay(.months(2), .extended), from: .saisineCCAPEX, by: .assignation,
        "loi 89-462, art. 24 II", "S22", .medium, "maintien du délai après la loi du 27 juillet 2023 à vérifier"),

    row(.assignPrefet, nil, .date(2023, 7, 28), .delay(.months(2), .before), from: .audience, by: .assignation,
        "loi 89-462, art. 24 III", "S18, S22", .law, "à peine d'irrecevabilité"),
    row(.assignPrefet, .date(2023, 7, 29), nil, .delay(.weeks(6), .before), from: .audience, by: .assignation,
        "loi 89-462, art. 24 III", "S15", .law, "à peine d'irrecevabilité"),
    row(.assignInformation, .date(2017, 6, 1), nil, .duty("document laissé au locataire : date, heure et lieu de l'audience, intérêt d'y venir, aide juridictionnelle, acteurs locaux"),
        from: .assignation, by: .assignation, "décret 2017-923", "S44", .law, "l'omission n'annule pas l'assignation"),
    row(.assignPlacement, .date(2020, 1, 1), nil, .delay(.days(15), .before), from: .audience, by: .audience,
        "CPC art. 754", "S03", .law, "à peine de caducité"),

    row(.jugeDelais, .date(2014, 3, 27), .date(2023, 7, 28), .delay(.months(36), .fixed), from: .decision, by: .decision,
        "loi 89-462, art. 24 V", "S05b", .high, "au plus ; même d'office, au locataire en situation de régler ; la clause est suspendue pendant les délais"),
    row(.jugeDelais, .date(2023, 7, 29), nil, .delay(.months(36), .fixed), from: .decision, by: .decision,
        "loi 89-462, art. 24 V, VII", "S15", .high, "au plus ; loyer courant repris avant l'audience ; suspension à demander ; elle prend fin au premier terme impayé"),
    row(.jugeSurendettement, .date(2019, 3, 1), nil, .delay(.months(24), .fixed), from: .effacement, by: .decision,
        "C. consom. L714-1 ; loi 89-462, art. 24 VI", "S02", .medium, "sinon les délais suivent les mesures de la commission"),
    row(.tribunal, nil, .date(2019, 12, 31), .competence("tribunal d'instance"), from: .instance, by: .instance,
        "COJ", "", .high),
    row(.tribunal, .date(2020, 1, 1), nil, .competence("tribunal judiciaire ou tribunal de proximité, juge des contentieux de la protection"), from: .instance, by: .instance,
        "loi 2019-222", "", .high),
    row(.execProvisoire, .date(2020, 1, 1), nil, .duty("les décisions de première instance sont exécutoires de droit"), from: .decision, by: .instance,
        "CPC art. 514", "S03", .law),
    row(.appelJugement, nil, nil, .delay(.months(1), .extended), from: .notification, by: .notification,
        "CPC art. 538", "S03", .law, "outre-mer et étranger : délai de distance de l'article 643 en plus"),
    row(.appelRefere, nil, nil, .delay(.days(15), .extended), from: .notification, by: .notification,
        "CPC art. 490", "S03", .law, "outre-mer et étranger : délai de distance de l'article 643 en plus"),
  ]
}
