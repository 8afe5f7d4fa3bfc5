public import Contracts
public import LegalCalendar

/// The deadline of a phase: entering arms it, leaving disarms it. When it fires it is an ordinary
/// trigger.
public struct PhaseDeadline: Codable, Hashable, Sendable {
  /// What happens when it fires.
  public let trigger: Trigger
  /// How its day is found.
  public let term: Term
  /// The delay of the Charte that serves where the term has no day.
  public let fallback: CharteDelay

  /// How the day of a deadline is found.
  public enum Term: Codable, Hashable, Sendable {
    /// By a rule of law, from the day of the act by which the phase was entered.
    case fromAct(rule: RuleID)
    /// By a rule, from the business day on which the phase was entered.
    case fromDecision(rule: RuleID)
    /// By a rule, counted back from the hearing.
    case beforeHearing(rule: RuleID)
    case hearing
    /// The day on which the court said that it would decide.
    case judgment
    /// The end of the two months of the CQL.
    case quitPeriod
    /// The last day of the delays that the judge granted.
    case judgeDelays
    /// The end of the commandement de payer: the lease, or what is written in it, selects the
    /// version.
    case notice
    /// The end of the two years during which the clause is suspended after an effacement.
    case clauseSuspension
    /// The term of the protocole de cohésion sociale.
    case protocolTerm
    /// A delay of the Charte, from the business day on which the phase was entered.
    case charte
  }

  /// A deadline that the law or an act sets; the delay of the Charte serves where it has no day.
  init(_ trigger: Trigger, _ term: Term, or fallback: CharteDelay) {
    self.trigger = trigger
    self.term = term
    self.fallback = fallback
  }

  init(_ trigger: Trigger = .reviewDue, after delay: CharteDelay) {
    self.init(trigger, .charte, or: delay)
  }
}
