import Casework
public import Contracts
public import LegalCalendar
public import Vocabulary

/// What a judge decided.
public struct Ruling: Sendable, Hashable {
  public var sens: TribunalDecision.Sens
  /// The number of instalments, where it sets a schedule.
  public var instalments: Int?
  public var first: Day?
  /// The last day of the delays, where it grants some.
  public var end: Day?
  public var instalment: Cents?
  /// What the judge leaves of the two months of the CQL (CPCE L412-1), where he changes them.
  public var quitDelay: Delay?
  /// The day on which a case that stands still comes back.
  public var resumesOn: Day?
  /// What the judge finds besides: his words, never Amont's.
  public var findings: Set<Finding>

  /// What a judge may find. The raw values are stored and never change.
  public enum Finding: String, CaseIterable, Sendable, Hashable {
    /// The household is in bad faith (CPCE L412-1, L412-3, since 2023).
    case badFaith = "mauvaise-foi"
    /// It entered by voie de fait (CPCE L412-1).
    case trespass = "voie-de-fait"
    /// The winter truce is set aside (CPCE L412-6).
    case truceSetAside = "treve-ecartee"
    /// Students' housing (CPCE L412-7).
    case studentHousing = "logement-etudiant"
    /// Another dwelling is assured (CPCE L412-6).
    case rehousingAssured = "relogement-assure"
    /// The debt was erased (C. consom. L714-1).
    case erasure = "apres-effacement"
    /// The decision is enforceable at once.
    case enforceable = "executoire"
    /// It is not (CPC art. 514-1).
    case notEnforceable = "non-executoire"
  }

  public init(
    sens: TribunalDecision.Sens, instalments: Int? = nil, first: Day? = nil, end: Day? = nil,
    instalment: Cents? = nil, quitDelay: Delay? = nil, resumesOn: Day? = nil,
    findings: Set<Finding> = []
  ) {
    self.sens = sens
    self.instalments = instalments
    self.first = first
    self.end = end
    self.instalment = instalment
    self.quitDelay = quitDelay
    self.resumesOn = resumesOn
    self.findings = findings
  }

  /// What the partner published.
  init(_ act: TribunalDecision) {
    var found: Set<Finding> = []
    if act.mauvaise_foi == true { found.insert(.badFaith) }
    if act.voie_de_fait == true { found.insert(.trespass) }
    if act.treve_ecartee == true { found.insert(.truceSetAside) }
    if act.logement_etudiant == true { found.insert(.studentHousing) }
    if act.relogement_assure == true { found.insert(.rehousingAssured) }
    if act.apres_effacement == true { found.insert(.erasure) }
    if let isEnforceable = act.execution_provisoire {
      found.insert(isEnforceable ? .enforceable : .notEnforceable)
    }
    self.init(
      sens: act.sens, instalments: act.nombre, first: act.premiere, end: act.fin_delais,
      instalment: act.mensualite,
      quitDelay: Self.delay(months: act.delai_cql_mois, days: act.delai_cql_jours),
      resumesOn: act.reprise, findings: found)
  }

  /// What is left of the two months; `nil` where nobody changes them.
  public static func delay(months: Int?, days: Int?) -> Delay? {
    guard months != nil || days != nil else { return nil }
    return Delay(months: months ?? 0, days: days ?? 0)
  }

  /// The day until which the household may stay, by a decision that ends its lease.
  public var leavesBy: Day? {
    switch sens {
    case .expulsionAvecDelais, .conciliation, .congeValide, .delaisSansSuspension: end
    case .rejet, .irrecevable, .desistement, .radiation, .caducite, .delaisSuspensifs,
      .delaisSurendettement, .expulsionFerme, .expulsionSansDelai, .paiement, .sursisAStatuer:
      nil
    }
  }

  /// Whether it decides the case.
  var isFinal: Bool { sens != .sursisAStatuer }

