import SagaOrchestratorDomain

// The lines of the report: tables, however long.
// swift-format-ignore
extension IndicatorLine {
  private static let decisions: [Mark] = [
    .dismissed, .withdrawn, .delaysGranted, .evictionOrdered, .evictionDelayed,
  ]

  static let ofProcedure: [IndicatorLine] = [
    IndicatorLine("F1", "commandements de payer signalés", [.noticeSignalled]),
    IndicatorLine("F2", "saisines de bailleurs personnes morales", [.landlordReferral]),
    IndicatorLine("F3", "impayés signalés à la CAF ou à la MSA", [.aidArrears]),
    IndicatorLine("F4", "assignations notifiées", [.summoned]),
    IndicatorLine("F5", "décisions", decisions),
    IndicatorLine("F5.fermes", "décisions d'expulsion sans délais", [.evictionOrdered], of: decisions),
    IndicatorLine("F5.delais", "décisions avec délais", [.delaysGranted, .evictionDelayed], of: decisions),
    IndicatorLine("F6", "commandements de quitter les lieux", [.quitOrder]),
    IndicatorLine("F7.demandes", "concours de la force publique demandés", [.policeAidRequested]),
    IndicatorLine("F7.accords", "concours accordés", [.policeAidGranted], of: [.policeAidRequested]),
    IndicatorLine("F7.refus", "concours refusés expressément", [.policeAidRefused], of: [.policeAidRequested]),
    IndicatorLine("F7.silences", "concours refusés par silence", [.policeAidSilence], of: [.policeAidRequested]),
    IndicatorLine("F8", "expulsions réalisées", [.evicted]),
  ]

  static let ofPrevention: [IndicatorLine] = [
    IndicatorLine("P1", "assignations traitées avant l'audience (diagnostic et mesure)", [.handledBeforeHearing], of: [.summoned]),
    IndicatorLine("P2", "dossiers résolus sans assignation, parmi les signalés avant elle", [.solvedBeforeSummons], of: [.signalledBeforeSummons]),
    IndicatorLine("P3", "ménages auxquels un contact a été proposé", [.contacted], of: [.opened]),
    IndicatorLine("P3.mois", "contact proposé dans le mois du signalement", [.contactedWithinMonth], of: [.opened]),
    IndicatorLine("P3.proposition", "du signalement à la proposition, en jours", [.proposalDelay], .delay),
    IndicatorLine("P3.entretien", "du signalement à l'entretien, en jours", [.interviewDelay], .delay),
    IndicatorLine("D1", "DSF complets transmis avant l'audience", [.dsfBeforeHearing], of: [.summonedForDebt]),
    IndicatorLine("D1.2021", "DSF complets transmis cinq jours ouvrés avant l'audience", [.dsfFiveDaysBefore], of: [.summonedForDebt]),
    IndicatorLine("D2", "DSF de carence, parmi les DSF demandés", counts: [.dsfCarence], of: [.dsfAsked], source: "social-diagnosis, table dossier"),
  ]

  static let ofJudgment: [IndicatorLine] = [
    IndicatorLine("A1", "audiences tenues où le locataire est présent ou représenté", counts: [.hearingAttended], of: [.hearingHeld], source: "court-liaison, table hearing"),
    IndicatorLine("J1.rejets", "demandes rejetées ou irrecevables", [.dismissed], of: decisions),
    IndicatorLine("J1.extinctions", "désistements, radiations, caducités", [.withdrawn], of: decisions),
    IndicatorLine("J1.delais", "délais de paiement", [.delaysGranted], of: decisions),
    IndicatorLine("J1.fermes", "expulsions sans délais", [.evictionOrdered], of: decisions),
    IndicatorLine("J1.expulsions-delais", "expulsions avec délais", [.evictionDelayed], of: decisions),
  ]

  private static let schedules = "debt-settlement, table schedule_record"
  private static let paths = "debt-settlement, table path_record"

  private static func path(_ path: String, _ id: String, _ name: String) -> [IndicatorLine] {
    [
      IndicatorLine("AP1.\(id)", name + " : acceptés, parmi les demandés", counts: [.path(path, .accepted)], of: [.path(path, .asked)], source: paths),
      IndicatorLine("AP1.\(id).commandement", name + " : acceptés pendant le délai du commandement", counts: [.path(path, .within)], of: [.path(path, .asked)], source: paths),
      IndicatorLine("AP1.\(id).montant", name + " : montant de ceux qui sont acceptés", counts: [.path(path, .accepted)], .euros, source: paths),
      IndicatorLine("AP1.\(id).delai", name + " : de la demande à la réponse, en jours", counts: [.path(path, .days)], .delay, source: paths),
    ]
  }

