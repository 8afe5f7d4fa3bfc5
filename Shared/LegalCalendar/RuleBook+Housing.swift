import Vocabulary

extension RuleBook {
  /// Right to housing and to accommodation. Columns: as in `procedure`.
  // swift-format-ignore
  static let housing: [Rule] = [
    row(.daloDecision, .date(2015, 1, 1), nil, .delay(.months(3), .extended), from: .recoursDALO, by: .recoursDALO,
        "CCH R441-15", "S04", .law),
    row(.daloDecisionOutreMer, nil, nil, .delay(.months(6), .extended), from: .recoursDALO, by: .recoursDALO,
        "CCH R441-15", "S04", .law),
    row(.daloOffre, nil, nil, .delay(.months(3), .extended), from: .decisionDALO, by: .decisionDALO,
        "CCH R441-16-1", "S04", .law),
    row(.daloOffreGrandeAgglomeration, nil, nil, .delay(.months(6), .extended), from: .decisionDALO, by: .decisionDALO,
        "CCH R441-16-1", "S04", .law, "agglomération ou partie d'agglomération de plus de 300 000 habitants, et outre-mer"),
    row(.daloTA, nil, nil, .delay(.months(4), .extended), from: .finOffreDALO, by: .decisionDALO,
        "CJA R778-2", "S05", .law),
    row(.daloTAJugement, nil, nil, .delay(.months(2), .extended), from: .saisineTA, by: .saisineTA,
        "CCH L441-2-3-1", "S04", .law),
    row(.dahoDecision, nil, nil, .delay(.weeks(6), .extended), from: .recoursDAHO, by: .recoursDAHO,
        "CCH R441-18", "S04", .law),
    row(.dahoOffre, nil, nil, .delay(.weeks(6), .extended), from: .decisionDAHO, by: .decisionDAHO,
        "CCH R441-18", "S04", .law),
    row(.dahoOffreLogementFoyer, nil, nil, .delay(.months(3), .extended), from: .decisionDAHO, by: .decisionDAHO,
        "CCH R441-18", "S04", .law),
  ]
}
