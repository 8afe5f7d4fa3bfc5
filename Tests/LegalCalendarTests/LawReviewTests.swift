import LegalCalendar
import Testing
import Vocabulary

/// What a jurist found wrong or missing in the rule book, row by row, beside the texts.
@Suite struct LawReviewTests {
  /// Rule, day, value, article, certainty.
  // swift-format-ignore
  static let values: [(RuleID, String, String, String, Certainty)] = [
    (.treve, "2014-03-26", "toute expulsion non exécutée le 1er novembre attend le 15 mars inclus, sauf relogement assuré dans des conditions suffisantes ; les actes et les délais continuent", "CPCE L412-6", .law),
    (.treve, "2014-03-27", "toute expulsion non exécutée le 1er novembre attend le 31 mars inclus, sauf relogement assuré dans des conditions suffisantes ; les actes et les délais continuent", "CPCE L412-6", .law),
    (.treveOutreMer, "2017-11-01", "période fixée par le préfet, au besoin en plusieurs parties : trois mois et demi ; quatre mois et demi à Saint-Pierre-et-Miquelon", "CPCE L611-1, L621-4, L631-6, L641-8", .law),
    (.delaisL412, "2014-03-26", "de 1 mois à 12 mois", "CPCE L412-3, L412-4", .law),
    (.delaisL412, "2014-03-27", "de 3 mois à 36 mois", "CPCE L412-3, L412-4", .law),
    (.cqlPrefet, "2014-03-26", "le préfet est informé dès le commandement, pour le relogement ; à défaut le délai est suspendu", "CPCE L412-5", .law),
    (.cfpDemande, "2012-06-01", "demande écrite au préfet, avec copie du dispositif et exposé des diligences et des difficultés", "CPCE R153-1", .law),
    (.cfpPrematuree, "2017-09-12", "2 mois, sans report", "CPCE R153-1 ; CE 18 décembre 2013, n° 363126", .law),
    (.signalSeuil, "2015-11-01", "impayé de 3 à 6 mois ou dette de 3 à 6 fois le loyer hors charges", "loi 89-462, art. 24 I ; arrêté du préfet", .parameter),
    (.signalCanal, "2015-11-01", "lettre ou copie, au besoin électronique ; par EXPLOC dès l'ouverture du module, au plus tard le 31 décembre 2017", "décret 2015-1384", .law),
    (.ccapexTexte, "2015-11-01", "CCAPEX et sous-commissions", "décret 2015-1384", .law),
    (.pmSaisineReputee, "2017-09-12", "la première information de la CCAPEX par la CAF ou la MSA vaut saisine, ce jour-là", "CCH R351-30 III ; loi 89-462, art. 24 II", .law),
    (.assignPlacement, "2019-12-31", "8 jours avant", "CPC art. 839", .law),
    (.assignPlacement, "2020-01-01", "15 jours avant", "CPC art. 754", .high),
    (.assignPlacement, "2021-01-01", "15 jours avant", "CPC art. 754", .medium),
    (.assignComparution, "2019-12-31", "15 jours avant", "CPC art. 838", .law),
    (.execProvisoire, "2019-12-31", "l'ordonnance de référé est exécutoire de droit ; le jugement, seulement si le juge l'ordonne", "CPC art. 514, 515", .law),
    (.execProvisoire, "2020-01-01", "les décisions de première instance sont exécutoires de droit ; le juge peut l'écarter, sauf en référé", "CPC art. 514, 514-1", .law),
    (.jugementNonAvenu, "2018-01-10", "6 mois", "CPC art. 478", .law),
    (.jexAppel, "2018-01-10", "15 jours", "CPCE R121-20", .law),
    (.tribunal, "2019-12-31", "tribunal d'instance", "COJ R221-5, R221-38", .law),
    (.tribunal, "2020-01-01", "tribunal judiciaire ou tribunal de proximité, juge des contentieux de la protection", "COJ L213-4-3, L213-4-4", .law),
    (.indemnSilence, "2015-09-17", "2 mois, sans report", "CJA R421-2", .law),
    (.indemnSilence, "2016-01-01", "2 mois, sans report", "CRPA L231-4, 3°", .law),
    (.jugeGrace, "2016-09-30", "24 mois, sans report", "C. civ. 1244-1", .law),
    (.jugeGrace, "2016-10-01", "24 mois, sans report", "C. civ. 1343-5", .law),
    (.jugeSurendettement, "2020-01-10", "24 mois, sans report", "C. consom. L714-1 II ; loi 89-462, art. 24 VIII", .law),
    (.jugeMoratoire, "2020-01-10", "3 mois, sans report", "C. consom. L714-1 I ; loi 89-462, art. 24 VI 2°", .law),
    (.jugeDelais, "2024-01-15", "36 mois, sans report", "loi 89-462, art. 24 V, VII", .law),
    (.surendetContestation, "2017-12-31", "15 jours", "C. consom. R733-6, R741-1", .law),
    (.surendetContestation, "2018-01-01", "30 jours", "C. consom. R733-6, R741-1", .law),
    (.surendetGel, "2019-02-28", "le débiteur ne paie plus les dettes nées avant la recevabilité, sauf les dettes alimentaires", "C. consom. L722-5", .law),
    (.surendetGel, "2019-03-01", "le débiteur ne paie plus les dettes nées avant la recevabilité, sauf les dettes alimentaires et la dette locative pour laquelle un juge a accordé des délais", "C. consom. L722-5", .law),
    (.surendetMesures, "2018-01-10", "84 mois, sans report", "C. consom. L732-3, L733-3", .law),
    (.surendetMoratoire, "2018-01-10", "24 mois, sans report", "C. consom. L733-1, 4°", .law),
    (.aplPlan, "2020-01-10", "6 mois", "CCH R824-7, 1°", .law),
    (.aplPlanFSLApresEchec, "2020-01-10", "3 mois", "CCH R824-7, 1°", .law),
    (.aplPlanFSLDirect, "2020-01-10", "6 mois", "CCH R824-7, 2°", .law),
    (.aplPlanFSLSimultane, "2020-01-10", "6 mois", "CCH R824-11", .law),
    (.aplPlanTrenteSixiemes, "2020-01-10", "36 mois, sans report", "CCH R824-8, R824-12", .law),
    (.aplVerification, "2020-01-10", "6 mois", "CCH R824-9, R824-19", .medium),
    (.aplOccupation, "2020-01-10", "aide gardée pendant l'occupation si l'indemnité et les charges fixées par le juge sont payées, jusqu'au départ effectif", "CCH R824-14", .law),
    (.aplPetitImpaye, "2020-01-10", "impayé de 100 € au plus : délais du plan, du FSL et du tiers payant réduits de moitié en cas d'échec", "CCH R824-10", .law),
    (.aplDecideur, "2016-08-31", "CDAPL", "CCH R351-30", .law),
    (.aplDecideur, "2024-01-15", "CAF ou MSA", "CCH R824-7, L824-2", .medium),
    (.protocoleRenegociation, "2018-01-10", "3 mois", "CCH R351-30-1", .law),
    (.protocoleRenegociation, "2020-01-10", "3 mois", "CCH R824-16", .law),
    (.protocoleDuree, "2018-01-10", "24 mois, sans report", "CCH L353-15-2, L442-6-5", .high),
    (.daloTA, "2018-01-10", "4 mois (délai franc)", "CJA R778-2", .medium),
    (.meublesContestation, "2020-01-10", "1 mois", "CPCE R433-1, R433-3", .law),
    (.cdpMentions, "2024-01-15", "délai de 6 semaines, loyer et charges du mois, décompte, avertissement, adresse du FSL, droit de demander un délai de grâce, à peine de nullité", "loi 89-462, art. 24 I 1° à 6°", .law),
    (.pmSaisine, "2024-01-15", "2 mois", "loi 89-462, art. 24 II", .law),
    (.prescription, "2014-03-26", "60 mois, sans report", "C. civ. 2224", .medium),
    (.prescription, "2014-03-27", "36 mois, sans report", "loi 89-462, art. 7-1", .high),
    (.assuranceClause, "2018-01-10", "1 mois", "loi 89-462, art. 7 g", .medium),
    (.ordonnanceProtection, "2024-06-14", "6 mois, sans report", "C. civ. 515-12", .law),
    (.ordonnanceProtection, "2024-06-15", "12 mois, sans report", "C. civ. 515-12", .law),
    (.protectionImmediate, "2024-06-15", "ordonnance provisoire de protection immédiate, dans les vingt-quatre heures", "C. civ. 515-13-1", .law),
  ]

