import Contracts
import LegalCalendar
import Vocabulary

// How a message is decided: what is told to whom, what is reported, which deadline is armed.

extension CourtWork {
  /// Sends a notice to one recipient. `text` says what to do, in French, and names nobody.
  mutating func tell(
    _ code: Notice.Code, to destination: Destination, _ text: String, article: String,
    due: Day? = nil, hearing: Day? = nil, amount: Cents? = nil
  ) throws {
    var notice = Notice(
      code, dossier: household, texte: text, article: article, echeance: due, audience: hearing)
    notice.montant = amount
    decision.outgoing.append(try .notice(notice, to: destination, on: today))
  }

  /// Sends a notice to the household, and to the curator or tutor of a protected adult (Code civil
  /// art. 467, 475).
  mutating func tellHousehold(
    _ code: Notice.Code, _ text: String, article: String, due: Day? = nil, hearing: Day? = nil
  ) throws {
    for kind in file.hasGuardian ? [PartnerKind.menage, .mandataire] : [.menage] {
      try tell(code, to: .kind(kind), text, article: article, due: due, hearing: hearing)
    }
  }

  /// Tells an irregularity of an act to the préfet, once.
  mutating func tellOnce(
    _ irregularity: Irregularity, ofActAt index: Int, _ text: String, article: String,
    due: Day? = nil, hearing: Day? = nil, code: Notice.Code = .dossierARevoir
  ) throws {
    guard file.acts[index].told.insert(irregularity).inserted else { return }
    try tell(
      code, to: .kind(.prefecture), text, article: article, due: due, hearing: hearing)
  }

  /// Reports a fact to the saga.
  mutating func report(
    _ trigger: Trigger, on day: Day, _ text: String, article: String, hearing: Day? = nil,
    from: Day? = nil, until: Day? = nil, count: Int? = nil
  ) throws {
    decision.outgoing.append(
      try .fact(
        Fact(
          trigger, on: day, text: text, article: article, hearing: hearing, from: from,
          until: until,
          count: count),
        of: household))
  }

  /// Arms a deadline that ends on its last day, at midnight.
  mutating func arm(_ kind: CourtDeadline, _ deadline: Deadline) {
    decision.deadlines.append(
      .arm(
        kind: kind.rawValue, deadline: deadline, firesOn: deadline.due.adding(days: 1),
        household: household))
  }

  mutating func disarm(_ kind: CourtDeadline) {
    decision.deadlines.append(.disarm(kind: kind.rawValue, household: household))
  }

  /// Nothing that protects the occupation is awaited any more.
  mutating func disarmOccupation() {
    for kind in CourtDeadline.allCases where kind.endsWithOccupation { disarm(kind) }
  }

  /// A deadline that a judge fixes by its day.
  func deadline(_ rule: String, article: String, from origin: Day, to end: Day) -> Deadline {
    Deadline(
      origin: origin, rule: rule, article: article, delay: "jusqu'au jour fixé par le juge",
      raw: end, due: end, reason: "")
  }

  /// The version of a rule in force on that day, where there is one.
  func version(of id: RuleID, on day: Day) -> Rule? { try? RuleBook.rule(id, on: day) }
}
