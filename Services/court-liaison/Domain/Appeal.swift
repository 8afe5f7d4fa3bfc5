import Casework
import Contracts
import LegalCalendar
import Vocabulary

// The service of the decision, and the appeal.

extension CourtContext {
  /// The decision was served: the delay of appeal runs (CPC art. 538, 490).
  mutating func receive(_ act: TribunalNotification, from sender: String) throws {
    let content = ActContent.notification(isSummary: act.refere)
    switch try enter(content, on: act.date, from: sender, merge: { $1 }) {
    case .known, .late, .past, .contested, .refused: return
    case .amended, .current: break
    }
    let limit = try rules.calendar.deadline(
      act.refere ? .appelRefere : .appelJugement, origin: act.date, decidedBy: act.date)
    arm(.appeal, limit)
    try report(
      .judgmentNotified, on: act.date,
      "La décision est signifiée : l'appel est possible pendant \(limit.delay).",
      article: limit.article, until: limit.due)
    try reportSetAside(served: act.date, until: limit)
    let text =
      "La décision vous est signifiée : vous pouvez en faire appel, avec l'aide d'un avocat et au"
      + " besoin l'aide juridictionnelle."
      + (isSetAside ? " L'appel, et son délai, suspendent l'expulsion." : "")
    try tell(.appelPossible, to: .menage, text, article: limit.article, due: limit.due)
    try tell(
      .appelPossible, to: .serviceSocial,
      "La décision est signifiée au ménage : vérifiez avec lui si un appel est utile.",
      article: limit.article, due: limit.due)
  }

  mutating func receive(_ act: TribunalAppel, from sender: String) throws {
    let content = ActContent.appeal(act.etape, isEvictionReversed: act.expulsion_infirmee)
    switch try enter(content, on: act.date, from: sender, merge: { $1 }) {
    case .known, .late, .past, .contested, .refused: return
    case .amended, .current: break
    }
    switch act.etape {
    case .forme:
      disarm(.appeal)
      if isEnforceable {
        try report(
          .appealFiled, on: act.date,
          "Il est fait appel de la décision, qui reste exécutoire.", article: CourtBasis.appeal)
      } else {
        try report(
          .executionStayed, on: act.date, "L'appel suspend l'exécution.",
          article: CourtBasis.suspensiveAppeal)
      }
    case .arretExecution:
      try report(
        .executionStayed, on: act.date, "Le premier président arrête l'exécution.",
        article: CourtBasis.enforcementStay)
    case .confirme:
      try report(
        .appealEnded, on: act.date, "La cour d'appel confirme la décision.",
        article: CourtBasis.appeal)
    case .desiste:
      try report(.appealEnded, on: act.date, "L'appel est abandonné.", article: CourtBasis.appeal)
    case .infirme: try reportReversal(on: act.date)
    case .infirmePartiellement:
      if act.expulsion_infirmee != false { return try reportReversal(on: act.date) }
      try report(
        .appealEnded, on: act.date,
        "La cour d'appel infirme la décision en partie ; l'expulsion demeure ordonnée.",
        article: CourtBasis.appeal)
    }
  }

  private mutating func reportReversal(on day: Day) throws {
    try report(
      .judgmentReversed, on: day, "La cour d'appel infirme la décision d'expulsion.",
      article: CourtBasis.appeal)
    try restoreRights()
  }

  /// Whoever executed a title that is reversed did so at its own risk: the household is restored
  /// to its rights, in kind or by equivalent (CPCE L111-10). Told once an eviction, whichever of
  /// the two came last.
  mutating func restoreRights() throws {
    guard isTitleAnnulled, let index = file.latest(.eviction),
      file.acts[index].told.insert(.reversedTitle).inserted
    else { return }
    try tell(
      .restitutionDue, to: .menage,
      "La décision d'expulsion est infirmée après votre expulsion : vous avez droit à être rétabli"
        + " dans vos droits, en nature ou par équivalent ; faites-vous aider d'un avocat, au besoin"
        + " avec l'aide juridictionnelle.", article: CourtBasis.restitution)
    let text =
      "La décision d'expulsion est infirmée après l'expulsion : le ménage doit être rétabli dans ses"
      + " droits, en nature ou par équivalent."
    for kind in [PartnerKind.serviceSocial, .prefecture, .tribunal] {
      try tell(.restitutionDue, to: kind, text, article: CourtBasis.restitution)
    }
    for user in [file.huissier, file.bailleur].compactMap(\.self) {
      try tell(.restitutionDue, to: .user(user), text, article: CourtBasis.restitution)
    }
  }