  @Test(arguments: values) func aRuleSaysWhatItsTextSays(
    _ id: RuleID, _ text: String, _ value: String, _ article: String, _ certainty: Certainty
  ) throws {
    let rule = try RuleBook.rule(id, on: day(text))
    #expect(rule.value.description == value)
    #expect(rule.article == article)
    #expect(rule.certainty == certainty)
  }

  /// What a note must tell the reader.
  @Test(arguments: [
    (RuleID.appelJugement, "2018-01-10", "5 000 €"), (.appelDistance, "2018-01-10", "644"),
    (.delaisL412, "2024-01-15", "L442-4-1"), (.aplDecideur, "2024-01-15", "conflit"),
    (.meublesContestation, "2020-01-10", "suspend"), (.bailSolidarite, "2018-01-10", "8-2"),
    (.daloTA, "2018-01-10", "les deux délais"), (.significationDate, "2018-01-10", "R713-4"),
    (.daloOffreGrandeAgglomeration, "2018-01-10", "département"),
    (.cdpDelai, "2018-01-10", "deux mois, réponse prudente"),
  ])
  func aRuleTellsItsLimits(_ id: RuleID, _ text: String, _ words: String) throws {
    #expect(try RuleBook.rule(id, on: day(text)).note.contains(words))
  }

