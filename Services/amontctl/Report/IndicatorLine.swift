import SagaOrchestratorDomain

/// One indicator of the yearly evaluation: what is counted, out of what, and what the instruction aims at.
struct IndicatorLine: Sendable {
  /// How its figures are to be read.
  enum Kind: Sendable {
    /// A number of acts or decisions.
    case count
    /// A number out of another.
    case share
    /// A median and a 90th percentile, in days.
    case delay
  }

  let id: String, name: String
  let kind: Kind
  /// The sum of these is the numerator.
  let marks: [Mark]
  /// The sum of these is the denominator.
  var outOf: [Mark] = []
  /// What the instruction of 22 March 2017 aims at, where it gives a number.
  var target: Int?
  /// Lines of one family add up to another line: none may be found by subtraction.
  var family: String?

  private init(
    _ id: String, _ name: String, _ marks: [Mark], of outOf: [Mark] = [], _ kind: Kind? = nil,
    target: Int? = nil, family: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind ?? (outOf.isEmpty ? .count : .share)
    self.marks = marks
    self.outOf = outOf
    self.target = target
    self.family = family
  }

  private static let decisions: [Mark] = [
    .dismissed, .withdrawn, .delaysGranted, .evictionOrdered, .evictionDelayed,
  ]

  /// The indicators that the saga maintains, in the order of the reference.
  // swift-format-ignore
  static let all: [IndicatorLine] = [
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
    IndicatorLine("P1", "assignations traitées avant l'audience (diagnostic et mesure)", [.handledBeforeHearing], of: [.summoned]),
    IndicatorLine("P2", "dossiers résolus sans assignation, parmi les signalés avant elle", [.solvedBeforeSummons], of: [.signalledBeforeSummons]),
    IndicatorLine("P3", "ménages auxquels un contact a été proposé", [.contacted], of: [.opened]),
    IndicatorLine("P3.mois", "contact proposé dans le mois du signalement", [.contactedWithinMonth], of: [.opened]),
    IndicatorLine("P3.proposition", "du signalement à la proposition, en jours", [.proposalDelay], .delay),
    IndicatorLine("P3.entretien", "du signalement à l'entretien, en jours", [.interviewDelay], .delay),
    IndicatorLine("D1", "DSF complets transmis avant l'audience", [.dsfBeforeHearing], of: [.summonedForDebt]),
    IndicatorLine("D1.2021", "DSF complets transmis cinq jours ouvrés avant l'audience", [.dsfFiveDaysBefore], of: [.summonedForDebt]),
    IndicatorLine("D2", "DSF de carence", [.dsfOfCarence], of: [.summonedForDebt]),
    IndicatorLine("J1.rejets", "demandes rejetées ou irrecevables", [.dismissed], of: decisions, family: "J1"),
    IndicatorLine("J1.extinctions", "désistements, radiations, caducités", [.withdrawn], of: decisions, family: "J1"),
    IndicatorLine("J1.delais", "délais de paiement", [.delaysGranted], of: decisions, family: "J1"),
    IndicatorLine("J1.fermes", "expulsions sans délais", [.evictionOrdered], of: decisions, family: "J1"),
    IndicatorLine("J1.expulsions-delais", "expulsions avec délais", [.evictionDelayed], of: decisions, family: "J1"),
    IndicatorLine("E1.tenus", "échéanciers du juge tenus jusqu'au bout", [.scheduleKept], of: [.delaysGranted]),
    IndicatorLine("E1.rompus", "échéanciers du juge rompus", [.scheduleBroken], of: [.delaysGranted]),
    IndicatorLine("AP1.plan", "plans acceptés par le bailleur", [.planAgreed], of: [.planAgreed, .planRefused]),
    IndicatorLine("AP1.fsl", "aides du FSL accordées", [.fslGranted], of: [.fslGranted, .fslRefused]),
    IndicatorLine("AP1.surendettement", "dossiers de surendettement recevables", [.surendettementAdmitted], of: [.surendettementAdmitted, .surendettementRefused]),
    IndicatorLine("AP1.apl", "aides au logement maintenues", [.aidMaintained], of: [.aidMaintained, .aidSuspended]),
    IndicatorLine("AP1.commandement", "apurement décidé dans le délai du commandement", [.settledInNotice], of: [.noticeSignalled]),
    IndicatorLine("R1.propositions", "logements proposés", [.offerMade]),
    IndicatorLine("R1.acceptations", "propositions acceptées", [.offerAccepted], of: [.offerMade]),
    IndicatorLine("R1.refus", "propositions refusées", [.offerRefused], of: [.offerMade]),
    IndicatorLine("R1.audience", "ménages relogés avant l'audience", [.rehousedBeforeHearing], of: [.summoned]),
    IndicatorLine("R1.cfp", "relogements avant toute demande de CFP", [.rehousedBeforePoliceAid], of: [.rehoused]),
    IndicatorLine("R1.social", "expulsions du parc social sans relogement", [.evictedFromSocialStockWithoutRehousing], of: [.evictedFromSocialStock], target: 0),
    IndicatorLine("DA1", "prioritaires DALO expulsés avant une offre", [.evictedBeforeDALO], of: [.evicted], target: 0),
    IndicatorLine("X1", "expulsions sans proposition d'hébergement", [.evictedWithoutAccommodation], of: [.evicted], target: 0),
    IndicatorLine("C1.demandes", "indemnités demandées à l'État", [.compensationClaimed]),
    IndicatorLine("C1.decisions", "indemnités décidées", [.compensationDecided], of: [.compensationClaimed]),
  ]
}