  static let ofDebt: [IndicatorLine] =
    [
      IndicatorLine("E1.tenus", "échéanciers du juge tenus jusqu'au bout, parmi les accordés de l'année", counts: [.scheduleKept], of: [.scheduleGranted], source: schedules),
      IndicatorLine("E1.rompus", "échéanciers du juge rompus, parmi les accordés de l'année", counts: [.scheduleBroken], of: [.scheduleGranted], source: schedules),
      IndicatorLine("E1.rang", "échéanciers du juge rompus, par rang de la mensualité", counts: [.scheduleBroken], source: schedules, cuts: [.all, .instalment]),
    ]
    + path("plan", "plan", "plans proposés au bailleur") + path("fsl", "fsl", "aides du FSL")
    + path("surendettement", "surendettement", "dossiers de surendettement décidés")
    + path("aid", "apl", "maintiens de l'aide au logement")
    + [
      IndicatorLine("AP1.commandement", "commandements dont la dette est réglée dans leur délai", [.settledInNotice], of: [.noticeSignalled])
    ]

  static let ofHousing: [IndicatorLine] = [
    IndicatorLine("R1.propositions", "logements proposés", [.offerMade]),
    IndicatorLine("R1.acceptations", "propositions acceptées", [.offerAccepted], of: [.offerMade]),
    IndicatorLine("R1.refus", "propositions refusées", [.offerRefused], of: [.offerMade]),
    IndicatorLine("R1.motifs", "propositions refusées, selon qu'un motif est donné", counts: [.refusalReceived], source: "rehousing, table offer", cuts: [.all, .refusal]),
    IndicatorLine("R1.audience", "ménages relogés avant l'audience", [.rehousedBeforeHearing], of: [.summoned]),
    IndicatorLine("R1.cfp", "relogements avant toute demande de CFP", [.rehousedBeforePoliceAid], of: [.rehoused]),
    IndicatorLine("R1.social", "expulsions du parc social sans relogement", [.evictedFromSocialStockWithoutRehousing], of: [.evictedFromSocialStock], target: 0),
    IndicatorLine("DA1", "prioritaires DALO expulsés avant leur relogement", [.evictedBeforeDALO], of: [.evicted], target: 0),
  ]

  static let ofExecution: [IndicatorLine] = [
    IndicatorLine("X1", "expulsions sans proposition d'hébergement", [.evictedWithoutAccommodation], of: [.evicted], target: 0),
    IndicatorLine("C1.demandes", "indemnités demandées à l'État, et leur montant", counts: [.indemnityClaimed], .euros, source: "court-liaison, table act"),
    IndicatorLine("C1.decisions", "indemnités décidées, parmi les demandées", counts: [.indemnityGranted, .indemnityRefused, .indemnitySilence], of: [.indemnityClaimed], source: "court-liaison, table act"),
    IndicatorLine("C1.accords", "indemnités accordées, parmi les décidées", counts: [.indemnityGranted], of: [.indemnityGranted, .indemnityRefused, .indemnitySilence], source: "court-liaison, table act"),
    IndicatorLine("C1.montants", "indemnités accordées, et leur montant", counts: [.indemnityGranted], .euros, source: "court-liaison, table act"),
    IndicatorLine("C1.mois", "périodes de responsabilité de l'État, et leurs mois dans l'année", counts: [.liability], .months, source: "court-liaison, table liability"),
  ]

  static let ofData: [IndicatorLine] = [
    IndicatorLine("Q1.tardives", "assignations notifiées tardivement au préfet", counts: [.summonsLate], of: [.summonsNotified], source: "court-liaison, table act"),
    IndicatorLine("Q1.adresses", "assignations d'un ménage dont l'adresse est inconnue", counts: [.summonsUnknownAddress], of: [.summonsNotified], source: "court-liaison, table act"),
    IndicatorLine("Q1.communes", "événements d'une commune inconnue", counts: [.eventOfUnknownCommune], of: [.eventReceived], source: "intake, table reception", cuts: [.all]),
    IndicatorLine("Q1.refus", "événements refusés", counts: [.eventRejected], of: [.eventReceived], source: "intake, table reception", cuts: [.all]),
    IndicatorLine("Q1.reponses", "événements reçus, par réponse", counts: [.eventReceived], source: "intake, table reception", cuts: [.all, .answer]),
    IndicatorLine("Q1.dossiers", "dossiers réunis ou séparés sur décision", counts: [.merger], source: "intake, table fusion_log", cuts: [.all, .decision]),
    IndicatorLine("Q1.doutes", "rapprochements laissés à un agent", counts: [.doubt], source: "intake, table doubt", cuts: [.all, .reason]),
    IndicatorLine("S1.parc", "ménages signalés dans l'année, par bailleur", [.opened]),
    IndicatorLine("S1.anciennete", "mois d'impayés au premier signalement", counts: [.debtAge], source: "debt-settlement, table settlement_detail", cuts: Cut.usual + [.age]),
    IndicatorLine("S1.dette", "dette rapportée au loyer, au dernier décompte", counts: [.debtOverRent], source: "debt-settlement, table dossier", cuts: Cut.usual + [.ratio]),
    IndicatorLine("S1.menage", "ménages diagnostiqués, par composition", counts: [.householdDiagnosed], source: "social-diagnosis, table diagnosis", cuts: Cut.usual + [.composition]),
  ]
}