  /// The judge set the provisional execution aside (CPC art. 514-1): the delay of appeal stays the
  /// execution itself (CPC art. 539).
  private mutating func reportSetAside(served day: Day, until limit: Deadline) throws {
    guard isSetAside else { return }
    try report(
      .executionStayed, on: day,
      "Le juge a écarté l'exécution provisoire : le délai d'appel suspend l'exécution.",
      article: CourtBasis.suspensiveAppeal, until: limit.due)
  }

  private var isSetAside: Bool {
    file.ruling?.content.findings.contains(.notEnforceable) ?? false
  }

  /// The delay of appeal is over without an appeal: what it stayed may be executed.
  mutating func appealDelayExpired(_ expired: Deadline) throws {
    guard isSetAside, !file.isVacated, file.latest(.appeal) == nil else { return }
    try report(
      .appealEnded, on: expired.due, "Le délai d'appel est écoulé : la décision est exécutoire.",
      article: CourtBasis.suspensiveAppeal)
  }

  /// The dossier's huissier, where one is known.
  var huissier: [Destination] { file.huissier.map { [.user($0)] } ?? [] }

  /// Whether the decision is executed in spite of an appeal: as it says, else by the law of the day
  /// on which the proceedings were opened: of right since 1 January 2020, before that an order in
  /// référé only (CPC art. 514).
  private var isEnforceable: Bool {
    let findings = file.ruling?.content.findings ?? []
    if findings.contains(.enforceable) { return true }
    if findings.contains(.notEnforceable) { return false }
    guard let opened = file.day(of: .summons) ?? file.ruling?.on,
      let rule = version(of: .execProvisoire, on: opened)
    else { return true }
    return rule.through == nil || service?.isSummary == true
  }

  /// The last service of the decision.
  private var service: (on: Day, isSummary: Bool)? {
    guard let index = file.latest(.notification),
      case .notification(let isSummary) = file.acts[index].content
    else { return nil }
    return (file.acts[index].date, isSummary)
  }

  /// The delay of appeal, which stays the execution itself where the decision is not enforceable
  /// (CPC art. 539).
  private func appealDelay(running day: Day) -> PublicProtection? {
    guard !isEnforceable, let service, service.on <= day,
      let limit = try? rules.calendar.deadline(
        service.isSummary ? .appelRefere : .appelJugement, origin: service.on,
        decidedBy: service.on), day <= limit.due
    else { return nil }
    return PublicProtection(
      text: "le délai d'appel suspend l'exécution de la décision.",
      article: CourtBasis.suspensiveAppeal, until: limit.due)
  }

  /// The appeal, or its delay, that stays the execution on that day, where one does.
  func appealStay(on day: Day) -> PublicProtection? {
    let last = file.counted
      .filter { $0.content.kind == .appeal && $0.date <= day }
      .max { $0.date < $1.date }
    guard let last, case .appeal(let stage, _) = last.content else {
      return appealDelay(running: day)
    }
    switch stage {
    case .forme: return isEnforceable ? nil : stayed(by: CourtBasis.suspensiveAppeal)
    case .arretExecution: return stayed(by: CourtBasis.enforcementStay)
    case .confirme, .infirme, .infirmePartiellement, .desiste: return nil
    }
  }

  private func stayed(by article: String) -> PublicProtection {
    PublicProtection(
      text: "l'exécution de la décision est suspendue.", article: article, until: nil)
  }

  /// Whether the title of the eviction was annulled: no indemnity is due (CE 17 May 2024).
  var isTitleAnnulled: Bool {
    guard let index = file.latest(.appeal),
      case .appeal(let stage, let isEvictionReversed) = file.acts[index].content
    else { return false }
    switch stage {
    case .infirme: break
    case .infirmePartiellement: if isEvictionReversed == false { return false }
    case .forme, .confirme, .desiste, .arretExecution: return false
    }
    return file.ruling.map { $0.on <= file.acts[index].date } ?? true
  }
}
