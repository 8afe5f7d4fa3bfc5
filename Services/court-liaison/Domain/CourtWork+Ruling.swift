import Contracts
import LegalCalendar
import Vocabulary

// The decision of the judge, by kind.

extension CourtWork {
  mutating func receive(_ act: TribunalDecision, from sender: String) throws {
    let content = ActContent.ruling(
      act.sens, instalments: act.nombre, first: act.premiere, end: act.fin_delais)
    let arrival = try enter(content, on: act.date, from: sender) { known, said in
      guard case .ruling(let sens, let count, let first, let end) = known,
        case .ruling(sens, let newCount, let newFirst, let newEnd) = said
      else { return nil }
      return .ruling(
        sens, instalments: newCount ?? count, first: newFirst ?? first, end: newEnd ?? end)
    }
    switch arrival {
    case .known, .past, .contested, .refused: return
    case .amended(let index), .current(let index): try reportRuling(file.acts[index])
    case .late(let index): try reportLateRuling(file.acts[index])
    }
  }

  private mutating func reportRuling(_ act: Act) throws {
    guard case .ruling(let sens, let count, let first, let end) = act.content else { return }
    switch sens {
    case .rejet:
      try report(
        .claimDismissed, on: act.date, "Le juge rejette la demande d'expulsion.",
        article: Basis.claim)
    case .irrecevable:
      try report(
        .claimDismissed, on: act.date, "Le juge déclare la demande d'expulsion irrecevable.",
        article: Basis.claim)
    case .desistement:
      try report(
        .claimWithdrawn, on: act.date, "Le bailleur se désiste de sa demande.",
        article: "CPC art. 394")
    case .radiation:
      try report(
        .claimWithdrawn, on: act.date, "L'affaire est radiée du rôle.", article: "CPC art. 381")
    case .caducite:
      try report(
        .claimWithdrawn, on: act.date, "L'assignation est caduque.", article: "CPC art. 406")
    case .delaisSuspensifs:
      try reportDelays(on: act.date, count: count, first: first)
    case .delaisSurendettement:
      try reportDelays(on: act.date, count: count, first: first ?? end)
    case .expulsionFerme, .expulsionSansDelai:
      try report(
        .evictionOrdered, on: act.date,
        "Le juge ordonne l'expulsion, sans délais de paiement.", article: Basis.claim)
    case .expulsionAvecDelais:
      try reportEvictionWithDelays(on: act.date, end: end)
    }
  }

  private mutating func reportDelays(on day: Day, count: Int?, first: Day?) throws {
    // Without a day of its own, the first instalment is due a month after the decision.
    let until =
      try first
      ?? rules.calendar.deadline(
        origin: day, delay: .months(1), rule: "JUGE.premiere", article: Basis.delays
      ).due
    try report(
      .delaysGranted, on: day,
      "Le juge accorde des délais de paiement" + (count.map { " en \($0) mensualités" } ?? "")
        + " et suspend la clause résolutoire.",
      article: Basis.delays, until: until, count: count)
  }

  private mutating func reportEvictionWithDelays(on day: Day, end: Day?) throws {
    let last = try end ?? longestDelays(from: day)
    if end == nil {
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
  }

  private func longestDelays(from day: Day) throws -> Day {
    let rule = try RuleBook.rule(.delaisL412, on: day)
    guard case .range(_, let longest) = rule.value else { throw RuleError.notADelay(.delaisL412) }
    return try rules.calendar.deadline(
      origin: day, delay: longest, rule: rule.id.rawValue, article: rule.article, counting: .fixed
    ).due
  }

  /// A decision that arrives after the acts that executed it. It only matters if it protects: then
  /// the execution may be irregular, and the préfet must look.
  private mutating func reportLateRuling(_ act: Act) throws {
    guard case .ruling(let sens, _, _, let end) = act.content else { return }
    switch sens {
    case .rejet, .irrecevable, .desistement, .radiation, .caducite, .delaisSuspensifs,
      .delaisSurendettement:
      break
    case .expulsionFerme, .expulsionSansDelai: return
    case .expulsionAvecDelais:
      if let end, end < today { return }
    }
    try reportRuling(act)
    try tell(
      .dossierARevoir, to: .kind(.prefecture),
      "Une décision favorable au ménage est parvenue après des actes d'exécution : vérifiez que"
        + " ceux-ci restent réguliers.", article: Basis.review)
  }
}
