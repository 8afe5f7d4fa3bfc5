import Contracts
import LegalCalendar
import Vocabulary

// The service of the decision, and the appeal.

extension CourtWork {
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
    let text =
      "La décision vous est signifiée : vous pouvez en faire appel, avec l'aide d'un avocat et au"
      + " besoin l'aide juridictionnelle."
    try tellHousehold(.appelPossible, text, article: limit.article, due: limit.due)
    try tell(
      .appelPossible, to: .kind(.serviceSocial),
      "La décision est signifiée au ménage : vérifiez avec lui si un appel est utile.",
      article: limit.article, due: limit.due)
  }

  mutating func receive(_ act: TribunalAppel, from sender: String) throws {
    switch try enter(.appeal(act.etape), on: act.date, from: sender, merge: { $1 }) {
    case .known, .late, .past, .contested, .refused: return
    case .amended, .current: break
    }
    switch act.etape {
    case .forme:
      disarm(.appeal)
      if isEnforceable {
        try report(
          .appealFiled, on: act.date,
          "Il est fait appel de la décision, qui reste exécutoire.", article: Basis.appeal)
      } else {
        try report(
          .executionStayed, on: act.date, "L'appel suspend l'exécution.",
          article: Basis.suspensiveAppeal)
      }
    case .arretExecution:
      try report(
        .executionStayed, on: act.date, "Le premier président arrête l'exécution.",
        article: Basis.enforcementStay)
    case .confirme:
      try report(
        .appealEnded, on: act.date, "La cour d'appel confirme la décision.", article: Basis.appeal)
    case .desiste:
      try report(.appealEnded, on: act.date, "L'appel est abandonné.", article: Basis.appeal)
    case .infirme:
      try report(
        .judgmentReversed, on: act.date, "La cour d'appel infirme la décision d'expulsion.",
        article: Basis.appeal)
    }
  }

  /// The dossier's huissier, where one is known.
  var huissier: [Destination] { file.huissier.map { [.user($0)] } ?? [] }

  /// Whether the decision is executed in spite of an appeal: as it says, else by the law of the day on
  /// which the proceedings were opened (CPC art. 514: of right since 1 January 2020).
  private var isEnforceable: Bool {
    let findings = file.ruling?.content.findings ?? []
    if findings.contains(.enforceable) { return true }
    if findings.contains(.notEnforceable) { return false }
    guard let opened = file.day(of: .summons) ?? file.ruling?.on else { return true }
    return version(of: .execProvisoire, on: opened) != nil
  }

  /// The text of the appeal that stays the execution on that day, where one does.
  func appealStay(on day: Day) -> String? {
    let last = file.counted
      .filter { $0.content.kind == .appeal && $0.date <= day }
      .max { $0.date < $1.date }
    guard let last, case .appeal(let stage) = last.content else { return nil }
    switch stage {
    case .forme: return isEnforceable ? nil : Basis.suspensiveAppeal
    case .arretExecution: return Basis.enforcementStay
    case .confirme, .infirme, .desiste: return nil
    }
  }

  /// Whether the title of the eviction was annulled: no indemnity is due (CE 17 May 2024).
  var isTitleAnnulled: Bool {
    guard let index = file.latest(.appeal), case .appeal(.infirme) = file.acts[index].content else {
      return false
    }
    return file.ruling.map { $0.on <= file.acts[index].date } ?? true
  }
}
