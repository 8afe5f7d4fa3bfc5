import Vocabulary

extension RuleBook {
  /// Housing aid and surendettement. Columns: as in `procedure`.
  // swift-format-ignore
  static let debt: [Rule] = [
    row(.aplImpaye, .date(2016, 9, 1), .date(2019, 8, 31), .arrears(rents: 2, .withoutCharges), from: .impaye, by: .impaye,
        "CCH R351-30", "S04", .law, "brut si l'aide va au locataire, net de l'aide en tiers payant ; l'instruction du 22 mars 2017 lit « charges comprises »"),
    row(.aplImpaye, .date(2019, 9, 1), .date(2026, 12, 31), .arrears(rents: 2, .withCharges), from: .impaye, by: .impaye,
        "CCH R824-1", "S07", .law, "brut, ou net de l'aide en tiers payant"),
    row(.aplImpaye, .date(2027, 1, 1), nil, .arrearsOver(Cents(450_00), orMonths: 3), from: .impaye, by: .impaye,
        "décret 2026-84", "S27, S29", .law),
    row(.aplSignal, .date(2016, 9, 1), .date(2019, 8, 31), .delay(.months(2), .extended), from: .impaye, by: .impaye,
        "CCH R351-30", "S04", .law, "sauf dette soldée entre-temps"),
    row(.aplSignal, .date(2019, 9, 1), nil, .delay(.months(2), .extended), from: .impaye, by: .impaye,
        "CCH R824-4", "S08", .law, "sauf dette soldée entre-temps"),

    row(.aplPlan, .date(2016, 9, 1), .date(2019, 8, 31), .delay(.months(6), .extended), from: .renvoiBailleur, by: .signalementCAF,
        "CCH R351-30", "S04", .law, "choix du bailleur : plan amiable"),
    row(.aplPlan, .date(2019, 9, 1), .date(2026, 12, 31), .delay(.months(6), .extended), from: .renvoiBailleur, by: .signalementCAF,
        "CCH R824-11, R824-12", "S09, S10", .law, "choix du bailleur : plan amiable"),
    row(.aplPlanFSLApresEchec, .date(2016, 9, 1), .date(2019, 8, 31), .delay(.months(3), .extended), from: .planEchoue, by: .signalementCAF,
        "CCH R351-30", "S04", .law),
    row(.aplPlanFSLApresEchec, .date(2019, 9, 1), .date(2026, 12, 31), .delay(.months(3), .extended), from: .planEchoue, by: .signalementCAF,
        "CCH R824-11, R824-12", "S09, S10", .law),
    row(.aplPlanFSLDirect, .date(2016, 9, 1), .date(2019, 8, 31), .delay(.months(6), .extended), from: .saisineFSL, by: .signalementCAF,
        "CCH R351-30", "S04", .law),
    row(.aplPlanFSLDirect, .date(2019, 9, 1), .date(2026, 12, 31), .delay(.months(6), .extended), from: .saisineFSL, by: .signalementCAF,
        "CCH R824-11, R824-12", "S09, S10", .law),
    row(.aplPlanTrenteSixiemes, .date(2016, 9, 1), .date(2019, 8, 31), .delay(.months(36), .fixed), from: .miseEnDemeure, by: .signalementCAF,
        "CCH R351-30", "S04", .law, "1/36 de la dette par mois, dès le mois qui suit la mise en demeure"),
    row(.aplPlanTrenteSixiemes, .date(2019, 9, 1), .date(2026, 12, 31), .delay(.months(36), .fixed), from: .miseEnDemeure, by: .signalementCAF,
        "CCH R824-11, R824-12", "S09, S10", .law, "1/36 de la dette par mois, dès le mois qui suit la mise en demeure"),
    row(.aplVerification, .date(2016, 9, 1), .date(2019, 8, 31), .delay(.months(6), .extended), from: .planApprouve, by: .signalementCAF,
        "CCH R351-30", "S04", .law),
    row(.aplVerification, .date(2019, 9, 1), .date(2026, 12, 31), .delay(.months(6), .extended), from: .planApprouve, by: .signalementCAF,
        "CCH R824-11, R824-12", "S09, S10", .law),
    row(.aplDecideur, nil, .date(2026, 12, 31), .competence("CAF ou MSA"), from: .decisionAide, by: .decisionAide,
        "CCH R351-30, puis L824-2", "S04, S12", .law),
    row(.aplDecideur, .date(2027, 1, 1), nil, .competence("CCAPEX"), from: .decisionAide, by: .decisionAide,
        "CCH L824-2 ; décret 2026-84", "S12, S28", .law),

    row(.surendetInstruction, .date(2016, 7, 1), nil, .delay(.months(3), .extended), from: .depotSurendettement, by: .depotSurendettement,
        "C. consom. R721-4", "S02", .law),
    row(.surendetSuspension, nil, nil, .delay(.months(24), .fixed), from: .recevabilite, by: .recevabilite,
        "C. consom. L722-2, L722-3", "S02", .law, "au plus ; l'expulsion n'est suspendue que par le juge (L722-6 à L722-9)"),
    row(.surendetExpulsion, nil, nil, .delay(.months(24), .fixed), from: .decision, by: .decision,
        "C. consom. L722-6 à L722-9", "S02", .law, "au plus ; le juge seul, saisi par la commission"),
    row(.surendetRecours, .date(2016, 7, 1), nil, .delay(.days(15), .extended), from: .notification, by: .notification,
        "C. consom. R722-1", "S02", .law),
    row(.surendetContestation, .date(2016, 7, 1), nil, .delay(.days(30), .extended), from: .mesures, by: .mesures,
        "C. consom. R733-6, R741-1", "S02", .law),
  ]
}