  /// Both tellings of one decision as one, or `nil` when they contradict each other.
  func merged(with said: Ruling) -> Ruling? {
    guard said.sens == sens else { return nil }
    return Ruling(
      sens: sens, instalments: said.instalments ?? instalments, first: said.first ?? first,
      end: said.end ?? end, instalment: said.instalment ?? instalment,
      quitDelay: said.quitDelay ?? quitDelay, resumesOn: said.resumesOn ?? resumesOn,
      findings: findings.union(said.findings))
  }
}

// The decision of the judge, by kind.

extension CourtContext {
  mutating func receive(_ act: TribunalDecision, from sender: String) throws {
    let arrival = try enter(.ruling(Ruling(act)), on: act.date, from: sender) { known, said in
      guard case .ruling(let before) = known, case .ruling(let after) = said else { return nil }
      return before.merged(with: after).map { .ruling($0) }
    }
    switch arrival {
    case .known, .past, .contested, .refused: return
    case .amended(let index), .current(let index): try reportRuling(index)
    case .late(let index): try reportLateRuling(index)
    }
  }

  private mutating func reportRuling(_ index: Int) throws {
    let day = file.acts[index].date
    guard case .ruling(let ruling) = file.acts[index].content else { return }
    switch ruling.sens {
    case .rejet:
      try report(
        .claimDismissed, on: day, "Le juge rejette la demande d'expulsion.",
        article: CourtBasis.claim)
    case .irrecevable:
      try report(
        .claimDismissed, on: day, "Le juge déclare la demande d'expulsion irrecevable.",
        article: CourtBasis.claim)
    case .desistement:
      try report(
        .claimWithdrawn, on: day, "Le bailleur se désiste de sa demande.", article: "CPC art. 394")
    case .radiation:
      try report(
        .claimStruckOut, on: day,
        "L'affaire est radiée du rôle : l'instance est suspendue, elle peut être rétablie.",
        article: "CPC art. 381, 386")
    case .caducite:
      try report(
        .claimWithdrawn, on: day, "L'assignation est caduque.", article: "CPC art. 406, 754")
    case .paiement:
      try report(
        .claimDismissed, on: day,
        "Le juge condamne au paiement de la dette seul : aucune expulsion n'est ordonnée.",
        article: CourtBasis.claim)
    case .sursisAStatuer: try reportStandstill(ruling, on: day)
    case .conciliation: try reportConciliation(ruling, at: index)
    case .congeValide, .delaisSansSuspension: try reportEndOfLease(ruling, at: index)
    case .delaisSuspensifs: try reportDelays(ruling, at: index)
    case .delaisSurendettement: try reportSurendettementDelays(ruling, on: day)
    case .expulsionFerme, .expulsionSansDelai: try reportEviction(ruling, at: index)
    case .expulsionAvecDelais: try reportEvictionWithDelays(ruling, at: index)
    }
    try reportTruce(of: ruling, on: day)
  }

  /// Nothing is decided: the case comes back on a day, or nobody knows when.
  private mutating func reportStandstill(_ ruling: Ruling, on day: Day) throws {
    if let resumes = ruling.resumesOn {
      return try report(
        .hearingPostponed, on: day,
        "Le juge sursoit à statuer : l'affaire revient à une autre date.",
        article: CourtBasis.standstill, hearing: resumes)
    }
    try tell(
      .dossierARevoir, to: .prefecture,
      "Le juge sursoit à statuer : aucune expulsion n'est ordonnée ; faites préciser quand l'affaire"
        + " revient.", article: CourtBasis.standstill)
  }

  /// A procès-verbal that is enforceable is a title (CPCE L411-1): the schedule or the day to leave
  /// on which the parties agreed. Without either, the household is taken to pay by instalments,
  /// which protects it, until somebody says what was agreed.
  private mutating func reportConciliation(_ ruling: Ruling, at index: Int) throws {
    if ruling.end != nil, ruling.instalments == nil {
      return try reportEndOfLease(ruling, at: index)
    }
    if ruling.instalments == nil {
      try tell(
        .dossierARevoir, to: .prefecture,
        "Les parties se sont conciliées sans que les termes de leur accord soient connus : faites-les"
          + " préciser.", article: CourtBasis.conciliation)
    }
    try reportDelays(ruling, at: index)
  }

