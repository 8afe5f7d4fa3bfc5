import FoundationEssentials
import LegalCalendar
import Testing
import Vocabulary

@Suite struct RuleBookTests {
  /// The rules of the reference that are in force from 22 March 2017 to 31 December 2019.
  static let of2017: [RuleID] = [
    .cdpDelai, .cdpCaution, .signalSeuil, .signalCanal, .pmSaisine, .assignPrefet, .jugeDelais,
    .tribunal, .appelJugement, .appelRefere, .contactProposition, .diagnosticInitial,
    .dsfEntretien, .dsfRemise, .ccapexTexte, .cqlDelai, .cqlPrefet, .cqlProrogation, .delaisL412,
    .cfpSilence, .recoursTA, .meubles, .indemnisation, .aplImpaye, .aplSignal, .aplPlan,
    .aplPlanFSLApresEchec, .aplPlanFSLDirect, .aplPlanTrenteSixiemes, .aplVerification,
    .aplDecideur, .surendetInstruction, .surendetSuspension, .surendetRecours,
    .surendetContestation, .daloDecision, .daloDecisionOutreMer, .daloOffre,
    .daloOffreGrandeAgglomeration, .daloTA, .daloTAJugement, .dahoDecision, .dahoOffre,
    .dahoOffreLogementFoyer, .pmSaisineReputee, .cdpReport, .appelDistance, .prescription,
    .significationDate, .significationHeures, .compteRebours, .compteSemaines, .dsfContradictoire,
    .indicateurSeuils, .cqlSuspension, .treve, .treveExceptions, .cfpMotifs, .cfpDALO, .jugeGrace,
    .indemnDebut, .indemnSilence, .indemnPostes, .indemnPrescription, .aplMaintien, .aplOccupation,
    .aplPetitImpaye, .aplTiersPayant, .aplTiersPayantEffet, .surendetSecret, .surendetGel,
    .surendetAide, .surendetExpulsion, .surendetMesures, .fslDecision, .fslUrgence,
    .protocoleDuree, .protocoleAvenant, .protocoleBail, .protocoleEffacement, .protocoleRappel,
    .calReponse, .calCandidats, .attributionPart, .sneRenouvellement, .rgpdConservation,
    .rgpdArchive,
  ]

  @Test(arguments: of2017) func aRuleOf2017HasOneVersionEachDay(_ id: RuleID) throws {
    let first = try day("2017-03-22")
    for offset in 0...(try day("2019-12-31")).days(since: first) {
      let rule = try RuleBook.rule(id, on: first.adding(days: offset))
      #expect(rule.id == id)
    }
  }

  @Test(arguments: RuleID.allCases) func versionsOfARuleFollowEachOther(_ id: RuleID) throws {
    let versions = RuleBook.rules.filter { $0.id == id }
    #expect(!versions.isEmpty)
    for (earlier, later) in zip(versions, versions.dropFirst()) {
      #expect(later.from == earlier.through?.adding(days: 1))
    }
    for rule in versions {
      #expect(!rule.article.isEmpty)
      if let from = rule.from, let through = rule.through { #expect(from <= through) }
      if rule.certainty == .law || rule.certainty == .seed { #expect(!rule.source.isEmpty) }
    }
  }

  // swift-format-ignore
  @Test(arguments: [
    (RuleID.dsfEntretien, "2017-03-21"), (.signalSeuil, "2015-10-31"), (.cdpMentions, "2018-11-24"),
    (.execArret, "2019-12-31"), (.aplPlan, "2027-01-01"), (.cqlException, "2018-11-24"),
    (.delaisEntreeIllicite, "2023-07-28"), (.bailViolences, "2018-11-24"),
  ])
  func aDayWithoutAVersionIsAnError(_ id: RuleID, _ text: String) throws {
    let asked = try day(text)
    #expect(throws: RuleError.noVersion(id, asked)) { try RuleBook.rule(id, on: asked) }
    #expect(throws: RuleError.noVersion(id, asked)) {
      try LegalCalendar.metropole.deadline(id, origin: asked, decidedBy: asked)
    }
  }

  @Test(arguments: RuleID.allCases) func outsideOfItsVersionsARuleIsNeverGuessed(_ id: RuleID) {
    let versions = RuleBook.rules.filter { $0.id == id }
    let outside = [
      versions.first?.from?.adding(days: -1), versions.last?.through?.adding(days: 1),
    ]
    for asked in outside.compactMap({ $0 }) {
      #expect(throws: RuleError.noVersion(id, asked)) { try RuleBook.rule(id, on: asked) }
    }
  }

  /// What section 7 of the reference calls uncertain: a local choice, or to be confirmed.
  // swift-format-ignore
  @Test(arguments: [
    (RuleID.cdpRenouvellement, "2024-01-15"),
    (.cdpReport, "2017-09-12"), (.compteRebours, "2017-09-12"), (.compteSemaines, "2024-01-15"),
    (.cqlSuspension, "2017-04-28"), (.ccapexTexte, "2026-03-01"), (.signalSeuil, "2026-03-01"),
    (.signalSeuil, "2017-09-12"), (.aplProcedure, "2027-02-01"), (.fslDecision, "2017-09-12"),
    (.fslUrgence, "2017-09-12"), (.indicateurSeuils, "2017-09-12"),
    (.cfpDALO, "2017-09-12"), (.rgpdConservation, "2017-09-12"), (.rgpdArchive, "2017-09-12"),
  ])
  func anUncertainPointShowsAsOne(_ id: RuleID, _ text: String) throws {
    let certainty = try RuleBook.rule(id, on: day(text)).certainty
    #expect(certainty == .parameter || certainty == .low)
  }

  /// The rules by which a service may be stopped are known for each of its days.
  @Test func everyRuleThatAServiceUsesHasAVersionEachDay() throws {
    let first = try day("2017-03-22")
    let days = (0...(try day("2026-12-31")).days(since: first)).map(first.adding)
    let used = try Self.usedByServices()
    #expect(used.count > 10)
    for id in used.subtracting(Self.younger) {
      #expect(days.allSatisfy { (try? RuleBook.rule(id, on: $0)) != nil }, "\(id.rawValue)")
    }
  }

  /// Rules that a later law made: a service asks for them from that day only.
  static let younger: Set<RuleID> = [
    .cdpMentions, .cdpRenouvellement, .bailClause, .assignInformation, .jugeSurendettement,
    .jugeMoratoire, .dsfModele, .dsfRubriques, .cqlException, .cqlMauvaiseFoi, .expulsionPV,
    .delaisEntreeIllicite, .bailViolences,
    .meublesContestation, .indemnFin, .aplProcedure, .rgpdAcces,
  ]

  /// The rules that the sources of the services' domains name.
  private static func usedByServices() throws -> Set<RuleID> {
    let root = Fixture.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let files = FileManager.default
    let services = root.appending(path: "Services")
    let sources = try files.subpathsOfDirectory(atPath: services.path).filter {
      $0.contains("/Domain/") && $0.hasSuffix(".swift")
    }
    let text = try sources.map {
      String(decoding: try Data(contentsOf: services.appending(path: $0)), as: UTF8.self)
    }.joined(separator: "\n")
    let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    return Set(RuleID.allCases.filter { words.contains("\($0)") })
  }

  @Test func aRuleWithoutADelayGivesNoDate() throws {
    let asked = try day("2018-01-10")
    for id in [RuleID.signalSeuil, .delaisL412, .tribunal, .cqlPrefet, .aplImpaye] {
      #expect(throws: RuleError.notADelay(id)) {
        try LegalCalendar.metropole.deadline(id, origin: asked, decidedBy: asked)
      }
    }
  }

