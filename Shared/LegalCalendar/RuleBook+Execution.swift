import Vocabulary

extension RuleBook {
  /// From the commandement de quitter les lieux to the indemnity. Columns: as in `procedure`.
  // swift-format-ignore
  static let execution: [Rule] = [
    row(.cqlDelai, nil, nil, .delay(.months(2), .extended), from: .cql, by: .cql,
        "CPCE L412-1", "S01", .law, "suspendu tant que le préfet n'est pas saisi (L412-5) : il court alors de la saisine, calcul à vérifier"),
    row(.cqlException, .date(2018, 11, 25), .date(2023, 7, 28), .duty("le délai ne joue pas si le juge constate l'entrée par voie de fait"), from: .cql, by: .decision,
        "CPCE L412-1", "S01", .law),
    row(.cqlException, .date(2023, 7, 29), nil, .duty("le délai ne joue pas si le juge constate la mauvaise foi, ou l'entrée par manœuvres, menaces, voie de fait ou contrainte"), from: .cql, by: .decision,
        "CPCE L412-1", "S01", .law),
    row(.cqlPrefet, nil, .date(2017, 12, 30), .duty("le préfet est saisi dès le commandement, informe la CCAPEX et le ménage de son droit au DALO ; à défaut le délai est suspendu"), from: .cql, by: .cql,
        "CPCE L412-5", "S01", .law),
    row(.cqlPrefet, .date(2017, 12, 31), nil, .duty("le préfet est saisi dès le commandement, par le système d'information, informe la CCAPEX et le ménage de son droit au DALO ; à défaut le délai est suspendu"), from: .cql, by: .cql,
        "CPCE L412-5", "S01, S06", .law),
    row(.cqlProrogation, nil, nil, .delay(.months(3), .fixed), from: .finCQL, by: .cql,
        "CPCE L412-2", "S01", .law, "au plus, pour des conséquences d'une exceptionnelle dureté"),
    row(.delaisL412, nil, .date(2023, 7, 28), .range(shortest: .months(3), longest: .months(36)), from: .decision, by: .decision,
        "CPCE L412-3, L412-4", "S01", .law, "renouvelables"),
    row(.delaisL412, .date(2023, 7, 29), nil, .range(shortest: .months(1), longest: .months(12)), from: .decision, by: .decision,
        "CPCE L412-3, L412-4", "S01", .law, "exclus pour l'occupant de mauvaise foi et l'entrée illicite"),

    row(.cfpDemande, .date(2017, 12, 31), nil, .duty("demande par le système d'information, avec copie du dispositif et exposé des diligences et des difficultés"), from: .demandeCFP, by: .demandeCFP,
        "CPCE L431-2, R153-1", "S01", .law),
    row(.cfpSilence, nil, nil, .delay(.months(2), .fixed), from: .demandeCFP, by: .demandeCFP,
        "CPCE R153-1", "S01", .law, "vaut refus ; le procureur en était informé jusqu'au 10 mai 2017"),
    row(.recoursTA, nil, nil, .delay(.months(2), .franc), from: .refusCFP, by: .refusCFP,
        "CJA R421-1, R421-2", "S05", .medium, "manière de compter à vérifier"),
    row(.expulsionPV, .date(2023, 7, 29), nil, .duty("copie du procès-verbal au préfet et à la CCAPEX par le système d'information"), from: .procesVerbal, by: .procesVerbal,
        "CPCE L431-3", "S01", .law),
    row(.meubles, nil, .date(2019, 12, 31), .delay(.months(1), .extended), from: .procesVerbal, by: .procesVerbal,
        "CPCE R433-1", "S01", .law, "puis audience"),
    row(.meubles, .date(2020, 1, 1), nil, .delay(.months(2), .extended), from: .procesVerbal, by: .procesVerbal,
        "CPCE R433-1", "S01", .law),
    row(.meublesContestation, .date(2020, 1, 1), nil, .delay(.months(1), .extended), from: .procesVerbal, by: .procesVerbal,
        "CPCE R433-1", "S01", .law),
    row(.indemnisation, nil, .date(2025, 11, 6), .duty("jurisprudence seule"), from: .refusCFP, by: .refusCFP,
        "CPCE L153-1", "S40", .law),
    row(.indemnisation, .date(2025, 11, 7), nil, .duty("CPCE R154-1 et suivants"), from: .refusCFP, by: .refusCFP,
        "décret 2025-1052", "S40, S41, S42, S43", .law),
  ]
}