  /// The lease is ended, by a congé, by the clause that is not suspended, or by agreement; the
  /// household may stay until the day that the decision says.
  private mutating func reportEndOfLease(_ ruling: Ruling, at index: Int) throws {
    guard let end = ruling.leavesBy else { return try reportEviction(ruling, at: index) }
    try report(
      .evictionOrderedWithDelays, on: file.acts[index].date,
      ruling.sens == .conciliation
        ? "Les parties conviennent devant le juge du départ du ménage."
        : "Le juge ordonne l'expulsion et accorde des délais pour quitter les lieux.",
      article: ruling.sens == .conciliation ? CourtBasis.conciliation : CourtBasis.executionDelays,
      until: end)
    // What the parties agree on is not bound by the delays of the judge.
    if ruling.sens != .conciliation { try checkBounds(until: end, of: .delais, at: index) }
  }

  private mutating func reportDelays(_ ruling: Ruling, at index: Int) throws {
    let day = file.acts[index].date
    let rule = version(of: .jugeDelais, on: day)
    // Without a day of its own, the first instalment is due a month after the decision.
    let first =
      try ruling.first
      ?? rules.calendar.deadline(
        origin: day, delay: .months(1), rule: "JUGE.premiere", article: CourtBasis.delays
      ).due
    let count = ruling.instalments
    try report(
      .delaysGranted, on: day,
      (ruling.sens == .conciliation
        ? "Les parties conviennent devant le juge d'un échéancier"
        : "Le juge accorde des délais de paiement") + (count.map { " en \($0) mensualités" } ?? "")
        + (ruling.sens == .conciliation ? "." : " et suspend la clause résolutoire."),
      article: ruling.sens == .conciliation
        ? CourtBasis.conciliation : rule?.article ?? CourtBasis.delays, until: first, count: count)
    guard ruling.sens != .conciliation, let rule, let count,
      let last = first.adding(months: count - 1)
    else { return }
    let longest = try rules.calendar.deadline(rule, origin: day)
    // A first term later than a month after the decision moves the last one as much.
    guard count > Self.mostInstalments || last > longest.due.adding(days: Self.daysOfAMonth) else {
      return
    }
    try tellOnce(
      .outOfBounds, ofActAt: index,
      "Les délais de paiement dépassent \(longest.delay) : faites préciser la décision.",
      article: longest.article, due: longest.due)
  }

  private static var mostInstalments: Int { 36 }
  private static var daysOfAMonth: Int { 31 }

  /// The delays follow the commission's measures; after an effacement, the clause is suspended for
  /// two years from the decision (C. consom. L714-1, since 1 March 2019).
  private mutating func reportSurendettementDelays(_ ruling: Ruling, on day: Day) throws {
    let rule = version(of: .jugeSurendettement, on: day)
    let longest = try rule.map { try rules.calendar.deadline($0, origin: day).due }
    if ruling.findings.contains(.erasure) {
      let end = ruling.end ?? longest
      try report(
        .clauseSuspendedAfterPRP, on: day,
        "La dette est effacée : le juge suspend la clause résolutoire"
          + (end == nil ? "." : " pendant deux ans, loyer courant payé."),
        article: CourtBasis.surendettementDelays, until: end)
    } else {
      try report(
        .scheduleBySurendettement, on: day,
        "Le juge suspend la clause résolutoire et règle les délais sur les mesures de la commission"
          + " de surendettement.",
        article: CourtBasis.surendettementDelays, until: ruling.first ?? ruling.end ?? longest,
        count: ruling.instalments)
    }
    guard rule == nil else { return }
    try tell(
      .dossierARevoir, to: .prefecture,
      "La décision règle les délais sur un surendettement avant l'entrée en vigueur de l'article"
        + " L714-1 : faites-en préciser la durée.", article: CourtBasis.surendettementDelays)
  }