  /// A decision of one kind does not start the delays of another.
  @Test(arguments: [
    (RuleID.surendetRecours, Milestone.notificationRecevabilite),
    (.surendetExpulsion, .suspensionExpulsion), (.jexAppel, .notificationJEX),
    (.bailSolidarite, .finConge), (.pmSaisineReputee, .informationCCAPEX),
    (.cfpPrematuree, .finCQL),
  ])
  func aDelayRunsFromItsOwnAct(_ id: RuleID, _ origin: Milestone) throws {
    #expect(try RuleBook.rule(id, on: day("2018-01-10")).origin == origin)
  }

  /// Ordonnance 2020-306: 12 March to 23 June 2020.
  @Test(arguments: [
    // A commandement that ends in the period ends after it, by what had run in it.
    (RuleID.cdpDelai, "2020-02-10", "2020-07-22", "ordonnance 2020-306, à vérifier"),
    (.cdpDelai, "2020-04-01", "2020-08-24", "ordonnance 2020-306, à vérifier, puis dimanche"),
    // One that ended before, or ends after it, is as always.
    (.cdpDelai, "2020-01-10", "2020-03-10", ""), (.cdpDelai, "2020-04-24", "2020-06-24", ""),
    // A silence stands still for its 104 days, or begins at its end.
    (.cfpSilence, "2020-02-10", "2020-07-23", "ordonnance 2020-306, à vérifier"),
    (.cfpSilence, "2020-01-11", "2020-03-11", ""),
    (.cfpSilence, "2020-05-04", "2020-08-23", "ordonnance 2020-306, à vérifier"),
    (.cfpSilence, "2020-06-24", "2020-08-24", ""),
    // What is neither is not touched.
    (.cqlDelai, "2020-02-10", "2020-04-10", ""),
  ])
  func clausesAndSilencesStandStillInTheSpringOf2020(
    _ id: RuleID, _ origin: String, _ due: String, _ reason: String
  ) throws {
    let deadline = try LegalCalendar.metropole.deadline(
      id, origin: day(origin), decidedBy: day(origin))
    #expect(deadline.due == (try day(due)))
    #expect(deadline.reason == reason)
  }
}