  /// Each change of the law, on its last day before and its first day after.
  // swift-format-ignore
  @Test(arguments: [
    (RuleID.cdpDelai, "2023-07-28", "2 mois",                    "2023-07-29", "6 semaines"),
    (.assignPrefet,   "2023-07-28", "2 mois avant",              "2023-07-29", "6 semaines avant"),
    (.dsfEntretien,   "2021-01-07", "1 mois",                    "2021-01-08", "15 jours ouvrés"),
    (.dsfRemise,      "2021-01-07", "1 jour avant",              "2021-01-08", "5 jours ouvrés avant"),
    (.delaisL412,     "2023-07-28", "de 3 mois à 36 mois",       "2023-07-29", "de 1 mois à 12 mois"),
    (.meubles,        "2019-12-31", "1 mois",                    "2020-01-01", "2 mois"),
    (.aplImpaye,      "2019-08-31", "2 fois le loyer hors charges", "2019-09-01", "2 fois le loyer et les charges"),
    (.aplDecideur,    "2026-12-31", "CAF ou MSA",                "2027-01-01", "CCAPEX"),
    (.signalSeuil,    "2023-07-28", "impayé de 3 à 6 mois ou dette de 3 à 6 fois le loyer hors charges",
                      "2023-07-29", "impayé de 2 mois ou dette de 2 fois le loyer hors charges"),
  ])
  func aVersionEndsTheDayBeforeTheNext(
    _ id: RuleID, _ last: String, _ before: String, _ first: String, _ after: String
  ) throws {
    #expect(try RuleBook.rule(id, on: day(last)).value.description == before)
    #expect(try RuleBook.rule(id, on: day(first)).value.description == after)
  }

  @Test func theRuleBookIsTheOneThatWasReviewed() throws {
    let printed = Self.printed
    if ProcessInfo.processInfo.environment["RECORD_RULE_BOOK"] != nil {
      try Data(printed.utf8).write(to: Fixture.folder.appending(path: "rule-book.md"))
    }
    let reviewed = try Fixture.text("rule-book.md").split(separator: "\n")
    for (line, expected) in zip(printed.split(separator: "\n"), reviewed) {
      #expect(line == expected)
    }
    #expect(printed.split(separator: "\n").count == reviewed.count)
  }

  /// The rule book as a lawyer reads it.
  static var printed: String {
    var lines = [
      "| Règle | Du | Au | Valeur | À compter de | Version selon | Texte | Source | Certitude | Note | Jours |",
      "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for rule in RuleBook.rules {
      let cells = [
        rule.id.rawValue, rule.from?.description ?? "", rule.through?.description ?? "",
        rule.value.description, rule.origin.rawValue, rule.scope.rawValue, rule.article,
        rule.source, rule.certainty.rawValue, rule.note, rule.days,
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