  /// The judge's words alone take the two months away, under the law of his day (CPCE L412-1).
  private mutating func reportEviction(_ ruling: Ruling, at index: Int) throws {
    let day = file.acts[index].date
    if liftsQuitDelay(ruling, on: day) {
      return try report(
        .evictionOrderedWithoutQuitDelay, on: day,
        "Le juge ordonne l'expulsion sans le délai de deux mois du commandement de quitter les"
          + " lieux ; la trêve hivernale demeure.", article: CourtBasis.quitDelay)
    }
    try report(
      .evictionOrdered, on: day, text(of: ruling),
      article: ruling.sens == .congeValide ? CourtBasis.conge : CourtBasis.claim)
    guard ruling.sens == .expulsionSansDelai else { return }
    try tellOnce(
      .outOfBounds, ofActAt: index,
      "La décision supprime le délai de deux mois sans que la loi de sa date le prévoie pour ce"
        + " motif : vérifiez-la ; le délai est tenu pour applicable.", article: CourtBasis.quitDelay
    )
  }

  private func text(of ruling: Ruling) -> String {
    let order =
      switch ruling.sens {
      case .congeValide: "Le juge valide le congé et ordonne l'expulsion"
      case .delaisSansSuspension:
        "Le juge accorde des délais de paiement sans suspendre la clause résolutoire, et ordonne"
          + " l'expulsion"
      case .conciliation: "Les parties conviennent devant le juge du départ du ménage"
      case .rejet, .irrecevable, .desistement, .radiation, .caducite, .delaisSuspensifs,
        .delaisSurendettement, .expulsionFerme, .expulsionAvecDelais, .expulsionSansDelai,
        .paiement, .sursisAStatuer:
        "Le juge ordonne l'expulsion, sans délais de paiement"
      }
    let left = ruling.quitDelay.map {
      " ; il ramène à \($0) le délai du commandement de quitter les lieux"
    }
    return order + (left ?? "") + "."
  }

  private mutating func reportEvictionWithDelays(_ ruling: Ruling, at index: Int) throws {
    let day = file.acts[index].date
    let last = try ruling.end ?? delayBounds(of: .delais, decidedOn: day).longest
    if ruling.end == nil {
      // The household is protected for as long as the law allows, until somebody says the day.
      try tell(
        .dossierARevoir, to: .prefecture,
        "La décision accorde des délais avant l'expulsion sans que leur terme soit connu : faites-le"
          + " préciser.", article: CourtBasis.executionDelays)
    }
    try report(
      .evictionOrderedWithDelays, on: day,
      "Le juge ordonne l'expulsion et accorde des délais pour quitter les lieux.",
      article: CourtBasis.executionDelays, until: last)
    try checkBounds(until: last, of: .delais, at: index)
  }

  /// A decision that arrives after the acts that executed it. It only matters if it protects: then
  /// the execution may be irregular, and the préfet must look.
  private mutating func reportLateRuling(_ index: Int) throws {
    guard case .ruling(let ruling) = file.acts[index].content else { return }
    switch ruling.sens {
    case .rejet, .irrecevable, .desistement, .radiation, .caducite, .delaisSuspensifs,
      .delaisSurendettement, .paiement, .sursisAStatuer:
      break
    case .expulsionFerme, .expulsionSansDelai: return
    case .conciliation where ruling.instalments != nil || ruling.end == nil: break
    case .congeValide, .delaisSansSuspension, .conciliation:
      guard let end = ruling.end, end >= today else { return }
    case .expulsionAvecDelais:
      if let end = ruling.end, end < today { return }
    }
    try reportRuling(index)
    try tell(
      .dossierARevoir, to: .prefecture,
      "Une décision favorable au ménage est parvenue après des actes d'exécution : vérifiez que"
        + " ceux-ci restent réguliers.", article: CourtBasis.review)
  }
}

// What a judge's findings take from the delays of execution, by the law of his day.

extension CourtContext {
  /// Whether the two months of the CQL do not run: for an entry by voie de fait since 25 November
  /// 2018, for bad faith since 29 July 2023 (CPCE L412-1). The judge says so, nobody else.
  ///
  /// He may also suppress or reduce them, « notamment » for the cases that the law names: his
  /// decision is followed.
  func liftsQuitDelay(_ ruling: Ruling, on day: Day) -> Bool {
    if let left = ruling.quitDelay { return left == .days(0) }
    let isBadFaith = ruling.findings.contains(.badFaith)
    if isBadFaith, version(of: .cqlMauvaiseFoi, on: day) != nil { return true }
    let isTrespass =
      ruling.findings.contains(.trespass) || (ruling.sens == .expulsionSansDelai && !isBadFaith)
    return isTrespass && version(of: .cqlException, on: day) != nil
  }

