import Contracts
import LegalCalendar
import Vocabulary

// How a decision says the usual things.

extension SettlementWork {
  /// Sends a notice. `text` says what to do, in French, and holds no name and no amount.
  mutating func tell(
    _ code: Notice.Code, to destination: Destination, _ text: String, article: String,
    due: Day? = nil, amount: Cents? = nil, count: Int? = nil
  ) throws {
    let notice = Notice(
      code, dossier: household, texte: text, article: article, echeance: due, montant: amount,
      nombre: count)
    decision.outgoing.append(try .notice(notice, to: destination, on: today))
    // A protected adult: the curator or tutor receives each letter too.
    guard file.isProtected, destination == .kind(.menage) else { return }
    decision.outgoing.append(try .notice(notice, to: .kind(.mandataire), on: today))
  }

  /// Reports a fact to the saga.
  mutating func report(
    _ trigger: Trigger, on day: Day, _ text: String, article: String, until: Day? = nil,
    count: Int? = nil, secret: Bool = false
  ) throws {
    let fact = Fact(
      trigger, on: day, text: text, article: article, until: until, count: count, secret: secret)
    decision.outgoing.append(try .fact(fact, of: household))
  }

  /// Arms a deadline that fires once its last day is over, and never in the past.
  mutating func arm(_ kind: SettlementDeadline, _ deadline: Deadline) {
    decision.deadlines.append(
      .arm(
        kind: kind.rawValue, deadline: deadline,
        firesOn: max(deadline.due, today).adding(days: 1), household: household))
  }

  /// Arms a delay of the Charte, counted from today, and returns its last day.
  @discardableResult
  mutating func arm(_ kind: SettlementDeadline, months: Int) throws -> Day {
    let deadline = try rules.calendar.deadline(
      origin: today, delay: .months(months), rule: kind.rawValue, article: Basis.charter)
    arm(kind, deadline)
    return deadline.due
  }

  /// Arms a rule of law and returns its last day; without a version of it for that case, the delay of
  /// the Charte.
  @discardableResult
  mutating func arm(
    _ kind: SettlementDeadline, _ rule: RuleID, origin: Day, decidedBy day: Day, otherwise: Delay
  ) throws -> Day {
    let deadline = try deadline(rule, origin: origin, decidedBy: day, otherwise: otherwise)
    arm(kind, deadline)
    return deadline.due
  }

  /// The deadline of a rule or, where no version covers the case, one of the Charte.
  func deadline(
    _ rule: RuleID, origin: Day, decidedBy day: Day, otherwise: Delay
  ) throws -> Deadline {
    do {
      return try rules.calendar.deadline(rule, origin: origin, decidedBy: day)
    } catch .noVersion {
      return try rules.calendar.deadline(
        origin: origin, delay: otherwise, rule: rule.rawValue, article: Basis.charter)
    }
  }

  /// Disarms deadlines that have lost their object.
  mutating func disarm(_ kinds: SettlementDeadline...) {
    for kind in kinds {
      decision.deadlines.append(.disarm(kind: kind.rawValue, household: household))
    }
  }

  /// Disarms everything that the settlement of the debt waits for.
  mutating func disarmSettlement() {
    disarm(.planReply, .fslReply, .fslPayment, .instalment, .grace, .rent)
    disarm(.aidSignal, .aidReply, .aidCheck, .directPayment, .directPaymentStart)
    disarm(.surendettementProposal, .surendettementRuling, .surendettementAppeal)
    disarm(.surendettementEnd, .surendettementContest, .surendettementRefile)
  }
}
