import Contracts
import LegalCalendar
import Vocabulary

// The decision of the judge, by kind.

extension CourtWork {
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
        .claimDismissed, on: day, "Le juge rejette la demande d'expulsion.", article: Basis.claim)
    case .irrecevable:
      try report(
        .claimDismissed, on: day, "Le juge déclare la demande d'expulsion irrecevable.",
        article: Basis.claim)
    case .desistement:
      try report(
        .claimWithdrawn, on: day, "Le bailleur se désiste de sa demande.", article: "CPC art. 394")
    case .radiation:
      try report(
        .claimWithdrawn, on: day, "L'affaire est radiée du rôle.", article: "CPC art. 381")
    case .caducite:
      try report(
        .claimWithdrawn, on: day, "L'assignation est caduque.", article: "CPC art. 406, 754")
    case .delaisSuspensifs: try reportDelays(ruling, at: index)
    case .delaisSurendettement: try reportSurendettementDelays(ruling, on: day)
    case .expulsionFerme, .expulsionSansDelai: try reportEviction(ruling, at: index)
    case .expulsionAvecDelais: try reportEvictionWithDelays(ruling, at: index)
    }
  }

  private mutating func reportDelays(_ ruling: Ruling, at index: Int) throws {
    let day = file.acts[index].date
    let rule = version(of: .jugeDelais, on: day)
    // Without a day of its own, the first instalment is due a month after the decision.
    let first =
      try ruling.first
      ?? rules.calendar.deadline(
        origin: day, delay: .months(1), rule: "JUGE.premiere", article: Basis.delays
      ).due
    let count = ruling.instalments
    try report(
      .delaysGranted, on: day,
      "Le juge accorde des délais de paiement" + (count.map { " en \($0) mensualités" } ?? "")
        + " et suspend la clause résolutoire.",
      article: rule?.article ?? Basis.delays, until: first, count: count)
    guard let rule, let count, let last = first.adding(months: count - 1) else { return }
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

  /// The delays follow the commission's measures; after an effacement, the clause is suspended for two
  /// years from the decision (C. consom. L714-1, since 1 March 2019).
  private mutating func reportSurendettementDelays(_ ruling: Ruling, on day: Day) throws {
    let rule = version(of: .jugeSurendettement, on: day)
    let longest = try rule.map { try rules.calendar.deadline($0, origin: day).due }
    if ruling.findings.contains(.erasure) {
      let end = ruling.end ?? longest
      try report(
        .clauseSuspendedAfterPRP, on: day,
        "La dette est effacée : le juge suspend la clause résolutoire"
          + (end == nil ? "." : " pendant deux ans, loyer courant payé."),
        article: Basis.surendettementDelays, until: end)
    } else {
      try report(
        .scheduleBySurendettement, on: day,
        "Le juge suspend la clause résolutoire et règle les délais sur les mesures de la commission"
          + " de surendettement.",
        article: Basis.surendettementDelays, until: ruling.first ?? ruling.end ?? longest,
        count: ruling.instalments)
    }
    guard rule == nil else { return }
    try tell(
      .dossierARevoir, to: .kind(.prefecture),
      "La décision règle les délais sur un surendettement avant l'entrée en vigueur de l'article"
        + " L714-1 : faites-en préciser la durée.", article: Basis.surendettementDelays)
  }

  /// The judge's words alone take the two months away, under the law of his day (CPCE L412-1).
  private mutating func reportEviction(_ ruling: Ruling, at index: Int) throws {
    let day = file.acts[index].date
    if liftsQuitDelay(ruling, on: day) {
      return try report(
        .evictionOrderedWithoutQuitDelay, on: day,
        "Le juge ordonne l'expulsion sans le délai de deux mois du commandement de quitter les"
          + " lieux ; la trêve hivernale demeure.", article: Basis.quitDelay)
    }
    try report(
      .evictionOrdered, on: day, "Le juge ordonne l'expulsion, sans délais de paiement.",
      article: Basis.claim)
    guard ruling.sens == .expulsionSansDelai else { return }
    try tellOnce(
      .outOfBounds, ofActAt: index,
      "La décision supprime le délai de deux mois sans que la loi de sa date le prévoie pour ce"
        + " motif : vérifiez-la ; le délai est tenu pour applicable.", article: Basis.quitDelay)
  }

  private mutating func reportEvictionWithDelays(_ ruling: Ruling, at index: Int) throws {
    let day = file.acts[index].date
    let last = try ruling.end ?? delayBounds(of: .delais, decidedOn: day).longest
    if ruling.end == nil {
      // The household is protected for as long as the law allows, until somebody says the day.
      try tell(
        .dossierARevoir, to: .kind(.prefecture),
        "La décision accorde des délais avant l'expulsion sans que leur terme soit connu : faites-le"
          + " préciser.", article: Basis.executionDelays)
    }
    try report(
      .evictionOrderedWithDelays, on: day,
      "Le juge ordonne l'expulsion et accorde des délais pour quitter les lieux.",
      article: Basis.executionDelays, until: last)
    try checkBounds(until: last, of: .delais, at: index)
  }

  /// A decision that arrives after the acts that executed it. It only matters if it protects: then
  /// the execution may be irregular, and the préfet must look.
  private mutating func reportLateRuling(_ index: Int) throws {
    guard case .ruling(let ruling) = file.acts[index].content else { return }
    switch ruling.sens {
    case .rejet, .irrecevable, .desistement, .radiation, .caducite, .delaisSuspensifs,
      .delaisSurendettement:
      break
    case .expulsionFerme, .expulsionSansDelai: return
    case .expulsionAvecDelais:
      if let end = ruling.end, end < today { return }
    }
    try reportRuling(index)
    try tell(
      .dossierARevoir, to: .kind(.prefecture),
      "Une décision favorable au ménage est parvenue après des actes d'exécution : vérifiez que"
        + " ceux-ci restent réguliers.", article: Basis.review)
  }
}