  /// Whether the decision that stands took the two months away.
  var isQuitDelayLifted: Bool {
    guard let (ruling, day) = file.ruling else { return false }
    return liftsQuitDelay(ruling, on: day)
  }

  /// Whether no delay of L412-3 may be granted: bad faith and an unlawful entry since 29 July 2023,
  /// students' housing (L412-7).
  var isTimeExcluded: Bool {
    guard let (ruling, day) = file.ruling else { return false }
    return ruling.findings.contains(.studentHousing)
      || (ruling.findings.contains(.badFaith) && version(of: .cqlMauvaiseFoi, on: day) != nil)
      || (ruling.findings.contains(.trespass) && version(of: .delaisEntreeIllicite, on: day) != nil)
  }

  private static var settingTruceAside: Set<Ruling.Finding> {
    [.truceSetAside, .studentHousing, .rehousingAssured]
  }

  /// The saga follows the truce too: it hears that it does not hold.
  private mutating func reportTruce(of ruling: Ruling, on day: Day) throws {
    guard !ruling.findings.isDisjoint(with: Self.settingTruceAside) else { return }
    try report(
      .truceSetAside, on: day, "La trêve hivernale ne s'applique pas à cette expulsion.",
      article: "CPCE art. L412-6, L412-7")
  }

  /// Whether the truce does not hold: the judge set it aside, another dwelling is assured, or
  /// students' housing (L412-6, L412-7).
  var isTruceSetAside: Bool {
    guard let (ruling, _) = file.ruling else { return false }
    return !ruling.findings.isDisjoint(with: Self.settingTruceAside)
  }

  /// The last days between which the delays of a judge may end.
  func delayBounds(
    of basis: ExecutionDelaisJEX.Fondement, decidedOn day: Day
  ) throws -> (shortest: Day, longest: Day) {
    switch basis {
    case .delais:
      let rule = try RuleBook.rule(.delaisL412, on: day)
      guard case .range(let shortest, let longest) = rule.value else {
        throw RuleError.notADelay(.delaisL412)
      }
      return (try end(shortest, from: day, rule), try end(longest, from: day, rule))
    case .durete:
      // Three months at most, added to the end of the delay of the CQL.
      let start = try file.latest(.quitOrder).flatMap { try quitDelay(file.acts[$0])?.due } ?? day
      return (
        day,
        try rules.calendar.deadline(
          .cqlProrogation, origin: max(start, day), decidedBy: file.day(of: .quitOrder) ?? day
        ).due
      )
    }
  }

  private func end(_ delay: Delay, from day: Day, _ rule: Rule) throws -> Day {
    try rules.calendar.deadline(
      origin: day, delay: delay, rule: rule.id.rawValue, article: rule.article, counting: .fixed
    ).due
  }

  /// Delays beyond what the law allows count as they were given: a protection is never shortened
  /// here. The préfet is told, once.
  mutating func checkBounds(
    until end: Day, of basis: ExecutionDelaisJEX.Fondement, at index: Int
  ) throws {
    let bounds = try delayBounds(of: basis, decidedOn: file.acts[index].date)
    let isExcluded = basis == .delais && isTimeExcluded
    guard isExcluded || end < bounds.shortest || end > bounds.longest else { return }
    try tellOnce(
      .outOfBounds, ofActAt: index,
      isExcluded
        ? "Des délais sont accordés alors que la décision les exclut : faites préciser lequel fait"
          + " foi."
        : "Les délais accordés sortent des bornes de la loi à la date de la décision : faites-les"
          + " préciser.",
      article: basis == .delais ? CourtBasis.executionDelays : CourtBasis.hardship,
      due: bounds.longest)
  }
}
