import Vocabulary

extension RuleBook {
  /// Right to housing and to accommodation, attribution of dwellings, and the data of the dossier.
  /// Columns: as in `procedure`.
  // swift-format-ignore
  static let housing: [Rule] = [
    row(.daloDecision, .date(2015, 1, 1), nil, .delay(.months(3), .extended), from: .recoursDALO, by: .recoursDALO,
        "CCH R441-15", "S04, LEGI", .law, days: "le texte de 2014 finit le délai de six mois d'Île-de-France au 1er janvier 2015"),
    row(.daloDecisionOutreMer, nil, nil, .delay(.months(6), .extended), from: .recoursDALO, by: .recoursDALO,
        "CCH R441-15", "S04", .law),
    row(.daloOffre, nil, nil, .delay(.months(3), .extended), from: .decisionDALO, by: .decisionDALO,
        "CCH R441-16-1", "S04", .law),
    row(.daloOffreGrandeAgglomeration, nil, nil, .delay(.months(6), .extended), from: .decisionDALO, by: .decisionDALO,
        "CCH R441-16-1", "S04, LEGI", .law, "le département en décide : outre-mer, ou département qui comporte une agglomération, ou partie d'agglomération, de plus de 300 000 habitants"),
    row(.daloTA, nil, nil, .delay(.months(4), .franc), from: .finOffreDALO, by: .decisionDALO,
        "CJA R778-2", "S05, LEGI", .medium, "seulement si la notification a dit les deux délais ; DAHO aussi ; délai franc comme RECOURS.TA, à vérifier"),
    row(.daloTAJugement, nil, nil, .delay(.months(2), .extended), from: .saisineTA, by: .saisineTA,
        "CCH L441-2-3-1", "S04", .law),
    row(.dahoDecision, nil, nil, .delay(.weeks(6), .extended), from: .recoursDAHO, by: .recoursDAHO,
        "CCH R441-18", "S04", .law),
    row(.dahoOffre, nil, nil, .delay(.weeks(6), .extended), from: .decisionDAHO, by: .decisionDAHO,
        "CCH R441-18", "S04", .law),
    row(.dahoOffreLogementFoyer, nil, nil, .delay(.months(3), .extended), from: .decisionDAHO, by: .decisionDAHO,
        "CCH R441-18", "S04", .law),

    row(.calReponse, nil, nil, .delay(.days(10), .extended), from: .attribution, by: .attribution,
        "CCH R441-10", "", .high),
    row(.calCandidats, nil, nil, .duty("trois candidats au moins, sauf DALO ou manque de candidats ; décision classée"), from: .attribution, by: .attribution,
        "CCH R441-3", "", .high),
    row(.attributionPart, .date(2017, 1, 29), nil, .duty("un quart des attributions aux ménages DALO ou, à défaut, prioritaires, dont les personnes menacées d'expulsion sans relogement ; à défaut le préfet attribue"), from: .attribution, by: .attribution,
        "CCH L441-1 ; loi 2017-86 du 27 janvier 2017", "S75", .high),
    row(.sneRenouvellement, nil, nil, .delay(.months(12), .fixed), from: .demandeLogement, by: .demandeLogement,
        "CCH R441-2-7", "", .high, days: "rédactions d'avant 2012 absentes de l'index"),

    row(.rgpdAcces, .date(2005, 10, 22), .date(2018, 5, 24), .delay(.months(2), .extended), from: .demandeAcces, by: .demandeAcces,
        "loi 78-17, art. 39 ; décret 2005-1309, art. 94", "", .medium, ""),
    row(.rgpdAcces, .date(2018, 5, 25), nil, .delay(.months(1), .extended), from: .demandeAcces, by: .demandeAcces,
        "RGPD art. 12", "", .high, "deux mois de plus au besoin, dits dans le premier mois"),
    row(.rgpdConservation, .date(2017, 3, 22), nil, .delay(.months(24), .fixed), from: .cloture, by: .cloture,
        "RGPD art. 5 ; Charte de prévention de l'expulsion", "", .parameter, "durée d'EXPLOC (décret 2025-348) non lue"),
    row(.rgpdArchive, .date(2017, 3, 22), nil, .delay(.months(60), .fixed), from: .cloture, by: .cloture,
        "RGPD art. 5 ; loi 68-1250", "", .parameter, "responsabilité de l'État ; puis données pseudonymes"),
  ]
}
